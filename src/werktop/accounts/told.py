"""Of whom a line of the trail tells, by name and with the way there: the rooms above know, and `settings.TOLD_OF` names who
tells, by kind. For who works with these people; the trail itself keeps plain keys alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from werktop.audit.actors import Actor
from werktop.audit.tellers import told_by_kind


@dataclass(frozen=True)
class Told:
    """Of whom or what (`words`), where it stands (`url`), and whom it shows: pairs of kind and key, for the log of views."""

    words: str
    url: str
    people: tuple[tuple[str, UUID], ...] = ()


def told_of(viewer: Actor, lines: Iterable[Any]) -> dict[tuple[str, UUID], Told]:
    """By kind and key, what these lines are about. What the viewer may not see, or is gone, is left out."""
    return told_by_kind(settings.TOLD_OF, viewer, [(line.about_kind, line.about_id) for line in lines])
