"""What this room puts on the page of a candidate and of an employer: the quick-note bar, and what is still to be done; and on the
page on which a candidate stops what was promised and stays open."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from werktop.ui.panels import Panel

from .moments import others_in, promised_in_words
from .pages.bar import bar_for
from .pages.reminders import done_just_now, put_off_just_now
from .pages.who import value_of
from .queries import people_named, reminders_of_candidate, reminders_of_employer

MOST = 20
"""As many open reminders as a page shows; the list has them all."""


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For who works with this person."""
    return _panel(
        request, candidate, value_of("candidate", candidate.pk), reminders_of_candidate, candidate.first_name
    )


def panel_of_employer(request: Any, employer: Any) -> Panel | None:
    """For who works with candidates, in each organisation of the region its own."""
    return _panel(request, employer, value_of("employer", employer.pk), reminders_of_employer, employer.name)


def _panel(request: Any, row: Any, value: str, reminders: Any, name: str) -> Panel | None:
    if not request.actor.can("edit_candidates"):
        return None
    facts = _to_do(request, row, reminders)
    return Panel(
        "contacts/panel.html", facts | {"name": name, "value": value, "bar": bar_for(request, value)}
    )


def panel_of_leaving(request: Any, candidate: Any) -> Panel | None:
    """What was promised about a candidate who is about to stop, whoever does it: nobody closes it by stopping."""
    facts = _to_do(request, candidate, reminders_of_candidate)
    if not facts["reminders"] and not facts["done"]:
        return None
    return Panel("contacts/left_open.html", facts, stays_open=bool(facts["reminders"]))


def _to_do(request: Any, row: Any, reminders: Any) -> dict[str, Any]:
    rows, done = list(reminders(request.actor, row.pk, request.at)[:MOST]), done_just_now(request)
    request.shown_people += [(kind, [key]) for kind, key in people_named([*rows, *([done] if done else [])])]
    today = timezone.localdate(request.at)
    return {
        "done": done,
        "put_off": put_off_just_now(request),
        "reminders": [
            {
                "row": each,
                "said": promised_in_words(each),
                "others": ", ".join(others_in(each, row.pk)),
                "is_late": each.due_date < today,
            }
            for each in rows
        ],
    }
