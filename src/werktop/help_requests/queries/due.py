"""What of help requests is due for somebody today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, Window
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates.queries import guarded_ids_of
from werktop.help_requests.models import CAME_BACK, OPEN, Answer, HandOver, HelpRequest

from .visible import hand_overs_to_answer_or_taken_by

SILENT = timedelta(days=3)
"""So long a hand-over may wait for an answer before the sender is asked to call."""


@dataclass(frozen=True)
class HelpDue:
    """`received`: what others ask the viewer to take over; `declined`: what came back, with a sentence; `finished`: where who took
    it over says that the help is done; `unanswered`: what the viewer handed over and nobody answered for days; `due`: the viewer's
    own requests of today and before; each the oldest first, at most as many as asked. `more`: how many requests stand behind
    `due`; `taken`: with how many of another organisation the viewer helps."""

    received: list[HandOver] = field(default_factory=list)
    declined: list[HandOver] = field(default_factory=list)
    finished: list[HandOver] = field(default_factory=list)
    unanswered: list[HandOver] = field(default_factory=list)
    due: list[HelpRequest] = field(default_factory=list)
    more: int = 0
    taken: int = 0

    @property
    def rows(self) -> int:
        """How many lines these are."""
        lists: tuple[list[Any], ...] = (
            self.received,
            self.declined,
            self.finished,
            self.unanswered,
            self.due,
        )
        return sum(map(len, lists))


def help_due(viewer: Actor, at: datetime, most: int) -> HelpDue:
    """What stands on the viewer's Today. Three queries, however much there is."""
    if not viewer.can("edit_candidates"):
        return HelpDue()
    own = guarded_ids_of(viewer)
    came_back = Q(state__in=CAME_BACK, read_at=None)
    silent = Q(state=Answer.WAITING, sent_at__lte=at - SILENT)
    handed = (
        HandOver.objects.filter(
            came_back | silent,
            help_request__owner_id__in=own,
            help_request__organisation_id=viewer.organisation_id,
            help_request__state__in=OPEN,
        )
        .select_related("help_request__candidate", "to_account")
        .order_by("sent_at", "id")
    )
    mine = list(handed[:most])
    told = [row.help_request_id for row in mine]
    # what waits for somebody's answer is not asked of the sender twice
    due = (
        HelpRequest.objects.filter(
            owner_id__in=own,
            organisation_id=viewer.organisation_id,
            state__in=OPEN,
            due_date__lte=timezone.localdate(at),
        )
        .exclude(pk__in=told)
        .select_related("candidate")
        .order_by("due_date", "id")
    )
    rows: list[Any] = list(due.annotate(in_all=Window(Count("pk")))[:most])
    handed_to = list(hand_overs_to_answer_or_taken_by(viewer)[:most])
    return HelpDue(
        received=[row for row in handed_to if row.state == Answer.WAITING],
        declined=[row for row in mine if row.state == Answer.DECLINED],
        finished=[row for row in mine if row.state == Answer.DONE],
        unanswered=[row for row in mine if row.state == Answer.WAITING],
        due=rows,
        taken=handed_to[0].taken_in_all if handed_to else 0,
        more=rows[0].in_all - len(rows) if rows else 0,
    )
