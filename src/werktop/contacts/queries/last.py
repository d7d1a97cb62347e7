"""When there was last contact with candidates. Who was tried and not reached was not spoken to,
nor who was only spoken about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from werktop.contacts.models import MomentPerson, Role


def latest_contact_of(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest contact moment of each candidate of whom one was noted, for who keeps or erases them. One query."""
    reached = MomentPerson.objects.filter(
        candidate_id__in=candidate_ids, role=Role.WITH, moment__is_reached=True
    )
    found = reached.values_list("candidate_id").annotate(latest=Max("moment__happened_at"))
    return {key: moment for key, moment in found if key}
