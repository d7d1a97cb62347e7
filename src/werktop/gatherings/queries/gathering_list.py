"""The list of gatherings: what comes and what has been, with who comes."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from werktop.audit.actors import Actor

from ..models import OPEN, Gathering, GatheringStatus, GuestKind, Reply
from .gatherings import gatherings_visible_to
from .talks import ANSWERS_TAKEN_FOR

JUST = timedelta(days=14)
"""What is over for so long the nightly job has seen."""
WHENS = ("coming", "past", "cancelled")


def gatherings_found(
    viewer: Actor, *, at: datetime, when: str = "coming", words: str = ""
) -> QuerySet[Gathering]:
    """Gatherings that still come or run (soonest first), that have been, or that were cancelled (latest first). One of
    today that nobody finished has not been: somebody still begins it, or finishes it.

    With `candidates_coming`, `candidates_invited` and `entrepreneurs_coming`; `words` searches employer and place.
    """
    found = gatherings_visible_to(viewer)
    midnight = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    over = Q(status=GatheringStatus.FINISHED) | Q(ends_at__lt=midnight)
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
    candidates, firms = Q(guests__kind=GuestKind.CANDIDATE), Q(guests__kind=GuestKind.ENTREPRENEUR)
    return found.annotate(
        candidates_coming=Count("guests", filter=candidates & Q(guests__reply=Reply.YES)),
        candidates_invited=Count("guests", filter=candidates & Q(guests__invited_at__isnull=False)),
        entrepreneurs_coming=Count("guests", filter=firms & Q(guests__reply=Reply.YES)),
    )


def gatherings_ahead(*, at: datetime, is_waited_for: bool = False) -> list[Gathering]:
    """All gatherings that go on and whose hour has not come, of every region, soonest first: for jobs."""
    found = Gathering.objects.filter(status__in=OPEN, starts_at__gt=at)
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
