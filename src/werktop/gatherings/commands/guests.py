"""Guests: put on the list, taken off it, and what they answer."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.post import links
from werktop.post.commands import withdraw_messages

from ..messages import (
    ASKED,
    BEFOREHAND,
    hold_invitations,
    not_told_yet,
    people_of,
    tell_all,
    tell_the_day_before_anew,
    way_to,
)
from ..models import Gathering, GatheringStatus, Guest, GuestKind, Reply
from ..over import has_ended, is_ahead
from ..queries.bringing import gathering_to_fill, guest_to_remove
from ..queries.calls import is_called_by_others
from ..queries.gatherings import can_edit, gathering_for
from ..queries.guests import check_may_answer, guest_of_holder, guests_found
from ..queries.hearing import (
    LATE,
    OFF,
    TO_CALL,
    TO_TICK,
    another_day_heard,
    is_counting_on_it,
    ways_now,
    ways_of_news,
)
from ..queries.needs import is_needed
from ..refusals import GatheringIsCancelled, GatheringIsOver, GuestIsCalledFirst, GuestIsSeated, NobodyChosen
from .waiting import free_chairs, let_waiting_in

BADGE_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Letters and digits that nobody mixes up on a badge."""


@command(about="gathering")
def choose_guests(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    candidate_ids: list[UUID] | None = None,
    entrepreneur_ids: list[UUID] | None = None,
) -> dict[str, int]:
    """Put these people on the guest list; nobody is invited yet.

    Candidates of the own organisation, shared candidates of others in the region, entrepreneurs of the region;
    anyone else is `NotVisible` and then nobody is added. Who is on the list already stays as they are.
    A colleague of another organisation of the region brings the own organisation's candidates, and no others: `NotVisible`,
    and for entrepreneurs `NotAllowed`. Returns {"added", "already"}.
    """
    gathering = gathering_to_fill(actor, gathering_id)
    _check_open(gathering, at)
    seekers, firms = set(candidate_ids or ()), set(entrepreneur_ids or ())
    is_editor = can_edit(actor, gathering)
    if firms and not is_editor:
        raise NotAllowed()
    if not seekers and not firms:
        raise NobodyChosen()
    # who stops at this moment is waited for, and then chosen no more
    candidates.hold_candidates(seekers)
    employers.hold_entrepreneurs(firms)
    home: dict[UUID, UUID] = {}
    if seekers:
        home = dict(
            candidates.candidates_visible_to(actor)
            .filter(pk__in=seekers)
            .values_list("pk", "organisation_id")
        )
        if is_editor and seekers - set(home):
            home |= {
                p.id: p.organisation_id
                for p in candidates.search_profiles_in_region(actor)
                if p.id in seekers
            }
    visible_firms = (
        set(employers.entrepreneurs_in_region(actor).filter(pk__in=firms).values_list("pk", flat=True))
        if firms
        else set()
    )
    if seekers - set(home) or firms - visible_firms:
        raise NotVisible()
    there = Guest.objects.filter(gathering=gathering)
    seekers_there = set(there.filter(candidate_id__in=seekers).values_list("candidate_id", flat=True))
    firms_there = set(there.filter(entrepreneur_id__in=firms).values_list("entrepreneur_id", flat=True))
    badges = set(there.values_list("badge", flat=True))
    fresh = [
        Guest(
            gathering=gathering,
            region_id=gathering.region_id,
            organisation_id=home[key],
            kind=GuestKind.CANDIDATE,
            candidate_id=key,
            badge=_new_badge(badges),
        )
        for key in sorted(seekers - seekers_there)
    ] + [
        Guest(
            gathering=gathering,
            region_id=gathering.region_id,
            organisation_id=gathering.organisation_id,
            kind=GuestKind.ENTREPRENEUR,
            entrepreneur_id=key,
            badge=_new_badge(badges),
        )
        for key in sorted(firms - firms_there)
    ]
    Guest.objects.bulk_create(fresh)
    outcome = {"added": len(fresh), "already": len(seekers_there) + len(firms_there)}
    tell(**outcome)
    return outcome


@command(about="gathering")
def remove_guest(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    guest_id: UUID,
    word: str = "",
    is_called: bool = False,
) -> bool:
    """Take a guest off the list. Who heard of the invitation gets a message that takes it out of the calendar, with
    `word` of the colleague; the link stops working. Whoever said yes, or was called about a change, and is reached by a
    call alone (or by a message that comes too late, or an e-mail just before the start) is called first:
    `GuestIsCalledFirst` until `is_called` says so.
    Another organisation's candidate is called by that organisation, and stays on the list until it has
    (`calling.note_called`): False is returned.
    Who brings candidates to another organisation's gathering takes off the own ones who were not invited yet, and no others:
    `GuestIsInvited` and `NotVisible`.
    `GuestIsSeated` for who is in the hall, `GatheringIsOver` afterwards: who was invited then counts in the results. The
    chair goes to who waits. Somebody who is off the list already: nothing happens.
    """
    gathering = gathering_to_fill(actor, gathering_id)
    guest = Guest.objects.filter(gathering=gathering, pk=guest_id).first()
    if guest is None and can_edit(actor, gathering):
        return True
    guest = guest_to_remove(actor, gathering, guest)
    if gathering.status == GatheringStatus.FINISHED:
        raise GatheringIsOver()
    if guest.arrived_at is not None:
        raise GuestIsSeated()
    way = ways_of_news([guest], gathering, at).get(guest.pk)
    if is_counting_on_it(guest) and way in TO_TICK and not is_called:
        if not is_called_by_others(actor, gathering, guest):
            raise GuestIsCalledFirst()
        guest.hears_by, guest.called_at = OFF, None
        guest.save(update_fields=["hears_by", "called_at"])
        return False
    holder_id = guest.candidate_id or guest.entrepreneur_id
    if (gathering.status == GatheringStatus.PREPARING or is_ahead(gathering, at)) and guest.reply in ASKED:
        hold_invitations(gathering, holder_id)
        unheard, was = not_told_yet(gathering), another_day_heard([guest], gathering)
        withdraw_messages(actor=actor, at=at, about_kind="gathering", about_id=gathering.pk, to_id=holder_id)
        # who was called about it needs no letter after the day
        if guest.pk not in unheard and not (way in TO_CALL and is_called):
            tell_all(
                actor=actor, at=at, gathering=gathering, guests=[guest], purpose="removed", word=word.strip(),
                was=was,
            )  # fmt: skip
    take_off(actor, at, gathering, guest)
    return True


def take_off(actor: Actor, at: datetime, gathering: Gathering, guest: Guest) -> None:
    """Off the list: the link stops working, and the chair goes to who waits. Inside a command that holds the gathering."""
    links.withdraw_links(about_id=gathering.pk, at=at, holder_id=guest.candidate_id or guest.entrepreneur_id)
    guest.delete()
    let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)


@command(about="gathering")
def reply_to_invitation(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    holder_kind: str,
    holder_id: UUID,
    reply: str,
    wants_travel_paid: bool | None = None,
    wants_childcare: bool | None = None,
    wants_interpreter: bool | None = None,
    brings_somebody: bool | None = None,
    unsaid: Collection[str] = (),
) -> str:
    """The answer "yes" or "no" of one guest, by their own link, or noted by a colleague who called.

    A yes past the last chair becomes "waiting"; a no gives the chair to who waits longest. Answering again changes
    the answer; the same answer twice changes nothing but the wishes. Returns the reply as it now stands.
    Wishes: what is None stays as it was said before, and where nothing was said what the file says counts; of those named
    in `unsaid` nothing is said any more. A guest's own no ends them all; one that a colleague notes leaves them, for when it
    was a slip.
    A colleague notes the answer of the own organisation's candidates, and, where the gathering is theirs, of
    entrepreneurs and of candidates whose yes is known. Refused when the gathering is cancelled or over.
    """
    if reply not in (Reply.YES, Reply.NO):
        raise ValueError(f"an answer is yes or no, not {reply!r}")
    visible = gathering_for(actor, gathering_id)
    gathering = Gathering.objects.select_for_update(of=("self",)).get(pk=visible.pk)
    guest = guest_of_holder(gathering, holder_kind, holder_id)
    check_may_answer(actor, gathering, guest)
    _check_open(gathering, at)
    is_guest = actor.kind in GuestKind.values
    if is_guest and guest.reply == Reply.CHOSEN:
        raise NotVisible()
    before, is_about_new_day = guest.reply, guest.asked_again_at is not None
    # a colleague's tick that this guest was called holds the guest alone: an answer leaves it be, a no ends it
    changed = ["reply", "replied_at", "asked_again_at", "waiting_since_at", "invited_at", "channel"]
    is_yes = reply == Reply.YES
    wishes: dict[str, bool | None] = {
        "wants_travel_paid": wants_travel_paid,
        "wants_childcare": wants_childcare,
        "wants_interpreter": wants_interpreter,
        "brings_somebody": brings_somebody,
    }
    if is_yes:
        wishes = {name: value for name, value in wishes.items() if value is not None or name in unsaid}
    elif is_guest:
        wishes = dict.fromkeys(wishes)
    else:
        wishes = {}
    for name, value in wishes.items():
        setattr(guest, name, value)
    changed.append("arranged")
    if guest.arranged:
        # what is needed no more is not arranged when it is asked again
        person = people_of([guest])[guest.pk]
        still = [n for n in guest.arranged if n not in wishes or is_needed(guest, person, n)]
        guest.arranged = still if is_yes else []
    if not is_yes:
        guest.reply, guest.waiting_since_at = Reply.NO, None
        guest.hears_by, guest.called_at = "", None
        changed += ["hears_by", "called_at"]
    elif before not in (Reply.YES, Reply.WAITING):
        # who waits goes before who answers now
        is_queue = Guest.objects.filter(gathering=gathering, kind=guest.kind, reply=Reply.WAITING).exists()
        has_chair = free_chairs(gathering, guest.kind) > 0 and not is_queue
        guest.reply = Reply.YES if has_chair else Reply.WAITING
        guest.waiting_since_at = None if has_chair else at
    if before == Reply.CHOSEN:
        # told by telephone; what is sent from now on goes as the person prefers
        guest.invited_at, guest.channel = at, way_to(guest)
    if guest.reply != before or is_about_new_day:
        guest.replied_at, guest.asked_again_at = at, None
    guest.save(update_fields=[*changed, *wishes])
    if guest.reply != before:
        # what waits asks for an answer, or was said of the one before
        withdraw_messages(
            actor=actor, at=at, about_kind="gathering", about_id=gathering.pk,
            purposes=BEFOREHAND, to_id=holder_id,
        )  # fmt: skip
        answered = {Reply.YES: ["confirmed", "day_before"], Reply.WAITING: ["waiting"]}.get(
            Reply(guest.reply), []
        )
        if not is_guest and ways_now([guest], gathering, at).get(guest.pk) == LATE:
            # said by telephone: what the post would bring afterwards is no second call
            answered = []
        for purpose in answered:
            tell_all(actor=actor, at=at, gathering=gathering, guests=[guest], purpose=purpose)
        if before == Reply.YES:
            let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
    elif is_about_new_day:
        # what waits asks for the answer that is in
        withdraw_messages(
            actor=actor, at=at, about_kind="gathering", about_id=gathering.pk,
            purposes=["reminder"], to_id=holder_id,
        )  # fmt: skip
    if wishes and guest.reply == before == Reply.YES:
        tell_the_day_before_anew(actor=actor, at=at, gathering=gathering, guest=guest)
    tell(reply=guest.reply, kind=guest.kind)
    return str(guest.reply)


@command(about="gathering")
def note_guest_list_taken(*, actor: Actor, at: datetime, gathering_id: UUID, asked: dict[str, Any]) -> None:
    """The actor downloads the guest list, narrowed to what was `asked` (in the words of `guests_found`): an audit line
    with how many."""
    gathering = gathering_for(actor, gathering_id)
    tell(count=len(guests_found(actor, gathering, **asked)))


def _check_open(gathering: Gathering, at: datetime) -> None:
    if gathering.status == GatheringStatus.CANCELLED:
        raise GatheringIsCancelled()
    # a day that runs on past its planned end is not over: somebody may still stand at the door
    if gathering.status != GatheringStatus.RUNNING and has_ended(gathering, at):
        raise GatheringIsOver()


def _new_badge(taken: set[str]) -> str:
    """A code that cannot be guessed from another one; chance is not replayed, so it needs no seed."""
    while True:
        badge = "".join(secrets.choice(BADGE_LETTERS) for _ in range(8))
        if badge not in taken:
            taken.add(badge)
            return badge
