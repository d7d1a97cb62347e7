"""A candidate leaves, comes back, or is erased for good."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from uuid import UUID

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import ErasureReason, erase, hold_around
from werktop.audit.retention import Term
from werktop.audit.running import end_all_with, stop_all_with
from werktop.candidates.queries.working import may_erase
from werktop.post.erasing import erase_messages

from .keeping import candidate_to_edit
from .refusals import ErasedByWhoWorksWith
from .taken_over import colleagues_who_lose, note_erased


@command(about="candidate")
def note_left(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """The candidate is not looking any more (work, moved, stopped) and is no longer listed or invited. What still runs
    ends in the rooms where it runs, and who counted on it hears so. Saying it again changes nothing."""
    actor.require("edit_candidates")
    hold_around("candidates.Candidate", [candidate_id])
    candidate = candidate_to_edit(actor, candidate_id)
    if candidate.left_at is None:
        candidate.left_at = at
        candidate.save(update_fields=["left_at"])
        stop_all_with(actor, candidate, at)


@command(about="candidate")
def note_returned(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """A candidate who left is back, and kept for a year from now: no contact by itself, but the reason to go on. What ended does
    not begin again by itself: that is asked first."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    candidate.left_at, candidate.erase_date = None, None
    candidate.kept_until_date = timezone.localdate(Term("", months=12).end(at))
    candidate.save(update_fields=["left_at", "kept_until_date", "erase_date"])


@command(about="candidate")
def erase_candidate(*, actor: Actor, at: datetime, candidate_id: UUID, reason: str) -> None:
    """Erase a person for good: the row, all that hangs on it in every room, history, messages and links.

    Who counted on a talk with this person is told that it does not go on; another colleague who works with the person reads that
    somebody was erased, without who. The trail keeps plain keys and the reason (a value of `ErasureReason`). Cannot be undone.
    Refuses `ErasedByWhoWorksWith` where a colleague works with the person and the actor does not.
    """
    actor.require("edit_candidates")
    tell(reason=ErasureReason(reason).value)
    hold_around("candidates.Candidate", [candidate_id])
    candidate = candidate_to_edit(actor, candidate_id)
    if not may_erase(actor, candidate):
        raise ErasedByWhoWorksWith()
    note_erased(actor, at, colleagues_who_lose(actor, at, candidate), reason)
    end_all_with(actor, candidate, at)
    gone = erase(candidate)
    erase_messages(
        actor=actor,
        at=at,
        to_kind="candidate",
        to_id=candidate_id,
        about_ids=list(chain.from_iterable(gone.values())),
    )
