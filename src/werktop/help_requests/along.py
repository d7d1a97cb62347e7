"""What was asked by candidates goes along when they go to another colleague."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from .models import OPEN, HelpRequest

HAND_OVER = "candidates.hand_over_candidates"
"""The command that brings them, as history tells it."""


def help_requests_follow(
    candidate_ids: Sequence[UUID], from_id: UUID | None, to_id: UUID | None, is_back: bool
) -> None:
    """The open help requests of `from_id` about these candidates become those of `to_id`; on the way back only what `to_id` had
    before, and came with them. Called in the command by which the candidates go, with these locked."""
    about = HelpRequest.objects.filter(candidate_id__in=candidate_ids, owner_id=from_id, state__in=OPEN)
    keys = set(about.values_list("pk", flat=True))
    if is_back:
        history = HelpRequest.pgh_event_model.objects  # type: ignore[attr-defined]
        lines = history.filter(pgh_obj_id__in=keys)
        came = lines.filter(owner_id=from_id, pgh_context__metadata__command=HAND_OVER)
        had = lines.filter(owner_id=to_id, pgh_obj_id__in=came.values("pgh_obj_id"))
        keys = set(had.values_list("pgh_obj_id", flat=True))
    held = HelpRequest.objects.select_for_update().filter(pk__in=keys, owner_id=from_id, state__in=OPEN)
    going = list(held.order_by("id").values_list("pk", flat=True))
    HelpRequest.objects.filter(pk__in=going).update(owner_id=to_id)
