"""What this room puts on pages of others: proposals of a candidate, for work, and for an entrepreneur to decide on."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.running import Running
from werktop.ui.panels import Panel

from . import queries
from .models import RUNNING, Proposal, Status

MOST = 10


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For who works with candidates here: what runs, what was decided, and the way to put this one forward."""
    if not request.actor.can("edit_candidates"):
        return None
    rows = list(queries.proposals_of_candidate(request.actor, candidate.pk)[:MOST])
    facts = {"rows": rows, "candidate": candidate, "is_here": candidate.left_at is None}
    return Panel("proposals/candidate_panel.html", facts)


def panel_of_work(request: Any, work_profile: Any) -> Panel | None:
    """Who of the own candidates is put forward for this work, and who of the viewer's could be: tick, and on to why."""
    if not request.actor.can("edit_candidates"):
        return None
    rows = list(queries.proposals_of_work(request.actor, work_profile.pk)[: 2 * MOST])
    others = len(queries.put_forward_ids(work_profile.pk) - {row.candidate_id for row in rows})
    likely = [] if _takes_nobody(work_profile) else queries.likely_candidates(request.actor, work_profile)
    shown = [*(row.candidate_id for row in rows), *(each.candidate.pk for each in likely)]
    request.shown_people.append(("candidate", shown))
    still = len(runs_for_work(request.actor, work_profile, request.at)) if work_profile.closed_at else 0
    facts = {"rows": rows, "work": work_profile, "others": others, "likely": likely, "still": still}
    return Panel("proposals/work_panel.html", facts)


def _takes_nobody(work_profile: Any) -> bool:
    return work_profile.closed_at is not None or work_profile.is_open_hiring


def panel_of_entrepreneur(request: Any, person: Any) -> Panel | None:
    """On the own page of an entrepreneur: how many people wait for a decision."""
    rows = queries.proposals_to_decide(request.actor, request.at)
    if not rows:
        return None
    waiting = [row for row in rows if row.status == Status.SENT]
    return Panel("proposals/own_firm_panel.html", {"waiting": len(waiting), "count": len(rows)})


def runs_for_work(viewer: Any, work_profile: Any, at: Any) -> list[Running]:
    """Each proposal for this work that is not decided, of whichever organisation; nothing of whom."""
    running = Proposal.objects.filter(work_profile=work_profile, status__in=RUNNING).order_by("made_at", "id")
    return [Running(str(row.get_status_display())) for row in running]


def runs_of(viewer: Any, person: Any, at: Any) -> list[Running]:
    """What stops with a candidate or an entrepreneur who stops."""
    rows = Proposal.objects.filter(**{person._meta.model_name: person}, status__in=RUNNING)
    return [
        Running(_("voordracht: %(what)s") % {"what": row.work_profile.what})
        for row in rows.select_related("work_profile").order_by("made_at", "id")
    ]
