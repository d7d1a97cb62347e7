"""A candidate leaves, comes back, or is erased for good."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.post.erasing import erase_messages

from .keeping import candidate_to_edit


class ErasureReason(models.TextChoices):
    """Why a person is erased. Fixed words, since they stay in the trail."""

    ASKED = "asked", _("op eigen verzoek")
    NOT_NEEDED = "not_needed", _("we hebben de gegevens niet meer nodig")
    TWICE = "twice", _("staat dubbel in de lijst")
    MISTAKE = "mistake", _("had hier niet moeten staan")


@command(about="candidate")
def note_left(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """The candidate is not looking any more (work, moved, stopped) and is no longer listed or invited."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    if candidate.left_at is None:
        candidate.left_at = at
        candidate.save(update_fields=["left_at"])


@command(about="candidate")
def note_returned(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """A candidate who left is back."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    candidate.left_at = None
    candidate.save(update_fields=["left_at"])


@command(about="candidate")
def erase_candidate(*, actor: Actor, at: datetime, candidate_id: UUID, reason: str) -> None:
    """Erase a person for good: the row, all that hangs on it in every room, history, messages and links.

    The trail keeps plain keys and the reason (a value of `ErasureReason`). Cannot be undone.
    """
    actor.require("edit_candidates")
    tell(reason=ErasureReason(reason).value)
    gone = erase(candidate_to_edit(actor, candidate_id))
    erase_messages(
        actor=actor,
        at=at,
        to_kind="candidate",
        to_id=candidate_id,
        about_ids=list(chain.from_iterable(gone.values())),
    )
