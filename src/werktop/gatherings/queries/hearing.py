"""How each guest hears that a gathering changes or does not take place, and whom no message reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.post.in_time import first_to_go_to, leaves_too_late
from werktop.post.paper import comes_too_late
from werktop.post.recipients import recipient_of

from ..messages import ASKED, not_told_yet, people_of, whose_change_waits
from ..models import Gathering, Guest, Reply
from .earlier import is_another

CALL, LATE, NOTHING = "call", "late", ""
"""Only a call reaches this guest; the letter or text message comes too late; this guest was never told of it."""
TO_CALL = (CALL, LATE)
SOON = "soon"
"""An e-mail goes out and somebody calls too: it begins so soon that the e-mail may be read too late."""
TO_TICK = (*TO_CALL, SOON)
OFF = "off"
"""Another organisation takes this guest off the list: the own one calls, and then the guest is off it."""
ON_THE_LIST = (*TO_TICK, OFF)
Heard = tuple[datetime, str]
"""A start and a place."""


def ways_to_hear(gathering: Gathering, at: datetime) -> dict[UUID, str]:
    """Key of each guest who was asked to the way in which a cancellation at `at` reaches that guest: "email", "sms",
    "letter", `LATE` (a call, because a letter or a text message comes too late), `SOON` (an e-mail and a call), `CALL`, or
    `NOTHING` where the invitation has not left. A constant number of queries."""
    asked = list(Guest.objects.filter(gathering=gathering, reply__in=ASKED).order_by("invited_at", "id"))
    unheard = not_told_yet(gathering)
    return ways_of_news(asked, gathering, at) | {guest.pk: NOTHING for guest in asked if guest.pk in unheard}


def last_heard(guests: Sequence[Guest], gathering: Gathering) -> dict[UUID, Heard]:
    """Key of each guest whom a change has perhaps not reached, since its message has not left or nobody called, to the start and
    place that this guest last heard of. Ask it before anything is withdrawn. One query at most."""
    moved = [(guest, guest.reckons_with_at) for guest in guests if guest.reckons_with_at]
    waits = whose_change_waits(gathering) if moved else set()
    return {
        guest.pk: (starts_at, guest.reckons_with_place)
        for guest, starts_at in moved
        if is_to_call(guest) or (guest.kind, guest.candidate_id or guest.entrepreneur_id) in waits
    }


def another_day_heard(guests: Sequence[Guest], gathering: Gathering) -> dict[UUID, dict[str, Any]]:
    """`last_heard` for who is told that it does not go on, or that they are off the list: of those alone who last heard of
    another day or place."""
    heard = {
        key: {"starts_at": starts_at, "place_name": place}
        for key, (starts_at, place) in last_heard(guests, gathering).items()
    }
    return {key: facts for key, facts in heard.items() if is_another(facts, gathering)}


def ways_now(guests: Sequence[Guest], gathering: Gathering, at: datetime) -> dict[UUID, str]:
    """Key of each of these guests to the way in which a message at `at` reaches that guest, as `ways_to_hear` says but for
    `SOON`; who is erased is left out. Whom a change has not reached goes to what it was before, where that is first."""
    return _ways(guests, gathering, at, last_heard(guests, gathering), is_soon_called=False)


def ways_of_news(guests: Sequence[Guest], gathering: Gathering, at: datetime) -> dict[UUID, str]:
    """`ways_now` of what a guest must know before setting out: just before the start an e-mail alone is not enough (`in_time`)."""
    return _ways(guests, gathering, at, last_heard(guests, gathering), is_soon_called=True)


def _ways(
    guests: Sequence[Guest],
    gathering: Gathering,
    at: datetime,
    heard: Mapping[UUID, Heard],
    *,
    is_soon_called: bool,
) -> dict[UUID, str]:
    """`heard`: the start, and place, that a guest knows of where that may be another one than it is now."""
    people = people_of(guests)
    found = {}
    for guest in guests:
        if guest.pk in people:
            # nobody is on the way to an hour that is long past
            known_at = first_to_go_to([heard[guest.pk][0]] if guest.pk in heard else [], at)
            begins_at = min(gathering.starts_at, known_at or gathering.starts_at)
            way = recipient_of(guest.kind, people[guest.pk], channel=guest.channel).channel
            found[guest.pk] = LATE if is_late(way, begins_at, at) else way
            is_soon = leaves_too_late("email", begins_at=begins_at, at=at) and at < gathering.ends_at
            if is_soon_called and is_soon and way == "email":
                found[guest.pk] = SOON
    return found


def is_late(way: str, begins_at: datetime, at: datetime) -> bool:
    """Whether a message made at `at` comes too late this way for what begins at `begins_at`."""
    if way == "letter":
        return comes_too_late(begins_at, at)
    return way == "sms" and leaves_too_late(way, begins_at=begins_at, at=at)


def invited_too_late(guests: Iterable[Guest], gathering: Gathering) -> set[UUID]:
    """Keys of those of these guests who have not answered and whose invitation went by letter or text message too late:
    somebody calls. Not of who is on the list of calls about a change."""
    silent = (g for g in guests if g.reply == Reply.INVITED and g.hears_by not in ON_THE_LIST)
    # a letter takes longest: where that is in time all is, and nothing is asked
    near = [(g, at) for g in silent if (at := g.invited_at) and comes_too_late(gathering.starts_at, at)]
    people = people_of(guest for guest, _at in near)
    return {
        guest.pk
        for guest, at in near
        if guest.pk in people
        and is_late(
            recipient_of(guest.kind, people[guest.pk], channel=guest.channel).channel, gathering.starts_at, at
        )
    }


def is_to_call(guest: Guest) -> bool:
    """Whether somebody has still to call this guest about what changed."""
    return guest.hears_by in TO_TICK and guest.called_at is None


def keep_for_calls(
    guests: Sequence[Guest], gathering: Gathering, at: datetime, *, was: Heard | None = None
) -> list[Guest]:
    """Put on the list of calls whom no message reaches in time, or an e-mail perhaps not (`SOON`); the others come off it.
    Given back are those who are written to, `SOON` among them. `was`: start and place before it was moved. Call it inside a
    command, with the gathering locked, before anything is withdrawn."""
    behind = last_heard(guests, gathering)
    reckons: dict[UUID, Heard] = {}
    for guest in guests:
        # two changes in a row: whom the first has not reached reckons with what was before it, and who was perhaps called
        # without a tick with whichever comes first
        known = [behind[guest.pk]] if guest.pk in behind else []
        if was and (not known or is_to_call(guest)):
            known.append(was)
        if known:
            still_ahead = [each for each in known if first_to_go_to([each[0]], at)]
            reckons[guest.pk] = min(still_ahead or known[-1:])
    ways = _ways(guests, gathering, at, reckons, is_soon_called=True)
    for guest in guests:
        if guest.hears_by == OFF:
            continue
        guest.reckons_with_at, guest.reckons_with_place = reckons.get(guest.pk, (None, ""))
        guest.hears_by, guest.called_at = ways[guest.pk] if ways.get(guest.pk) in TO_TICK else "", None
    Guest.objects.bulk_update(guests, ["hears_by", "called_at", "reckons_with_at", "reckons_with_place"])
    return [guest for guest in guests if guest.hears_by not in (*TO_CALL, OFF)]


def is_counting_on_it(guest: Guest) -> bool:
    """Whether this guest said yes or waits for a chair, or was told by telephone of a change: no message is then followed
    by another."""
    return guest.reply in (Reply.YES, Reply.WAITING) or guest.heard_at is not None
