"""The network as it grew: who brought in whom, for the picture and the table under it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from werktop.ambassadors.forest import Firm, Forest, grow
from werktop.ambassadors.models import Ambassador, ClubMember
from werktop.audit.actors import Actor
from werktop.employers.queries.joined import Joined, joined_in_region


@dataclass(frozen=True)
class NetworkFilters:
    """What the picture is narrowed to: who joined until the end of a year (`until`), who belongs to a club or park, a sector, who
    answers for the firm. Empty or None: not narrowed."""

    until: int | None = None
    club_id: UUID | None = None
    sector: str = ""
    organisation_id: UUID | None = None


@dataclass(frozen=True)
class Bringer:
    """An entrepreneur who brought in others: `direct` and `through` those; `first` and `last` are the days of the direct ones.
    `since` is the day since when the entrepreneur is an ambassador now."""

    entrepreneur_id: UUID
    name: str
    firm_id: UUID
    firm_name: str
    direct: int
    through: int
    first: date | None
    last: date | None
    since: date | None = None

    @property
    def total(self) -> int:
        """Directly and through others."""
        return self.direct + self.through


@dataclass
class Network:
    """`rows` are the firms that are drawn, by key; of those `chosen` are counted, the others led to one that is."""

    rows: dict[UUID, Joined]
    chosen: set[UUID]
    years: list[int]
    since: dict[UUID, date] = field(default_factory=dict)

    @cached_property
    def forest(self) -> Forest:
        """The firms as trees."""
        return grow(
            Firm(
                row.employer_id,
                row.name,
                row.joined_date,
                row.bringer_firm_id,
                row.employer_id in self.chosen,
            )
            for row in self.rows.values()
        )

    @property
    def brought(self) -> int:
        """How many of those counted were brought in by somebody."""
        return sum(key in self.chosen for key in self.forest.parents)

    @property
    def per_year(self) -> list[tuple[int, int, int]]:
        """(year, how many joined, how many of these were brought in), first year first."""
        parents = self.forest.parents
        joined, brought = Counter[int](), Counter[int]()
        for key in self.chosen:
            if day := self.rows[key].joined_date:
                joined[day.year] += 1
                brought[day.year] += key in parents
        return [(year, joined[year], brought[year]) for year in sorted(joined)]

    @property
    def bringers(self) -> list[Bringer]:
        """Who brought in whom, each entrepreneur once; who led to most first."""
        found: dict[UUID, list[Joined]] = {}
        for key in self.forest.parents:
            row = self.rows[key]  # type: ignore[index]
            if row.brought_by_id is not None:
                found.setdefault(row.brought_by_id, []).append(row)
        made = [self._bringer(key, rows) for key, rows in found.items()]
        return sorted(made, key=lambda each: (-each.total, each.name.casefold(), str(each.entrepreneur_id)))

    def _bringer(self, key: UUID, rows: list[Joined]) -> Bringer:
        one = rows[0]
        assert one.bringer_firm_id is not None
        counted = [row for row in rows if row.employer_id in self.chosen]
        days = sorted(row.joined_date for row in counted if row.joined_date)
        return Bringer(
            key,
            f"{one.first_name or ''} {one.last_name or ''}".strip(),
            one.bringer_firm_id,
            self.rows[one.bringer_firm_id].name,
            len(counted),
            sum(self.forest.below[row.employer_id] for row in rows),
            days[0] if days else None,
            days[-1] if days else None,
            self.since.get(key),
        )

    def path_to(self, key: UUID) -> list[Joined]:
        """Who led to this firm, the first one first."""
        return [self.rows[each] for each in self.forest.path_to(key)[:-1]]  # type: ignore[index]

    def through(self, key: UUID) -> list[Joined]:
        """All firms behind this one that are counted, in the order in which they joined."""
        behind, waiting = [], list(self.forest.children.get(key, ()))
        while waiting:
            each = waiting.pop()
            waiting += self.forest.children[each]
            behind.append(self.rows[each])  # type: ignore[index]
        counted = [row for row in behind if row.employer_id in self.chosen]
        return sorted(
            counted, key=lambda row: (row.joined_date or date.max, row.name.casefold(), str(row.employer_id))
        )


def network_of(viewer: Actor, filters: NetworkFilters) -> Network:
    """The network of the viewer's region. Two queries, one more where it is narrowed to a club."""
    every = {row.employer_id: row for row in joined_in_region(viewer)}
    years = sorted({row.joined_date.year for row in every.values() if row.joined_date})
    if filters.until is not None:
        every = {
            key: row
            for key, row in every.items()
            if row.joined_date and row.joined_date.year <= filters.until
        }
    chosen = {key for key, row in every.items() if _fits(row, filters)}
    if filters.club_id is not None:
        chosen &= _members(viewer, filters.club_id)
    drawn = set(chosen)
    for key in chosen:
        above = every[key].bringer_firm_id
        while above in every and above not in drawn:
            drawn.add(above)
            above = every[above].bringer_firm_id
    return Network({key: every[key] for key in drawn}, chosen, years, ambassadors_since(viewer))


def ambassadors_since(viewer: Actor) -> dict[UUID, date]:
    """Who is an ambassador now in the viewer's region, and since when. One query."""
    if not viewer.can("see_employers"):
        return {}
    running = Ambassador.objects.filter(region_id=viewer.region_id, until_date=None)
    return dict(running.values_list("entrepreneur_id", "since_date"))


def _members(viewer: Actor, club_id: UUID) -> set[UUID]:
    members = ClubMember.objects.filter(club_id=club_id, club__region_id=viewer.region_id)
    return set(members.values_list("employer_id", flat=True))


def _fits(row: Joined, filters: NetworkFilters) -> bool:
    return (not filters.sector or row.sector == filters.sector) and (
        filters.organisation_id is None or row.organisation_id == filters.organisation_id
    )
