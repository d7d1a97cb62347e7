"""Changing seats by hand: move, swap, undo. A change names the version it saw, so that nobody is overruled unseen."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.gatherings.models import Guest, GuestKind, Pin, SeatPlan
from werktop.gatherings.queries.gatherings import gathering_to_edit, open_gathering
from werktop.gatherings.queries.guest_names import names_of
from werktop.gatherings.queries.seat_report import counted_anew
from werktop.gatherings.queries.seating import Hall, hall, seats_of
from werktop.gatherings.seat_refusals import (
    GuestHasNoChair,
    NobodySeatedYet,
    NothingToUndo,
    RoundHasBegun,
    SeatsChangedMeanwhile,
    TableIsFull,
)

from .seat_plans import Seats, lay_down


@command(about="gathering")
def move_guest(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    guest_id: UUID,
    round_number: int,
    table_id: UUID,
    version: int,
) -> int:
    """Seat a guest at another table in one round, on a free chair. Gives the new version of the plan.

    `version` is that of the plan the mover saw. Raises `SeatsChangedMeanwhile` (with where the guest sits now),
    `TableIsFull`, `RoundHasBegun`, `NobodySeatedYet`, `GuestHasNoChair`.
    """
    found = _hall_to_change(actor, gathering_id, guest_id, round_number, version)
    guest = _who_sits(found, guest_id)
    table = next((t for t in found.tables if t.id == table_id), None)
    if table is None or free_chairs(found, found.seats, round_number, table_id, guest.kind) < 1:
        raise TableIsFull()
    return _changed(found, {(round_number, guest_id): table_id}, actor=actor, at=at)


@command(about="gathering")
def swap_guests(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    guest_id: UUID,
    other_guest_id: UUID,
    round_number: int,
    version: int,
) -> int:
    """Let two candidates, or two entrepreneurs, change places in one round. Gives the new version of the plan.

    One of them may have no chair in this round (who waits, or rests): then the other waits. Raises as `move_guest`.
    """
    found = _hall_to_change(actor, gathering_id, guest_id, round_number, version)
    guest, other = _who_sits(found, guest_id), _who_sits(found, other_guest_id)
    here = found.seats.get((round_number, guest_id))
    there = found.seats.get((round_number, other_guest_id))
    if guest.kind != other.kind or guest.id == other.id or here == there:
        raise GuestHasNoChair()
    return _changed(
        found, {(round_number, guest_id): there, (round_number, other_guest_id): here}, actor=actor, at=at
    )


@command(about="gathering")
def undo_last_change(*, actor: Actor, at: datetime, gathering_id: UUID, version: int) -> int:
    """Go back to the seats before the last change; rounds that have begun stay. Gives the new version."""
    found = hall(open_gathering(gathering_to_edit(actor, gathering_id)), with_expected=True)
    if found.plan is None:
        raise NobodySeatedYet()
    if found.plan.version != version:
        raise SeatsChangedMeanwhile()
    if found.plan.follows_id is None:
        raise NothingToUndo()
    earlier = SeatPlan.objects.get(pk=found.plan.follows_id)
    open_ids = {t.id for t in found.tables}
    seats = {key: t for key, t in seats_of(earlier).items() if key[0] > found.begun and t in open_ids}
    seats |= {key: table for key, table in found.seats.items() if key[0] <= found.begun}
    report, _score = counted_anew(found, seats, earlier.report)
    plan = lay_down(
        found, seats, actor=actor, at=at, report=report, follows_id=earlier.follows_id, seed=earlier.seed
    )
    return plan.version


def free_chairs(found: Hall, seats: Seats, round_number: int, table_id: UUID, kind: str) -> int:
    """Chairs that nobody has at a table in a round, for candidates or for entrepreneurs."""
    most = found.chairs_per_table if kind == GuestKind.CANDIDATE else found.entrepreneurs_per_table
    taken = sum(
        table == table_id and number == round_number and found.everyone[guest].kind == kind
        for (number, guest), table in seats.items()
    )
    return most - taken


def _hall_to_change(
    actor: Actor, gathering_id: UUID, guest_id: UUID, round_number: int, version: int
) -> Hall:
    found = hall(open_gathering(gathering_to_edit(actor, gathering_id)), with_expected=True)
    if found.plan is None:
        raise NobodySeatedYet()
    if found.plan.version != version:
        raise SeatsChangedMeanwhile(what_it_is_now(found, guest_id, round_number))
    if round_number <= found.begun:
        raise RoundHasBegun()
    if not 1 <= round_number <= found.gathering.rounds:
        raise GuestHasNoChair()
    return found


def what_it_is_now(found: Hall, guest_id: UUID, round_number: int) -> str:
    """Who changed the plan in force and when, and where the guest sits now."""
    plan = found.plan
    assert plan is not None
    accounts_found = accounts.accounts_by_id([plan.made_by_id]) if plan.made_by_id else {}
    who = accounts_found[plan.made_by_id].name if plan.made_by_id in accounts_found else _("Een collega")
    moment = timezone.localtime(plan.made_at).strftime("%H.%M")
    told = _("%(who)s heeft de opstelling om %(moment)s veranderd.") % {"who": who, "moment": moment}
    if guest_id in found.everyone:
        name = names_of([found.everyone[guest_id]], among=found.everyone.values()).first_name(guest_id)
        table_id = found.seats.get((round_number, guest_id))
        number = next((t.number for t in (*found.tables, *found.closed_tables) if t.id == table_id), None)
        if number is not None:
            told += " " + _("%(name)s zit in ronde %(round)s nu aan tafel %(table)s.") % {
                "name": name,
                "round": round_number,
                "table": number,
            }
    return told + " " + _("Jouw wijziging is niet doorgevoerd. Kijk of die nog nodig is.")


def _who_sits(found: Hall, guest_id: UUID) -> Guest:
    for guest in found.guests:
        if guest.id == guest_id:
            return guest
    raise GuestHasNoChair()


def _changed(found: Hall, changes: dict[tuple[int, UUID], UUID | None], *, actor: Actor, at: datetime) -> int:
    assert found.plan is not None
    seats = dict(found.seats)
    for key, table_id in changes.items():
        if table_id is None:
            seats.pop(key, None)
        else:
            seats[key] = table_id
            if key[1] in found.pins:
                # a pin goes along with the hand that moves the guest
                Pin.objects.filter(guest_id=key[1]).update(table_id=table_id)
    report, _score = counted_anew(found, seats, found.plan.report)
    plan = lay_down(
        found, seats, actor=actor, at=at, report=report,
        follows_id=found.plan.id, seed=found.plan.seed, moved=set(changes),
    )  # fmt: skip
    return plan.version
