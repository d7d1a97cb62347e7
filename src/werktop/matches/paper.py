"""Until when letters about talks and next steps are of use.

A letter that names no hour says that we call, or write, by a day that it names: after that day it says what is no longer
so. Who cannot be reached by post before it is called; the talk without an hour and the step stay on Today until done.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time
from uuid import UUID

from django.utils import timezone

from .models import FollowUp, FollowUpStatus, NextStep
from .queries.talks import last_day_to_call


def moments_of(follow_up_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """The start of each: the hour that it has, else the one that it had when it was called off; without any hour the end
    of the last day on which we promised to call."""
    found = {}
    for row in FollowUp.objects.filter(pk__in=follow_up_ids):
        before, now = row.called_off_starts_at, row.starts_at
        moment = before if row.status == FollowUpStatus.UNSUITABLE else now or before
        moment = moment or _end_of_promise(row.called_off_at or row.sent_at)
        if moment is not None:
            found[row.pk] = moment
    return found


def promised_by(next_step_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """The end of the last day on which the candidate is called, as the letter about the step says."""
    told = NextStep.objects.filter(pk__in=next_step_ids, told_at__isnull=False).values_list("pk", "told_at")
    return {key: end for key, at in told if (end := _end_of_promise(at)) is not None}


def _end_of_promise(told_at: datetime | None) -> datetime | None:
    day = last_day_to_call(told_at)
    return timezone.make_aware(datetime.combine(day, time.max)) if day else None
