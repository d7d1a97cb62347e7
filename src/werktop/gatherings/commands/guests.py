"""Guests: put on the list, and taken off it."""

from __future__ import annotations

import secrets
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
    hold_invitations,
    not_told_yet,
    tell_all,
)
from ..models import Gathering, GatheringStatus, Guest, GuestKind
from ..over import has_ended, is_ahead
from ..queries.bringing import gathering_to_fill, guest_to_remove
from ..queries.calls import is_called_by_others
from ..queries.gatherings import can_edit, gathering_for
from ..queries.guests import guests_found
from ..queries.hearing import (
    OFF,
    TO_CALL,
    TO_TICK,
    another_day_heard,
    is_counting_on_it,
    ways_of_news,
)
from ..refusals import GatheringIsCancelled, GatheringIsOver, GuestIsCalledFirst, GuestIsSeated, NobodyChosen
from .waiting import let_waiting_in

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
    check_open(gathering, at)
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
def note_guest_list_taken(*, actor: Actor, at: datetime, gathering_id: UUID, asked: dict[str, Any]) -> None:
    """The actor downloads the guest list, narrowed to what was `asked` (in the words of `guests_found`): an audit line
    with how many."""
    gathering = gathering_for(actor, gathering_id)
    tell(count=len(guests_found(actor, gathering, **asked)))


def check_open(gathering: Gathering, at: datetime) -> None:
    """Pass silently while guests may still come and answer."""
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
