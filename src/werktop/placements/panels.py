"""What this room puts on pages of others: of a proposal, work, a candidate, a firm, and an entrepreneur's own page."""

from __future__ import annotations

from typing import Any

from werktop.proposals import queries as proposals
from werktop.ui.panels import Panel
from werktop.work_profiles import queries as work_profiles

from . import queries

MOST = 20


def panel_of_proposal(request: Any, proposal: Any) -> Panel | None:
    """Once the employer said yes: note the placement; once noted, the way to it."""
    there = queries.placement_of_proposal(request.actor, proposal.pk)
    if there is None and not proposals.is_taken(proposal):
        return None
    return Panel("placements/proposal_panel.html", {"proposal": proposal, "row": there})


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For who works with candidates here: where this one works and worked, and the way to note more."""
    if not request.actor.can("edit_candidates"):
        return None
    rows = list(queries.placements_of_candidate(request.actor, candidate.pk)[:MOST])
    facts = {"candidate": candidate, "rows": rows}
    return Panel("placements/candidate_panel.html", facts, is_aside=not rows)


def panel_of_employer(request: Any, employer: Any) -> Panel | None:
    """Who of the own candidates works at this firm; of other organisations how many."""
    if not request.actor.can("edit_candidates"):
        return None
    rows = list(queries.placements_at(request.actor, employer.pk)[:MOST])
    others = queries.count_of_others(request.actor, employer.pk)
    if not rows and not others:
        return None
    request.shown_people.append(("candidate", [row.candidate_id for row in rows]))
    return Panel("placements/employer_panel.html", {"rows": rows, "others": others, "employer": employer})


def panel_of_work(request: Any, work_profile: Any) -> Panel | None:
    """How many of the places are filled, and once all are, one press to say that the work is."""
    viewer = request.actor
    if not viewer.can("edit_candidates"):
        return None
    filled = queries.filled_places(work_profile.pk)
    if not filled:
        return None
    rows = list(queries.placements_of_work(viewer, work_profile.pk)[:MOST])
    request.shown_people.append(("candidate", [row.candidate_id for row in rows]))
    can_close = (
        filled >= (work_profile.places or 1)
        and work_profile.closed_at is None
        and work_profiles.can_change(viewer, work_profile, work_profile.employer.organisation_id)
    )
    facts = {
        "work": work_profile,
        "rows": rows,
        "filled": filled,
        "others": filled - len(rows),
        "can_close": can_close,
    }
    return Panel("placements/work_panel.html", facts)


def panel_of_entrepreneur(request: Any, person: Any) -> Panel | None:
    """On the own page of an entrepreneur: who works with them, and whom they call."""
    rows = queries.placements_with(request.actor, request.at)
    if not rows:
        return None
    request.shown_people.append(("candidate", [row.candidate_id for row in rows if row.first_name]))
    return Panel("placements/own_firm_panel.html", {"rows": rows})


def panel_of_leaving(request: Any, candidate: Any) -> Panel | None:
    """Where somebody leaves the list: the work goes on, and with it who is called."""
    if not request.actor.can("edit_candidates"):
        return None
    rows = list(queries.placements_of_candidate(request.actor, candidate.pk).filter(ended_date=None)[:MOST])
    return Panel("placements/leaving_panel.html", {"rows": rows}) if rows else None
