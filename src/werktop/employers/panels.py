"""What this room puts on the page of a firm beside the firm itself: its chances."""

from __future__ import annotations

from typing import Any

from werktop.audit.keys import key_in
from werktop.ui.panels import Panel

from . import queries

MOST = 20
"""So many chances that something was done with stand on the page."""


def panel_of_chances(request: Any, employer: Any) -> Panel | None:
    """What changes at this firm, and what was done with it; for the whole region."""
    rows = queries.chances_of(request.actor, employer.pk)
    may_note = request.actor.can("edit_employers")
    if not rows and not may_note:
        return None
    settled = key_in(request.GET.get("kans"))
    return Panel(
        "employers/chances_panel.html",
        {
            "employer": employer,
            "may_note": may_note,
            "rows": [_line(request, each) for each in rows if each.closed_at is None],
            "closed": [_line(request, each) for each in rows if each.closed_at is not None][:MOST],
            "just_settled": next((each for each in rows if each.pk == settled and each.closed_at), None),
        },
    )


def prepare_firm(request: Any, employer: Any) -> Panel | None:
    """Who they are and whom they know, what they do and look for, and what was agreed to expect of each other."""
    people = queries.people_of_firm(request.actor, employer.pk)
    firms = queries.known_firms_of([each.pk for each in people])
    speaker = queries.contact_people_of(request.actor, employer).theirs
    words = (employer.what_we_do, employer.looks_for, employer.process, employer.culture, employer.how_it_is)
    expectations = queries.rows_about(request.actor, employer, "expectation")
    if not (people or any(words) or expectations):
        return None
    request.shown_people.append(("entrepreneur", [each.pk for each in people]))
    return Panel(
        "employers/prepare_firm.html",
        {
            "speaker": speaker.person if speaker else None,
            "people": [
                {
                    "name": each.name,
                    "phone": each.phone,
                    "firms": ", ".join(firm.firm_name for firm in firms.get(each.pk, [])),
                }
                for each in people
            ],
            "words": [each for each in words if each],
            "expectations": expectations,
        },
    )


def prepare_chances(request: Any, employer: Any) -> Panel | None:
    """The open chances, to ask on about during a visit."""
    rows = [each for each in queries.chances_of(request.actor, employer.pk) if each.closed_at is None]
    if not rows:
        return None
    return Panel("employers/prepare_chances.html", {"rows": [_line(request, each) for each in rows]})


def _line(request: Any, row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "when": queries.when_in_words(row),
        "can_settle": queries.can_settle(request.actor, row),
    }
