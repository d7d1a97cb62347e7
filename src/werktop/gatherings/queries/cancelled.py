"""Who hears that a gathering changes or does not take place, how, and whom a colleague has to call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from werktop.audit.actors import Actor
from werktop.post.paper import comes_too_late
from werktop.post.recipients import recipient_of

from ..messages import ASKED, not_told_yet, people_of
from ..models import Gathering, GatheringStatus, Guest
from .gatherings import gatherings_visible_to
from .guests import GuestRow, guest_rows

CALL, LATE, NOTHING = "call", "late", ""
"""Only a call reaches this guest; the letter comes too late; this guest was never told of it."""
TO_CALL = (CALL, LATE)


def ways_to_hear(gathering: Gathering, at: datetime) -> dict[UUID, str]:
    """Key of each guest who was asked to the way in which a cancellation at `at` reaches that guest: "email", "sms",
    "letter", `LATE` (a call, because a letter comes too late), `CALL`, or `NOTHING` where the invitation
    has not left. A constant number of queries."""
    asked = list(Guest.objects.filter(gathering=gathering, reply__in=ASKED).order_by("invited_at", "id"))
    unheard = not_told_yet(gathering)
    return ways_now(asked, gathering, at) | {guest.pk: NOTHING for guest in asked if guest.pk in unheard}


def ways_now(guests: Sequence[Guest], gathering: Gathering, at: datetime) -> dict[UUID, str]:
    """Key of each of these guests to the way in which a message at `at` reaches that guest, as `ways_to_hear` says;
    who is erased is left out."""
    people, is_late = people_of(guests), comes_too_late(gathering.starts_at, at)
    found = {}
    for guest in guests:
        if guest.pk in people:
            way = recipient_of(guest.kind, people[guest.pk], channel=guest.channel).channel
            found[guest.pk] = LATE if way == "letter" and is_late else way
    return found


def keep_for_calls(guests: Sequence[Guest], gathering: Gathering, at: datetime) -> None:
    """Put on the list of calls whom no message reaches in time; the others come off it. Call it inside a command,
    with the gathering locked."""
    ways = ways_now(guests, gathering, at)
    for guest in guests:
        guest.hears_by, guest.called_at = ways[guest.pk] if ways.get(guest.pk) in TO_CALL else "", None
    Guest.objects.bulk_update(guests, ["hears_by", "called_at"])


def open_calls(viewer: Actor, gathering: Gathering) -> list[Call]:
    """Of a gathering that goes on: whom no message reaches about what changed, ticked or not."""
    if gathering.status != GatheringStatus.PREPARING:
        return []
    found = Guest.objects.filter(gathering=gathering, reply__in=ASKED, hears_by__in=TO_CALL)
    ways = dict(found.values_list("pk", "hears_by"))
    return _hearing(viewer, gathering, ways, 0).calls if ways else []


@dataclass(frozen=True)
class Call:
    """A guest to call; `can_note`: the viewer may tick that it was done; `called_at`: when that was, if so."""

    guest: GuestRow
    can_note: bool
    called_at: datetime | None = None


@dataclass(frozen=True)
class Hearing:
    """How many guests hear by a message (`written`), by a letter, and not at all because they never knew (`nothing`);
    `calls` are those whom a colleague calls, for whom a letter comes too late among them."""

    written: int
    letters: int
    nothing: int
    calls: list[Call]

    @property
    def shown_ids(self) -> list[UUID]:
        """Candidates whose names it tells, for the log of who was shown."""
        rows = [call.guest for call in self.calls]
        return [row.candidate_id for row in rows if row.candidate_id and row.is_named]


def hearing_before(viewer: Actor, gathering: Gathering, at: datetime) -> Hearing:
    """What cancelling at `at` would come to, for who plans the gathering."""
    ways = ways_to_hear(gathering, at)
    return _hearing(viewer, gathering, ways, sum(way == NOTHING for way in ways.values()))


def hearing_of(viewer: Actor, gathering: Gathering) -> Hearing:
    """What cancelling came to, as it was done; the viewer needs `see_guest_list`."""
    ways = Guest.objects.filter(gathering=gathering).exclude(hears_by="").values_list("pk", "hears_by")
    return _hearing(viewer, gathering, dict(ways), len(not_told_yet(gathering)))


def _hearing(viewer: Actor, gathering: Gathering, ways: Mapping[UUID, str], nothing: int) -> Hearing:
    by = Counter(ways.values())
    to_call = [key for key, way in ways.items() if way in TO_CALL]
    guests = list(Guest.objects.filter(pk__in=to_call).order_by("invited_at", "id"))
    rows = {row.id: row for row in guest_rows(viewer, gathering, guests)}
    is_planner = viewer.can("plan_gatherings")
    calls = [
        Call(rows[g.pk], is_planner and g.organisation_id == viewer.organisation_id, g.called_at)
        for g in guests
        if g.pk in rows
    ]
    return Hearing(by["email"] + by["sms"], by["letter"], nothing, calls)


def gatherings_with_calls(viewer: Actor, at: datetime) -> list[tuple[Gathering, int]]:
    """Gatherings that changed or were cancelled and would not be over yet, each with how many guests the viewer's
    organisation still has to call. The first one first; none for who does not plan."""
    if not viewer.can("plan_gatherings"):
        return []
    own = Q(
        guests__organisation_id=viewer.organisation_id,
        guests__hears_by__in=TO_CALL,
        guests__reply__in=ASKED,
    )
    found = (
        gatherings_visible_to(viewer)
        .filter(status__in=[GatheringStatus.CANCELLED, GatheringStatus.PREPARING], ends_at__gt=at)
        .annotate(calls=Count("guests", filter=own & Q(guests__called_at=None)))
        .filter(calls__gt=0)
        .order_by("starts_at", "id")
    )
    return [(each, each.calls) for each in found]
