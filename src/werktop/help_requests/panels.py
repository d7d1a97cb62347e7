"""What this room puts on the page of a candidate: what is asked now, and the way to ask."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from werktop.ui.panels import Panel

from .models import LIVE, OPEN
from .queries import help_requests_of_candidate

MOST = 10
"""As many open help requests as a page shows; the list has them all."""


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For who works with candidates here; of what others see to, nothing is shown."""
    if not request.actor.can("edit_candidates"):
        return None
    today = timezone.localdate(request.at)
    rows = help_requests_of_candidate(request.actor, candidate.pk, request.at).filter(state__in=OPEN)[:MOST]
    return Panel(
        "help_requests/panel.html",
        {
            "candidate": candidate,
            "rows": [
                {
                    "row": row,
                    "is_late": row.due_date < today,
                    "handed": next((each for each in row.hand_overs.all() if each.state in LIVE), None),
                }
                for row in rows
            ],
        },
    )
