"""When a follow-up talk or a next step brought us in touch with candidates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.db.models.functions import Greatest

from .models import FollowUp, NextStep


def latest_contact_of(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest of each candidate: a talk that was sent or held, a step that was told or done."""
    latest: dict[UUID, datetime] = {}
    for rows, names in (
        (FollowUp.objects.exclude(sent_at=None), ("ends_at", "outcome_at")),
        (NextStep.objects.all(), ("told_at", "done_at")),
    ):
        found = (
            rows.filter(candidate__in=candidate_ids)
            .annotate(touched_at=Greatest(*names))
            .values("candidate_id")
            .annotate(latest=Max("touched_at"))
        )
        for key, moment in found.values_list("candidate_id", "latest"):
            if moment is not None:
                latest[key] = max(latest.get(key, moment), moment)
    return latest
