"""Lines of Today about questions of employers: whom to call, and what nobody in the region took yet."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from werktop.employers.queries import QuestionsDue


def question_lines(found: QuestionsDue, at: datetime) -> list[dict[str, Any]]:
    """What is late comes first, of both; then what is the viewer's."""
    lines = [(row.due_at >= at, _mine(row, at)) for row in found.mine]
    lines += [(row.due_at >= at, _nobodys(row, at)) for row in found.nobodys]
    return [line for _in_time, line in sorted(lines, key=lambda each: each[0])]


def _mine(row: Any, at: datetime) -> dict[str, Any]:
    return _line(row, at) | {"tag": _("Vraag van een werkgever"), "action": _("Bel, of lees de vraag")}


def _nobodys(row: Any, at: datetime) -> dict[str, Any]:
    return _line(row, at) | {"tag": _("Niemand pakte dit op"), "action": _("Lees en pak op")}


def _line(row: Any, at: datetime) -> dict[str, Any]:
    is_late = row.due_at < at
    day = date_format(timezone.localdate(row.due_at), "l j F")
    words = Truncator(row.words).words(16)
    why = (
        _("“%(words)s” Dat zou %(day)s beantwoord zijn.") if is_late else _("“%(words)s” Uiterlijk %(day)s.")
    )
    url = reverse("employers:question", args=[row.pk])
    return {
        "name": row.who,
        "url": url,
        "kind": "entrepreneur",
        "tint": "brick" if is_late else "straw",
        "icon": "phone",
        "is_urgent": is_late,
        "why": why % {"words": words, "day": day},
        "action_url": url,
        "action_icon": "next",
    }
