"""Erasing a row for good: what hangs on it, and every history row of all of it (GDPR art. 17).

Rooms that keep something about a person without a foreign key say how they let go of it: `when_erased`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Value
from django.db.models.deletion import Collector
from django.db.models.functions import Replace
from django.utils.translation import gettext_lazy as _


class ErasureReason(models.TextChoices):
    """Why a person is erased. Fixed words, since they stay in the trail."""

    ASKED = "asked", _("op eigen verzoek")
    NOT_NEEDED = "not_needed", _("we hebben de gegevens niet meer nodig")
    TWICE = "twice", _("staat dubbel in de lijst")
    MISTAKE = "mistake", _("had hier niet moeten staan")


_ALSO: dict[str, list[Callable[[Any], None]]] = {}


def when_erased(label: str, forget: Callable[[Any], None]) -> None:
    """Have `forget(row)` called, in the same transaction, before a row of the model `label` goes. Said once, in a
    room's `ready`."""
    known = _ALSO.setdefault(label, [])
    if forget not in known:
        known.append(forget)


class _WholeCollector(Collector):
    """Names every row that goes, also those that the database could drop unseen."""

    def can_fast_delete(self, objs: Any, from_field: Any = None) -> bool:
        return False


def forget_history(model: Any, keys: Iterable[UUID]) -> int:
    """Delete the history of rows of `model` that are gone; that of a row that is still there stays. How many lines.

    The role that serves may not delete history itself: the database does this for it, and no more.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_forget_history(%s, %s)", [model.pgh_event_model._meta.db_table, list(keys)]
        )
        return int(cursor.fetchone()[0])


def blot_name(model: Any, field: str, name: str) -> None:
    """A whole name (first and last) becomes "…" in this field of all rows of `model` and in their history: for words
    about somebody else. The role that serves may not change history itself: the database does this for it."""
    model.objects.filter(**{f"{field}__contains": name}).update(
        **{field: Replace(field, Value(name), Value("…"))}
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_blot_history(%s, %s, %s)", [model.pgh_event_model._meta.db_table, field, name]
        )


def erase(row: models.Model) -> dict[str, list[UUID]]:
    """Delete `row`, all rows that go with it in whichever room, and their history. Call it inside a command.

    Returns the keys of what went, by model ("candidates.Candidate"), so that the caller can let go of messages.
    The trail and the processing log keep plain keys.
    """
    for forget in _ALSO.get(row._meta.label, ()):
        forget(row)
    collector = _WholeCollector(using="default")
    collector.collect([row])
    gone = {model: [instance.pk for instance in found] for model, found in collector.data.items()}
    collector.delete()
    for model, keys in gone.items():
        if hasattr(model, "pgh_event_model"):
            forget_history(model, keys)
    return {model._meta.label: list(keys) for model, keys in gone.items()}
