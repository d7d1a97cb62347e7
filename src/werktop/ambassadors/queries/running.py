"""What of this room runs with a person, for who stops or erases one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.ambassadors.models import Ambassador, Coaching
from werktop.audit.actors import Actor
from werktop.audit.running import Running

from .coaching import coaching_of_candidate


def running_with_candidate(viewer: Actor, candidate: Any, at: datetime) -> list[Running]:
    """Who coaches this candidate now."""
    rows = coaching_of_candidate(viewer, candidate.pk).filter(until_date=None)
    return [
        Running(
            _("%(name)s coacht: %(about)s") % {"name": row.entrepreneur.name, "about": row.about},
            people=(("entrepreneur", row.entrepreneur_id),),
        )
        for row in rows
    ]


def running_with_entrepreneur(viewer: Actor, person: Any, at: datetime) -> list[Running]:
    """That this entrepreneur is an ambassador, and coaches somebody: whom is for who works with that candidate."""
    found = []
    if Ambassador.objects.filter(entrepreneur=person, until_date=None).exists():
        found.append(Running(_("Is ambassadeur")))
    if Coaching.objects.filter(entrepreneur=person, until_date=None).exists():
        found.append(Running(_("Coacht een kandidaat")))
    return found
