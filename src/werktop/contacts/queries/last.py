"""When there was last contact with candidates, and with which firms there was. Who was tried and not reached was not spoken to,
nor who was only spoken about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from werktop.contacts.models import ContactMoment, MomentPerson, Role


def latest_contact_of(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest contact moment of each candidate of whom one was noted, for who keeps or erases them. One query."""
    reached = MomentPerson.objects.filter(
        candidate_id__in=candidate_ids, role=Role.WITH, moment__is_reached=True
    )
    found = reached.values_list("candidate_id").annotate(latest=Max("moment__happened_at"))
    return {key: moment for key, moment in found if key}


def firms_spoken_with(since: datetime, at: datetime) -> QuerySet[ContactMoment, Any]:
    """The keys of the firms with which somebody spoke between the two."""
    reached = ContactMoment.objects.filter(
        employer__isnull=False, is_reached=True, happened_at__range=(since, at)
    )
    return reached.order_by().values("employer_id")
