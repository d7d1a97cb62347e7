"""Questions of employers: the list of the region, one of them with what stood there before, and what is due today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from werktop.accounts.histories import lines_of
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.employers import turns
from werktop.employers.models import Employer, EmployerQuestion
from werktop.employers.models.questions import OPEN

from .visible import likely_duplicates

ORDERS: dict[str, tuple[Any, ...]] = {
    "due": ("is_over", "due_at", "id"),
    "-due": ("is_over", "-due_at", "-id"),
    "received": ("received_at", "id"),
    "-received": ("-received_at", "-id"),
    "who": ("who", "id"),
    "-who": ("-who", "-id"),
}


@dataclass(frozen=True)
class QuestionFilters:
    """What the list is narrowed to. `state`: "open", "late" (open and past its time), "closed" or "" for all; `whose`: "mine"
    (taken by the viewer, or thought of first while nobody took it), "nobody", "ours" or "" for the region; `sort` out of
    `ORDERS`."""

    words: str = ""
    state: str = "open"
    whose: str = ""
    sort: str = ""


def questions_in_region(viewer: Actor) -> QuerySet[EmployerQuestion]:
    """All questions of the viewer's region, what is open and due first on top."""
    if not viewer.can("see_employers"):
        return EmployerQuestion.objects.none()
    over = Case(When(state__in=OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
    return (
        EmployerQuestion.objects.filter(region_id=viewer.region_id)
        .annotate(is_over=over)
        .select_related("organisation", "employer", "taken_by", "proposed_to", "noted_by")
        .order_by(*ORDERS["due"])
    )


def found_questions(viewer: Actor, filters: QuestionFilters, at: datetime) -> QuerySet[EmployerQuestion]:
    """Those that fit `filters`, in order."""
    found = questions_in_region(viewer)
    if filters.state in ("open", "late"):
        found = found.filter(state__in=OPEN)
    if filters.state == "late":
        found = found.filter(due_at__lt=at)
    if filters.state == "closed":
        found = found.exclude(state__in=OPEN)
    if filters.whose == "mine":
        found = found.filter(_mine(viewer))
    elif filters.whose == "nobody":
        found = found.filter(state=EmployerQuestion.State.WAITING)
    elif filters.whose == "ours":
        found = found.filter(organisation_id=viewer.organisation_id)
    if words := filters.words.strip():
        found = found.filter(
            Q(words__icontains=words) | Q(who__icontains=words) | Q(employer__name__icontains=words)
        )
    return found.order_by(*ORDERS.get(filters.sort, ORDERS["due"]))


def question_for(viewer: Actor, question_id: UUID) -> EmployerQuestion:
    """One question of the viewer's region; else `NotVisible`."""
    row = questions_in_region(viewer).filter(pk=question_id).first()
    if row is None:
        raise NotVisible()
    return row


def questions_of(viewer: Actor, employer_id: UUID) -> QuerySet[EmployerQuestion]:
    """The questions of this firm, the last first."""
    return questions_in_region(viewer).filter(employer_id=employer_id).order_by("-received_at", "-id")


def likely_firms(viewer: Actor, row: EmployerQuestion) -> list[Employer]:
    """Firms of the region that this may be of, where nobody said: each part of what they wrote is looked for as a name."""
    if row.employer_id is not None:
        return []
    found: dict[UUID, Employer] = {}
    for part in row.who.split(",")[:3]:
        for firm in likely_duplicates(viewer, name=part):
            found.setdefault(firm.pk, firm)
    return list(found.values())[:5]


@dataclass(frozen=True)
class QuestionsDue:
    """For one colleague, what is late first: `mine` to call about, `nobodys` that nobody in the region took by half of its day."""

    mine: list[EmployerQuestion] = field(default_factory=list)
    nobodys: list[EmployerQuestion] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many lines these are."""
        return len(self.mine) + len(self.nobodys)


def questions_due(viewer: Actor, at: datetime, most: int) -> QuestionsDue:
    """What stands on the viewer's Today. Two queries."""
    if not viewer.can("edit_employers"):
        return QuestionsDue()
    open_ones = questions_in_region(viewer).filter(state__in=OPEN)
    mine = list(open_ones.filter(_mine(viewer))[:most])
    # half of its day is noon of the day on which it is due: nothing before that can be asked of all
    others = open_ones.filter(state=EmployerQuestion.State.WAITING, due_at__lt=turns.due_at(at))
    told = {row.pk for row in mine}
    nobodys = [row for row in others[: most * 2] if row.pk not in told and turns.half_at(row.due_at) <= at]
    return QuestionsDue(mine, nobodys[:most])


def _mine(viewer: Actor) -> Q:
    waits = Q(state=EmployerQuestion.State.WAITING, proposed_to_id__in=viewer.ids)
    return Q(taken_by_id__in=viewer.ids) | waits


@dataclass(frozen=True)
class EarlierQuestion:
    """How it stood until `until`, by whom ("" where nobody is left to name)."""

    state: str
    said: str
    contact: str
    until: datetime
    by: str


def earlier_of_question(row: EmployerQuestion) -> list[EarlierQuestion]:
    """What stood there before, the last first. Two queries."""
    return [
        EarlierQuestion(
            str(EmployerQuestion.State(before.row.state).label),
            ", ".join(filter(None, (before.row.passed_to, before.row.said))),
            before.row.taken_by.name if before.row.taken_by else "",
            now.at,
            now.by,
        )
        for before, now in pairwise(lines_of(EmployerQuestion, row.pk, "taken_by"))
    ][::-1]


def own_questions(viewer: Actor) -> QuerySet[EmployerQuestion]:
    """What this entrepreneur asked us, the last first, with the contact person."""
    if viewer.kind != "entrepreneur":
        return EmployerQuestion.objects.none()
    found = EmployerQuestion.objects.filter(entrepreneur_id=viewer.id).select_related("taken_by")
    return found.order_by(F("received_at").desc(), "-id")
