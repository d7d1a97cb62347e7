"""What suggestions for a gathering rest on, read once: who is on the list, which firms, which languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Max, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.regions import queries as regions
from werktop.work_profiles import queries as work_profiles

from ..affinity import Offer, Wishes
from ..models import WALKED_IN, Gathering, GatheringFormat, GatheringStatus, Guest, GuestKind, Reply, Table

LATELY = timedelta(days=60)
"""An invitation this recent makes room for others first."""
NEAR_POINTS = ((5.0, 120), (10.0, 80), (20.0, 40))
LATELY_POINTS = -300
FIRST_POINTS = 10_000
"""For who belongs to the gathering already: the host's own people, the guests of what is prepared for."""
ELSEWHERE_POINTS = -20_000
"""For who said yes to another gathering at this hour: still in the list, after the others."""
OWED_POINTS = 5_000
"""For whom the last time was called off, or who waited for a chair that never came: they were promised to be first."""
REACHES = (5, 10, 20)


@dataclass(frozen=True)
class Wanted:
    """What the suggestions are narrowed to. Empty: not narrowed. `whose`: "own", "others" or "all"."""

    words: str = ""
    language: str = ""
    term_id: UUID | None = None
    place: str = ""
    within_km: int = 0
    is_mine: bool = False
    is_not_lately: bool = False
    whose: str = "own"
    sector: str = ""


@dataclass(frozen=True)
class Fit:
    """One suggestion. `name` is empty for another organisation's candidate; `points` only orders the list and is
    never shown. `owed` says in words why the
    next chair is this person's first (`Asked`), `elsewhere` where the person is at that hour.
    `reasons` are rows of (fits, learn or missing; text), filled for who is shown."""

    id: UUID
    kind: str
    name: str
    sub: str
    points: int
    last_invited_at: datetime | None
    km: float | None
    wishes: Wishes = field(default_factory=Wishes)
    employer_id: UUID | None = None
    firm_name: str = ""
    owed: str = ""
    elsewhere: str = ""
    reasons: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """When somebody was last invited to what took place, or still may (`last_at`), and whether a later invitation came
    to nothing: to a gathering that was called off, or where no chair came free. `elsewhere` names the place of another
    gathering at this hour to which the person said yes."""

    last_at: datetime | None = None
    is_called_off: bool = False
    has_waited: bool = False
    elsewhere: str = ""

    @property
    def owed(self) -> str:
        """Why this person comes first, in words; empty where nothing is owed."""
        if self.is_called_off:
            return _("de vorige keer ging niet door")
        return _("wachtte de vorige keer op een stoel") if self.has_waited else ""


@dataclass(frozen=True)
class Firm:
    """A firm at the table."""

    id: UUID
    name: str
    offer: Offer


@dataclass(frozen=True)
class Scene:
    """One gathering as suggestions see it. Nothing is read twice."""

    gathering: Gathering
    guests: list[Guest]
    tables: list[Table]

    @cached_property
    def words(self) -> dict[UUID, str]:
        """Terms in the language of the screen."""
        return {t.pk: t.label for t in self._terms}

    @cached_property
    def competencies(self) -> frozenset[UUID]:
        """Which terms are competencies; the others are interests."""
        return frozenset(t.pk for t in self._terms if t.kind == catalogue.TermKind.COMPETENCY)

    @cached_property
    def _terms(self) -> list[Any]:
        return list(catalogue.shared_terms(with_retired=True))

    @property
    def hall(self) -> regions.Place | None:
        """Where the gathering is, as far as a postcode tells."""
        return regions.place_of(self.gathering.host_employer.postcode or "")

    @property
    def languages(self) -> frozenset[str]:
        """Languages of the open tables; Dutch where there are none yet."""
        spoken = [set(t.languages) for t in self.tables if not t.is_closed]
        return frozenset().union(*spoken) or frozenset({"nl"})

    def on_list(self, kind: str) -> set[UUID]:
        """Keys of the candidates or entrepreneurs on the list, whatever they answered."""
        column = "candidate_id" if kind == GuestKind.CANDIDATE else "entrepreneur_id"
        return {getattr(g, column) for g in self.guests if g.kind == kind}

    @cached_property
    def entrepreneurs(self) -> list[Any]:
        """The entrepreneurs on the list who did not say no, with their employers."""
        asked = [g.entrepreneur_id for g in self.guests if g.entrepreneur_id and g.reply != Reply.NO]
        return list(employers.entrepreneurs_by_id(asked).values())

    @cached_property
    def firms(self) -> list[Firm]:
        """The host employer and the employers of the entrepreneurs on the list who did not say no, each once."""
        host = self.gathering.host_employer
        rows: dict[UUID, Any] = {host.pk: host}
        spoken: dict[UUID, set[str]] = {host.pk: {"nl"}}
        for person in self.entrepreneurs:
            rows[person.employer_id] = person.employer
            spoken.setdefault(person.employer_id, set()).update(person.languages)
        terms, found = work_profiles.term_ids_sought_by(rows), []
        for key, firm in rows.items():
            place, own = regions.place_of(firm.postcode or ""), frozenset(terms.get(key, ()))
            point = (place.latitude, place.longitude) if place else None
            offer = Offer(own & self.competencies, own - self.competencies, frozenset(spoken[key]), point)
            found.append(Firm(key, firm.name, offer))
        return found

    @cached_property
    def guests_of_main(self) -> dict[UUID, bool]:
        """Of a preparation: the candidates of the gathering that it prepares for, and whether they said yes to it."""
        main_id = self.gathering.prepares_for_id
        if self.gathering.format != GatheringFormat.PREPARATION or main_id is None:
            return {}
        rows = Guest.objects.filter(gathering_id=main_id, kind=GuestKind.CANDIDATE).exclude(reply=Reply.NO)
        return {key: reply == Reply.YES for key, reply in rows.values_list("candidate_id", "reply") if key}

    def last_asked(self, ids: list[UUID], column: str, at: datetime) -> dict[UUID, Asked]:
        """What each of these was last invited to, or walked in at, in the region, the gathering that this one prepares for
        left out. One query."""
        main = [self.gathering.prepares_for_id] if self.gathering.prepares_for_id else []
        called_off = Q(gathering__status=GatheringStatus.CANCELLED)
        waited = Q(reply=Reply.WAITING, gathering__ends_at__lt=at) & ~called_off
        at_this_hour = Q(
            reply=Reply.YES,
            gathering__status__in=(GatheringStatus.PREPARING, GatheringStatus.RUNNING),
            gathering__starts_at__lt=self.gathering.ends_at,
            gathering__ends_at__gt=self.gathering.starts_at,
        )
        rows = (
            Guest.objects.filter(
                Q(invited_at__isnull=False) | WALKED_IN | at_this_hour,
                region_id=self.gathering.region_id,
                **{f"{column}__in": ids},
            )
            .exclude(gathering_id__in=main)
            .values_list(column)
            .annotate(
                last=Max(Coalesce("invited_at", "replied_at"), filter=~called_off & ~waited),
                # who said no, or never heard of it, was promised nothing
                off=Max("invited_at", filter=called_off & ~Q(reply=Reply.NO) & ~Q(hears_by="")),
                waited=Max("invited_at", filter=waited),
                elsewhere=Max("gathering__place_name", filter=at_this_hour),
            )
            .order_by()
        )
        return {
            key: Asked(
                last,
                is_called_off=off is not None and (last is None or off > last),
                has_waited=waited is not None and (last is None or waited > last),
                elsewhere=elsewhere or "",
            )
            for key, last, off, waited, elsewhere in rows
        }

    def km_to(self, point: tuple[float, float] | None) -> float | None:
        """Kilometres from a point to the gathering, or None where one of both is not known."""
        if point is None or self.hall is None:
            return None
        return regions.distance_km(regions.Place("", "", *point), self.hall)

    def wishes(self, terms: set[UUID], languages: Iterable[str], postcode: str) -> Wishes:
        """What counts of a candidate."""
        place = regions.place_of(postcode or "")
        return Wishes(
            competencies=frozenset(terms & self.competencies),
            interests=frozenset(terms - self.competencies),
            languages=frozenset(languages),
            point=(place.latitude, place.longitude) if place else None,
        )


def scene_of(gathering: Gathering, tables: list[Table]) -> Scene:
    """Read who is on the list; the rest is read when it is asked for."""
    return Scene(gathering, list(Guest.objects.filter(gathering=gathering).order_by("id")), tables)


def is_elsewhere(place: str) -> tuple[str, str]:
    """The reason that says at which other gathering somebody is at that hour."""
    return ("missing", _("komt dan al bij %(place)s") % {"place": place})


def near(km: float | None) -> int:
    """Points for living or lying near the gathering."""
    return next((points for limit, points in NEAR_POINTS if km is not None and km <= limit), 0)
