"""The lists of contact moments and of reminders: search that forgives typing, filters and pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.contacts.models import MomentPerson, ReminderPerson
from werktop.employers import queries as employers

from .visible import moments_visible_to, reminders_visible_to


@dataclass(frozen=True)
class MomentFilters:
    """What the list is narrowed to; empty or None is not narrowed. `words` stand in the note or are somebody's name;
    `from_date` and `to_date` are days, both included."""

    words: str = ""
    channel: str = ""
    from_date: date | None = None
    to_date: date | None = None
    by_id: UUID | None = None


@dataclass(frozen=True)
class ReminderFilters:
    """`whose`: "mine", "others" (of colleagues, or of nobody any more) or "" for all; `state`: "open", "late" (open and
    of an earlier day) or "done"."""

    words: str = ""
    whose: str = "mine"
    state: str = "open"


def found_moments(viewer: Actor, filters: MomentFilters) -> QuerySet[Any]:
    """The contact moments of the viewer's organisation that fit, the latest first."""
    found = moments_visible_to(viewer)
    if filters.channel:
        found = found.filter(channel=filters.channel)
    if filters.from_date:
        found = found.filter(happened_at__date__gte=filters.from_date)
    if filters.to_date:
        found = found.filter(happened_at__date__lte=filters.to_date)
    if filters.by_id:
        found = found.filter(by_id=filters.by_id)
    if filters.words.strip():
        found = found.filter(_named(viewer, filters.words, MomentPerson, "moment_id"))
    return found


def found_reminders(viewer: Actor, filters: ReminderFilters, at: datetime) -> QuerySet[Any]:
    """The reminders of the viewer's organisation that fit: the first due first, what is done the latest first."""
    found = reminders_visible_to(viewer)
    if filters.whose == "mine":
        found = found.filter(owner_id__in=viewer.ids)
    elif filters.whose == "others":
        found = found.filter(~Q(owner_id__in=viewer.ids) | Q(owner=None))
    if filters.state == "done":
        found = found.filter(done_at__isnull=False).order_by("-done_at", "-id")
    else:
        found = found.filter(done_at=None)
    if filters.state == "late":
        found = found.filter(due_date__lt=timezone.localdate(at))
    if filters.words.strip():
        found = found.filter(_named(viewer, filters.words, ReminderPerson, "reminder_id"))
    return found


def _named(viewer: Actor, words: str, people: Any, of: str) -> Q:
    """Rows that hold these words, for who reads them, or are about somebody whose name is like them."""
    who = candidates.found_candidates(viewer, candidates.Filters(words=words, with_left=True))
    firms = employers.found_employers(viewer, employers.Filters(words=words))
    # inside the one query: with a list of keys the last people found would fall off
    candidate_ids, employer_ids = who.order_by().values("pk"), firms.order_by().values("pk")
    # a firm is found by its people too
    about = people.objects.filter(
        Q(candidate_id__in=candidate_ids) | Q(entrepreneur__employer_id__in=employer_ids)
    )
    return Q(said__icontains=words.strip()) | Q(employer_id__in=employer_ids) | Q(pk__in=about.values(of))
