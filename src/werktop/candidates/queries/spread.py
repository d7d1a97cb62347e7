"""How many candidates are spread over what they can, want and need: totals of a list, and of nobody alone.

Counted in the database, in a number of queries that does not grow. What only who works with somebody may read, and how ready
people are (`own_and_others`), leaves this file as `totals` tells it alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, CandidateTerm, Level, Need, Wish
from werktop.candidates.totals import divided, is_told_of, told_apart
from werktop.catalogue import queries as catalogue

from .own_and_others import ASKED_ON_THE_DAY, Heads, Readiness, heads_of, needs_of

DISTANCES = (5, 10, 20, 40)
"""How far people travel at most, in km, in bands: up to and with each of these, and further."""
FURTHER = "further"
NEEDS = tuple(Need.Kind.values)
LEVELS: dict[int, Any] = dict(Level.choices)
"""How far people are, in words."""


@dataclass(frozen=True)
class Word:
    """With how many people a word stands (`count`), and with how many at each level; None for a level that nobody noted."""

    term_id: UUID
    count: int
    levels: dict[int | None, int]


@dataclass(frozen=True)
class Spread:
    """Totals of `count` people, with `mine` of whom the viewer works; of the `others` no more is told than `totals` allows.

    `readiness`: by `Readiness`, in fives; empty where too few count. `counted`: as many people as that is about. `is_of_one`: one
    colleague works with most of the others and nobody with the rest; of one colleague nothing is measured.
    `needs` and `asks` (what the day asks): of those with whom the viewer works, as it is; `other_needs`, `other_asks`: of the
    others, in fives, empty where they are too few or chosen by hand. `is_by_hand`: that is why.
    Of the rest every colleague reads each person's: `words` (what people can, most first), `sectors` (people by sector, who
    likes two counts in both) and how many like none (`no_sector`), `distances` and `means` of travel and of whom these are
    not known (`no_distance`, `no_means`). `lot`: what the others draw together; `is_rounded`: everything is told in fives, for who
    reads no candidate (`team_totals`).
    """

    count: int
    mine: int
    counted: int
    is_by_hand: bool
    is_of_one: bool
    readiness: dict[str, int]
    needs: dict[str, int]
    other_needs: dict[str, int]
    asks: dict[str, int]
    other_asks: dict[str, int]
    words: list[Word]
    sectors: dict[str, int]
    no_sector: int
    distances: dict[str, int]
    no_distance: int
    means: dict[str, int]
    no_means: int
    lot: int = 0
    is_rounded: bool = False

    @property
    def others(self) -> int:
        """With how many of them the viewer does not work."""
        return self.count - self.mine


def spread_of(
    viewer: Actor, found: QuerySet[Candidate], *, count: int, day: date, is_by_hand: bool
) -> Spread:
    """The totals of `found` (`count` candidates whom the viewer may see). `is_by_hand`: whoever chose them could have chosen one
    person more or fewer at will, so nothing is told of what the viewer may not read of each. Six queries, and one more where
    own words count as shared ones."""
    rows = found.order_by().select_related(None).prefetch_related(None)
    keys, by_sector = rows.values("pk"), catalogue.terms_by_sector()
    mine, others = heads_of(viewer, rows, day, {key for terms in by_sector.values() for key in terms}, count)
    count = mine.count + others.count
    tells_others = is_told_of(others.count) and not is_by_hand
    # among many of nobody's the few of one colleague are lost
    is_of_one = len(others.whose) == 1 and others.nobodys < others.count - others.nobodys
    counted = [mine, *([others] if tells_others and not is_of_one else [])]
    own_needs, other_needs = needs_of(viewer, keys)
    distances, means, told_means = _travel(keys)
    return Spread(
        count=count,
        mine=mine.count,
        counted=sum(each.count for each in counted),
        is_by_hand=is_by_hand,
        is_of_one=is_of_one,
        readiness=_readiness(counted),
        needs=_every(NEEDS, own_needs),
        other_needs=_of_others(NEEDS, other_needs, others) if tells_others else {},
        asks=_every(ASKED_ON_THE_DAY, mine.by_ask),
        other_asks=_of_others(ASKED_ON_THE_DAY, others.by_ask, others) if tells_others else {},
        words=_words(rows, keys),
        sectors=_sectors(keys, by_sector),
        no_sector=mine.no_sector + others.no_sector,
        distances=distances,
        no_distance=count - sum(distances.values()),
        means=means,
        no_means=count - told_means,
        lot=others.lot,
    )


def _every(parts: Iterable[str], counts: Mapping[str, int]) -> dict[str, int]:
    return {part: counts.get(part, 0) for part in parts}


def _of_others(parts: Iterable[str], counts: Mapping[str, int], others: Heads) -> dict[str, int]:
    every = _every(parts, counts)
    return told_apart(every, others.lots(every), others.count)


def _readiness(groups: list[Heads]) -> dict[str, int]:
    """Each group is divided by itself: so the one of the own people, which one knows, tells nothing of the other."""
    if not is_told_of(sum(each.count for each in groups)):
        return {}
    kinds = [kind.value for kind in Readiness]
    parts = [divided(_every(kinds, each.by_readiness), each.lots(kinds)) for each in groups]
    return {kind: sum(each[kind] for each in parts) for kind in kinds}


def _words(rows: QuerySet[Any], keys: QuerySet[Any]) -> list[Word]:
    """What people can, most first; an organisation's own word counts as the shared one. Two queries, and one more where somebody
    may have both: that is one person."""
    noted = CandidateTerm.objects.filter(candidate_id__in=keys, term__kind=catalogue.TermKind.COMPETENCY)
    levels: dict[UUID, Counter[int | None]] = {}
    shared_of: dict[UUID, set[UUID]] = {}
    groups = noted.values("term_id", "level", shared=F("term__counts_as_id")).annotate(number=Count("pk"))
    for group in groups.order_by():
        key = group["shared"] or group["term_id"]
        levels.setdefault(key, Counter())[group["level"]] += group["number"]
        if group["shared"]:
            shared_of.setdefault(key, {key}).add(group["term_id"])
    counts = {key: each.total() for key, each in levels.items()}
    if shared_of:
        any_of = {
            f"of_{key.hex}": Count("pk", filter=Q(marks__overlap=[f"term:{each}" for each in own]))
            for key, own in shared_of.items()
        }
        once = rows.aggregate(**any_of)
        counts |= {key: once[f"of_{key.hex}"] for key in shared_of}
    order = sorted(counts, key=lambda key: (-counts[key], str(key)))
    return [Word(key, counts[key], dict(levels[key])) for key in order]


def _sectors(keys: QuerySet[Any], by_sector: Mapping[str, set[UUID]]) -> dict[str, int]:
    """People by the sector that their interests are about, most first. One query."""
    sector = Case(*(When(term_id__in=terms, then=Value(each)) for each, terms in by_sector.items()))
    about = {key for terms in by_sector.values() for key in terms}
    likes = CandidateTerm.objects.filter(candidate_id__in=keys, term_id__in=about)
    groups = likes.annotate(sector=sector).values("sector")
    numbers = groups.annotate(number=Count("candidate_id", distinct=True)).order_by()
    counts = dict(numbers.values_list("sector", "number"))
    return dict(sorted(counts.items(), key=lambda row: (-row[1], row[0])))


def _travel(keys: QuerySet[Any]) -> tuple[dict[str, int], dict[str, int], int]:
    """People by how far they travel, and by what means, most first; and of how many any means is known: who has two counts in
    both. One query."""
    band = Case(
        *(When(most_km__lte=km, then=Value(str(km))) for km in DISTANCES),
        When(most_km__isnull=False, then=Value(FURTHER)),
        default=Value(""),
    )
    groups = Wish.objects.filter(candidate_id__in=keys).annotate(band=band).values("band", "travels_by")
    distances: Counter[str] = Counter()
    means: Counter[str] = Counter()
    known = 0
    for group in groups.annotate(number=Count("pk")).order_by():
        distances[group["band"]] += group["number"]
        means.update(dict.fromkeys(group["travels_by"], group["number"]))
        known += group["number"] if group["travels_by"] else 0
    bands = {band: distances[band] for band in (*map(str, DISTANCES), FURTHER)}
    return bands, dict(sorted(means.items(), key=lambda row: (-row[1], row[0]))), known
