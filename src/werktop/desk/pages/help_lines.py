"""Lines of Today about help requests: to answer, come back, not answered, and due."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.later import LATER
from werktop.help_requests.moments import done_in_words
from werktop.help_requests.queries import HelpDue

from .people_lines import with_adjustment


def help_lines(found: HelpDue, today: date) -> list[dict[str, Any]]:
    """What somebody waits for first."""
    return [
        *(_received(each) for each in found.received),
        *(_declined(each) for each in found.declined),
        *(_finished(each) for each in found.finished),
        *(_unanswered(each) for each in found.unanswered),
        *(_due(each, today) for each in found.due),
    ]


def people_in(found: HelpDue) -> list[Any]:
    """The keys of the candidates whom these lines name, for the processing log."""
    handed = [
        each.help_request.candidate_id for each in (*found.declined, *found.finished, *found.unanswered)
    ]
    return [*handed, *(each.candidate_id for each in found.due)]


def _received(row: Any) -> dict[str, Any]:
    sender = row.sent_by.name if row.sent_by else row.help_request.organisation.name
    url = reverse("help_requests:received", args=[row.pk])
    return {
        "name": sender,
        "url": url,
        "kind": "host",
        "tag": _("Vraagt jouw hulp"),
        "tint": "heather",
        "icon": "people",
        "is_urgent": True,
        "why": _("%(name)s van %(house)s vraagt of jij iemand wilt helpen.")
        % {"name": sender, "house": row.help_request.organisation.name},
        "action": _("Lees en antwoord"),
        "action_url": url,
        "action_icon": "next",
    }


def _declined(row: Any) -> dict[str, Any]:
    return _line(row.help_request) | {
        "tag": _("Kwam terug"),
        "tint": "brick",
        "is_urgent": True,
        "why": _("%(name)s kan niet helpen: %(answer)s") % {"name": row.to_name, "answer": row.answer},
        "action": _("Vraag iemand anders"),
    }


def _finished(row: Any) -> dict[str, Any]:
    return _line(row.help_request) | {
        "tag": _("Hulp afgerond"),
        "tint": "meadow",
        "why": done_in_words(row, row.to_name),
        "action": _("Lees en rond af"),
    }


def _unanswered(row: Any) -> dict[str, Any]:
    since = date_format(timezone.localdate(row.sent_at), "l j F")
    return _line(row.help_request) | {
        "tag": _("Nog geen antwoord"),
        "why": _("%(name)s antwoordde nog niet sinds %(day)s.") % {"name": row.to_name, "day": since},
        "action": _("Bel, of vraag iemand anders"),
        "action_icon": "phone",
    }


def _due(row: Any, today: date) -> dict[str, Any]:
    is_late = row.due_date < today
    late = _("%(words)s Dat zou %(day)s gebeuren.") % {
        "words": row.words,
        "day": date_format(row.due_date, "l j F"),
    }
    return _line(row) | {
        "tag": _("Hulpvraag"),
        "tint": "brick" if is_late else "straw",
        "is_urgent": is_late,
        "why": with_adjustment(late if is_late else capfirst(row.words), row.candidate),
        "later_url": reverse("help_requests:put_off_help", args=[row.pk]),
        "later": LATER,
        "back": reverse("desk:today"),
    }


def _line(row: Any) -> dict[str, Any]:
    return {
        "name": row.candidate.name,
        "url": reverse("candidates:candidate", args=[row.candidate_id]),
        "kind": "candidate",
        "tint": "straw",
        "icon": "heart",
        "action": _("Bekijk"),
        "action_url": reverse("help_requests:help_request", args=[row.pk]),
        "action_icon": "next",
    }
