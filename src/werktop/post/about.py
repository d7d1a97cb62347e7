"""What a message is about, in words: the rooms above know, and `settings.ABOUT` names who tells, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from werktop.audit.actors import Actor
from werktop.audit.tellers import told_by_kind

from .models import Message


def words_about(viewer: Actor, messages: Iterable[Message]) -> dict[UUID, str]:
    """By the key of each message what it is about ("Houtbouw Rijnstroom, 3 december"); "" for what the viewer may not see."""
    listed = list(messages)
    found = told_by_kind(settings.ABOUT, viewer, [(m.about_kind, m.about_id) for m in listed])
    return {m.pk: found.get((m.about_kind, m.about_id), "") for m in listed}
