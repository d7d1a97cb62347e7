"""What this room keeps of a candidate: for which work without selection somebody signed up."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day
from werktop.work_profiles.models import SignUp


def all_kept_of_sign_ups(viewer: Actor, candidate: Any, at: datetime) -> list[Part]:
    """A line for each time. One query."""
    is_own = viewer.kind == "candidate" and viewer.id == candidate.pk and viewer.can("own_strong")
    is_colleague = viewer.can("edit_candidates") and viewer.organisation_id == candidate.organisation_id
    if not (is_own or is_colleague):
        return []
    rows = SignUp.objects.filter(candidate=candidate).select_related("profile__employer")
    return [
        Part(
            _("Waar u zich voor aanmeldde"),
            [(day(row.signed_at), _said(row)) for row in rows.order_by("signed_at", "id")],
            ("candidate",),
        )
    ]


def _said(row: SignUp) -> str:
    return _("%(what)s bij %(firm)s, nummer %(number)d in de rij: %(state)s") % {
        "what": row.profile.what,
        "firm": row.profile.employer.name,
        "number": row.number,
        "state": row.get_state_display(),
    }
