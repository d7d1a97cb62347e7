"""What this room puts on the page of a candidate: how it stands with the candidate's own page."""

from __future__ import annotations

from typing import Any

from werktop.accounts import strong_logins
from werktop.accounts.own_pages import strong_login_of
from werktop.candidates import queries as candidates
from werktop.ui.panels import Panel

from .objecting import TOLD_TITLES

MOST = 5
"""So many steps and goals of the candidate's own stand here; all of them stand in the plan."""


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For colleagues; the strong login is tied by who works with this person."""
    if not request.actor.can("edit_candidates"):
        return None
    standing = candidates.objections_of(candidate)
    named = {"name": candidate.first_name}
    tie = strong_login_of("candidate", candidate.pk)
    return Panel(
        "portal/panel.html",
        {
            "candidate": candidate,
            "presentation": candidates.presentation_of(candidate),
            "objections": [{"words": TOLD_TITLES[each.kind] % named, "row": each} for each in standing],
            "is_hidden": any(each.kind == "employers" for each in standing),
            "leads": candidates.perspective_by_candidate(candidate),
            "steps": candidates.written_by_candidate(candidate)[:MOST],
            "goals": candidates.goals_by_candidate(candidate)[:MOST],
            "is_own": candidates.does_work_with(request.actor, candidate),
            "has_strong_login": strong_logins.is_offered(),
            "login_name": strong_logins.name_of_login(),
            "tied_at": tie.tied_at if tie else None,
        },
        is_aside=True,
    )
