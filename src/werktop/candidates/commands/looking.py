"""Reading what is guarded of somebody with whom another colleague works, for a reason that this colleague reads; and going to
work with somebody with whom nobody works."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.audit.retention import BATCH, TERMS, erases, let_go
from werktop.candidates.models import Look
from werktop.candidates.queries.working import does_work_with, works_with_nobody
from werktop.catalogue.suspicions import suspicion_in

from .keeping import candidate_to_edit
from .refusals import IsTaken, NamesADiagnosis, NobodyWorksWith, ReasonIsMissing

LEAST = 8
"""A reason has at least so many letters: "x" tells nobody anything."""


@command(about="candidate")
def open_needs(*, actor: Actor, at: datetime, candidate_id: UUID, reason: str) -> None:
    """The actor does not work with this candidate and reads, until the end of the day, what only who does may read. Who does
    sees it with the reason. Refuses `ReasonIsMissing`, `NamesADiagnosis` in the reason, and `NobodyWorksWith` where nobody could
    see it: who wants to read then goes to work with the person. Who works with the person needs nothing opened."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    if does_work_with(actor, candidate):
        return
    if works_with_nobody(candidate):
        raise NobodyWorksWith()
    why = " ".join(reason.replace("\x00", "").split())[:200]
    if len(why) < LEAST:
        raise ReasonIsMissing(field="reason")
    # the candidate reads it on paper, and whoever works with the candidate on screen
    if word := suspicion_in(why):
        raise NamesADiagnosis(word, field="reason")
    Look.objects.create(
        candidate=candidate,
        by_id=actor.id,
        of_id=candidate.assigned_to_id,
        reason=why,
        opened_at=at,
        until_at=_end_of_day(at),
    )


@command(about="candidate")
def take_candidate(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """The actor goes to work with a candidate with whom nobody works who is still here. Saying it again changes nothing; refuses
    `IsTaken` where a colleague was quicker."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    if candidate.assigned_to_id == actor.id:
        return
    if not works_with_nobody(candidate):
        raise IsTaken()
    if not accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER).filter(pk=actor.id).exists():
        raise NotVisible()
    candidate.assigned_to_id = actor.id
    candidate.save(update_fields=["assigned_to"])


@command(about="candidates")
def note_looks_read(*, actor: Actor, at: datetime, look_ids: Collection[UUID]) -> int:
    """The actor read these lines about candidates with whom the actor works or worked; a stand-in reads none for the other.
    Returns how many are new."""
    actor.require("edit_candidates")
    own = Look.objects.filter(pk__in=list(look_ids), of_id=actor.id, seen_at=None)
    count = own.update(seen_at=at)
    tell(count=count)
    return count


@erases("view", "candidates.Look")
@command(about="candidates")
def forget_looks(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Take away at most `most` looks that are past the term of the log of who looked."""
    actor.require("forget")
    old = Look.objects.filter(opened_at__lte=TERMS["view"].before(at)).order_by("opened_at", "id")
    count = let_go(old, most)
    tell(count=count)
    return count


def _end_of_day(at: datetime) -> datetime:
    local = timezone.localtime(at)
    return (local + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
