"""Erasing a row for good: what hangs on it, and every history row of all of it (GDPR art. 17)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.deletion import Collector


class _WholeCollector(Collector):
    """Names every row that goes, also those that the database could drop unseen."""

    def can_fast_delete(self, objs: Any, from_field: Any = None) -> bool:
        return False


def erase(row: models.Model) -> dict[str, list[UUID]]:
    """Delete `row`, all rows that go with it in whichever room, and their history. Call it inside a command.

    Returns the keys of what went, by model ("candidates.Candidate"), so that the caller can let go of messages.
    The trail and the processing log keep plain keys.
    """
    collector = _WholeCollector(using="default")
    collector.collect([row])
    gone = {model: [instance.pk for instance in found] for model, found in collector.data.items()}
    collector.delete()
    for model, keys in gone.items():
        history = getattr(model, "pgh_event_model", None)
        if history is not None:
            history.objects.filter(pgh_obj_id__in=keys).delete()
    return {model._meta.label: list(keys) for model, keys in gone.items()}
