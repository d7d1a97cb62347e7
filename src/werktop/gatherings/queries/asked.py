"""Whether the guests were asked with whom they want to talk on, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from werktop.audit.actors import Actor
from werktop.post import queries as post
from werktop.post.recipients import recipient_of

from ..messages import TALK_ON, people_of
from ..models import HAS_STOPPED, Gathering, GatheringStatus, Guest, TalkOnQuestion
from .day import may_lead
from .guests import GuestRow, guest_rows
from .talks import ANSWERS_TAKEN_FOR


@dataclass(frozen=True)
class Asked:
    """`first_at` and `last_at`: when the question went out (None: not yet); `count`: to how many guests it left;
    of how many more a letter still waits for the printer (`letters`), a message waits to be sent (`under_way`), and a
    message failed (`failed`). `waiting`: guests who were there, take part still, were not asked
    and did not answer, and can be written to; after `first_at` these came to light later. `to_call`: those of whom the
    same is so, but whom only a call reaches. `is_over`: the day is closed, so the question can be sent; `can_ask`: by the
    viewer, now."""

    first_at: datetime | None
    last_at: datetime | None
    count: int
    letters: int
    under_way: int
    failed: int
    waiting: int
    to_call: list[GuestRow]
    is_over: bool
    can_ask: bool

    @property
    def shown_ids(self) -> list[UUID]:
        """Candidates whose names it tells, for the log of who was shown."""
        return [row.candidate_id for row in self.to_call if row.candidate_id and row.is_named]


def asked_of(viewer: Actor, gathering: Gathering, at: datetime) -> Asked:
    """What is known of the question; eight queries at most, however many guests. The caller has checked who looks."""
    asked = TalkOnQuestion.objects.filter(gathering=gathering, asked_at__isnull=False).aggregate(
        first=Min("asked_at"), last=Max("asked_at"), count=Count("pk")
    )
    known = TalkOnQuestion.objects.filter(Q(asked_at__isnull=False) | Q(answered_at__isnull=False))
    not_asked = list(
        Guest.objects.filter(~HAS_STOPPED, gathering=gathering, arrived_at__isnull=False)
        .exclude(pk__in=known.filter(gathering=gathering).values("guest_id"))
        .order_by("id")
    )
    to_call = _called(not_asked)
    waiting = len(not_asked) - len(to_call)
    leads = may_lead(viewer, gathering)
    # withdrawn ones and letters that were too late asked nobody either
    missed = post.not_reached(about_kind="gathering", about_ids=[gathering.pk], purpose=TALK_ON).values()
    waiting_by = [channel for channel, status in missed if status == "waiting"]
    letters = waiting_by.count("letter")
    is_over = gathering.status == GatheringStatus.FINISHED
    is_in_time = at <= gathering.ends_at + ANSWERS_TAKEN_FOR
    return Asked(
        first_at=asked["first"],
        last_at=asked["last"],
        count=max(0, asked["count"] - len(missed)),
        letters=letters,
        under_way=len(waiting_by) - letters,
        failed=sum(status == "failed" for _channel, status in missed),
        waiting=waiting,
        to_call=guest_rows(viewer, gathering, to_call)
        if to_call and leads and viewer.can("see_guest_list")
        else [],
        is_over=is_over,
        can_ask=is_over and is_in_time and waiting > 0 and leads,
    )


def _called(guests: list[Guest]) -> list[Guest]:
    """Those of these guests whom only a call reaches."""
    people = people_of(guests)
    return [
        guest
        for guest in guests
        if guest.pk in people
        and not recipient_of(guest.kind, people[guest.pk], channel=guest.channel).is_written_to
    ]
