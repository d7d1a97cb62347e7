"""Reads of the market plan: of the region's own plan, for who sees its employers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Value
from django.utils.translation import gettext as _

from werktop.accounts.histories import lines_of
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.catalogue.choices import Sector
from werktop.employers import queries as employers
from werktop.market_plan.models import Standing, Target
from werktop.regions.finding import named_like
from werktop.regions.naming import NameKey

SAYS = ("name", "sector", "place", "why", "in_contact", "by_date")
ORDERS = {
    "name": ("name_key", "id"),
    "-name": ("-name_key", "-id"),
    "place": ("place", "name_key", "id"),
    "-place": ("-place", "name_key", "id"),
    "by": (F("by_date").asc(nulls_last=True), "name_key", "id"),
    "-by": (F("by_date").desc(nulls_last=True), "name_key", "id"),
}
JOINED = "joined"
"""What a firm of the plan is once it takes part; beside `Standing` in filters and totals."""


@dataclass(frozen=True)
class Filters:
    """What the plan is narrowed to. Empty: not narrowed. `standing` is one of `Standing` or `JOINED`, and empty leaves out what was
    taken off the list; `who` is "mine", "ours", "nobody" or the key of an organisation."""

    words: str = ""
    sector: str = ""
    place: str = ""
    standing: str = ""
    who: str = ""
    is_late_on: date | None = None
    sort: str = ""


def targets_in_region(viewer: Actor) -> QuerySet[Any]:
    """Every firm of the plan of the viewer's region, also who was taken off it, with `joined_date` of who takes part."""
    if not viewer.can("see_employers"):
        return Target.objects.none()
    return (
        Target.objects.filter(region_id=viewer.region_id)
        .annotate(joined_date=F("employer__joinings__joined_date"))
        .select_related("organisation", "approached_by", "employer")
    )


def found_targets(viewer: Actor, filters: Filters) -> QuerySet[Any]:
    """The firms of the plan that fit `filters`, in order."""
    found = _standing_like(targets_in_region(viewer), filters.standing)
    if filters.sector:
        found = found.filter(sector=filters.sector)
    if filters.place.strip():
        found = found.filter(place__icontains=filters.place.strip())
    if filters.is_late_on:
        found = found.filter(by_date__lt=filters.is_late_on, joined_date=None, standing=Standing.TO_APPROACH)
    found = _of(found, viewer, filters.who)
    order = ORDERS.get(filters.sort) or ORDERS["name"]
    if filters.words.strip():
        found = named_like(found, filters.words)
        if filters.sort not in ORDERS:
            order = ("-alike", *order)
    return found.order_by(*order)


def _standing_like(found: QuerySet[Any], standing: str) -> QuerySet[Any]:
    if standing == JOINED:
        return found.filter(joined_date__isnull=False).exclude(standing=Standing.LEFT_OUT)
    if standing == Standing.LEFT_OUT:
        return found.filter(standing=standing)
    if standing:
        return found.filter(standing=standing, joined_date=None)
    return found.exclude(standing=Standing.LEFT_OUT)


def _of(found: QuerySet[Any], viewer: Actor, who: str) -> QuerySet[Any]:
    if who == "mine":
        return found.filter(approached_by_id__in=viewer.ids)
    if who == "ours":
        return found.filter(organisation_id=viewer.organisation_id)
    if who == "nobody":
        return found.filter(organisation=None)
    return found.filter(organisation_id=who) if who else found


def target_for(viewer: Actor, target_id: UUID) -> Any:
    """One firm of the plan of the viewer's region; else `NotVisible`."""
    found = targets_in_region(viewer).filter(pk=target_id).first()
    if found is None:
        raise NotVisible()
    return found


def may_change(viewer: Actor, target: Target) -> bool:
    """Whether the viewer may write about this firm: of who approaches it; where nobody does yet, everybody in the region."""
    if not viewer.can("edit_employers") or viewer.region_id != target.region_id:
        return False
    return target.organisation_id in (None, viewer.organisation_id) or (
        target.standing == Standing.TO_APPROACH and target.noted_for_id == viewer.organisation_id
    )


def target_facts(target: Target) -> dict[str, Any]:
    """What the form asks of a firm of the plan."""
    return {name: getattr(target, name) for name in SAYS}


def target_version(target: Target) -> str:
    """The version that the form carries."""
    return version_of(target_facts(target))


@dataclass(frozen=True)
class Cover:
    """How far the plan is in one sector or place (`key`, in `words`): how many firms of the region take part there in all, and how
    many of the plan stand where."""

    key: str
    words: str
    taking_part: int
    to_approach: int
    running: int
    not_now: int

    @property
    def has_plan(self) -> bool:
        """Whether a firm of this sector or place is on the list."""
        return bool(self.to_approach or self.running or self.not_now)


def coverage(viewer: Actor, by: str) -> list[Cover]:
    """The network and the plan beside each other, per "sector" or "place", most to approach first. Two queries."""
    if by not in ("sector", "place"):
        raise ValueError(by)
    here = employers.employers_in_region(viewer).order_by().filter(joinings__isnull=False)
    joined = dict(here.values_list(by).annotate(number=Count("pk", distinct=True)))
    open_ones = targets_in_region(viewer).filter(joined_date=None).exclude(standing=Standing.LEFT_OUT)
    rows = (
        open_ones.order_by()
        .values(by)
        .annotate(
            to_approach=Count("pk", filter=Q(standing=Standing.TO_APPROACH)),
            running=Count("pk", filter=Q(standing__in=[Standing.APPROACHED, Standing.IN_TALK])),
            not_now=Count("pk", filter=Q(standing=Standing.NOT_NOW)),
        )
    )
    planned = {row[by]: row for row in rows}
    found = [
        Cover(
            key,
            _in_words(key, by),
            joined.get(key, 0),
            *(planned.get(key, {}).get(name, 0) for name in ("to_approach", "running", "not_now")),
        )
        for key in {*joined, *planned}
    ]
    return sorted(found, key=lambda each: (-each.to_approach, -each.running, each.words))


def _in_words(key: str, by: str) -> str:
    if not key:
        return _("niet ingevuld")
    return str(Sector(key).label) if by == "sector" else key


def standing_here(viewer: Actor, names: Iterable[str], place: str) -> list[Any]:
    """Firms of the plan with one of these names, in this place or where no place is known: what a new line would say twice."""
    keys = [NameKey(Value(name)) for name in names]
    if not keys:
        return []
    known = targets_in_region(viewer).exclude(standing=Standing.LEFT_OUT).filter(name_key__in=keys)
    if place:
        known = known.filter(Q(place__iexact=place) | Q(place=""))
    return list(known.order_by("name_key", "id"))


def target_of_employer(viewer: Actor, employer_id: UUID) -> Any | None:
    """Where an employer of the region stands in the plan; None where it does not."""
    return (
        targets_in_region(viewer).filter(employer_id=employer_id).exclude(standing=Standing.LEFT_OUT).first()
    )


@dataclass(frozen=True)
class Stood:
    """How it stood from `at`, as `by` said ("" where nobody is left to name)."""

    standing: str
    words: str
    organisation: str
    at: datetime
    by: str


def history_of(viewer: Actor, target: Target) -> list[Stood]:
    """Who approached this firm and how it stood, the last first; only where one of these changed. Two queries."""
    if not viewer.can("see_employers"):
        return []
    found: list[Stood] = []
    before: tuple[Any, ...] | None = None
    for line in lines_of(Target, target.pk, "organisation"):
        row = line.row
        now = (row.standing, row.standing_words, row.organisation_id)
        if now != before:
            organisation = row.organisation.name if row.organisation else ""
            label = str(Standing(row.standing).label)
            found.append(Stood(label, row.standing_words, organisation, line.at, line.by))
        before = now
    return found[::-1]
