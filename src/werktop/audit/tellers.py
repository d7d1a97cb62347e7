"""What lines are about, told by the rooms above: settings name who tells of each kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.module_loading import import_string

from .actors import Actor

Teller = Callable[[Actor, set[UUID]], dict[UUID, Any]]


def told_by_kind(
    tellers: Mapping[str, str], viewer: Actor, asked: Iterable[tuple[str, UUID | None]]
) -> dict[tuple[str, UUID], Any]:
    """By kind and key what is `asked` of: one question per kind. `tellers` are dotted paths by kind; each is asked with the viewer
    and what it should tell of, and leaves out what that viewer may not see."""
    keys: dict[str, set[UUID]] = defaultdict(set)
    for kind, key in asked:
        if key:
            keys[kind].add(key)
    found: dict[tuple[str, UUID], Any] = {}
    for kind, path in tellers.items():
        if keys[kind]:
            tell: Teller = import_string(path)
            found |= {(kind, key): told for key, told in tell(viewer, keys[kind]).items()}
    return found
