"""Of whom a line of the trail tells, by name and with the way there: the rooms above know, and `settings.TOLD_OF` names who
tells, by kind. For who works with these people; the trail itself keeps plain keys alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from werktop.audit.actors import Actor


@dataclass(frozen=True)
class Told:
    """Of whom or what (`words`), where it stands (`url`), and whom it shows: pairs of kind and key, for the log of views."""

    words: str
    url: str
    people: tuple[tuple[str, UUID], ...] = ()


Teller = Callable[[Actor, set[UUID]], dict[UUID, Told]]


def told_of(viewer: Actor, lines: Iterable[Any]) -> dict[tuple[str, UUID], Told]:
    """By kind and key, what these lines are about: one question per kind. What the viewer may not see, or is gone, is left out."""
    keys: dict[str, set[UUID]] = defaultdict(set)
    for line in lines:
        if line.about_id:
            keys[line.about_kind].add(line.about_id)
    found: dict[tuple[str, UUID], Told] = {}
    for kind, path in settings.TOLD_OF.items():
        if keys[kind]:
            tell: Teller = import_string(path)
            found |= {(kind, key): told for key, told in tell(viewer, keys[kind]).items()}
    return found
