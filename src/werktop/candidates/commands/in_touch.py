"""There was contact with candidates: noted by rooms above, so that who is in touch is kept. What a colleague registers about
somebody is no contact."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.candidates.contact import latest_contact, latest_spoken
from werktop.candidates.models import Candidate


@command(about="candidates")
def note_in_touch(
    *, actor: Actor, at: datetime, candidate_ids: Collection[UUID], contact_at: datetime
) -> None:
    """A colleague spoke with these candidates of the own organisation at `contact_at`. An earlier moment than is known
    changes nothing; who would have been erased for want of contact no longer is. Else `NotVisible`."""
    actor.require("edit_candidates")
    held = list(_own(actor, candidate_ids).select_for_update().order_by("id"))
    if len(held) != len(set(candidate_ids)):
        raise NotVisible()
    later = [row.pk for row in held if row.contact_at is None or row.contact_at < contact_at]
    Candidate.objects.filter(pk__in=later).update(contact_at=contact_at, erase_date=None)
    spoken = [row.pk for row in held if row.spoken_at is None or row.spoken_at < contact_at]
    Candidate.objects.filter(pk__in=spoken).update(spoken_at=contact_at)
    tell(count=len(held))


@command(about="candidates")
def take_back_in_touch(
    *, actor: Actor, at: datetime, candidate_ids: Collection[UUID], contact_at: datetime
) -> None:
    """There was no contact at `contact_at` after all: of whom that is the last contact, the latest that is still known counts
    again, here and in the rooms above. Call it when what was wrong is gone from there. Where something later is known it
    stays. An announced erasure that this contact ended is not put back: the nightly job announces anew, with the whole
    month that everybody gets."""
    actor.require("edit_candidates")
    held = list(_own(actor, candidate_ids).select_for_update().order_by("id"))
    wrong = [row for row in held if row.contact_at == contact_at]
    known = latest_contact([row.pk for row in wrong])
    for row in wrong:
        row.contact_at = known.get(row.pk)
    unsaid = [row for row in held if row.spoken_at == contact_at]
    spoken = latest_spoken([row.pk for row in unsaid])
    for row in unsaid:
        row.spoken_at = spoken.get(row.pk)
    Candidate.objects.bulk_update(wrong, ["contact_at"])
    Candidate.objects.bulk_update(unsaid, ["spoken_at"])
    tell(count=len(wrong))


def _own(actor: Actor, candidate_ids: Collection[UUID]) -> QuerySet[Candidate]:
    found = Candidate.objects.filter(pk__in=list(candidate_ids))
    return found if actor.kind == "system" else found.filter(organisation_id=actor.organisation_id)
