"""That candidates were told what is kept about them, and when (GDPR art. 13 and 14)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates.models import Candidate


@command(about="candidates")
def note_told(*, actor: Actor, at: datetime, candidate_ids: Collection[UUID]) -> list[UUID]:
    """A colleague told these candidates of the own organisation that and why we keep what we know. Who was told before
    keeps the first day; returns the keys of who is new."""
    actor.require("edit_candidates")
    own = Candidate.objects.filter(
        organisation_id=actor.organisation_id, pk__in=candidate_ids, informed_date=None
    )
    keys = list(own.select_for_update().order_by("id").values_list("pk", flat=True))
    Candidate.objects.filter(pk__in=keys).update(informed_date=timezone.localdate(at))
    tell(count=len(keys))
    return keys


@command(about="candidates")
def take_back_told(*, actor: Actor, at: datetime, candidate_ids: Collection[UUID]) -> int:
    """These candidates were not told after all: takes back what was noted today, of the own organisation only. Returns
    how many know nothing again."""
    actor.require("edit_candidates")
    noted = Candidate.objects.filter(
        organisation_id=actor.organisation_id,
        pk__in=candidate_ids,
        informed_date=timezone.localdate(at),
    )
    keys = list(noted.select_for_update().order_by("id").values_list("pk", flat=True))
    Candidate.objects.filter(pk__in=keys).update(informed_date=None)
    tell(count=len(keys))
    return len(keys)


def note_told_by_message(keys: Collection[UUID], at: datetime) -> None:
    """An e-mail or a letter told them. Inside the command that sends it. Whom a colleague is busy with is left as is:
    whoever erases somebody holds the person before the messages, so here nobody may wait."""
    free = Candidate.objects.select_for_update(skip_locked=True).filter(pk__in=keys, informed_date=None)
    found = list(free.order_by("id").values_list("pk", flat=True))
    Candidate.objects.filter(pk__in=found).update(informed_date=timezone.localdate(at))
