"""What this room puts on the page of a candidate, and of a firm: how it stands with the own page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts import strong_logins
from werktop.accounts.own_pages import strong_login_of
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.ui.panels import Panel

from .objecting import TOLD_TITLES

SAID = {
    "leads": gettext_lazy("Werkt toe naar:"),
    "objection": gettext_lazy("Maakte bezwaar"),
    "step": gettext_lazy("Gaat doen:"),
    "remark": gettext_lazy("Zegt bij"),
    "goal": gettext_lazy("Wil leren:"),
    "outcome": gettext_lazy("Over"),
    "firm": gettext_lazy("Kent:"),
}
SHARED = {"leads", "step", "goal", "outcome", "firm"}
"""What a colleague may write over as well."""
MOST = 5
"""So many steps and goals of the candidate's own stand here; all of them stand in the plan."""


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For colleagues; the strong login is tied by who works with this person."""
    if not request.actor.can("edit_candidates"):
        return None
    standing = candidates.objections_of(candidate)
    named = {"name": candidate.first_name}
    is_reader = candidates.reads_own_writing(request.actor, candidate)
    unread = candidates.unread_of(candidate) if is_reader else []
    new = {each.row.pk for each in unread if each.row is not None}
    waits = {each.row.pk: each.id for each in unread if each.row in standing}
    leads, steps, goals = (
        candidates.perspective_by_candidate(candidate),
        candidates.written_by_candidate(candidate),
        candidates.goals_by_candidate(candidate),
    )
    tie = strong_login_of("candidate", candidate.pk)
    return Panel(
        "portal/panel.html",
        {
            "candidate": candidate,
            "presentation": candidates.presentation_of(candidate),
            "objections": [
                {"words": TOLD_TITLES[each.kind] % named, "row": each, "to_deal_with": waits.get(each.pk)}
                for each in standing
            ],
            "is_hidden": any(each.kind == "employers" for each in standing),
            "unread": [_unread(each) for each in unread if each.row not in standing],
            "leads": "" if any(each.kind == "leads" for each in unread) else leads,
            "steps": [step for step in steps if step.pk not in new][:MOST],
            "goals": [goal for goal in goals if goal.pk not in new][:MOST],
            "is_own": candidates.does_work_with(request.actor, candidate),
            "has_strong_login": strong_logins.is_offered(),
            "login_name": strong_logins.name_of_login(),
            "tied_at": tie.tied_at if tie else None,
        },
        is_aside=True,
    )


def panel_of_firm(request: Any, firm: Any) -> Panel | None:
    """For who answers for the firm: the own page of each of its people who can be written to."""
    if not employers.can_edit(request.actor, firm):
        return None
    people = [each for each in employers.people_of_firm(request.actor, firm.pk) if each.email or each.phone]
    return Panel("portal/firm_panel.html", {"people": people}) if people else None


def _unread(each: candidates.Unread) -> dict[str, Any]:
    """What was written, as it stands now; what a colleague wrote over it is not said to be the candidate's."""
    said = str(SAID[each.kind])
    if each.row is None:
        said = _("Schreef iets dat intussen weg is")
    elif each.kind in SHARED and each.row.noted_by_id is not None:
        said = _("Schreef iets dat een collega daarna wijzigde. Nu staat er:")
    return {"id": each.id, "said": said, "words": _words(each)}


def _words(each: candidates.Unread) -> str:
    row = each.row
    if row is None:
        return ""
    if each.kind == "firm":
        return f"{row.firm_name} (“{row.words}”)" if row.words else row.firm_name
    if each.kind == "remark":
        return f"‘{row.words}’: “{row.remark}”"
    if each.kind == "outcome":
        said = f"“{row.candidate_words}”" if row.candidate_words else ""
        return ". ".join(filter(None, (f"{row.name}: {row.get_outcome_display()}".rstrip(": "), said)))
    return str(row.words)
