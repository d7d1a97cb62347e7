"""The table screen: who sits at one table in one round, and what was noted there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates_of
from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.gatherings.agreed import codes_in
from werktop.gatherings.models import (
    Agreement,
    Click,
    Gathering,
    Guest,
    GuestKind,
    Host,
    Seat,
    SeatPlan,
    Table,
    TalentSeen,
)
from werktop.work_profiles import queries as work_profiles

from .day import gatherings_to_run, may_lead
from .extra_chairs import extra_chairs_for, extra_chairs_in_words
from .guest_names import names_of
from .rounds import last_round

FIRST_TALENTS = 8
"""Talents that a table screen shows at once; the others are one tap away."""


def may_record(viewer: Actor, gathering: Gathering, table: Table) -> bool:
    """Whether the viewer notes for this table: its own host, or who leads the day."""
    if not viewer.can("record_table") or not gatherings_to_run(viewer).filter(pk=gathering.pk).exists():
        return False
    if may_lead(viewer, gathering):
        return True
    return Host.objects.filter(gathering=gathering, account_id=viewer.id, table=table).exists()


def hosted_until(viewer: Actor, table: Table) -> datetime | None:
    """When the viewer, who hosted this table, let it go, for the last time; None for who never did, or still hosts it.

    By the history of who hosts, which has the real time, as the device of who taps has."""
    if viewer.kind != "staff" or not viewer.can("record_table"):
        return None
    history = Host.pgh_event_model  # type: ignore[attr-defined]
    own = history.objects.filter(
        account_id=viewer.id, gathering_id=table.gathering_id, gathering__region_id=viewer.region_id
    )
    lines = list(own.order_by("pgh_id").values_list("table_id", "pgh_created_at"))
    gone = [at for (was, _since), (now, at) in pairwise(lines) if was == table.pk != now]
    return gone[-1] if gone and lines[-1][0] != table.pk else None


def table_for(viewer: Actor, gathering_id: UUID, **which: Any) -> tuple[Gathering, Table]:
    """A table, `which` by its `number` or its key (`pk`), for who may note at it, and for who hosted it before
    (`hosted_until`): that device may still have to hand something in. Else `NotVisible`."""
    table = (
        Table.objects.filter(gathering_id=gathering_id, **which)
        .select_related("gathering", "host__account")
        .first()
    )
    if table is None:
        raise NotVisible()
    if not may_record(viewer, table.gathering, table) and hosted_until(viewer, table) is None:
        raise NotVisible()
    return table.gathering, table


def own_table(viewer: Actor, gathering: Gathering) -> Table | None:
    """The table at which the viewer is the host, if any."""
    host = Host.objects.filter(gathering=gathering, account_id=viewer.id).select_related("table").first()
    return host.table if host else None


def is_seated(gathering: Gathering) -> bool:
    """Whether a plan of the seats is in force."""
    return SeatPlan.objects.filter(gathering=gathering, state=SeatPlan.State.IN_FORCE).exists()


@dataclass(frozen=True)
class Sitter:
    """Somebody at the table. For candidates: clicks (guest keys), talents (term keys), agreements (guest key and
    code). `is_here` where the door saw them come in."""

    guest_id: UUID
    name: str
    firm: str
    clicks: frozenset[UUID] = frozenset()
    talents: frozenset[UUID] = frozenset()
    agreed: frozenset[tuple[UUID, str]] = frozenset()
    is_here: bool = True


@dataclass(frozen=True)
class Talent:
    """A competency that can be noted."""

    id: UUID
    label: str


@dataclass(frozen=True)
class TableSheet:
    """One table in one round as its host sees it: first names only. `extra_chairs` in words, for who comes along."""

    round_number: int
    rounds_begun: int
    candidates: tuple[Sitter, ...]
    entrepreneurs: tuple[Sitter, ...]
    talents: tuple[Talent, ...]
    more_talents: tuple[Talent, ...]
    candidate_ids: tuple[UUID, ...]
    entrepreneur_ids: tuple[UUID, ...]
    extra_chairs: str

    @property
    def clicks(self) -> int:
        """Pairs that click at this table."""
        return sum(len(c.clicks) for c in self.candidates)

    @property
    def talents_seen(self) -> int:
        """Talents noted at this table."""
        return sum(len(c.talents) for c in self.candidates)

    @property
    def agreements(self) -> int:
        """Pairs with an agreement."""
        return sum(len({other for other, _code in c.agreed}) for c in self.candidates)


def table_sheet(gathering: Gathering, table: Table, round_number: int | None = None) -> TableSheet:
    """Who sits at this table in a round (without one: the last that has begun, else the first), and what was noted.

    Guests who are not there stay on it, last: somebody may come in late. The talents that the firms at the table look
    for come first, then those of the candidates, then what tables see most; no others. A constant number of queries.
    """
    begun = last_round(gathering)
    number = round_number if round_number and round_number <= gathering.rounds else max(1, begun)
    seated = list(
        Guest.objects.filter(
            pk__in=Seat.objects.filter(
                plan__gathering=gathering, plan__state=SeatPlan.State.IN_FORCE, round=number, table=table
            ).values("guest_id")
        ).order_by("kind", "id")
    )
    names = names_of(seated)
    seated = sorted(
        (g for g in seated if g.pk in names),
        key=lambda g: (g.arrived_at is None, names.first_name(g.pk).casefold(), g.pk),
    )
    candidates = [g for g in seated if g.kind == GuestKind.CANDIDATE]
    hosts = [g for g in seated if g.kind == GuestKind.ENTREPRENEUR]
    clicks = _clicks(candidates, hosts)
    seen: dict[UUID, set[UUID]] = defaultdict(set)
    for guest, term in TalentSeen.objects.filter(guest__in=candidates).values_list("guest_id", "term_id"):
        seen[guest].add(term)
    agreed: dict[UUID, set[tuple[UUID, str]]] = defaultdict(set)
    for row in Agreement.objects.filter(candidate_guest__in=candidates, entrepreneur_guest__in=hosts):
        agreed[row.candidate_guest_id] |= {(row.entrepreneur_guest_id, code) for code in codes_in(row.words)}
    first, rest = _talents(candidates, hosts, set().union(*seen.values()))
    return TableSheet(
        round_number=number,
        rounds_begun=begun,
        candidates=tuple(
            Sitter(
                g.pk,
                names.first_name(g.pk),
                "",
                frozenset(clicks[g.pk]),
                frozenset(seen[g.pk]),
                frozenset(agreed[g.pk]),
                is_here=g.arrived_at is not None,
            )
            for g in candidates
        ),
        entrepreneurs=tuple(
            Sitter(g.pk, names.first_name(g.pk), names.firm(g.pk), is_here=g.arrived_at is not None)
            for g in hosts
        ),
        talents=first,
        more_talents=rest,
        candidate_ids=tuple(g.candidate_id for g in candidates if g.candidate_id),
        entrepreneur_ids=tuple(g.entrepreneur_id for g in hosts if g.entrepreneur_id),
        extra_chairs=extra_chairs_in_words(extra_chairs_for(candidates)),
    )


def _clicks(candidates: Iterable[Guest], entrepreneurs: Iterable[Guest]) -> dict[UUID, set[UUID]]:
    # what the table noted: who answered for himself does so elsewhere, and is not shown here
    found: dict[UUID, set[UUID]] = defaultdict(set)
    rows = Click.objects.filter(chooser__in=candidates, chosen__in=entrepreneurs, source="host") | (
        Click.objects.filter(chooser__in=entrepreneurs, chosen__in=candidates, source="host")
    )
    kinds = {g.pk for g in candidates}
    for chooser, chosen in rows.values_list("chooser_id", "chosen_id"):
        candidate, other = (chooser, chosen) if chooser in kinds else (chosen, chooser)
        found[candidate].add(other)
    return found


def _talents(
    seated: list[Guest], entrepreneurs: list[Guest], noted: set[UUID]
) -> tuple[tuple[Talent, ...], tuple[Talent, ...]]:
    people = employers.entrepreneurs_by_id([g.entrepreneur_id for g in entrepreneurs if g.entrepreneur_id])
    sought: set[UUID] = set().union(
        *work_profiles.term_ids_sought_by({p.employer_id for p in people.values()}).values()
    )
    told = candidates_of.term_ids_of([g.candidate_id for g in seated if g.candidate_id])
    theirs: set[UUID] = set().union(*told.values())
    terms = [
        t
        for t in catalogue.shared_terms(catalogue.TermKind.COMPETENCY)
        if t.is_often or t.pk in sought | theirs | noted
    ]
    terms.sort(key=lambda t: (t.pk not in sought, t.pk not in theirs, not t.is_often))
    listed = [Talent(t.pk, t.label) for t in terms]
    return tuple(listed[:FIRST_TALENTS]), tuple(listed[FIRST_TALENTS:])


__all__ = [
    "Sitter",
    "TableSheet",
    "Talent",
    "hosted_until",
    "may_record",
    "own_table",
    "table_for",
    "table_sheet",
]
