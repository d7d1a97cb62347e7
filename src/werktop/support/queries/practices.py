"""How it goes for an employer in each organisation of a region, beside what the region agreed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.versions import done_at, version_of
from werktop.regions import queries as regions
from werktop.support.models import Practice
from werktop.support.reckoning import Said
from werktop.support.subjects import STEPS, SUBJECTS

SAID = ("who_to_ask", "answer_days", "decision_days", "form", "own_rule", "contact", "reason")
DAYS = ("answer_days", "decision_days")
EMPTY: dict[str, Any] = dict.fromkeys(SAID, "") | dict.fromkeys(DAYS)


@dataclass(frozen=True)
class SubjectRow:
    """One instrument or step: the agreement (None: nothing yet), and per organisation that differs its row."""

    about: str
    name: Said
    is_step: bool
    agreement: Practice | None
    differences: list[Any]
    as_agreed: list[Any] = field(default_factory=list)
    """The organisations that do as agreed."""


def side_by_side(
    region_id: Any,
    *,
    is_only_different: bool = False,
    organisation_id: UUID | None = None,
    words: str = "",
) -> list[SubjectRow]:
    """All subjects in order, in two queries. `organisation_id` narrows the differences to one organisation."""
    houses = [each for each in regions.organisations_in(region_id) if each.has_files] if region_id else []
    if organisation_id:
        houses = [each for each in houses if each.pk == organisation_id]
    names = {each.pk: each for each in houses}
    agreed: dict[str, Practice] = {}
    different: dict[str, dict[UUID, Practice]] = {}
    for row in Practice.objects.filter(region_id=region_id, is_active=True):
        if row.organisation_id is None:
            agreed[row.about] = row
        elif row.organisation_id in names:
            row.organisation = names[row.organisation_id]
            different.setdefault(row.about, {})[row.organisation_id] = row
    found = []
    for about, name in SUBJECTS.items():
        rows = different.get(about, {})
        if is_only_different and not rows:
            continue
        if words and not any(words.casefold() in text.casefold() for text in (name.nl, name.en)):
            continue
        found.append(
            SubjectRow(
                about,
                name,
                about in STEPS,
                agreed.get(about),
                [rows[each.pk] for each in houses if each.pk in rows],
                [each for each in houses if each.pk not in rows],
            )
        )
    return found


def practice_at(region_id: UUID, organisation_id: UUID) -> dict[str, dict[str, Any]]:
    """How it goes at one organisation: per subject each fact as it is there, and `differs`: the names of the facts that are
    otherwise than agreed. One query."""
    whose = Q(organisation=None) | Q(organisation_id=organisation_id)
    rows = Practice.objects.filter(whose, region_id=region_id, is_active=True)
    found: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda each: each.organisation_id is not None):
        facts = found.setdefault(row.about, EMPTY | {"differs": []})
        for name in SAID:
            value = getattr(row, name)
            if value not in ("", None):
                if row.organisation_id and name != "reason" and facts[name] != value:
                    facts["differs"] = [*facts["differs"], name]
                facts[name] = value
    return found


def practice_row(viewer: Actor, about: str, *, is_regional: bool) -> Practice | None:
    """The agreement about a subject, or the viewer's own difference (also one that ended); None where there is none."""
    organisation_id: Any = None if is_regional else viewer.organisation_id
    rows = Practice.objects.filter(region_id=viewer.region_id, about=about, organisation_id=organisation_id)
    return rows.first()


def said_of(row: Practice | None) -> dict[str, Any]:
    """The facts of a row, as a form starts with them."""
    return dict(EMPTY) if row is None else {name: getattr(row, name) for name in SAID}


def said_version(row: Practice | None) -> str:
    """The version that the form carries."""
    return version_of(said_of(row))


@dataclass(frozen=True)
class Line:
    """One line of history: when, who, of which organisation ("" for the region), and what then stood there."""

    at: datetime | None
    who: str
    organisation: str
    facts: dict[str, Any]
    is_active: bool


def practice_history(viewer: Actor, about: str) -> list[Line]:
    """Every change of the agreement about a subject and of the differences from it, the newest first."""
    events = Practice.pgh_event_model.objects.filter(region_id=viewer.region_id, about=about)  # type: ignore[attr-defined]
    lines = list(events.select_related("pgh_context").order_by("-pgh_id")[:100])
    houses = {each.pk: each.name for each in regions.organisations_in(viewer.region_id)}
    names = accounts.accounts_by_id({line.set_by_id for line in lines if line.set_by_id})
    return [
        Line(
            done_at(line) or line.set_at,
            names[line.set_by_id].name if line.set_by_id in names else "",
            houses.get(line.organisation_id, "") if line.organisation_id else "",
            {name: getattr(line, name) for name in SAID},
            line.is_active,
        )
        for line in lines
    ]
