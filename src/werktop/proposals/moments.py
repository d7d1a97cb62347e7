"""Proposals as moments on the page of a candidate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.story import Moment

from .models import DECISIONS
from .queries import proposals_of_candidate

MOST = 20


def moments_of_proposals(viewer: Actor, candidate: Any, at: datetime) -> list[Moment]:
    """When somebody was put forward and what was decided, for who may see the candidate. One query."""
    found = []
    for row in proposals_of_candidate(viewer, candidate.pk)[:MOST]:
        url, work = reverse("proposals:proposal", args=[row.pk]), row.work_profile
        named = {"what": work.what, "firm": work.employer.name}
        if row.sent_at:
            words = _("Voorgedragen bij %(firm)s: %(what)s") % named
            found.append(Moment(timezone.localdate(row.sent_at), words, url))
        if row.decided_at and row.status in DECISIONS:
            said = named | {"how": row.get_status_display()}
            words = _("%(firm)s besliste: %(how)s") % said
            found.append(Moment(timezone.localdate(row.decided_at), words, url))
    return found
