"""What this room puts on the page of a candidate: how it stands with the candidate's own page."""

from __future__ import annotations

from typing import Any

from werktop.candidates import queries as candidates
from werktop.ui.panels import Panel


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For who works with this person."""
    if not request.actor.can("edit_candidates"):
        return None
    return Panel(
        "portal/panel.html",
        {"candidate": candidate, "presentation": candidates.presentation_of(candidate)},
    )
