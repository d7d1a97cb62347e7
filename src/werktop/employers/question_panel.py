"""What stands on a firm's page of the questions that it asked."""

from __future__ import annotations

from typing import Any

from werktop.ui.panels import Panel

from . import queries

MOST = 5


def panel_of_questions(request: Any, employer: Any) -> Panel | None:
    """For the whole region: the last ones, and where to note one."""
    found = list(queries.questions_of(request.actor, employer.pk)[:MOST])
    may = request.actor.can("edit_employers")
    if not found and not may:
        return None
    return Panel("employers/questions_panel.html", {"questions": found, "may": may, "employer": employer})
