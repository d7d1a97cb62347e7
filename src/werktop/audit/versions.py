"""What somebody saw when a form was opened, so that of two open forms the last does not win in silence."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .refusals import Refusal


class ChangedMeanwhile(Refusal):
    """Somebody else changed the facts `names` after the form was opened. Nothing is saved."""

    text = _("Een collega wijzigde dit intussen. Kijk wat er nu staat, en bewaar dan opnieuw.")

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__()


def version_of(facts: Mapping[str, Any]) -> str:
    """The state of these facts, for in a form: a short keyed fingerprint per name. Says nothing of what they are."""
    return ";".join(f"{name}:{_fingerprint(name, value)}" for name, value in sorted(facts.items()))


def refuse_changed(version: str, facts: Mapping[str, Any]) -> None:
    """Pass silently, or `ChangedMeanwhile` with the names of facts that differ from what `version` saw.

    Call it with the row locked. An empty version asks nothing (imports, jobs); what it does not name is not looked at.
    """
    changed = differing(version, facts)
    if changed:
        raise ChangedMeanwhile(changed)


def differing(version: str, facts: Mapping[str, Any]) -> list[str]:
    """The names of those of these facts that `version` saw otherwise."""
    return [
        name
        for name, mark in _marks(version).items()
        if name in facts and mark != _fingerprint(name, facts[name])
    ]


def names_seen(version: str) -> list[str]:
    """The names of the facts that `version` saw."""
    return list(_marks(version))


def _marks(version: str) -> dict[str, str]:
    return dict(part.split(":", 1) for part in version.split(";") if ":" in part)


def changed_since_made(model: Any, keys: Iterable[UUID], *, child: str = "") -> set[UUID]:
    """Which of these rows somebody changed after they were made: a later command wrote on them, or on the rows that hang on
    them by the relation `child` ("people"); who was taken off has left a line and no row. One query for all keys, three with a
    child."""
    asked = list(keys)
    wrote: dict[UUID, set[Any]] = {key: set() for key in asked}
    own = model.pgh_event_model.objects.filter(pgh_obj_id__in=asked)
    for key, context in own.values_list("pgh_obj_id", "pgh_context_id"):
        wrote[key].add(context)
    changed: set[UUID] = set()
    if child:
        relation = model._meta.get_field(child)
        of, rows = f"{relation.field.name}_id", relation.related_model
        there = set(rows.objects.filter(**{f"{of}__in": asked}).values_list(of, "pk"))
        lines = rows.pgh_event_model.objects.filter(**{f"{of}__in": asked})
        ever = set()
        for key, row, context in lines.values_list(of, "pgh_obj_id", "pgh_context_id"):
            wrote[key].add(context)
            ever.add((key, row))
        changed = {key for key, _row in ever ^ there}
    return changed | {key for key, contexts in wrote.items() if len(contexts) > 1}


def done_at(line: Any) -> datetime | None:
    """When the command was that left this line of history (with its `pgh_context`); None where none did."""
    said = line.pgh_context.metadata.get("at") if line.pgh_context else None
    return datetime.fromisoformat(said) if said else None


def _fingerprint(name: str, value: Any) -> str:
    # what is kept as a set has no order of its own
    plain = sorted(map(str, value)) if isinstance(value, list | tuple | set | frozenset) else value
    said = json.dumps([name, plain], default=str)
    return base64.urlsafe_b64encode(
        salted_hmac("werktop.version", said, algorithm="sha256").digest()[:6]
    ).decode()
