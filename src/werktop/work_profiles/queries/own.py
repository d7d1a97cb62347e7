"""Work at the own firm, as an entrepreneur reads it on the own page."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import Coalesce

from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.work_profiles.choices import RUNNING, Status
from werktop.work_profiles.models import WorkProfile


@dataclass(frozen=True)
class OwnWork:
    """One work profile that runs. `is_own`: this entrepreneur offered it and can still take it back."""

    id: UUID
    what: str
    state: str
    is_own: bool


def own_work(viewer: Actor) -> list[OwnWork]:
    """What runs at the viewer's firm, the latest first."""
    person = employers.own_entrepreneur(viewer)
    rows = WorkProfile.objects.filter(employer_id=person.employer_id, status__in=RUNNING)
    return [
        OwnWork(
            row.pk,
            row.what,
            str(row.get_status_display()),
            row.status == Status.IDEA
            and (row.to_call_id, row.noted_by_id, row.note_id) == (person.pk, None, None),
        )
        for row in rows.order_by("-noted_at", "-id")
    ]


def places_filled(viewer: Actor) -> int:
    """For how many people work at the viewer's firm was filled; work of which no number is known counts as one."""
    person = employers.own_entrepreneur(viewer)
    filled = WorkProfile.objects.filter(employer_id=person.employer_id, status=Status.FILLED)
    return int(filled.aggregate(found=Sum(Coalesce("places", 1)))["found"] or 0)
