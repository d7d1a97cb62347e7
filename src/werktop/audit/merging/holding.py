"""Two rows of the own organisation, held while they become one, two again, or are told apart. For the commands of the rooms, which
have checked what the actor may."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit import likeness
from werktop.audit.actors import Actor
from werktop.audit.erasure import hold_around
from werktop.audit.refusals import NotVisible

from .known import merge_to_undo, stands_for
from .rules import KINDS, MergedAlready


def held_two(rows: Any, key: UUID, other_id: UUID) -> tuple[Any, Any]:
    """The two of `rows` (those of the actor's organisation) with these keys, locked, with what hangs on them held. `NotVisible`, or
    `MergedAlready`."""
    label = rows.model._meta.label
    if key == other_id:
        raise NotVisible()
    hold_around(label, sorted((key, other_id)))
    found = held(rows, [key, other_id])
    if len(found) == 2:
        return found[key], found[other_id]
    if found and stands_for(KINDS[label], other_id if key in found else key) in found:
        raise MergedAlready()
    raise NotVisible()


def held_to_take_apart(rows: Any, key: UUID, merge_id: UUID) -> tuple[Any, Any]:
    """The one of `rows` with this key and the merge into it, locked, with what hangs on it held; `NotVisible`."""
    label = rows.model._meta.label
    hold_around(label, [key])
    kept = held(rows, [key]).get(key)
    merge = merge_to_undo(KINDS[label], key, merge_id)
    if kept is None or merge is None:
        raise NotVisible()
    return kept, merge


def tell_two_apart(
    actor: Actor, at: datetime, rows: Any, key: UUID, other_ids: Collection[UUID], *, is_apart: bool = True
) -> None:
    """These others of `rows` are not this one, says the actor, or (`is_apart` no) may be after all; `NotVisible`."""
    if len(held(rows, [key, *other_ids])) != len({key, *other_ids}) or actor.organisation_id is None:
        raise NotVisible()
    if is_apart:
        pairs = [(key, other) for other in other_ids]
        likeness.tell_apart(KINDS[rows.model._meta.label], actor.organisation_id, pairs, actor=actor, at=at)
    else:
        for other in other_ids:
            likeness.look_again(key, other)


def held(rows: Any, keys: Collection[UUID]) -> dict[UUID, Any]:
    """These of `rows` by key, locked in one order whoever asks."""
    found = rows.select_for_update(of=("self",)).filter(pk__in=list(keys)).order_by("id")
    return {row.pk: row for row in found}
