"""When there was last contact with candidates. Who was tried and not reached was not spoken to,
nor who was only spoken about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Max, OuterRef, Subquery

from werktop.contacts.models import MomentPerson, Role


def last_contact_at(of: OuterRef) -> Subquery:
    """The latest contact moment of a candidate, None without one: to annotate a list with, so that it stays one query.
    `of` is the path to the candidate's key: `last_contact_at(of=OuterRef("pk"))`."""
    latest = MomentPerson.objects.filter(candidate_id=of, role=Role.WITH, moment__is_reached=True).order_by(
        "-moment__happened_at"
    )
    return Subquery(latest.values("moment__happened_at")[:1])


def latest_contact_of(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest contact moment of each candidate of whom one was noted, for who keeps or erases them. One query."""
    reached = MomentPerson.objects.filter(
        candidate_id__in=candidate_ids, role=Role.WITH, moment__is_reached=True
    )
    found = reached.values_list("candidate_id").annotate(latest=Max("moment__happened_at"))
    return {key: moment for key, moment in found if key}
