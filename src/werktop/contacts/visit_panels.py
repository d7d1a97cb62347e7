"""What visits put on the page of a firm: who goes there and when; and on the page with which one prepares."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from werktop.ui.panels import Panel

from .moments import promised_in_words
from .queries import (
    people_named,
    questions_of,
    reads_visit,
    reminders_of_employer,
    visits_of,
)

MOST = 12


def panel_of_visits(request: Any, employer: Any) -> Panel | None:
    """For the whole region: that a firm meets one government."""
    may_plan = request.actor.can("edit_candidates")
    rows = list(visits_of(request.actor, employer.pk))
    if not rows and not may_plan:
        return None
    named = [row.entrepreneur_id for row in rows if row.entrepreneur_id]
    request.shown_people.append(("entrepreneur", named))
    return Panel(
        "contacts/visits_panel.html",
        {
            "employer": employer,
            "may_plan": may_plan,
            "rows": [
                {"row": row, "is_own": reads_visit(request.actor, row), "is_late": row.starts_at < request.at}
                for row in rows
            ],
        },
    )


def prepare_visit(request: Any, employer: Any) -> Panel | None:
    """The next visit of the own organisation: when, what for, and the questions that were noted beforehand."""
    own = [row for row in visits_of(request.actor, employer.pk) if reads_visit(request.actor, row)]
    if not own:
        return None
    return Panel("contacts/prepare_visit.html", {"visit": own[0], "questions": questions_of(own[0])})


def prepare_contact(request: Any, employer: Any) -> Panel | None:
    """What was promised and is not done."""
    reminders = list(reminders_of_employer(request.actor, employer.pk)[:MOST])
    request.shown_people += [(kind, [key]) for kind, key in people_named(reminders)]
    if not reminders:
        return None
    return Panel(
        "contacts/prepare_contact.html",
        {
            "reminders": [
                {
                    "row": row,
                    "said": promised_in_words(row),
                    "is_late": row.due_date < timezone.localdate(request.at),
                }
                for row in reminders
            ],
        },
    )
