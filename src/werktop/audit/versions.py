"""What somebody saw when a form was opened, so that of two open forms the last does not win in silence."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count
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
    seen = dict(part.split(":", 1) for part in version.split(";") if ":" in part)
    changed = [
        name for name, mark in seen.items() if name in facts and mark != _fingerprint(name, facts[name])
    ]
    if changed:
        raise ChangedMeanwhile(changed)


def changed_since_made(model: Any, keys: Iterable[UUID]) -> set[UUID]:
    """Which of these rows somebody changed after they were made: their history has a later line."""
    lines = model.pgh_event_model.objects.filter(pgh_obj_id__in=list(keys)).values_list("pgh_obj_id")
    return {key for (key, number) in lines.annotate(number=Count("pgh_id")) if number > 1}


def _fingerprint(name: str, value: Any) -> str:
    # what is kept as a set has no order of its own
    plain = sorted(map(str, value)) if isinstance(value, list | tuple | set | frozenset) else value
    said = json.dumps([name, plain], default=str)
    return base64.urlsafe_b64encode(
        salted_hmac("werktop.version", said, algorithm="sha256").digest()[:6]
    ).decode()
