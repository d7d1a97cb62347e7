"""What this room keeps of a candidate, and of an entrepreneur with whom somebody works."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day
from werktop.placements.models import Placement
from werktop.work_profiles.spans import hours_in_words

from .visible import may_see_footing


def all_kept_of_candidate(viewer: Actor, candidate: Any, at: datetime) -> list[Part]:
    """One part, a line for each placement. One query, and what the viewer may see."""
    is_own = viewer.kind == "candidate" and viewer.id == candidate.pk and viewer.can("own_strong")
    is_colleague = viewer.can("edit_candidates") and viewer.organisation_id == candidate.organisation_id
    if not (is_own or is_colleague):
        return []
    with_footing = may_see_footing(viewer, candidate, at)
    rows = Placement.objects.filter(candidate=candidate).select_related("employer", "contact", "entrepreneur")
    lines = [
        (day(row.started_date), _in_words(row, with_footing)) for row in rows.order_by("started_date", "id")
    ]
    return [Part(_("Waar u werkt of werkte"), lines, ("candidate",))]


def _in_words(row: Placement, with_footing: bool) -> str:
    said = [f"{row.employer.name}: {row.what}", row.get_work_form_display()]
    if row.week_minutes:
        said.append(_("%(words)s uur per week") % {"words": hours_in_words(row.week_minutes)})
    if row.footing and with_footing:
        said.append(row.get_footing_display())
    said += [
        str(row.SAID[name])
        for name in ("takes_no_paid_work", "leave_given")[: 1 + with_footing]
        if getattr(row, name)
    ]
    if row.entrepreneur:
        said.append(_("bij %(words)s") % {"words": row.entrepreneur.name})
    if row.contact:
        said.append(_("te bellen: %(words)s") % {"words": row.contact.name})
    if row.expected_end_date:
        said.append(_("naar verwachting tot %(words)s") % {"words": day(row.expected_end_date)})
    if row.ended_date:
        said += [_("geëindigd op %(words)s") % {"words": day(row.ended_date)}, row.get_ended_reason_display()]
    return capfirst("; ".join(map(str, said)))


def all_kept_of_entrepreneur(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """That people work or worked with an entrepreneur, without a word about whom. One query."""
    rows = Placement.objects.filter(entrepreneur=person).order_by("started_date", "id")
    return [
        Part(
            _("Werk van mensen die bij u begonnen"),
            [(day(row.started_date), row.what) for row in rows],
            ("candidate",),
        )
    ]
