"""What the page before a gathering tells: who comes, who has not answered, what to expect, what is lacking."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor

from ..formats import chairs_for
from ..models import Gathering, GatheringFormat, GatheringStatus, Guest, GuestKind, Host, Reply, Table
from .guests import unanswered_guests

SHOW_RATES = {GuestKind.CANDIDATE: 0.8, GuestKind.ENTREPRENEUR: 0.95}
"""How many of those who say yes come, until a region knows better. Careful guesses, not results."""
ENOUGH = 40
"""From so many yeses at finished gatherings on, a region's own rate is used."""


@dataclass(frozen=True)
class Answers:
    """How one kind of guest answered, in numbers. `invited` counts everyone who was asked, whatever they said."""

    chosen: int = 0
    invited: int = 0
    yes: int = 0
    open: int = 0
    no: int = 0
    waiting: int = 0


def answers_of(gathering: Gathering) -> dict[str, Answers]:
    """Kind of guest to the numbers. One query."""
    rows = (
        Guest.objects.filter(gathering=gathering)
        .values("kind")
        .annotate(
            chosen=Count("id", filter=Q(reply=Reply.CHOSEN)),
            invited=Count("id", filter=~Q(reply=Reply.CHOSEN)),
            yes=Count("id", filter=Q(reply=Reply.YES)),
            open=Count("id", filter=Q(reply=Reply.INVITED)),
            no=Count("id", filter=Q(reply=Reply.NO)),
            waiting=Count("id", filter=Q(reply=Reply.WAITING)),
        )
        .order_by("kind")
    )
    found = {
        row["kind"]: Answers(
            row["chosen"], row["invited"], row["yes"], row["open"], row["no"], row["waiting"]
        )
        for row in rows
    }
    return {kind: found.get(kind, Answers()) for kind in GuestKind.values}


@dataclass(frozen=True)
class Expected:
    """How many are expected to come: `yes` times `rate`, rounded. `is_own_rate`: from this region's own gatherings."""

    people: int
    yes: int
    rate: float
    is_own_rate: bool

    @property
    def in_ten(self) -> int:
        """The rate in words: so many out of ten."""
        return round(self.rate * 10)


def expected_attendance(gathering: Gathering, answers: dict[str, Answers]) -> dict[str, Expected]:
    """Kind of guest to who is expected. One query.

    The rule: those who said yes, times the share of yeses that came to this region's finished gatherings of any
    kind (from `ENOUGH` yeses on; before that `SHOW_RATES`). Who has not answered counts as not coming.
    """
    past = {
        row["kind"]: row
        for row in Guest.objects.filter(
            gathering__region_id=gathering.region_id,
            gathering__status=GatheringStatus.FINISHED,
            reply=Reply.YES,
        )
        .values("kind")
        .annotate(yes=Count("id"), came=Count("id", filter=Q(arrived_at__isnull=False)))
        .order_by("kind")
    }
    found = {}
    for kind, told in answers.items():
        known = past.get(kind)
        is_own = known is not None and known["yes"] >= ENOUGH
        rate = known["came"] / known["yes"] if known is not None and is_own else SHOW_RATES[GuestKind(kind)]
        found[kind] = Expected(round(told.yes * rate), told.yes, rate, is_own)
    return found


@dataclass(frozen=True)
class Lack:
    """What there is too little of: `kind` is entrepreneurs, candidates, hosts or tables; `todo` says what helps."""

    kind: str
    text: str
    todo: str


def tables_of(gathering: Gathering) -> list[Table]:
    """The tables with their hosts, by number. One query."""
    return list(Table.objects.filter(gathering=gathering).select_related("host__account").order_by("number"))


def spare_hosts_of(gathering: Gathering) -> list[Host]:
    """Colleagues who help at the door or stand by, by name. One query."""
    return list(
        Host.objects.filter(gathering=gathering, table=None)
        .select_related("account")
        .order_by("account__name", "id")
    )


def host_at(table: Table) -> Host | None:
    """The host of a table, or None."""
    return getattr(table, "host", None)


def lacks_of(gathering: Gathering, answers: dict[str, Answers], tables: list[Table]) -> list[Lack]:
    """What is lacking as the answers stand now, the gravest first; nothing once it is over or cancelled.

    Too few candidates is said when the yeses and the open answers together leave more than a quarter of the chairs empty.
    """
    if gathering.status != GatheringStatus.PREPARING:
        return []
    open_tables = [t for t in tables if not t.is_closed]
    found: list[Lack] = []
    if not open_tables:
        return [Lack("tables", _("Er is geen open tafel"), _("Voeg een tafel toe of open er een."))]
    firms, people = answers[GuestKind.ENTREPRENEUR], answers[GuestKind.CANDIDATE]
    few = chairs_for(gathering, GuestKind.ENTREPRENEUR, len(open_tables)) - firms.yes
    if few > 0 and firms.invited:
        if firms.open >= few:
            todo = ngettext(
                "%(count)s ondernemer heeft nog niet geantwoord: bel of herinner.",
                "%(count)s ondernemers hebben nog niet geantwoord: bel of herinner ze.",
                firms.open,
            ) % {"count": firms.open}
        else:
            todo = _("Nodig er meer uit, sluit een tafel, of zet per tafel een stoel bij.")
        text = ngettext("%(count)s ondernemer te weinig", "%(count)s ondernemers te weinig", few) % {
            "count": few
        }
        found.append(Lack("entrepreneurs", text, todo))
    if gathering.format != GatheringFormat.SPEED_DATES:
        without = [t.number for t in open_tables if host_at(t) is None]
        if without:
            text = ngettext(
                "%(count)s tafel zonder tafelhost", "%(count)s tafels zonder tafelhost", len(without)
            ) % {"count": len(without)}
            todo = _("Vraag een collega, of sluit een tafel: %(numbers)s.") % {
                "numbers": ", ".join(map(str, without))
            }
            found.append(Lack("hosts", text, todo))
    chairs = chairs_for(gathering, GuestKind.CANDIDATE, len(open_tables))
    hoped = people.yes + people.open
    if people.invited and hoped < 0.75 * chairs:
        text = ngettext(
            "Hooguit %(count)s kandidaat aan %(tables)s tafels",
            "Hooguit %(count)s kandidaten aan %(tables)s tafels",
            hoped,
        ) % {"count": hoped, "tables": len(open_tables)}
        found.append(Lack("candidates", text, _("Nodig er meer uit, of sluit een tafel.")))
    return found


@dataclass(frozen=True)
class Cockpit:
    """All that the page before a gathering shows. `unanswered` only for who may see the guest list."""

    gathering: Gathering
    answers: dict[str, Answers]
    expected: dict[str, Expected]
    tables: list[Table]
    spare_hosts: list[Host]
    lacks: list[Lack]
    preparations: list[Gathering]
    can_see_guests: bool
    unanswered: list[Any] = field(default_factory=list)
    shown_ids: list[UUID] = field(default_factory=list)


def cockpit_of(viewer: Actor, gathering: Gathering) -> Cockpit:
    """Read the page before a gathering. Constant number of queries. The caller got `gathering` from `gathering_for`."""
    answers, tables = answers_of(gathering), tables_of(gathering)
    can_see = viewer.can("see_guest_list")
    unanswered = unanswered_guests(viewer, gathering) if can_see else []
    return Cockpit(
        gathering=gathering,
        answers=answers,
        expected=expected_attendance(gathering, answers),
        tables=tables,
        spare_hosts=spare_hosts_of(gathering),
        lacks=lacks_of(gathering, answers, tables),
        preparations=list(
            gathering.preparations.exclude(status=GatheringStatus.CANCELLED).order_by("starts_at", "id")
        ),
        can_see_guests=can_see,
        unanswered=unanswered,
        shown_ids=[row.candidate_id for row in unanswered if row.candidate_id and row.is_named],
    )
