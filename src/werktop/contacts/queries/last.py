"""When there was last contact with candidates, and with which firms there was. Who was tried and not reached was not spoken to,
nor who was only spoken about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest

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


def last_spoken_at(candidate: OuterRef, employer: OuterRef, organisation: OuterRef) -> Any:
    """When somebody of the organisation last spoke with this candidate, or with this firm or its people, as an expression on rows
    that have all three; None where nobody did."""
    moments = ContactMoment.objects.filter(organisation_id=organisation, is_reached=True)
    people = MomentPerson.objects.filter(
        moment__organisation_id=organisation, moment__is_reached=True, role=Role.WITH
    )

    def last(found: QuerySet[Any], at: str) -> Subquery:
        # the first of the order, and not the largest of all: an index gives it
        ordered = found.order_by(f"-{at}").values(at)[:1]
        return Subquery(ordered, output_field=DateTimeField(null=True))

    return Greatest(
        last(moments.filter(employer_id=employer), "happened_at"),
        last(people.filter(candidate_id=candidate), "moment__happened_at"),
        last(people.filter(entrepreneur__employer_id=employer), "moment__happened_at"),
    )
