"""What the page before a gathering tells: who comes, who has not answered, what to expect, what is lacking."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from werktop.audit.actors import Actor

from ..models import WALKED_IN, Gathering, GatheringStatus, Guest, GuestKind, Host, Reply, Table
from .answers import Answers, answers_among, hidden_answers
from .arranging import asking_among, needs_at
from .extra_chairs import extra_chairs_for
from .guests import guest_rows, not_answered_among, to_arrange
from .not_fitting import asked_of, not_fitting
from .shortages import Shortage, Turnout, shortages
from .tables import spare_hosts_of, tables_with_hosts
from .who_sees import sees_guests

SHOW_RATES = {GuestKind.CANDIDATE: 0.8, GuestKind.ENTREPRENEUR: 0.95}
"""How many of those who say yes come, until a region knows better. Careful guesses, not results."""
UNANSWERED_RATES = {GuestKind.CANDIDATE: 0.2, GuestKind.ENTREPRENEUR: 0.2}
"""How many of those who have not answered are counted on. A stated guess, shown as one (decision 11)."""
ENOUGH = 40
"""From so many yeses at finished gatherings on, a region's own rate is used."""


@dataclass(frozen=True)
class Expected:
    """How many are expected to come: an estimate, with what it is made of.

    `of_yes` people out of `yes` answers at `rate`, and `of_open` out of `open` who have not answered at `open_rate`.
    `is_own_rate`: `rate` comes from this region's own gatherings.
    """

    yes: int
    of_yes: int
    rate: float
    is_own_rate: bool
    open: int
    of_open: int
    open_rate: float

    @property
    def people(self) -> int:
        """All together."""
        return self.of_yes + self.of_open


def expected_attendance(gathering: Gathering, answers: dict[str, Answers]) -> dict[str, Expected]:
    """Kind of guest to who is expected. One query.

    The rule: those who said yes, times the share of yeses that came to this region's finished gatherings of any
    kind (from `ENOUGH` yeses on; before that `SHOW_RATES`); and those who were asked and have not answered, times
    `UNANSWERED_RATES`. Who waits for a chair or said no is not counted.
    """
    past = {
        row["kind"]: row
        for row in Guest.objects.filter(
            gathering__region_id=gathering.region_id,
            gathering__status=GatheringStatus.FINISHED,
            reply=Reply.YES,
        )
        .exclude(WALKED_IN)
        .values("kind")
        .annotate(yes=Count("id"), came=Count("id", filter=Q(arrived_at__isnull=False)))
        .order_by("kind")
    }
    found = {}
    for kind, told in answers.items():
        known = past.get(kind)
        is_own = known is not None and known["yes"] >= ENOUGH
        rate = known["came"] / known["yes"] if known is not None and is_own else SHOW_RATES[GuestKind(kind)]
        open_rate = UNANSWERED_RATES[GuestKind(kind)]
        found[kind] = Expected(
            yes=told.yes,
            of_yes=round(told.yes * rate),
            rate=rate,
            is_own_rate=is_own,
            open=told.open,
            of_open=round(told.open * open_rate),
            open_rate=open_rate,
        )
    return found


@dataclass(frozen=True)
class Cockpit:
    """All that the page before a gathering shows. `guests` are all of them, for what is counted;
    `unanswered` and `extra_chairs` only for who may see the guest list; `asking` are who comes and needs something, after
    the day who was there and gets the travel costs back, of whom the viewer may know that; `asked_together` is what they need,
    counted, for who sees no files. `hidden`: by kind of guest which of the `answers` are not for who reads no guest list."""

    gathering: Gathering
    guests: list[Guest]
    answers: dict[str, Answers]
    hidden: dict[str, set[str]]
    expected: dict[str, Expected]
    tables: list[Table]
    spare_hosts: list[Host]
    shortages: list[Shortage]
    preparations: list[Gathering]
    can_see_guests: bool
    unanswered: list[Any] = field(default_factory=list)
    shown_ids: list[UUID] = field(default_factory=list)
    extra_chairs: int = 0
    asking: list[Any] = field(default_factory=list)
    asked_together: list[str] = field(default_factory=list)


def cockpit_of(viewer: Actor, gathering: Gathering, at: datetime) -> Cockpit:
    """Read the page before a gathering as it is at `at`. Constant number of queries. The caller got `gathering` from
    `gathering_for`."""
    guests = list(Guest.objects.filter(gathering=gathering).order_by("id"))
    answers, tables = answers_among(guests), tables_with_hosts(gathering)
    can_see = sees_guests(viewer, gathering)
    silent, asking = not_answered_among(guests), asking_among(viewer, gathering, guests, at)
    # read together: one set of queries for both
    named = {r.id: r for r in guest_rows(viewer, gathering, [*silent, *asking])} if can_see else {}
    unanswered = [named[g.pk] for g in silent if g.pk in named]
    told = [named[g.pk].with_needs(needs_at(gathering, at)) for g in asking if g.pk in named]
    wanting = [row for row in told if row.wants]
    return Cockpit(
        gathering=gathering,
        guests=guests,
        answers=answers,
        hidden={kind: set() if can_see else hidden_answers(told) for kind, told in answers.items()},
        expected=expected_attendance(gathering, answers),
        tables=tables,
        spare_hosts=spare_hosts_of(gathering),
        shortages=_shortages(gathering, answers, tables, guests),
        preparations=preparations_of(gathering),
        can_see_guests=can_see,
        unanswered=unanswered,
        extra_chairs=extra_chairs_for(g for g in guests if g.reply == Reply.YES) if can_see else 0,
        asking=sorted(wanting, key=lambda r: (r.name.casefold(), r.id)),
        asked_together=to_arrange(viewer, gathering, at) if can_see else [],
        shown_ids=[r.candidate_id for r in [*unanswered, *wanting] if r.candidate_id and r.is_named],
    )


def preparations_of(gathering: Gathering) -> list[Gathering]:
    """The preparations for a gathering that go on, the first one first."""
    return list(gathering.preparations.exclude(status=GatheringStatus.CANCELLED).order_by("starts_at", "id"))


def _shortages(
    gathering: Gathering, answers: dict[str, Answers], tables: list[Table], guests: list[Guest]
) -> list[Shortage]:
    """What is missing as the answers stand; on the day and after it the other pages tell."""
    if gathering.status != GatheringStatus.PREPARING:
        return []
    people, firms = (
        Turnout(told.yes, told.open, bool(told.invited))
        for told in (answers[GuestKind.CANDIDATE], answers[GuestKind.ENTREPRENEUR])
    )
    open_tables = [t for t in tables if not t.is_closed]
    return shortages(gathering, open_tables, people, firms) + not_fitting(
        asked_of(gathering, open_tables, guests)
    )
