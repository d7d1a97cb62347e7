"""Planned visits: of the whole region, without what they are for where another organisation goes; and who was not visited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.contacts.models import Channel, ContactMoment, Visit
from werktop.employers import queries as employers

SAYS = ("starts_at", "minutes", "entrepreneur_id", "account_id", "purpose", "questions")
NEAR_DAYS = 2
"""So many days ahead a visit stands on Today."""
MOST_LATE = 3
"""So many visits of before today stand on Today; the others on the list of visits."""
ORDERS: dict[str, tuple[Any, ...]] = {
    "when": ("starts_at", "id"),
    "-when": ("-starts_at", "-id"),
    "firm": ("employer__name_key", "starts_at", "id"),
    "-firm": ("-employer__name_key", "-starts_at", "-id"),
}
UNVISITED_ORDERS: dict[str, tuple[Any, ...]] = {
    "visited": (F("visited_at").asc(nulls_first=True), "name_key", "id"),
    "-visited": (F("visited_at").desc(nulls_last=True), "name_key", "id"),
    "name": ("name_key", "id"),
    "-name": ("-name_key", "-id"),
}


@dataclass(frozen=True)
class VisitFilters:
    """What the list is narrowed to. `state`: "coming" (not made yet), "late" (the hour is over and nothing
    was noted), "done", "cancelled" or "" for all; `whose`: "mine", "ours" or "" for the region."""

    words: str = ""
    state: str = "coming"
    whose: str = ""
    sort: str = ""


@dataclass(frozen=True)
class UnvisitedFilters:
    """Firms that nobody of the region visited in so many `months`; 0: never."""

    words: str = ""
    months: int = 6
    sector: str = ""
    place: str = ""
    is_own: bool = False
    sort: str = ""


def visits_in_region(viewer: Actor) -> QuerySet[Any]:
    """The visits to firms of the viewer's region, the first first, with firm, people and organisation at hand."""
    if not viewer.can("see_employers"):
        return Visit.objects.none()
    return (
        Visit.objects.filter(region_id=viewer.region_id)
        .select_related("employer", "entrepreneur", "account", "organisation")
        .order_by("starts_at", "id")
    )


def found_visits(viewer: Actor, filters: VisitFilters, at: datetime) -> QuerySet[Any]:
    """Those that fit `filters`, in order; what was, the latest first."""
    found = visits_in_region(viewer)
    to_make = Q(done_at=None, cancelled_at=None)
    if filters.state in ("coming", "late"):
        found = found.filter(to_make)
    if filters.state == "late":
        found = found.filter(starts_at__lt=at)
    if filters.state == "done":
        found = found.filter(done_at__isnull=False)
    if filters.state == "cancelled":
        found = found.filter(cancelled_at__isnull=False)
    if filters.whose == "mine":
        found = found.filter(account_id__in=viewer.ids)
    elif filters.whose == "ours":
        found = found.filter(organisation_id=viewer.organisation_id)
    if filters.words.strip():
        firms = employers.found_employers(viewer, employers.Filters(words=filters.words))
        own = Q(purpose__icontains=filters.words.strip(), organisation_id=viewer.organisation_id)
        found = found.filter(Q(employer_id__in=firms.order_by().values("pk")) | own)
    usual = "when" if filters.state in ("coming", "late") else "-when"
    return found.order_by(*ORDERS.get(filters.sort, ORDERS[usual]))


def reads_visit(viewer: Actor, visit: Any) -> bool:
    """Whether the viewer reads what a visit is for: a colleague of the organisation that goes."""
    return viewer.can("see_candidates") and viewer.organisation_id == visit.organisation_id


def own_visits(viewer: Actor) -> QuerySet[Any]:
    """The visits that the viewer reads wholly: those of the own organisation."""
    if not viewer.can("see_candidates"):
        return Visit.objects.none()
    return visits_in_region(viewer).filter(organisation_id=viewer.organisation_id)


def visit_for(viewer: Actor, visit_id: UUID) -> Any:
    """One visit of the viewer's own organisation; else `NotVisible`."""
    row = own_visits(viewer).filter(pk=visit_id).first()
    if row is None:
        raise NotVisible()
    return row


def visits_of(viewer: Actor, employer_id: UUID) -> QuerySet[Any]:
    """The visits to this firm that are still to be made, of the whole region."""
    return visits_in_region(viewer).filter(employer_id=employer_id, done_at=None, cancelled_at=None)


def visits_near(viewer: Actor, at: datetime, most: int) -> list[Any]:
    """At most `most` visits that the viewer, or who is away and stood in for, makes today and the next days; and the last few that
    were and of which nothing is noted: they push nothing of today away."""
    if not viewer.can("edit_candidates"):
        return []
    last = timezone.localdate(at) + timedelta(days=NEAR_DAYS)
    until = timezone.make_aware(datetime.combine(last, time.max))
    mine = visits_in_region(viewer).filter(account_id__in=viewer.ids, organisation_id=viewer.organisation_id)
    to_make = mine.filter(done_at=None, cancelled_at=None, starts_at__lte=until)
    today = timezone.make_aware(datetime.combine(timezone.localdate(at), time.min))
    late = to_make.filter(starts_at__lt=today).order_by("-starts_at", "id")
    coming = to_make.filter(starts_at__gte=today)[:most]
    # in one question of the database: Today asks many
    found = coming.union(late[:MOST_LATE], all=True)
    rows = sorted(found, key=lambda each: (each.starts_at, each.pk))
    return [each for each in rows if each.starts_at >= today] + [
        each for each in reversed(rows) if each.starts_at < today
    ]


def last_visit_at(of: OuterRef) -> Subquery:
    """When anybody of the region last visited this firm, as an expression on a list of firms."""
    visits = ContactMoment.objects.filter(employer_id=of, channel=Channel.VISIT, is_reached=True)
    return Subquery(
        visits.order_by("-happened_at").values("happened_at")[:1], output_field=DateTimeField(null=True)
    )


def unvisited(viewer: Actor, filters: UnvisitedFilters, at: datetime) -> QuerySet[Any]:
    """The firms of the region that nobody visited for long or ever, with `visited_at` and `next_visit_at`: never first."""
    asked = employers.Filters(
        words=filters.words,
        sectors=[filters.sector] if filters.sector else [],
        place=filters.place,
        is_own=filters.is_own,
    )
    planned = Visit.objects.filter(employer_id=OuterRef("pk"), done_at=None, cancelled_at=None)
    found: QuerySet[Any] = employers.found_employers(viewer, asked).annotate(
        visited_at=last_visit_at(OuterRef("pk")),
        next_visit_at=Subquery(planned.order_by("starts_at").values("starts_at")[:1]),
    )
    before = at - timedelta(days=30 * filters.months)
    never = Q(visited_at=None)
    found = found.filter(never | Q(visited_at__lt=before) if filters.months else never)
    return found.order_by(*UNVISITED_ORDERS.get(filters.sort, UNVISITED_ORDERS["visited"]))


def visit_facts(visit: Any) -> dict[str, Any]:
    """What the form asks of a visit."""
    return {name: getattr(visit, name) for name in SAYS}


def visit_version(visit: Any) -> str:
    """The version that the form carries, for `change_visit`."""
    return version_of(visit_facts(visit))


def questions_of(visit: Any) -> list[str]:
    """The own questions that were noted beforehand."""
    return [line for line in visit.questions.split("\n") if line]
