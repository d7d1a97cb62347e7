"""Gatherings, follow-up talks and next steps as moments on the page of a candidate or an employer."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.story import Moment
from werktop.gatherings.queries.of_candidate import GuestAt, gatherings_of_candidate, gatherings_of_employer
from werktop.matches.queries import of_person
from werktop.matches.queries.steps import Step
from werktop.matches.queries.talks import Talk


def gathering_moments(viewer: Actor, candidate: Any, at: datetime) -> list[Moment]:
    """One moment for each gathering; the address only where the viewer may open it."""
    return [_moment(each, at) for each in gatherings_of_candidate(viewer, candidate.pk)]


def gathering_moments_of_employer(viewer: Actor, employer: Any, at: datetime) -> list[Moment]:
    """The same for each person of a firm, by name."""
    return [_moment(each, at) for each in gatherings_of_employer(viewer, employer.pk)]


def talk_moments(viewer: Actor, candidate: Any, at: datetime) -> list[Moment]:
    """Talks that were sent and next steps, for who may arrange them; each leads to its own page."""
    talks = [
        _talk(talk, f"{talk.entrepreneur.name}, {talk.entrepreneur.employer.name}", at)
        for talk in of_person.talks_of_candidate(viewer, candidate.pk)
    ]
    return talks + [_step(step) for step in of_person.steps_of_candidate(viewer, candidate.pk)]


def talk_moments_of_employer(viewer: Actor, employer: Any, at: datetime) -> list[Moment]:
    """Talks that were sent with people of the firm, by both names, for who may arrange them."""
    return [
        _talk(talk, f"{talk.entrepreneur.first_name} – {talk.candidate.name}", at)
        for talk in of_person.talks_of_employer(viewer, employer.pk)
    ]


def _moment(each: GuestAt, at: datetime) -> Moment:
    if each.is_cancelled:
        words = _("Prettig gesprek bij %(place)s: ging niet door")
    elif each.came is None:
        words = _("Prettig gesprek bij %(place)s: %(reply)s")
    elif each.came:
        words = _("Prettig gesprek bij %(place)s: was erbij")
    elif each.reply == "yes":
        # who was not checked in may have been there (decision 15): a file says nothing of absence
        words = _("Prettig gesprek bij %(place)s: zei ja")
    elif each.reply == "invited":
        words = _("Prettig gesprek bij %(place)s: uitgenodigd")
    else:
        words = _("Prettig gesprek bij %(place)s: %(reply)s")
    said = words % {"place": each.place_name, "reply": each.reply_label}
    zone = ZoneInfo(each.time_zone)
    day = each.starts_at.astimezone(zone).date()
    is_expected = each.came is None and not each.is_cancelled and each.reply != "no"
    return Moment(
        day=day,
        words=f"{each.who} – {said}" if each.who else said,
        url=reverse("gatherings:gathering", args=[each.gathering_id]) if each.is_visible else "",
        is_to_come=is_expected and day >= at.astimezone(zone).date(),
    )


def _talk(talk: Talk, who: str, at: datetime) -> Moment:
    row = talk.row
    zone = ZoneInfo(row.gathering.time_zone)
    is_coming = row.status == "sent" and not row.outcome and (row.starts_at is None or row.starts_at > at)
    if row.outcome:
        how = row.get_outcome_display()
    elif row.status != "sent":
        how = row.get_status_display()
    elif row.starts_at is None:
        how = _("wij bellen over een moment")
    else:
        how = _("afgesproken") if is_coming else _("nog niet genoteerd wat eruit kwam")
    day = talk.call_by if row.starts_at is None else row.starts_at.astimezone(zone).date()
    if row.status == "unsuitable" or day is None or (row.outcome and row.starts_at is None):
        day = timezone.localdate(row.outcome_at or row.called_off_at or row.sent_at or row.made_at)
    return Moment(
        day=day,
        words=_("Vervolggesprek, %(who)s: %(how)s") % {"who": who, "how": how},
        url=reverse("matches:follow_up", args=[row.pk]),
        is_to_come=is_coming or row.status == "unsuitable",
        people=(("candidate", row.candidate_id), ("entrepreneur", row.entrepreneur_id)),
    )


def _step(step: Step) -> Moment:
    row = step.row
    owner = step.owner.name if step.owner else _("een collega")
    if row.done_at:
        words = _("%(owner)s zette een volgende stap") % {"owner": owner}
        return Moment(timezone.localdate(row.done_at), words)
    return Moment(
        day=step.call_by or timezone.localdate(row.made_at),
        words=_("Volgende stap van %(owner)s: %(words)s") % {"owner": owner, "words": step.words},
        url=reverse("matches:next_step", args=[row.pk]),
        is_to_come=True,
    )
