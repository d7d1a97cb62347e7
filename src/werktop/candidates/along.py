"""What goes along when candidates go to another colleague. The rooms above say so in their `ready`; this room stays below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

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
