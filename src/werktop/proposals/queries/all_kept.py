"""What this room keeps of a candidate: for which work, what was said of them, and what came of it; and of an entrepreneur what they
decided."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day
from werktop.proposals.models import Proposal


def all_kept_of_candidate(viewer: Actor, candidate: Any, at: datetime) -> list[Part]:
    """One part. What an employer said is read here too: the paper is for the person. One query."""
    is_own = viewer.kind == "candidate" and viewer.id == candidate.pk and viewer.can("own_strong")
    is_colleague = viewer.can("edit_candidates") and viewer.organisation_id == candidate.organisation_id
    if not (is_own or is_colleague):
        return []
    rows = Proposal.objects.filter(candidate=candidate).select_related("work_profile__employer")
    lines = [(day(row.made_at), _in_words(row)) for row in rows.order_by("made_at", "id")]
    return [Part(_("Waar wij u voorstelden"), lines, ("candidate",))]


def _in_words(row: Proposal) -> str:
    work = row.work_profile
    said = [f"{work.employer.name}: {work.what}", f"“{row.reason}”", row.get_status_display()]
    if row.said_at:
        said.append(
            _("u antwoordde op %(day)s, %(how)s")
            % {"day": day(row.said_at), "how": row.get_said_how_display()}
        )
    if row.decided_words:
        said.append(_("de werkgever zei: “%(words)s”") % {"words": row.decided_words})
    return capfirst("; ".join(map(str, said)))


def all_kept_of_entrepreneur(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """What an entrepreneur decided, without a word about whom. One query."""
    rows = Proposal.objects.filter(entrepreneur=person, decided_at__isnull=False).select_related(
        "work_profile"
    )
    lines = [
        (day(row.decided_at), f"{row.work_profile.what}: {row.get_status_display()}")
        for row in rows.order_by("decided_at", "id")
    ]
    return [Part(_("Wat u besliste over mensen die wij voorstelden"), lines, ("candidate",))]
