"""Whether the guests were asked with whom they want to talk on, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q

from werktop.audit.actors import Actor
from werktop.post import queries as post

from ..messages import TALK_ON
from ..models import HAS_STOPPED, Gathering, GatheringStatus, Guest, TalkOnQuestion
from .day import may_lead
from .talks import ANSWERS_TAKEN_FOR


@dataclass(frozen=True)
class Asked:
    """`first_at` and `last_at`: when the question went out (None: not yet); `count`: to how many guests; `letters`: for
    how many more a letter still waits for the printer. `waiting`:
    guests who were there, take part still, were not asked and did not answer; after `first_at` these came to light later, or are
    called. `is_over`: the day is closed, so the question can be sent; `can_ask`: by the viewer, now."""

    first_at: datetime | None
    last_at: datetime | None
    count: int
    letters: int
    waiting: int
    is_over: bool
    can_ask: bool


def asked_of(viewer: Actor, gathering: Gathering, at: datetime) -> Asked:
    """What is known of the question; three queries. The caller has checked who looks."""
    asked = TalkOnQuestion.objects.filter(gathering=gathering, asked_at__isnull=False).aggregate(
        first=Min("asked_at"), last=Max("asked_at"), count=Count("pk")
    )
    known = TalkOnQuestion.objects.filter(Q(asked_at__isnull=False) | Q(answered_at__isnull=False))
    waiting = (
        Guest.objects.filter(~HAS_STOPPED, gathering=gathering, arrived_at__isnull=False)
        .exclude(pk__in=known.filter(gathering=gathering).values("guest_id"))
        .count()
    )
    under_way = post.waiting_about(about_kind="gathering", about_id=gathering.pk, purposes=[TALK_ON]).values()
    letters = sum(channel == "letter" for channel, _from_at in under_way)
    is_over = gathering.status == GatheringStatus.FINISHED
    is_in_time = at <= gathering.ends_at + ANSWERS_TAKEN_FOR
    return Asked(
        first_at=asked["first"],
        last_at=asked["last"],
        count=max(0, asked["count"] - letters),
        letters=letters,
        waiting=waiting,
        is_over=is_over,
        can_ask=is_over and is_in_time and waiting > 0 and may_lead(viewer, gathering),
    )
