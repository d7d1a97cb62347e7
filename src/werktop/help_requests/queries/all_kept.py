"""What this room keeps of a candidate: what was asked, who helps, and what was written to whom."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier
from werktop.help_requests.models import HandOver, HelpRequest

ASKED = {"words": gettext_lazy("Uw vraag om hulp"), "due_date": gettext_lazy("Voor wanneer")}


def all_kept_of_help(viewer: Actor, candidate: Any, at: datetime) -> list[Part]:
    """A part for the questions, and one for who was asked to help. All of it, also where another colleague sees to it: the
    paper is for the person, who reads it after a strong login too. Three queries."""
    is_own = viewer.kind == "candidate" and viewer.id == candidate.pk and viewer.can("own_strong")
    is_colleague = viewer.can("edit_candidates") and viewer.organisation_id == candidate.organisation_id
    if not (is_own or is_colleague):
        return []
    rows = list(HelpRequest.objects.filter(candidate=candidate).order_by("made_at", "id"))
    before = earlier(HelpRequest, [row.pk for row in rows], ASKED)
    handed = HandOver.objects.filter(help_request__candidate=candidate).select_related("to_account")
    return [
        Part(
            _("Waar u hulp bij vroeg"),
            [line for row in rows for line in [_asked(row), *before.get(row.pk, [])]],
            ("candidate",),
        ),
        Part(
            _("Wie wij vroegen om u te helpen"),
            [_handed(row) for row in handed.order_by("sent_at", "id")],
            ("candidate",),
            is_read_first=True,
        ),
    ]


def _asked(row: HelpRequest) -> tuple[str, str]:
    how = ", ".join(filter(None, (row.get_state_display(), row.reason)))
    return day(row.made_at), f"{capfirst(row.get_topic_display())}: {row.words} ({how})"


def _handed(row: HandOver) -> tuple[str, str]:
    agreed = _("u vond dit goed op %(day)s, %(how)s") % {
        "day": day(row.consent_date),
        "how": row.get_consent_how_display(),
    }
    said = (
        name_of(row),
        f"{row.reach} {row.words}",
        row.get_state_display(),
        row.answer,
        row.done_words,
        agreed,
    )
    return day(row.sent_at), "; ".join(filter(None, said))


def name_of(row: HandOver) -> str:
    """Who was asked, with what work."""
    return ", ".join(filter(None, (row.to_name, row.to_work)))
