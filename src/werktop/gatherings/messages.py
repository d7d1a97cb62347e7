"""What guests are told about a gathering, by their own way and in their own language (B1, "u").

Subjects are neutral: who reads along over a shoulder learns nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.post import calendar
from werktop.post import queries as post
from werktop.post.commands import withdraw_messages, withdraw_messages_to
from werktop.post.recipients import Recipient, recipient_of
from werktop.post.telling import LinkTo, tell_guest
from werktop.regions import queries as regions

from .models import Gathering, Guest, GuestKind, Reply
from .over import main_goes_on
from .queries.invitation import IN_TIME, day_before_at, is_our_host
from .queries.needs import needs_of, not_sure_yet, promises, what_is_there

SUBJECTS = {
    "invitation": gettext_lazy("Uitnodiging"),
    "reminder": gettext_lazy("Uw uitnodiging"),
    "confirmed": gettext_lazy("Fijn dat u komt"),
    "waiting": gettext_lazy("Uw antwoord"),
    "moved_up": gettext_lazy("Er is een stoel voor u"),
    "day_before": gettext_lazy("Tot morgen"),
    "no_chair": gettext_lazy("Nog geen stoel"),
    "changed": gettext_lazy("Er is iets veranderd"),
    "arranged": gettext_lazy("Er is iets veranderd"),
    "cancelled": gettext_lazy("De bijeenkomst gaat niet door"),
    "removed": gettext_lazy("Uw uitnodiging vervalt"),
    "signed_off": gettext_lazy("U bent afgemeld"),
}
TO_OUR_HOST = {"confirmed": gettext_lazy("Fijn dat u meepraat")}
"""Subjects that are other words for who does not come to us: we are the guests."""
BEFOREHAND = frozenset(SUBJECTS)
"""Messages of before the gathering: once it is over they have no sense."""
TALK_ON = "talk_on"
"""The question after the talk, with whom a guest wants to talk on."""
ON_THE_DAY_TOO_LATE = frozenset(["day_before"])
"""These say "tomorrow": on the day itself they are wrong."""
TAKES_OUT = frozenset(["cancelled", "removed", "signed_off"])
"""These take the gathering out of a calendar."""
DATED = TAKES_OUT | {"invitation", "confirmed", "moved_up", "changed"}
"""These carry a calendar file, where they go by e-mail."""
ASKED = (Reply.INVITED, Reply.YES, Reply.WAITING)
"""Who counts on hearing when something changes."""
FIRST_WORDS = ("changed", "reminder")
"""These may be the first that somebody hears: what was laid down later replaces an invitation that still waits."""
LINK_LIVES = timedelta(days=2)
"""How long after the end of a gathering its links work."""


def people_of(guests: Iterable[Guest]) -> dict[UUID, Any]:
    """The candidate or entrepreneur behind each guest, by the guest's key: two queries for any number."""
    rows = list(guests)
    found = candidates.candidates_by_id(
        [g.candidate_id for g in rows if g.candidate_id]
    ) | employers.entrepreneurs_by_id([g.entrepreneur_id for g in rows if g.entrepreneur_id])
    holders = ((g.pk, g.candidate_id or g.entrepreneur_id) for g in rows)
    return {guest: found[holder] for guest, holder in holders if holder in found}


def way_to(guest: Guest) -> str:
    """How what we send reaches this guest: as the person prefers and can be reached; "call" by telephone alone."""
    person = people_of([guest]).get(guest.pk)
    return recipient_of(guest.kind, person).channel if person is not None else ""


def tell_all(
    *,
    actor: Actor,
    at: datetime,
    gathering: Gathering,
    guests: list[Guest],
    purpose: str,
    word: str = "",
    was: Mapping[UUID, Mapping[str, Any]] | None = None,
) -> int:
    """Lay a message about `gathering` in the outbox for each guest who can be written to. Returns how many; the
    rest is called. `word` is what a colleague adds, where the text has a place for it; `was` by the guest's
    key what that guest last heard of it, where it is another than now (`queries.hearing.last_heard`). Call it inside a command.

    A candidate hears from the own organisation, whose outbox holds the name: no other organisation reads it there.
    "day_before" waits until a day before the start, and is not made where that has passed, nor as a letter: the
    post would bring it too late.
    """
    if not guests:
        return 0
    people = people_of(guests)
    organisations = {key: regions.organisation_by_id(key) for key in {g.organisation_id for g in guests}}
    told = 0
    for guest in guests:
        if guest.pk not in people:
            continue
        to = recipient_of(guest.kind, people[guest.pk], channel=guest.channel)
        last_at = day_before_at(gathering, to.channel)
        not_before_at = last_at if purpose == "day_before" else None
        if not_before_at is None or (to.channel in IN_TIME and at < not_before_at):
            told += _tell(
                actor, at, gathering, organisations[guest.organisation_id], to, purpose, not_before_at,
                {"word": word, "reply": guest.reply, "was": (was or {}).get(guest.pk, gathering),
                 "is_our_host": is_our_host(gathering, people[guest.pk]),
                 **_promised(guest, people[guest.pk], is_last=(not_before_at or at) >= last_at)},
            )  # fmt: skip
    return told


def tell_the_day_before_anew(*, actor: Actor, at: datetime, gathering: Gathering, guest: Guest) -> bool:
    """What waits for the day before says what this guest needs and what of it is arranged as it is now. False where that day
    has come, where none waits, and for who can be reached by letter or telephone alone now: nothing changes then. Call it
    inside a command."""
    person, to_id = people_of([guest]).get(guest.pk), guest.candidate_id or guest.entrepreneur_id
    if person is None or to_id is None:
        return False
    channel = recipient_of(guest.kind, person, channel=guest.channel).channel
    asked: dict[str, Any] = {"about_kind": "gathering", "purposes": ["day_before"]}
    if channel not in IN_TIME or at >= day_before_at(gathering, channel):
        return False
    if not post.has_not_left(**asked, about_ids=[gathering.pk], to_ids=[to_id]):
        return False
    withdraw_messages(actor=actor, at=at, **asked, about_id=gathering.pk, to_id=to_id)
    return tell_all(actor=actor, at=at, gathering=gathering, guests=[guest], purpose="day_before") > 0


def _promised(guest: Guest, person: Any, *, is_last: bool) -> dict[str, Callable[[], list[str] | str]]:
    """What the guest reads of what is needed; made where it is written, in the guest's language."""
    needs = needs_of(guest, person) if guest.kind == GuestKind.CANDIDATE else {}
    return {
        "promised": lambda: promises(needs, guest.arranged, is_last=is_last),
        "there": lambda: what_is_there(needs, guest.arranged),
        "not_yet": lambda: not_sure_yet(needs, guest.arranged),
    }


def withdraw_what_waits(
    *, actor: Actor, at: datetime, gathering: Gathering, to_id: UUID | None = None
) -> None:
    """What waits about a gathering, or of it to one person, is no longer so and stays here; not what tells somebody that
    they are off its list: nothing later does. Call it inside a command."""
    withdraw_messages(
        actor=actor,
        at=at,
        about_kind="gathering",
        about_id=gathering.pk,
        purposes=BEFOREHAND - TAKES_OUT,
        to_id=to_id,
    )


def take_back_question(
    *, actor: Actor, at: datetime, gathering_ids: Collection[UUID], to_ids: Collection[UUID]
) -> None:
    """The question after these gatherings that has not left for these people stays here: they answered, heard what comes
    of it, or stopped. Where nothing waits nothing is noted. Call it inside a command."""
    asked: dict[str, Any] = {
        "about_kind": "gathering", "about_ids": gathering_ids, "purposes": [TALK_ON], "to_ids": to_ids
    }  # fmt: skip
    if post.has_not_left(**asked):
        withdraw_messages_to(actor=actor, at=at, **asked)


def hold_invitations(gathering: Gathering, to_id: UUID | None = None) -> None:
    """Before a command asks who heard of it (`not_told_yet`): an invitation that is leaving at this moment is waited for,
    and none leaves after. Of one person alone, where that is said. With the gathering locked."""
    post.hold_what_has_not_left(
        about_kind="gathering",
        about_id=gathering.pk,
        purposes=["invitation", "moved_up", *FIRST_WORDS],
        to_id=to_id,
    )


def not_told_yet(gathering: Gathering) -> set[UUID]:
    """Guests whose invitation did not go out, nor a message that takes its place, and whom nobody called about that:
    they have not heard of it. A command first holds what has not left (`hold_invitations`)."""
    about: dict[str, Any] = {"about_kind": "gathering", "about_id": gathering.pk}
    invited_in_writing = post.people_with(**about, purposes=["invitation"])
    reached = post.people_with(**about, purposes=["invitation", *FIRST_WORDS], statuses=post.WENT_OUT)
    waiting = invited_in_writing - reached
    silent = Guest.objects.filter(gathering=gathering, reply=Reply.INVITED, heard_at=None)
    return {g.pk for g in silent if (g.kind, g.candidate_id or g.entrepreneur_id) in waiting}


def whose_change_waits(gathering: Gathering) -> set[tuple[str, UUID]]:
    """Kind and key of the people who have still to read of an earlier change: its message, or the one that took its
    place, has not left or failed."""
    about: dict[str, Any] = {"about_kind": "gathering", "about_id": gathering.pk}
    return post.people_with(**about, purposes=["changed", "moved_up"], statuses=post.NOT_OUT)


def _tell(
    actor: Actor,
    at: datetime,
    gathering: Gathering,
    organisation: Any,
    to: Recipient,
    purpose: str,
    not_before_at: datetime | None,
    more: Mapping[str, Any],
) -> bool:
    is_cancelled = purpose in TAKES_OUT
    return tell_guest(
        actor=actor,
        at=at,
        organisation=organisation,
        to=to,
        time_zone=gathering.time_zone,
        subject=(SUBJECTS | TO_OUR_HOST if more["is_our_host"] else SUBJECTS)[purpose],
        text=f"gatherings/messages/{purpose}",
        context={
            "is_candidate": to.kind == GuestKind.CANDIDATE,
            "gathering": gathering,
            "main_goes_on": main_goes_on(gathering, at),
            **more,
            # another organisation's candidate knows that organisation, not our colleague
            "contact": gathering.contact if organisation.pk == gathering.organisation_id else None,
        },
        about_kind="gathering",
        about_id=gathering.pk,
        purpose=purpose,
        link=LinkTo("portal:invitation", "invitation", gathering.ends_at + LINK_LIVES),
        calendar=(lambda: calendar_of(gathering, organisation, at, is_cancelled=is_cancelled))
        if purpose in DATED
        else None,
        not_before_at=not_before_at,
        reckons_with_at=_start_of(more["was"]),
    )


def _start_of(was: Gathering | Mapping[str, Any]) -> datetime | None:
    """The start that a guest reckons with, where it is not the one that it has now."""
    return None if isinstance(was, Gathering) else was["starts_at"]


def calendar_of(gathering: Gathering, organisation: Any, at: datetime, *, is_cancelled: bool) -> str:
    """The calendar file of a gathering as it is known at `at`, from the organisation that writes to the guest: it takes
    the place of every earlier one. In the language that is active."""
    return event_of(
        gathering,
        organisation,
        at,
        uid=f"{gathering.pk}@werktop",
        title=_("Bijeenkomst"),
        description=_("Meedoen is vrijwillig. Vragen? Neem contact op met %(name)s.")
        % {"name": organisation.name},
        is_cancelled=is_cancelled,
    )


def event_of(gathering: Gathering, organisation: Any, at: datetime, **told: Any) -> str:
    """The calendar file of a gathering's place and hours for anybody who is there: `told` is what differs between guests
    and hosts (`uid`, `title`, `description`, `is_cancelled`)."""
    return calendar.event(
        sequence=calendar.sequence_of(made_at=at, first_at=gathering.created_at),
        made_at=at,
        starts_at=gathering.starts_at,
        ends_at=gathering.ends_at,
        time_zone=gathering.time_zone,
        place=f"{gathering.place_name}, {gathering.address}",
        organiser_name=organisation.name,
        organiser_email=organisation.email,
        **told,
    )
