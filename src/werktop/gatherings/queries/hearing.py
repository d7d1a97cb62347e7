"""Who hears that a gathering changes or does not take place, how, and whom a colleague has to call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from werktop.audit.actors import Actor
from werktop.post.in_time import first_to_go_to, leaves_too_late
from werktop.post.paper import comes_too_late
from werktop.post.recipients import recipient_of
from werktop.post.waking_hours import may_leave_at

from ..messages import ASKED, not_told_yet, people_of, whose_change_waits
from ..models import OPEN, Gathering, Guest, GuestKind, Reply
from ..over import ended
from .earlier import is_another
from .gatherings import gatherings_visible_to
from .guests import GuestRow, guest_rows
from .needs import BEFOREHAND

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


def is_called_by_others(viewer: Actor, gathering: Gathering, guest: Guest) -> bool:
    """Whether a call to this guest before it is over is not for the viewer: another organisation's candidate, whose number
    it alone sees."""
    is_ours = guest.organisation_id == viewer.organisation_id or viewer.kind == "system"
    return gathering.status in OPEN and guest.kind == GuestKind.CANDIDATE and not is_ours


def open_calls(viewer: Actor, gathering: Gathering, guests: Iterable[Guest]) -> list[Call]:
    """Of a gathering that goes on, of these guests: whom no message reaches about what changed, ticked or not."""
    if gathering.status not in OPEN:
        return []
    ways = {g.pk: g.hears_by for g in guests if g.reply in ASKED and g.hears_by in ON_THE_LIST}
    return _hearing(viewer, gathering, ways, 0).calls if ways else []


def call_in_short(gathering: Gathering, guest: Guest) -> str:
    """What a call to this guest is about, to see whether it is still so when the tick comes in."""
    about = (guest.hears_by, gathering.status, gathering.starts_at.isoformat(), gathering.place_name)
    # as little as the call tells: a journey or a chair is no news
    return " ".join([*about, *sorted(set(guest.arranged) & set(BEFOREHAND))])


@dataclass(frozen=True)
class Call:
    """A guest to call. `is_ours`: the viewer's organisation calls, else `caller` does ("" for who may not know whose
    candidate it is); `can_note`: the viewer may tick that it was done; `way`: why it is made (`ON_THE_LIST`); `about`:
    `call_in_short`; `called_at`: when the call was, if so."""

    guest: GuestRow
    is_ours: bool
    caller: str
    can_note: bool
    way: str
    about: str
    called_at: datetime | None = None

    @property
    def is_leaving(self) -> bool:
        """Whether the guest is off the list once called."""
        return self.way == OFF

    @property
    def has_mail(self) -> bool:
        """Whether an e-mail went out too."""
        return self.way == SOON


@dataclass(frozen=True)
class Hearing:
    """How many guests hear by e-mail (`mails`), by a text message (`texts`, which leave at `texts_leave_at` where that is
    not at once), by a letter, and not at all because they never knew (`nothing`); `calls` are those whom a colleague calls,
    for whom a letter comes too late among them, and who get an e-mail just before the start."""

    mails: int
    texts: int
    texts_leave_at: datetime | None
    letters: int
    nothing: int
    calls: list[Call]

    @property
    def own_calls(self) -> list[Call]:
        """Those that the viewer's organisation makes, of guests who get no message."""
        return [call for call in self.calls if call.is_ours and not call.has_mail]

    @property
    def own_calls_too(self) -> list[Call]:
        """Those that the viewer's organisation makes beside an e-mail."""
        return [call for call in self.calls if call.is_ours and call.has_mail]

    @property
    def others_calls(self) -> list[Call]:
        """Those that another organisation makes."""
        return [call for call in self.calls if not call.is_ours]

    @property
    def shown_ids(self) -> list[UUID]:
        """Candidates whose names it tells, for the log of who was shown."""
        rows = [call.guest for call in self.calls]
        return [row.candidate_id for row in rows if row.candidate_id and row.is_named]


def hearing_before(viewer: Actor, gathering: Gathering, at: datetime) -> Hearing:
    """What cancelling at `at` would come to, for who plans the gathering."""
    ways = ways_to_hear(gathering, at)
    return _hearing(viewer, gathering, ways, sum(way == NOTHING for way in ways.values()), at)


def hearing_of(viewer: Actor, gathering: Gathering) -> Hearing | None:
    """What cancelling came to, as it was done; None where that was not kept yet. The viewer needs `see_guest_list`."""
    asked = Guest.objects.filter(gathering=gathering, reply__in=ASKED)
    ways = dict(asked.exclude(hears_by="").values_list("pk", "hears_by"))
    # who got a message of it is told, though cancelling withdrew an invitation that had failed
    nothing = len(set(not_told_yet(gathering)) - ways.keys())
    if not ways and asked.count() > nothing:
        return None
    return _hearing(viewer, gathering, ways, nothing, gathering.cancelled_at)


def _hearing(
    viewer: Actor, gathering: Gathering, ways: Mapping[UUID, str], nothing: int, at: datetime | None = None
) -> Hearing:
    by = Counter(ways.values())
    to_call = [key for key, way in ways.items() if way in ON_THE_LIST]
    guests = list(
        Guest.objects.filter(pk__in=to_call).select_related("organisation").order_by("invited_at", "id")
    )
    rows = {row.id: row for row in guest_rows(viewer, gathering, guests)}
    is_planner = viewer.can("plan_gatherings")
    calls = []
    for guest in guests:
        if guest.pk in rows:
            is_ours = guest.organisation_id == viewer.organisation_id
            # whose candidate somebody is tells of benefit and target group
            is_told = viewer.can("see_whole_names") or guest.kind == GuestKind.ENTREPRENEUR
            caller = guest.organisation.name if is_told else ""
            way, can_note = ways[guest.pk], is_planner and is_ours
            calls.append(
                Call(
                    guest=rows[guest.pk],
                    is_ours=is_ours,
                    caller=caller,
                    can_note=can_note,
                    way=way,
                    about=call_in_short(gathering, guest),
                    called_at=guest.called_at,
                )
            )
    leaves_at = may_leave_at("sms", at) if at else None
    return Hearing(
        mails=by["email"] + by[SOON],
        texts=by["sms"],
        texts_leave_at=leaves_at if leaves_at != at else None,
        letters=by["letter"],
        nothing=nothing,
        calls=calls,
    )


def gatherings_with_calls(viewer: Actor, at: datetime) -> list[tuple[Gathering, int, int]]:
    """Gatherings that changed or were cancelled and would not be over yet, each with how many guests the viewer's
    organisation still has to call: about that, and because another organisation takes them off the list. The first one
    first; none for who does not plan."""
    if not viewer.can("plan_gatherings"):
        return []
    own = Q(
        guests__organisation_id=viewer.organisation_id,
        guests__called_at=None,
        guests__reply__in=ASKED,
    )
    news, leaving = Q(guests__hears_by__in=TO_TICK), Q(guests__hears_by=OFF)
    found = (
        gatherings_visible_to(viewer)
        .exclude(ended(at))
        .annotate(calls=Count("guests", filter=own & news), leaving=Count("guests", filter=own & leaving))
        .filter(Q(calls__gt=0) | Q(leaving__gt=0))
        .order_by("starts_at", "id")
    )
    return [(each, each.calls, each.leaving) for each in found]
