"""Placements as moments on the page of a candidate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.story import Moment

from .queries import placements_of_candidate

MOST = 20


def moments_of_placements(viewer: Actor, candidate: Any, at: datetime) -> list[Moment]:
    """First and last days of work, for who may see the candidate. One query."""
    today, found = timezone.localdate(at), []
    for row in placements_of_candidate(viewer, candidate.pk)[:MOST]:
        if row.never_was:
            continue
        url, named = (
            reverse("placements:placement", args=[row.pk]),
            {"what": row.what, "firm": row.employer.name},
        )
        begins = (
            _("Begint bij %(firm)s: %(what)s")
            if row.started_date > today
            else _("Begon bij %(firm)s: %(what)s")
        )
        found.append(Moment(row.started_date, begins % named, url, is_to_come=row.started_date > today))
        if row.ended_date:
            found.append(Moment(row.ended_date, _("Laatste dag bij %(firm)s: %(what)s") % named, url))
    return found
