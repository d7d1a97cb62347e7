"""Who takes or frees hours waits for who does so already, in one order, so that no two wait for each other."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import SYSTEM
from werktop.gatherings.queries.gatherings import gatherings_visible_to, lock_gathering, lock_gatherings

from ..models import FollowUp, FreeBlock, NextStep


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


def lock_hours_of_candidates(keys: Sequence[UUID]) -> None:
    """Before candidates are erased: hold every gathering where they were or have a talk or a step, those talks and
    the blocks that they took, in the order of `lock_hours`."""
    _lock_hours_of("candidate", keys, steps="candidate", blocks=Q())


def lock_hours_of_entrepreneurs(keys: Sequence[UUID]) -> None:
    """The same before entrepreneurs are erased, with all blocks that they gave."""
    _lock_hours_of("entrepreneur", keys, steps="introducer", blocks=Q(entrepreneur__in=keys))


def _lock_hours_of(side: str, keys: Sequence[UUID], *, steps: str, blocks: Q) -> None:
    talks = FollowUp.objects.filter(**{f"{side}__in": keys}).order_by("id")
    lock_gatherings(
        {
            *gatherings_visible_to(SYSTEM)
            .filter(**{f"guests__{side}__in": keys})
            .values_list("pk", flat=True),
            *talks.values_list("gathering_id", flat=True),
            *NextStep.objects.filter(**{f"{steps}__in": keys}).values_list("gathering_id", flat=True),
        }
    )
    taken = Q(taken_by__in=[talk.pk for talk in talks.select_for_update()])
    list(FreeBlock.objects.select_for_update().filter(taken | blocks).order_by("id"))
