"""Noting that what a guest asked for is arranged: an interpreter, childcare, a chair more; and that the journey is paid."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.post.commands import withdraw_messages

from ..messages import people_of, tell_all, tell_the_day_before_anew
from ..models import Gathering, Guest, Reply
from ..over import is_ahead
from ..queries.arranging import may_know_needs
from ..queries.gatherings import can_edit, gathering_for, lock_gathering
from ..queries.guests import guest_rows
from ..queries.hearing import is_to_call, keep_for_calls
from ..queries.needs import BEFOREHAND, TRAVEL, is_needed
from ..refusals import GuestAsksNothing


@command(about="guest")
def note_arranged(
    *, actor: Actor, at: datetime, gathering_id: UUID, guest_id: UUID, need: str, is_arranged: bool = True
) -> None:
    """This need of a guest (`queries.needs`) is arranged; or not yet, where that was ticked by mistake. Again changes nothing.

    An interpreter or childcare that is there, or is there no more, is told to the guest: in what waits for the day before, else
    in a message of its own, and whom none reaches in time stands on the list of calls. The journey is paid to who was there.

    Who may know what the guest asks for ticks it: the guest's own organisation, and the one that holds the gathering where it
    sees files; `NotVisible` for every other. `GuestAsksNothing` where there is nothing to arrange.
    """
    gathering, (guest,) = _guests_to_tick(actor, gathering_id, [guest_id])
    before = guest.arranged
    if is_arranged and not _to_tick(actor, gathering, [guest], need):
        raise GuestAsksNothing()
    _tick([guest], need, is_arranged=is_arranged)
    if guest.arranged != before and need in BEFOREHAND:
        _tell_the_guest(actor, at, gathering, guest, need)


@command(about="gathering")
def note_travel_paid(
    *, actor: Actor, at: datetime, gathering_id: UUID, guest_ids: Collection[UUID], is_paid: bool = True
) -> int:
    """The journey of each of these guests is paid; or not yet, where that was ticked by mistake. Who may tick it: as in
    `note_arranged`, `NotVisible` where one of them is not for the actor. Who gets nothing back is left as it was. Returns how
    many changed."""
    gathering, guests = _guests_to_tick(actor, gathering_id, guest_ids)
    changing = [guest for guest in guests if (TRAVEL in guest.arranged) != is_paid]
    if is_paid:
        changing = _to_tick(actor, gathering, changing, TRAVEL)
    _tick(changing, TRAVEL, is_arranged=is_paid)
    tell(count=len(changing))
    return len(changing)


def _guests_to_tick(
    actor: Actor, gathering_id: UUID, guest_ids: Collection[UUID]
) -> tuple[Gathering, list[Guest]]:
    actor.require("plan_gatherings")
    gathering = gathering_for(actor, gathering_id)
    # an answer that asks for more, and a change of the hour, come before this or after it
    lock_gathering(gathering.pk)
    gathering.refresh_from_db(fields=["status", "starts_at", "ends_at", "place_name", "address"])
    found = list(Guest.objects.filter(gathering=gathering, pk__in=guest_ids).order_by("id"))
    known = [guest for guest in found if may_know_needs(actor, gathering, guest.organisation_id)]
    # who names no guest has something to tick at an own gathering alone
    if len(known) < len(set(guest_ids)) or not (known or can_edit(actor, gathering)):
        raise NotVisible()
    return gathering, known


def _to_tick(actor: Actor, gathering: Gathering, guests: list[Guest], need: str) -> list[Guest]:
    """Of whom this is to be ticked, or is."""
    rows = guest_rows(actor, gathering, guests) if guests else []
    asking = {row.id for row in rows if row.wants and need in [name for name, *_words in row.to_tick]}
    return [guest for guest in guests if guest.pk in asking]


def _tick(guests: list[Guest], need: str, *, is_arranged: bool) -> None:
    for guest in guests:
        others = [name for name in guest.arranged if name != need]
        guest.arranged = sorted([*others, need]) if is_arranged else others
    Guest.objects.bulk_update(guests, ["arranged"])


def _tell_the_guest(actor: Actor, at: datetime, gathering: Gathering, guest: Guest, need: str) -> None:
    """One rule for what is there and for what is there no more: what was said before may say otherwise."""
    person = people_of([guest]).get(guest.pk)
    if person is None or guest.reply != Reply.YES or not is_ahead(gathering, at):
        return
    # who needs it no more, said so
    if not is_needed(guest, person, need):
        return
    if tell_the_day_before_anew(actor=actor, at=at, gathering=gathering, guest=guest):
        return
    # what was due and has not left, or found no way any more, may say otherwise: one message, or one call, tells how it is
    withdraw_messages(
        actor=actor, at=at, about_kind="gathering", about_id=gathering.pk,
        purposes=["arranged", "day_before"], to_id=guest.candidate_id,
    )  # fmt: skip
    if is_to_call(guest):
        # who is on the list of calls hears by that call how it stands now
        return
    written = keep_for_calls([guest], gathering, at)
    tell_all(actor=actor, at=at, gathering=gathering, guests=written, purpose="arranged")
