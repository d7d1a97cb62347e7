"""Chances at firms: of one firm, and of the whole region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from werktop.accounts.histories import changes_of
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.employers import spans
from werktop.employers.models import Chance

from .listing import Filters, found_employers

SAYS = ("kind", "words", "expected_date", "span", "sureness")
ORDERS: dict[str, tuple[Any, ...]] = {
    "when": (F("expected_date").asc(nulls_last=True), "-noted_at", "id"),
    "-when": (F("expected_date").desc(nulls_last=True), "-noted_at", "id"),
    "firm": ("employer__name_key", "employer_id", "id"),
    "-firm": ("-employer__name_key", "employer_id", "id"),
    "noted": ("noted_at", "id"),
    "-noted": ("-noted_at", "-id"),
}


@dataclass(frozen=True)
class ChanceFilters:
    """What the list is narrowed to; "" is not narrowed. `state`: "open", "closed" or "" for all; `whose`: "mine" (noted by the
    viewer), "ours" (by the own organisation) or "" for the region; `place` a postcode's beginning or a town; `sort` out of
    `ORDERS`."""

    words: str = ""
    kind: str = ""
    sector: str = ""
    place: str = ""
    state: str = "open"
    whose: str = ""
    sort: str = ""


def chances_in_region(viewer: Actor) -> QuerySet[Any]:
    """The chances at the employers of the viewer's region, the first expected first, with firm and colleagues at hand."""
    if not viewer.can("see_employers"):
        return Chance.objects.none()
    return (
        Chance.objects.filter(region_id=viewer.region_id)
        .select_related("employer", "organisation", "noted_by", "closed_by")
        .order_by(*ORDERS["when"])
    )


def found_chances(viewer: Actor, filters: ChanceFilters) -> QuerySet[Any]:
    """Those that fit `filters`, in order."""
    found = chances_in_region(viewer)
    if filters.state:
        is_open = Q(status=Chance.Status.OPEN)
        found = found.filter(is_open if filters.state == "open" else ~is_open)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.sector or filters.place.strip():
        there = Filters(place=filters.place, sectors=[filters.sector] if filters.sector else [])
        found = found.filter(employer_id__in=found_employers(viewer, there).order_by().values("pk"))
    if filters.whose == "mine":
        found = found.filter(noted_by_id__in=viewer.ids)
    elif filters.whose == "ours":
        found = found.filter(organisation_id=viewer.organisation_id)
    if filters.words.strip():
        firms = found_employers(viewer, Filters(words=filters.words)).order_by().values("pk")
        found = found.filter(Q(words__icontains=filters.words.strip()) | Q(employer_id__in=firms))
    return found.order_by(*ORDERS.get(filters.sort, ORDERS["when"]))


def chances_of(viewer: Actor, employer_id: UUID) -> list[Any]:
    """The chances at this employer: those that are open first, then what was done with the others, the last first."""
    found = list(chances_in_region(viewer).filter(employer_id=employer_id))
    is_open = [each for each in found if each.closed_at is None]
    closed = sorted((e for e in found if e.closed_at), key=lambda each: each.closed_at, reverse=True)
    return [*is_open, *closed]


def chance_for(viewer: Actor, chance_id: UUID) -> Any:
    """One chance of the viewer's region, with its employer; else `NotVisible`."""
    row = chances_in_region(viewer).filter(pk=chance_id).first()
    if row is None:
        raise NotVisible()
    return row


def held_chance(viewer: Actor, chance_id: UUID) -> Chance:
    """One chance of the viewer's region, kept as it is until the transaction ends: for commands of rooms above that make something
    of it; else `NotVisible`."""
    row = Chance.objects.select_for_update().filter(pk=chance_id).first()
    if row is None or (viewer.kind != "system" and row.region_id != viewer.region_id):
        raise NotVisible()
    return row


def can_settle(viewer: Actor, chance: Any) -> bool:
    """Whether the viewer may change this chance and say what was done with it: the organisation that noted it, or that answers
    for the employer."""
    own = (chance.organisation_id, chance.employer.organisation_id)
    return viewer.can("edit_employers") and viewer.organisation_id in own


def when_in_words(chance: Any) -> str:
    """When it is expected, and how sure that is; "" where neither was said."""
    sure = chance.get_sureness_display() if chance.sureness else ""
    return ", ".join(filter(None, (spans.in_words(chance.expected_date, chance.span), str(sure))))


def chance_facts(chance: Any) -> dict[str, Any]:
    """What the form asks of a chance."""
    return {name: getattr(chance, name) for name in SAYS}


def chance_version(chance: Any) -> str:
    """The version that the form carries, for `change_chance`."""
    return version_of(chance_facts(chance))


@dataclass(frozen=True)
class EarlierChance:
    """What stood there until it was changed at `until`, by whom ("" where nobody is left to name)."""

    words: str
    kind: str
    when: str
    status: str
    outcome: str
    until: datetime
    by: str


def earlier_of_chance(chance: Any) -> list[EarlierChance]:
    """What stood there before, the last first. Two queries."""
    return [
        EarlierChance(
            words=each.before.words,
            kind=str(each.before.get_kind_display()),
            when=when_in_words(each.before),
            status=str(each.before.get_status_display()),
            outcome=each.before.outcome,
            until=each.until,
            by=each.by,
        )
        for each in changes_of(Chance, chance.pk, (*SAYS, "status", "outcome"))
    ]
