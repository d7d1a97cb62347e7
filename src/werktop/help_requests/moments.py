"""Help requests and their hand-overs as moments on the page of a candidate."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.story import Moment

from .models import Answer, HandOver, HelpRequest
from .queries import help_requests_of_candidate
from .queries.all_kept import name_of

MOST = 20
"""As many help requests as the story tells of; the list has them all."""


def moments_of_help(viewer: Actor, candidate: Any, at: datetime) -> list[Moment]:
    """What was asked, how it ended, who was asked to help and what they said, for who may see it."""
    found = []
    for row in help_requests_of_candidate(viewer, candidate.pk, at).order_by("-made_at", "-id")[:MOST]:
        url = reverse("help_requests:help_request", args=[row.pk])
        found += [Moment(timezone.localdate(day), words, url) for day, words in _told(row)]
    return found


def _told(row: HelpRequest) -> list[tuple[datetime, str]]:
    told = [(row.made_at, _("Hulpvraag: %(words)s") % {"words": row.words})]
    for each in row.hand_overs.all():
        told += _handed(each)
    if row.closed_at:
        ended = _("Hulpvraag %(state)s: %(words)s") % {"state": row.get_state_display(), "words": row.words}
        told.append((row.closed_at, ". ".join(filter(None, (ended, row.reason)))))
    return told


def done_in_words(row: HandOver, name: str) -> str:
    """That who took it over is done, and what was said with it."""
    if row.done_words:
        return _("%(name)s rondde de hulp af: %(words)s") % {"name": name, "words": row.done_words}
    return _("%(name)s rondde de hulp af") % {"name": name}


def _handed(row: HandOver) -> list[tuple[datetime, str]]:
    name = name_of(row)
    told = [(row.sent_at, _("%(name)s gevraagd om te helpen") % {"name": name})]
    if row.answered_at and row.state == Answer.DECLINED:
        words = _("%(name)s kan niet helpen: %(answer)s") % {"name": name, "answer": row.answer}
        told.append((row.answered_at, words))
    elif row.answered_at:
        told.append((row.answered_at, _("%(name)s helpt") % {"name": name}))
    if row.done_at:
        told.append((row.done_at, done_in_words(row, name)))
    return told
