"""What is due about placements: who begins, who is to be called after the first day, what ends, and where nobody of the firm is
left."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Q
from django.utils import timezone

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.contacts import queries as contacts
from werktop.contacts.reading.calendar_words import months_later
from werktop.placements.agreed_calls import Span, calls_after
from werktop.support import queries as support

from .visible import placements_visible_to

BEGINS_WITHIN_DAYS = 7
ENDS_WITHIN_MONTHS = 1
EARLY = timedelta(days=3)
"""A call so shortly before the agreed day counts as that call."""
LEFT, ENDED, CALL, BEGINS, ENDS = "left", "ended", "call", "begins", "ends"
"""What is the matter, in the order of Today: whom the firm had is gone, the end has passed, a call is due, it begins, it ends
soon."""
ORDER = (LEFT, ENDED, CALL, BEGINS, ENDS)


@dataclass(frozen=True)
class DuePlacement:
    """One placement and what is the matter (`why`); `day` is the day it is about, `span` how long after the first day a call was
    agreed."""

    row: Any
    why: str
    day: date
    span: Span | None = None


@dataclass(frozen=True)
class PlacementsDue:
    """The first, and how many more there are."""

    first: list[DuePlacement] = field(default_factory=list)
    more: int = 0


def placements_due(viewer: Actor, at: datetime, most: int) -> PlacementsDue:
    """What is due about the placements for which the viewer is called, and of the viewer's candidates where who was called works
    here no more. A placement stands there once, for what presses most. Two queries at most."""
    if not viewer.can("edit_candidates"):
        return PlacementsDue()
    here = accounts.colleagues_of(viewer).order_by().values("pk")
    nobodys = Q(contact=None) | ~Q(contact_id__in=here)
    rows = list(
        placements_visible_to(viewer)
        .filter(Q(contact_id=viewer.id) | nobodys & Q(candidate__assigned_to_id=viewer.id), ended_date=None)
        .annotate(
            spoken_at=contacts.last_spoken_at(
                OuterRef("candidate_id"), OuterRef("employer_id"), OuterRef("organisation_id")
            )
        )
        .order_by("started_date", "id")
    )
    practices = (
        support.practice_at(viewer.region_id, viewer.organisation_id)
        if rows and viewer.region_id and viewer.organisation_id
        else {}
    )
    today = timezone.localdate(at)
    found = [due for row in rows if (due := _due(row, practices, today))]
    found.sort(key=lambda due: (ORDER.index(due.why), due.day, due.row.pk))
    return PlacementsDue(found[:most], len(found[most:]))


def days_to_call(row: Any, at: datetime) -> list[date]:
    """The days from today on at which we call about a placement, by the agreements with employers. One query."""
    practices = support.practice_at(row.region_id, row.organisation_id)
    today = timezone.localdate(at)
    return [day for day, _span in calls_after(practices, row.work_form, row.started_date) if day >= today]


def call_to_make(row: Any, practices: Any, today: date) -> tuple[date, Span] | None:
    """The last agreed call whose day has come since the placement was noted, unless somebody spoke with the firm or the candidate
    since. `row.spoken_at`: when somebody last did."""
    noted = timezone.localdate(row.noted_at)
    come = [
        each for each in calls_after(practices, row.work_form, row.started_date) if noted <= each[0] <= today
    ]
    if not come:
        return None
    day, span = come[-1]
    is_done = row.spoken_at is not None and timezone.localdate(row.spoken_at) >= day - EARLY
    return None if is_done else (day, span)


def _due(row: Any, practices: Any, today: date) -> DuePlacement | None:
    ends = row.expected_end_date
    if row.entrepreneur is not None and not row.entrepreneur.is_active:
        return DuePlacement(row, LEFT, row.started_date)
    if ends and ends < today:
        return DuePlacement(row, ENDED, ends)
    if row.started_date <= today and (call := call_to_make(row, practices, today)):
        return DuePlacement(row, CALL, *call)
    if today <= row.started_date <= today + timedelta(days=BEGINS_WITHIN_DAYS):
        return DuePlacement(row, BEGINS, row.started_date)
    if ends and ends <= months_later(today, ENDS_WITHIN_MONTHS):
        return DuePlacement(row, ENDS, ends)
    return None
