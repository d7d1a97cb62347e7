"""The day itself: who may run it, who is there, who sits where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.gatherings.models import (
    Gathering,
    GatheringFormat,
    GatheringStatus,
    Guest,
    GuestKind,
    Host,
    Reply,
    Round,
    Seat,
    SeatPlan,
    Table,
)

from ..day_refusals import DayIsClosedForHosts
from ..moments import days_until
from ..over import is_closed
from .gatherings import can_edit
from .guest_names import names_of, plain
from .rounds import ClockFace

EVENING = time(17)
"""The hour, on the day before, from which a day can begin."""
AN_HOUR = timedelta(hours=1)


def gatherings_to_run(viewer: Actor) -> QuerySet[Gathering]:
    """The gatherings at whose door or tables the viewer may stand: those of the own organisation for who plans
    them, and any in the region where the viewer was put down as a host (colleagues of other organisations too).
    """
    if viewer.kind == "system":
        return Gathering.objects.order_by("-starts_at", "id")
    if not viewer.can("run_day"):
        return Gathering.objects.none()
    helps = Q(pk__in=Host.objects.filter(account_id=viewer.id).values("gathering_id"))
    if viewer.can("plan_gatherings"):
        helps |= Q(organisation_id=viewer.organisation_id)
    return Gathering.objects.filter(helps, region_id=viewer.region_id).order_by("-starts_at", "id")


def gathering_on_the_day(viewer: Actor, gathering_id: UUID) -> Gathering:
    """One gathering that the viewer may run, else `NotVisible`."""
    found = gatherings_to_run(viewer).filter(pk=gathering_id).first()
    if found is None:
        raise NotVisible()
    return found


def gathering_at_the_door(viewer: Actor, gathering_id: UUID, at: datetime) -> Gathering:
    """The same for what names the guests or notes their words: `DayIsClosedForHosts` once it is over for who only helps."""
    return open_to(viewer, gathering_on_the_day(viewer, gathering_id), at)


def open_to(viewer: Actor, gathering: Gathering, at: datetime) -> Gathering:
    """The same gathering, where the viewer may still read who is there: `DayIsClosedForHosts` otherwise."""
    if is_closed_to(viewer, gathering, at):
        raise DayIsClosedForHosts()
    return gathering


def is_closed_to(viewer: Actor, gathering: Gathering, at: datetime) -> bool:
    """Whether this gathering is over and the viewer only helped at it: who was there is no longer theirs to read."""
    return is_closed(gathering, at) and not may_lead(viewer, gathering)


def runs_day(viewer: Actor, gathering: Gathering, at: datetime) -> bool:
    """Whether the viewer has the pages of the day, which end with it for who only hosts (`is_closed_to`). A query only
    where it is not plain."""
    if may_lead(viewer, gathering):
        return True
    if is_closed(gathering, at):
        return False
    return gatherings_to_run(viewer).filter(pk=gathering.pk).exists()


def may_lead(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer replans and finishes the day: who plans gatherings in the responsible organisation."""
    return can_edit(viewer, gathering)


def gathering_to_start(actor: Actor, gathering_id: UUID) -> Gathering:
    """The gathering, locked, for who may run it; else `NotVisible`. Call it inside a command."""
    found = gatherings_to_run(actor).select_for_update().filter(pk=gathering_id).first()
    if found is None:
        raise NotVisible()
    return found


def gathering_to_lead(actor: Actor, gathering_id: UUID) -> Gathering:
    """The gathering, locked, for who leads the day; `NotVisible` for everyone else. Call it inside a command."""
    found = gathering_to_start(actor, gathering_id)
    if not may_lead(actor, found):
        raise NotVisible()
    return found


def opens_from(gathering: Gathering) -> datetime:
    """From when on who leads can begin the day: the evening before, to lay things ready."""
    starts = gathering.starts_at.astimezone(ZoneInfo(gathering.time_zone))
    return datetime.combine(starts.date() - timedelta(days=1), EVENING, tzinfo=starts.tzinfo)


def may_start(viewer: Actor, gathering: Gathering, at: datetime) -> bool:
    """Whether the viewer opens the doors: on the day itself everyone who stands at the door or a table, since guests do
    not wait for a colleague; who leads from the evening before on, and also afterwards, where it was forgotten. The caller
    got `gathering` from `gathering_on_the_day`."""
    return days_until(gathering, at) == 0 or (may_lead(viewer, gathering) and at >= opens_from(gathering))


def is_early(gathering: Gathering, at: datetime) -> bool:
    """Whether who begins the day now is asked to say so twice: most guests are an hour or more away."""
    return at < gathering.starts_at - AN_HOUR


def can_take_back_start(gathering: Gathering) -> bool:
    """Whether a day that runs can be taken back: nobody was let in and no round began. At most two queries."""
    return gathering.status == GatheringStatus.RUNNING and not (
        Round.objects.filter(gathering=gathering).exists()
        or Guest.objects.filter(gathering=gathering, arrived_at__isnull=False).exists()
    )


@dataclass(frozen=True)
class GuestLine:
    """A guest at the door. `state`: here, expected (said yes), late (said so), left, or open (no yes yet)."""

    id: UUID
    kind: str
    name: str
    firm: str
    state: str
    table_number: int | None
    person_kind: str
    person_id: UUID
    # another organisation's candidate who did not say yes: nobody here knows that name, unless it is told at the door
    is_to_be_told: bool = False
    # at speed dates: no turn in this round, but in another
    is_waiting: bool = False

    @property
    def is_candidate(self) -> bool:
        return self.kind == GuestKind.CANDIDATE


def door_state(guest: Guest) -> str:
    """Where this guest is, as far as the door knows."""
    if guest.left_at:
        return "left"
    if guest.arrived_at:
        return "here"
    if guest.reply == Reply.YES:
        return "late" if guest.is_late_expected else "expected"
    return "open"


def door(viewer: Actor, gathering: Gathering, face: ClockFace) -> list[GuestLine]:
    """All guests of the day by name, with their table in the running (else the next) round. Five questions."""
    guests = list(Guest.objects.filter(gathering=gathering).order_by("kind", "id"))
    names, is_whole = names_of(guests, among=guests), sees_whole_names(viewer, gathering)
    seats = list(
        Seat.objects.filter(plan__gathering=gathering, plan__state=SeatPlan.State.IN_FORCE).values_list(
            "guest_id", "table__number", "round"
        )
    )
    tables = {who: table for who, table, number in seats if number == face.seated_round}
    takes_turns = {who for who, _t, _n in seats} if gathering.format == GatheringFormat.SPEED_DATES else set()
    found = []
    for guest in guests:
        if guest.pk not in names:
            continue
        state = door_state(guest)
        person_kind, person_id = person_of(guest)
        found.append(
            GuestLine(
                guest.pk,
                guest.kind,
                names.shown(guest.pk, is_whole=is_whole),
                names.firm(guest.pk),
                state,
                tables.get(guest.pk),
                person_kind,
                person_id,
                is_to_be_told=guest.kind == GuestKind.CANDIDATE
                and state == "open"
                and guest.reply != Reply.WAITING
                and guest.organisation_id != viewer.organisation_id,
                is_waiting=guest.pk in takes_turns and guest.pk not in tables,
            )
        )
    return sorted(found, key=lambda line: (plain(line.name), line.id))


def lines_at(lines: list[GuestLine], words: str = "") -> list[GuestLine]:
    """Those whose name (any part that is shown) or firm begins with `words`. Without words everyone who is expected
    or was here; who did not say yes is found by name only: somebody may turn up all the same.
    """
    sought = plain(words)
    if not sought:
        return [line for line in lines if line.state != "open"]
    return [
        line
        for line in lines
        if (plain(line.name) == sought if line.is_to_be_told else True)
        and any(plain(part).startswith(sought) for part in (line.name, line.firm, *line.name.split()))
    ]


def sees_whole_names(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer sees last names: who plans, at a public body, a gathering of the own organisation."""
    return viewer.can("see_whole_names") and viewer.organisation_id == gathering.organisation_id


def person_of(guest: Guest) -> tuple[str, UUID]:
    """The kind and key of the person behind a guest."""
    person = guest.candidate_id or guest.entrepreneur_id
    assert person is not None
    return guest.kind, person


def guest_by_badge(viewer: Actor, badge: str, at: datetime) -> tuple[Gathering, Guest]:
    """The guest whose badge this is, at a gathering that the viewer may run; the one nearest to now. `NotVisible`, or
    `DayIsClosedForHosts`."""
    found = Guest.objects.filter(badge=badge, gathering__in=gatherings_to_run(viewer)).select_related(
        "gathering"
    )
    nearest = min(found.order_by("id"), key=lambda g: abs(g.gathering.starts_at - at), default=None)
    if nearest is None:
        raise NotVisible()
    return open_to(viewer, nearest.gathering, at), nearest


def table_of(guest: Guest, number: int) -> Table | None:
    """The table of a guest in this round of the plan in force."""
    seat = (
        Seat.objects.filter(
            plan__gathering=guest.gathering_id, plan__state=SeatPlan.State.IN_FORCE, round=number, guest=guest
        )
        .select_related("table")
        .first()
    )
    return seat.table if seat else None
