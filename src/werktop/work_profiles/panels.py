"""What this room puts on the page of an employer (the work there, now and later) and of a candidate (where somebody signed up)."""

from __future__ import annotations

from typing import Any

from werktop.audit.keys import key_in
from werktop.audit.running import running_with
from werktop.catalogue.choices import WorkForm
from werktop.ui.panels import Panel

from . import queries
from .in_words import begin_in_words, labels
from .queries import functions
from .spans import hours_in_words

MOST_CLOSED = 20
"""So much of what was closed stands on the page."""


def panel_of_employer(request: Any, employer: Any) -> Panel | None:
    """For the whole region; whoever works with employers finds the way to note more."""
    viewer = request.actor
    closed = None
    if key := key_in(request.GET.get("afgesloten")):
        # as the address says, the last press closed it: it can be opened again on the spot
        closed = queries.closed_work_profile(viewer, employer.pk, key)
    still = len(running_with(viewer, closed, request.at)) if closed else 0
    running = [
        {
            "row": row,
            "begin": begin_in_words(row),
            "forms": ", ".join(labels(WorkForm, row.forms)),
            "can_change": queries.can_change(viewer, row, employer.organisation_id),
        }
        for row in queries.work_profiles_of(viewer, employer.pk)
    ]
    closed_before = [{"row": row} for row in queries.closed_of(viewer, employer.pk)[:MOST_CLOSED]]
    may_note = viewer.can("edit_employers")
    if not (running or closed_before or may_note):
        return None
    return Panel(
        "work_profiles/panel.html",
        {
            "employer": employer,
            "running": running,
            "closed_before": closed_before,
            "closed": closed,
            "still": still,
            "may_note": may_note,
        },
    )


def panel_of_functions(request: Any, employer: Any) -> Panel | None:
    """The functions that were looked at, with the work that was made of their tasks."""
    viewer = request.actor
    rows = []
    for function in functions.functions_of(viewer, employer.pk):
        tasks = list(function.tasks.all())
        made = {task.profile_id: task.profile for task in tasks if task.profile}
        minutes = sum(task.minutes for task in tasks)
        rows.append(
            {
                "row": function,
                "count": len(tasks),
                "hours": hours_in_words(minutes),
                "profiles": list(made.values()),
            }
        )
    away = key_in(request.GET.get("opgeborgen"))
    may_note = viewer.can("edit_employers")
    if not (rows or may_note):
        return None
    shown = {
        "employer": employer,
        "functions": rows,
        "away": functions.put_away(viewer, employer.pk, away) if away else None,
        "may_note": may_note,
    }
    return Panel("work_profiles/functions_panel.html", shown)


def panel_of_carved(request: Any, profile: Any) -> Panel | None:
    """On the page of work that was carved out: of which tasks."""
    tasks = functions.carved_from(request.actor, profile)
    if not tasks:
        return None
    may_take_back = queries.can_change(request.actor, profile, profile.employer.organisation_id)
    rows = [{"task": task, "hours": hours_in_words(task.minutes)} for task in tasks]
    return Panel(
        "work_profiles/carved_panel.html", {"rows": rows, "profile": profile, "may_take_back": may_take_back}
    )


def prepare_work(request: Any, employer: Any) -> Panel | None:
    """The work that runs or is expected, to ask on about during a visit."""
    rows = list(queries.work_profiles_of(request.actor, employer.pk))
    if not rows:
        return None
    return Panel(
        "work_profiles/prepare.html", {"rows": [{"row": row, "begin": begin_in_words(row)} for row in rows]}
    )


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For who works with candidates here: where somebody signed up, and the way to more. Nothing where nobody can."""
    if not request.actor.can("edit_candidates"):
        return None
    rows = list(queries.sign_ups_of(request.actor, candidate)[:MOST_CLOSED])
    if not rows and not queries.open_hiring_now(request.actor):
        return None
    return Panel("work_profiles/candidate_panel.html", {"candidate": candidate, "rows": rows}, is_aside=True)


def panel_of_chance(request: Any, chance: Any) -> Panel | None:
    """On the page of an open chance: make work out of it, with its words filled in; once made, the way to that work."""
    if chance.work_profile_id:
        there = queries.work_profiles_in_region(request.actor).filter(pk=chance.work_profile_id).first()
        return Panel("work_profiles/of_chance.html", {"profile": there, "chance": chance}) if there else None
    if chance.closed_at or not request.actor.can("edit_employers"):
        return None
    return Panel("work_profiles/of_chance.html", {"profile": None, "chance": chance})
