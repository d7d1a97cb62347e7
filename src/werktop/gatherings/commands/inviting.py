"""Inviting and reminding: each guest once, by the way that reaches them."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.post.recipients import recipient_of
from werktop.post.waking_hours import may_leave_at

from ..messages import people_of, tell_all
from ..models import Gathering, GatheringStatus, Guest, GuestKind, Reply
from ..over import has_ended, is_ahead
from ..queries.bringing import gathering_to_fill, to_invite
from ..queries.gatherings import gathering_to_edit
from ..queries.hearing import CALL, LATE, ways_now
from ..queries.reminding import asked_at, can_be_reminded, is_due, is_reminded, written_to_at
from ..refusals import GatheringIsCancelled, GatheringIsOver, NobodyToInvite, NobodyToRemind
from .guests import choose_guests

REMIND_FROM = timedelta(days=7)
"""So long before a gathering the job begins to remind."""
REMIND_AFTER = timedelta(days=3)
"""Nobody is reminded sooner than this after the invitation or the last reminder."""


@command(about="gathering")
def invite_guests(
    *, actor: Actor, at: datetime, gathering_id: UUID, guest_ids: list[UUID] | None = None
) -> dict[str, int]:
    """Invite who was chosen and not yet invited: these guests, or all of them. Who has stopped since is left out.

    Each by e-mail, SMS or letter as the person prefers and can be reached; who is only reached by telephone is
    marked to call. Who was invited already is left alone, so two colleagues who invite at once send one
    invitation. Who brought candidates to another organisation's gathering invites the own ones alone.
    `NobodyToInvite` where nobody is left. Returns {"sent", "texts", "letters", "to_call", "late", "elsewhere"}: what leaves
    at once, how many text messages wait for the morning, what waits for a printer, who is only called, and for how many the
    text message or the letter comes too late; candidates of other organisations are `elsewhere`: they hear from their own,
    which also calls them, and by what way is not for the actor to know.
    """
    gathering = _that_invites(gathering_to_fill(actor, gathering_id), at)
    # the lock on the gathering makes a second colleague wait; by then these rows are invited
    chosen = Guest.objects.filter(gathering=gathering, reply=Reply.CHOSEN)
    if guest_ids is not None:
        chosen = chosen.filter(pk__in=guest_ids)
    listed = to_invite(actor, gathering, chosen.order_by("kind", "id"))
    people = people_of(listed)
    guests = [guest for guest in listed if _takes_part(people.get(guest.pk))]
    if not guests:
        raise NobodyToInvite()
    for guest in guests:
        guest.channel = recipient_of(guest.kind, people[guest.pk]).channel
        guest.reply, guest.invited_at = Reply.INVITED, at
    Guest.objects.bulk_update(guests, ["channel", "reply", "invited_at"])
    tell_all(actor=actor, at=at, gathering=gathering, guests=guests, purpose="invitation")
    ours = [g for g in guests if g.kind != GuestKind.CANDIDATE or g.organisation_id == actor.organisation_id]
    ways = Counter(ways_now(ours, gathering, at).values())
    texts = ways["sms"] if may_leave_at("sms", at) != at else 0
    outcome = {
        "sent": ways["email"] + ways["sms"] - texts,
        "texts": texts,
        "letters": ways["letter"],
        "to_call": ways[CALL],
        "late": ways[LATE],
        "elsewhere": len(guests) - len(ours),
    }
    tell(**outcome)
    return outcome


@command(about="gathering")
def choose_and_invite(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    candidate_ids: list[UUID] | None = None,
    entrepreneur_ids: list[UUID] | None = None,
) -> dict[str, int]:
    """Put these people on the list and invite everyone on it who was not invited yet, as one act. Both as far as the actor
    may (`choose_guests`, `invite_guests`)."""
    if candidate_ids or entrepreneur_ids:
        choose_guests(
            actor=actor,
            at=at,
            gathering_id=gathering_id,
            candidate_ids=candidate_ids,
            entrepreneur_ids=entrepreneur_ids,
        )
    return invite_guests(actor=actor, at=at, gathering_id=gathering_id)


@command(about="gathering")
def remind_guests(
    *, actor: Actor, at: datetime, gathering_id: UUID, guest_ids: list[UUID] | None = None
) -> int:
    """Remind who has not answered, or said yes to another day than it is now: these guests, or everyone who has had time to
    answer (`is_due`). Each gets one message.

    Who is only called is left to colleagues. Returns how many reminders go out; `NobodyToRemind` where none.
    """
    gathering = _that_invites(gathering_to_edit(actor, gathering_id), at)
    sent = _remind(actor, at, gathering, guest_ids=guest_ids)
    if not sent:
        raise NobodyToRemind()
    tell(sent=sent)
    return sent


@command(about="gathering")
def remind_in_time(*, actor: Actor, at: datetime, gathering_id: UUID) -> int:
    """The job's reminder, in the week before: once per guest, `REMIND_AFTER` the invitation. Again changes nothing."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering_id)
    if not is_ahead(gathering, at) or at < gathering.starts_at - REMIND_FROM:
        return 0
    sent = _remind(actor, at, gathering, since=REMIND_AFTER)
    tell(sent=sent)
    return sent


def _remind(
    actor: Actor,
    at: datetime,
    gathering: Gathering,
    *,
    guest_ids: list[UUID] | None = None,
    since: timedelta | None = None,
) -> int:
    """`since`: only who was never reminded, and was asked so long ago (the job). A guest who is named is reminded now."""
    silent = Guest.objects.filter(gathering=gathering, reply__in=(Reply.INVITED, Reply.YES))
    if guest_ids is not None:
        silent = silent.filter(pk__in=guest_ids)
    guests = [g for g in silent.order_by("invited_at", "id") if can_be_reminded(g)]
    if since is not None:
        guests = [g for g in guests if not is_reminded(g) and (asked_at(g) or at) <= at - since]
    elif guest_ids is None:
        guests = [g for g in guests if is_due(written_to_at(g) or at, gathering.starts_at, at)]
    for guest in guests:
        guest.reminded_at = at
    Guest.objects.bulk_update(guests, ["reminded_at"])
    return tell_all(actor=actor, at=at, gathering=gathering, guests=guests, purpose="reminder")


def _takes_part(person: Any) -> bool:
    """Whether this candidate or entrepreneur is still there and has not stopped."""
    return (
        person is not None and getattr(person, "left_at", None) is None and getattr(person, "is_active", True)
    )


def _that_invites(gathering: Gathering, at: datetime) -> Gathering:
    if gathering.status == GatheringStatus.CANCELLED:
        raise GatheringIsCancelled()
    if has_ended(gathering, at):
        raise GatheringIsOver()
    return gathering
