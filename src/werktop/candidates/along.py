"""What goes along when candidates go to another colleague. The rooms above say so in their `ready`; this room stays below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

HAND_OVER = "candidates.hand_over_candidates"
"""The command that brings them, as history tells it."""
Follow = Callable[[Sequence[UUID], UUID | None, UUID | None, bool], None]
_FOLLOWERS: list[Follow] = []


def goes_along(follow: Follow) -> None:
    """Have `follow(candidate_ids, from_id, to_id, is_back)` called in the command by which candidates go from one colleague to
    another, with the candidates locked; `is_back` where an earlier one is undone. None is nobody."""
    if follow not in _FOLLOWERS:
        _FOLLOWERS.append(follow)


def take_along(
    candidate_ids: Sequence[UUID], from_id: UUID | None, to_id: UUID | None, *, is_back: bool
) -> None:
    """Let what hangs on these candidates in the rooms above follow."""
    for follow in _FOLLOWERS:
        follow(candidate_ids, from_id, to_id, is_back)


def owned_rows_follow(
    model: Any, *, is_about: Q, is_open: Q, from_id: UUID | None, to_id: UUID | None, is_back: bool
) -> None:
    """The open rows of `from_id` about these candidates become those of `to_id`; on the way back only what `to_id` had before, and
    came with them. For what has an `owner` and a history; called in the command by which the candidates go, with these locked."""
    own = model.objects.filter(is_open, owner_id=from_id)
    keys = set(own.filter(is_about).values_list("pk", flat=True))
    if is_back:
        lines = model.pgh_event_model.objects.filter(pgh_obj_id__in=keys)
        came = lines.filter(owner_id=from_id, pgh_context__metadata__command=HAND_OVER)
        had = lines.filter(owner_id=to_id, pgh_obj_id__in=came.values("pgh_obj_id"))
        keys = set(had.values_list("pgh_obj_id", flat=True))
    held = own.select_for_update().filter(pk__in=keys).order_by("id")
    model.objects.filter(pk__in=list(held.values_list("pk", flat=True))).update(owner_id=to_id)
