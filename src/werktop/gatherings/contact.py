"""When gatherings brought us in touch with candidates: an answer, a day at the table. An invitation that nobody answered is not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Case, F, Max, When
from django.db.models.functions import Greatest

from .models import Guest, Reply


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
