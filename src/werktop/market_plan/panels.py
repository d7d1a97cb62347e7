"""What this room puts on the page of an employer: where it stands in the market plan."""

from __future__ import annotations

from typing import Any

from werktop.ui.panels import Panel

from . import queries


def panel_of_employer(request: Any, employer: Any) -> Panel | None:
    """Who approaches this firm, while it does not take part yet."""
    target = queries.target_of_employer(request.actor, employer.pk)
    if target is None or target.joined_date is not None:
        return None
    return Panel("market_plan/panel.html", {"target": target}, is_aside=True)
