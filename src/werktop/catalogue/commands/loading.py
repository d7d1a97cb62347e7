"""Loading of the shipped lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import Refusal
from werktop.audit.waiting import wait_for_others
from werktop.catalogue import shipped
from werktop.catalogue.models import Edition, Occupation, Requirement, Term


class BitIsTaken(Refusal):
    text = _(
        "Een nummer van een eis gaat nooit over naar een andere eis. Geef de nieuwe een nummer dat vrij is."
    )


@command(about="catalogue")
def load_catalogue(*, actor: Actor, at: datetime) -> dict[str, Any]:
    """Load the shipped terms, occupations and requirements; safe to repeat.

    What is no longer shipped becomes inactive: what was noted with it stays readable. An organisation's own terms are
    left alone. Returns for each list its `version`, and how many rows `came`, `changed` and `went`.
    """
    actor.require("load_reference")
    wait_for_others("loading of the catalogue")
    _refuse_moved_bits()
    own: dict[str, tuple[Any, Iterable[dict[str, Any]]]] = {
        "terms": (Term.objects.filter(organisation=None), shipped.terms()),
        "occupations": (Occupation.objects.all(), shipped.occupations()),
        "requirements": (Requirement.objects.all(), shipped.requirements()),
    }
    told: dict[str, Any] = {}
    for part in shipped.parts():
        counts = _brought_in(*own[part.name])
        before = Edition.objects.filter(part=part.name).first()
        # a repeated load that brings nothing leaves what the last one told
        if any(counts.values()) or before is None or before.version != part.version:
            Edition.objects.update_or_create(
                part=part.name, defaults={"version": part.version, "loaded_at": at, **counts}
            )
        told[part.name] = {"version": part.version, **counts}
    in_words = {"new": "came", "altered": "changed", "retired": "went"}
    tell(**{word: sum(line[name] for line in told.values()) for word, name in in_words.items()})
    tell(**{name: " ".join(f"{word}={value}" for word, value in line.items()) for name, line in told.items()})
    return told


def _brought_in(there: models.QuerySet[Any], rows: Iterable[dict[str, Any]]) -> dict[str, int]:
    model = there.model
    known = {row.code: row for row in there}
    wanted = {row["code"]: row for row in rows}
    went = [row for code, row in known.items() if row.is_active and code not in wanted]
    # first out, then in: a label may pass from one row to another
    model.objects.filter(pk__in=[row.pk for row in went]).update(is_active=False)
    changed = []
    for code, facts in wanted.items():
        row = known.get(code)
        if row is None:
            continue
        fresh = facts | {"is_active": True}
        if any(getattr(row, name) != value for name, value in fresh.items()):
            for name, value in fresh.items():
                setattr(row, name, value)
            changed.append(row)
    if changed:
        fields = [*next(iter(wanted.values())), "is_active"]
        model.objects.bulk_update(changed, [name for name in fields if name != "code"], batch_size=500)
    came = [model(**facts) for code, facts in wanted.items() if code not in known]
    model.objects.bulk_create(came, batch_size=1000)
    return {"came": len(came), "changed": len(changed), "went": len(went)}


def _refuse_moved_bits() -> None:
    given = dict(Requirement.objects.values_list("bit", "code"))
    if any(given.get(row["bit"], row["code"]) != row["code"] for row in shipped.requirements()):
        raise BitIsTaken()
    known = {code: bit for bit, code in given.items()}
    if any(known.get(row["code"], row["bit"]) != row["bit"] for row in shipped.requirements()):
        raise BitIsTaken()
