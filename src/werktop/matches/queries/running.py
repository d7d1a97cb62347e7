"""Talks and steps on which somebody still counts, of one candidate or entrepreneur."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.audit.actors import SYSTEM, Actor
from werktop.audit.running import Running
from werktop.gatherings.queries import gatherings

from ..models import FollowUp, FollowUpStatus, NextStep
from .own_talk import TAKE_BACK
from .reach import is_to_be_called
from .steps import steps_of
from .talks import Talk, talks_of


def running_talks(person: Any, at: datetime) -> list[Talk]:
    """Appointments to come, talks about which we call, and those for which another moment is looked for, also where
    the others have not heard yet that it was called off. A talk that was called off has the hour it had."""
    own = FollowUp.objects.filter(**{person._meta.model_name: person}, outcome="")
    rows = list(
        own.filter(
            Q(status=FollowUpStatus.SENT) & (Q(starts_at=None) | Q(starts_at__gt=at))
            | Q(status=FollowUpStatus.UNSUITABLE)
            | Q(status=FollowUpStatus.DECLINED, called_off_at__gt=at - TAKE_BACK)
        ).order_by("starts_at", "id")
    )
    for row in rows:
        if row.status != FollowUpStatus.SENT:
            row.starts_at, row.ends_at = row.called_off_starts_at, row.called_off_ends_at
    return talks_of(rows)


def open_steps(candidate: Any) -> QuerySet[NextStep]:
    """Next steps that somebody still takes with this candidate, the oldest first."""
    return NextStep.objects.filter(candidate=candidate, done_at=None).order_by("made_at", "id")


def talks_that_run(viewer: Actor, person: Any, at: datetime) -> list[Running]:
    """The same in words: the day, and with whom for who may arrange talks. Of a candidate the next steps too."""
    found = []
    if person._meta.model_name == "candidate" and viewer.can("arrange_follow_ups"):
        found = [
            Running(
                _("Een volgende stap van %(who)s") % {"who": step.owner.name}
                if step.owner
                else _("Een volgende stap")
            )
            for step in steps_of(open_steps(person))
        ]
    for talk in running_talks(person, at):
        other = talk.entrepreneur if person._meta.model_name == "candidate" else talk.candidate
        kind = other._meta.model_name
        when = _("nog zonder tijdstip")
        if talk.row.starts_at:
            zone = ZoneInfo(gatherings.gathering_for(SYSTEM, talk.row.gathering_id).time_zone)
            when = date_format(timezone.localtime(talk.row.starts_at, zone), "DATETIME_FORMAT")
        if not viewer.can("arrange_follow_ups"):
            found.append(Running(_("Een gesprek, %(when)s") % {"when": when}))
            continue
        name = f"{other.name}, {talk.entrepreneur.employer.name}" if kind == "entrepreneur" else other.name
        is_called = is_to_be_called(kind, other, [talk.row.starts_at], at)
        # the number of another organisation's candidate is that organisation's
        is_own = kind == "entrepreneur" or talk.row.organisation_id == viewer.organisation_id
        reach = other.phone if is_own else talk.row.organisation.name
        found.append(
            Running(
                _("Een gesprek met %(who)s, %(when)s") % {"who": name, "when": when},
                ", ".join(filter(None, (other.name, reach))) if is_called else "",
                ((kind, other.pk),),
            )
        )
    return found
