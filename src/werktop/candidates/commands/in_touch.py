"""There was contact with candidates: noted by rooms above, so that who is in touch is kept."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.candidates.models import Candidate


@command(about="candidates")
def note_in_touch(
    *, actor: Actor, at: datetime, candidate_ids: Collection[UUID], contact_at: datetime
) -> None:
    """There was contact with these candidates of the own organisation at `contact_at`. An earlier moment than is known
    changes nothing; who would have been erased for want of contact no longer is. Else `NotVisible`."""
    actor.require("edit_candidates")
    held = list(_own(actor, candidate_ids).select_for_update().order_by("id"))
    if len(held) != len(set(candidate_ids)):
        raise NotVisible()
    later = [row.pk for row in held if row.contact_at is None or row.contact_at < contact_at]
    Candidate.objects.filter(pk__in=later).update(contact_at=contact_at, erase_date=None)
    tell(count=len(held))


@command(about="candidates")
def take_back_in_touch(
    *, actor: Actor, at: datetime, candidate_ids: Collection[UUID], contact_at: datetime
) -> None:
    """There was no contact at `contact_at` after all: of whom that is the last contact, the one before it counts again, as
    their history tells. Where something later is known it stays."""
    actor.require("edit_candidates")
    wrong = _own(actor, candidate_ids).filter(contact_at=contact_at)
    keys = list(wrong.select_for_update().order_by("id").values_list("pk", flat=True))
    history = Candidate.pgh_event_model.objects  # type: ignore[attr-defined]
    before = dict(
        history.filter(pgh_obj_id__in=keys)
        .values_list("pgh_obj_id")
        .annotate(before=Max("contact_at", filter=Q(contact_at__lt=contact_at)))
    )
    rows = [Candidate(pk=key, contact_at=before.get(key)) for key in keys]
    Candidate.objects.bulk_update(rows, ["contact_at"])
    tell(count=len(keys))


def _own(actor: Actor, candidate_ids: Collection[UUID]) -> QuerySet[Candidate]:
    found = Candidate.objects.filter(pk__in=list(candidate_ids))
    return found if actor.kind == "system" else found.filter(organisation_id=actor.organisation_id)
