"""Who takes or frees hours waits for who does so already, in one order, so that no two wait for each other."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from werktop.gatherings.queries.gatherings import lock_gathering

from ..models import FollowUp, FreeBlock


def lock_hours(
    gathering_id: UUID, *, talk_ids: Sequence[UUID] = (), entrepreneur_id: UUID | None = None
) -> None:
    """Hold the gathering, these talks of it, and all its free blocks until the transaction ends, in this order and
    each by key; with `entrepreneur_id` also the blocks that this entrepreneur gave for other gatherings.

    Every command that takes, frees, makes or deletes blocks calls this before it touches a talk or a block.
    """
    lock_gathering(gathering_id)
    list(FollowUp.objects.select_for_update().filter(pk__in=talk_ids).order_by("id"))
    which = Q(gathering_id=gathering_id)
    if entrepreneur_id is not None:
        which |= Q(entrepreneur_id=entrepreneur_id)
    list(FreeBlock.objects.select_for_update().filter(which).order_by("id"))
