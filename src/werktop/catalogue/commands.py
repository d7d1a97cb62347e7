"""Loading of the vocabulary."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

from werktop.audit.actors import Actor
from werktop.audit.commands import command

from .models import Term


@command(about="catalogue")
def load_terms(*, actor: Actor, at: datetime) -> int:
    """Load the shipped terms; safe to repeat. Terms no longer shipped become inactive. Returns how many are active."""
    actor.require("load_reference")
    with (Path(__file__).parent / "terms.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for position, row in enumerate(rows):
        Term.objects.update_or_create(
            code=row["code"],
            defaults={
                "kind": row["kind"],
                "label_nl": row["label_nl"],
                "label_en": row["label_en"],
                "position": position,
                "is_active": True,
            },
        )
    Term.objects.exclude(code__in=[r["code"] for r in rows]).update(is_active=False)
    return Term.objects.filter(is_active=True).count()
