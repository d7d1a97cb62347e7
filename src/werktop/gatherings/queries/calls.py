"""Whom colleagues call about a gathering that changes or does not take place, and how many hear of it otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from werktop.audit.actors import Actor
from werktop.post.waking_hours import may_leave_at

from ..messages import ASKED, not_told_yet
from ..models import OPEN, Gathering, Guest, GuestKind
from ..over import ended
from .gatherings import gatherings_visible_to
from .guests import GuestRow, guest_rows
from .hearing import NOTHING, OFF, ON_THE_LIST, SOON, TO_TICK, ways_to_hear
from .needs import BEFOREHAND


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
