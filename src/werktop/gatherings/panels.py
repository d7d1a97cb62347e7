"""What this room puts on the page of an idea of an entrepreneur."""

from __future__ import annotations

from typing import Any

from werktop.ui.panels import Panel

from .moments import moment_of
from .queries.ideas import gatherings_of_idea


def panel_of_idea(request: Any, idea: Any) -> Panel | None:
    """The gatherings that came of it; none for who sees no gatherings."""
    rows = [{"row": row, "when": moment_of(row)} for row in gatherings_of_idea(request.actor, idea.pk)]
    return Panel("gatherings/of_idea.html", {"rows": rows}) if rows else None
