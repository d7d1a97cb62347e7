"""The list of gatherings: what comes and what has been, with who comes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor

from ..models import Gathering, GatheringStatus, GuestKind, Reply
from ..over import ahead, past
from .answers import answers_of_each, hidden_answers
from .gatherings import gatherings_visible_to
from .talks import ANSWERS_TAKEN_FOR
from .who_sees import with_guests_seen

JUST = timedelta(days=14)
"""What is over for so long the nightly job has seen."""
WHENS = ("coming", "past", "cancelled")


def gatherings_found(
    viewer: Actor, *, at: datetime, when: str = "coming", words: str = ""
) -> QuerySet[Gathering]:
    """Gatherings that still come or run (soonest first), that have been (`over.is_past`), or that were cancelled (latest first).

    `words` searches employer and place.
    """
    found = gatherings_visible_to(viewer)
    over = past(at)
    cancelled = Q(status=GatheringStatus.CANCELLED)
    if when == "cancelled":
        found = found.filter(cancelled)
    elif when == "past":
        found = found.filter(over).exclude(cancelled)
    else:
        found = found.exclude(over | cancelled).order_by("starts_at", "id")
    for word in words.split():
        found = found.filter(
            Q(host_employer__name__icontains=word)
            | Q(place_name__icontains=word)
            | Q(address__icontains=word)
        )
    return found


@dataclass(frozen=True)
class Coming:
    """Who said yes to a gathering, in numbers; None for what the viewer may not know. `is_asked`: somebody was invited."""

    candidates: int | None
    entrepreneurs: int | None
    is_asked: bool


def coming_to(viewer: Actor, gatherings: Collection[Gathering]) -> dict[UUID, Coming]:
    """By the key of each of these gatherings, which the viewer may see. Two queries at most."""
    seen = with_guests_seen(viewer, gatherings)
    found = {}
    for key, told in answers_of_each([each.pk for each in gatherings]).items():
        yes = {
            kind: None if key not in seen and "yes" in hidden_answers(each) else each.yes
            for kind, each in told.items()
        }
        is_asked = any(each.invited for each in told.values())
        found[key] = Coming(yes[GuestKind.CANDIDATE], yes[GuestKind.ENTREPRENEUR], is_asked)
    return found


def gatherings_ahead(*, at: datetime, is_waited_for: bool = False) -> list[Gathering]:
    """All gatherings that go on and whose hour has not come, of every region, soonest first: for jobs."""
    found = Gathering.objects.filter(ahead(at))
    if is_waited_for:
        found = found.filter(guests__reply=Reply.WAITING).distinct()
    return list(found.order_by("starts_at", "id"))


def gatherings_now_or_just_over(*, at: datetime) -> list[Gathering]:
    """All gatherings that begin within a day, or that ended, or of which the last answers came, in the last two weeks
    (also those that should have taken place), of every region: for jobs."""
    answered = at - ANSWERS_TAKEN_FOR
    return list(
        Gathering.objects.filter(
            Q(starts_at__lte=at + timedelta(days=1), ends_at__gt=at - JUST)
            | Q(ends_at__lte=answered, ends_at__gt=answered - JUST)
        ).order_by("starts_at", "id")
    )
