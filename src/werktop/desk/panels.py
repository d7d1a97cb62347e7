"""What this room puts on the page of a candidate and of an employer: who knows whom."""

from __future__ import annotations

from typing import Any

from werktop.ui.panels import Panel

from .queries.network import network_of, who_know


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """Firms of the own network that are, or may be, employers of the region; nothing where there are none."""
    if not request.actor.can("edit_candidates"):
        return None
    firms = network_of(request.actor, candidate)
    return Panel("desk/network.html", {"candidate": candidate, "firms": firms}) if firms else None


def panel_of_employer(request: Any, employer: Any) -> Panel | None:
    """Candidates of the own organisation who know somebody at this firm; nothing where there are none."""
    people = who_know(request.actor, employer)
    request.shown_people.append(("candidate", [each.pk for each in people]))
    return Panel("desk/who_know.html", {"people": people}) if people else None
