"""When gatherings brought us in touch with candidates: an answer, a day at the table. An invitation that nobody answered is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Max, QuerySet, When
from django.db.models.functions import Greatest

from .models import GatheringStatus, Guest, Reply


def latest_contact_of(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest of each candidate; the gathering itself for who said yes."""
    rows = (
        Guest.objects.filter(candidate__in=candidate_ids)
        .annotate(
            touched_at=Greatest(
                "replied_at",
                "arrived_at",
                Case(When(reply=Reply.YES, then=F("gathering__starts_at"))),
            )
        )
        .values("candidate_id")
        .annotate(latest=Max("touched_at"))
        .values_list("candidate_id", "latest")
    )
    return {key: moment for key, moment in rows if moment is not None}


def firms_that_came(since: datetime, at: datetime) -> QuerySet[Guest, Any]:
    """The keys of the firms of which somebody said yes to a gathering that was held between the two."""
    came = Guest.objects.filter(
        entrepreneur__isnull=False, reply=Reply.YES, gathering__starts_at__range=(since, at)
    )
    held = came.exclude(gathering__status=GatheringStatus.CANCELLED)
    return held.order_by().values("entrepreneur__employer_id")
