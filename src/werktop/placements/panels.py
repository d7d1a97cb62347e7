"""What this room puts on pages of others: of a proposal, work, a candidate, a firm, and an entrepreneur's own page."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

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
    facts = {"candidate": candidate, "rows": rows, "today": timezone.localdate(request.at)}
    return Panel("placements/candidate_panel.html", facts, is_aside=not rows)


def panel_of_employer(request: Any, employer: Any) -> Panel | None:
    """Who of the own candidates works at this firm; of other organisations how many."""
    if not request.actor.can("edit_candidates"):
        return None
    found = queries.placements_at(request.actor, employer.pk)
    others = queries.count_of_others(request.actor, employer.pk)
    facts = _shown(request, found) | {"others": others, "employer": employer}
    return Panel("placements/employer_panel.html", facts) if facts["rows"] or others else None


def _shown(request: Any, found: QuerySet[Any]) -> dict[str, Any]:
    """The first of them, and how many `more` there are: the rows stop at `MOST`, a number does not."""
    rows = list(found[:MOST])
    request.shown_people.append(("candidate", [row.candidate_id for row in rows]))
    more = found.count() - MOST if len(rows) == MOST else 0
    return {"rows": rows, "more": more, "today": timezone.localdate(request.at)}


def panel_of_work(request: Any, work_profile: Any) -> Panel | None:
    """How many of the places are filled, and once all are, one press to say that the work is."""
    viewer = request.actor
    if not viewer.can("edit_candidates"):
        return None
    filled = queries.filled_places(work_profile.pk)
    if not filled:
        return None
    shown = _shown(request, queries.placements_of_work(viewer, work_profile.pk))
    can_close = (
        filled >= (work_profile.places or 1)
        and work_profile.closed_at is None
        and work_profiles.can_change(viewer, work_profile, work_profile.employer.organisation_id)
    )
    facts = {
        "work": work_profile,
        "filled": filled,
        "others": filled - len(shown["rows"]) - shown["more"],
        "can_close": can_close,
    } | shown
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
