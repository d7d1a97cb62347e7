"""What of this room runs with a person, for who stops or erases one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.ambassadors.models import Ambassador, Coaching, Introduction
from werktop.audit.actors import Actor
from werktop.audit.kept import day
from werktop.audit.running import Running

from .coaching import coaching_of_candidate, introductions_visible_to


def running_with_candidate(viewer: Actor, candidate: Any, at: datetime) -> list[Running]:
    """Who coaches this candidate now, and talks that an introduction led to."""
    rows = coaching_of_candidate(viewer, candidate.pk).filter(until_date=None)
    talks = introductions_visible_to(viewer).filter(candidate=candidate, talk_at__gt=at)
    return [
        Running(_("Gesprek bij %(firm)s op %(day)s") % {"firm": row.firm_name, "day": day(row.talk_at)})
        for row in talks
    ] + [
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
    if Introduction.objects.filter(talk_with=person, talk_at__gt=at).exists():
        found.append(Running(_("Heeft een gesprek met wie is voorgesteld")))
    return found
