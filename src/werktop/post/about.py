"""What a message is about, in words: the rooms above know, and `settings.ABOUT` names who tells, by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from werktop.audit.actors import Actor

from .models import Message

Teller = Callable[[Actor, set[UUID]], dict[UUID, str]]


def words_about(viewer: Actor, messages: Iterable[Message]) -> dict[UUID, str]:
    """By the key of each message what it is about ("Houtbouw Rijnstroom, 3 december"): one question per kind.

    Each teller is asked with the viewer and what it should name, and leaves out what that viewer may not see.
    """
    listed, keys = list(messages), defaultdict(set)
    for message in listed:
        keys[message.about_kind].add(message.about_id)
    found: dict[tuple[str, UUID], str] = {}
    for kind, path in settings.ABOUT.items():
        if keys[kind]:
            tell: Teller = import_string(path)
            found |= {(kind, key): words for key, words in tell(viewer, keys[kind]).items()}
    return {m.pk: found.get((m.about_kind, m.about_id), "") for m in listed}
