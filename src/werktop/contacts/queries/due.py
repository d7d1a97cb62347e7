"""What is due today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, Window
from django.db.models.functions import Coalesce
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.contacts.models import ReminderPerson

from .visible import people_named, reminders_visible_to


@dataclass(frozen=True)
class Due:
    """The first few of what the viewer promised by today. `more`: how many reminders stand behind these; `others`: how many
    people those name whom the first few do not, a reminder about nobody counting as one."""

    first: list[Any] = field(default_factory=list)
    more: int = 0
    others: int = 0


def reminders_due(viewer: Actor, at: datetime) -> QuerySet[Any]:
    """The viewer's own reminders of today and of earlier days that are not done, the oldest first, with their people."""
    return (
        reminders_visible_to(viewer)
        .filter(owner_id=viewer.id, done_at=None, due_date__lte=timezone.localdate(at))
        .order_by("due_date", "id")
    )


def first_due(viewer: Actor, at: datetime, most: int) -> Due:
    """At most `most` of `reminders_due`, and a count of the rest in the same query."""
    due = reminders_due(viewer, at)
    links = ReminderPerson.objects.filter(reminder_id__in=due.order_by().values("pk"))
    people = (
        links.annotate(all=Value(1))
        .values("all")
        .annotate(people=Count(Coalesce("candidate_id", "entrepreneur_id"), distinct=True))
        .values("people")
    )
    rows = list(
        due.annotate(
            has_people=Exists(ReminderPerson.objects.filter(reminder_id=OuterRef("pk"))),
            in_all=Window(Count("pk")),
            alone_in_all=Window(Count("pk", filter=Q(has_people=False))),
            people_in_all=Coalesce(Subquery(people), 0),
        )[:most]
    )
    if not rows:
        return Due()
    shown = len({key for _kind, key in people_named(rows)}) + sum(not row.has_people for row in rows)
    first: Any = rows[0]
    return Due(rows, first.in_all - len(rows), first.people_in_all + first.alone_in_all - shown)
