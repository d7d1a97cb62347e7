"""Lines of Today about people whose talk or next step asks for something: who, why, and the one thing to do."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.later import LATER
from werktop.candidates.queries import WroteOwn
from werktop.contacts.moments import promised_in_words
from werktop.matches.queries.callers import calls_to, one_call
from werktop.matches.queries.steps import Step
from werktop.matches.queries.talks import Talk

CALL = re.compile(r"\b(terug|na|op|af|door)?bel(len|t|letje)?\b", re.IGNORECASE)
"""Words of a reminder by which one calls."""


def _person_url(talk: Talk, own: UUID | None) -> str:
    """The page of the candidate, or of the talk where another organisation has the candidate."""
    if talk.row.organisation_id == own:
        return reverse("candidates:candidate", args=[talk.candidate.pk])
    return reverse("matches:follow_up", args=[talk.row.pk])


def unsuitable_line(talk: Talk, own: UUID | None) -> dict[str, Any]:
    """A talk that does not suit: look for another moment."""
    who = talk.candidate if talk.row.unsuitable_by != "entrepreneur" else talk.entrepreneur
    return {
        "name": talk.candidate.name,
        "url": _person_url(talk, own),
        "kind": "candidate",
        "tag": _("Komt niet uit"),
        "tint": "brick",
        "icon": "calendar",
        "is_urgent": True,
        "why": _("%(who)s kan niet op het moment dat we afspraken met %(firm)s. Zoek samen een ander moment.")
        % {"who": who.first_name, "firm": talk.entrepreneur.employer.name},
        "action": _("Kies een ander moment"),
        "action_url": f"{reverse('matches:after', args=[talk.row.gathering_id])}#talk-{talk.row.pk}",
        "action_icon": "calendar",
    }


def unheard_line(talk: Talk, silent: list[Any], own: UUID | None) -> dict[str, Any]:
    """A talk whose hour has come and of which somebody never heard: call, before anybody thinks that they met."""
    why = _(
        "Het bericht van het gesprek van %(candidate)s en %(entrepreneur)s van %(firm)s kwam niet op tijd aan bij "
        "%(names)s."
    )
    return {
        "name": talk.candidate.name,
        "url": _person_url(talk, own),
        "kind": "candidate",
        "tag": _("Bericht kwam niet aan"),
        "tint": "brick",
        "icon": "phone",
        "is_urgent": True,
        "why": why
        % {
            "candidate": talk.candidate.first_name,
            "entrepreneur": talk.entrepreneur.first_name,
            "firm": talk.entrepreneur.employer.name,
            "names": _(" en ").join(each.first_name for each in silent),
        }
        + f" {calls_to(silent, talk.callers, own)}",
        "action": _("Bel en noteer"),
        "action_url": reverse("matches:follow_up", args=[talk.row.pk]),
        "action_icon": "phone",
    }


def without_outcome_line(talk: Talk, own: UUID | None) -> dict[str, Any]:
    """A talk that has been: note what came of it."""
    return {
        "name": talk.candidate.name,
        "url": _person_url(talk, own),
        "kind": "candidate",
        "tag": _("Gesprek geweest"),
        "tint": "straw",
        "icon": "chat",
        "why": _("%(candidate)s sprak met %(entrepreneur)s van %(firm)s. Hoe ging het?")
        % {
            "candidate": talk.candidate.first_name,
            "entrepreneur": talk.entrepreneur.first_name,
            "firm": talk.entrepreneur.employer.name,
        },
        "action": _("Noteer wat eruit kwam"),
        "action_url": reverse("matches:follow_up", args=[talk.row.pk]),
        "action_icon": "check",
    }


def _promised(call_by: date | None, today: date, why: str, *, tint: str, is_called: bool) -> dict[str, Any]:
    """What a call is about and by when it was promised, or (not `is_called`) a letter; one that is late stands out, and
    has another tint."""
    if call_by is None:
        return {"why": why, "tint": tint, "is_urgent": False}
    is_late = call_by < today
    if is_called:
        promise = _("Wij beloofden uiterlijk %(day)s te bellen.") if is_late else _("Bel uiterlijk %(day)s.")
    else:
        promise = (
            _("Wij beloofden uiterlijk %(day)s te schrijven.")
            if is_late
            else _("Mail of schrijf uiterlijk %(day)s.")
        )
    return {
        "why": f"{why} {promise % {'day': date_format(call_by, 'l j F')}}",
        "tint": "brick" if is_late else tint,
        "is_urgent": is_late,
    }


def call_line(talk: Talk, today: date, own: UUID | None) -> dict[str, Any]:
    """A talk without a moment, about which we call."""
    why = _("Voor een gesprek van %(candidate)s en %(entrepreneur)s van %(firm)s is nog geen tijdstip.") % {
        "candidate": talk.candidate.first_name,
        "entrepreneur": talk.entrepreneur.first_name,
        "firm": talk.entrepreneur.employer.name,
    }
    split = one_call(talk.callers, own)
    if split is not None:
        why += f" {split.words}"
    person = split.person if split else talk.candidate
    is_called = bool(person.phone) if split else len(talk.without_phone) < 2
    return _promised(talk.call_by, today, why, tint="straw", is_called=is_called) | {
        "name": person.name,
        "url": _person_url(talk, own),
        "kind": person._meta.model_name,
        "tag": _("Wij bellen"),
        "icon": "phone",
        "action": _("Bel en noteer"),
        "action_url": reverse("matches:follow_up", args=[talk.row.pk]),
        "action_icon": "phone",
    }


def step_line(step: Step, today: date) -> dict[str, Any]:
    """A next step that is open."""
    return _promised(step.call_by, today, step.words, tint="meadow", is_called=step.is_called) | {
        "name": step.candidate.name,
        "url": reverse("candidates:candidate", args=[step.candidate.pk]),
        "kind": "candidate",
        "tag": _("Volgende stap"),
        "icon": "sprout",
        "action": _("Bekijk"),
        "action_url": f"{reverse('matches:after', args=[step.row.gathering_id])}#step-{step.row.pk}",
        "action_icon": "next",
    }


def with_adjustment(words: str, person: Any) -> str:
    """These words, and how contact with this person goes well, where that was noted."""
    return " · ".join(filter(None, (words, getattr(person, "adjusted_words", ""))))


def reminder_line(reminder: Any, today: date) -> dict[str, Any]:
    """What was promised to somebody by today: done in one tap."""
    people = [each.candidate or each.entrepreneur for each in reminder.people.all()]
    first = people[0] if people else None
    kind = first._meta.model_name if first else "entrepreneur"
    page = reverse("contacts:reminder", args=[reminder.pk])
    if first is not None:
        about = first.pk if kind == "candidate" else first.employer_id
        page = reverse("candidates:candidate" if kind == "candidate" else "employers:employer", args=[about])
    elif reminder.employer:
        page = reverse("employers:employer", args=[reminder.employer_id])
    firm = reminder.employer.name if reminder.employer and kind != "candidate" else ""
    is_late = reminder.due_date < today
    late = _("%(what)s. Dat zou je %(day)s doen.")
    what = capfirst(promised_in_words(reminder))
    said = late % {"what": what, "day": date_format(reminder.due_date, "l j F")} if is_late else what
    done = {
        "action": _("Gedaan"),
        "post_url": reverse("contacts:do_reminder", args=[reminder.pk]),
        "later_url": reverse("contacts:put_off_reminder", args=[reminder.pk]),
        "later": LATER,
        "back": reverse("desk:today"),
        "action_icon": "check",
    }
    # who made oneself the stand-in of a colleague reads it with a reason first
    read = {"action": _("Bekijk"), "action_url": reverse("contacts:reminder", args=[reminder.pk])}
    return {
        "name": ", ".join(filter(None, (first.name if first else "", firm))) or _("Jezelf beloofd"),
        "url": page,
        "kind": kind,
        "tag": _("Herinnering"),
        "tint": "brick" if is_late else "sky",
        "icon": "clock",
        "is_urgent": is_late,
        "why": with_adjustment(said, first),
        "phone": first.phone if first is not None and CALL.search(reminder.said) else "",
        **(read if reminder.is_hidden else done),
    }


def visit_line(visit: Any, at: datetime) -> dict[str, Any]:
    """A visit that is near: prepare it; one that was: note it."""
    is_over = visit.starts_at < at
    when = date_format(timezone.localtime(visit.starts_at), "l j F, H:i")
    whom = visit.entrepreneur.name if visit.entrepreneur else ""
    why = _("Je was er %(when)s. Wat hoorde je?") if is_over else _("Je gaat langs: %(when)s.")
    said = " ".join(filter(None, (why % {"when": when}, visit.purpose)))
    page = reverse("contacts:visit", args=[visit.pk])
    return {
        "name": ", ".join(filter(None, (whom, visit.employer.name))),
        "url": reverse("employers:employer", args=[visit.employer_id]),
        "kind": "entrepreneur",
        "tag": _("Bezoek"),
        "tint": "straw" if is_over else "sky",
        "icon": "shop",
        "why": said,
        "action": _("Noteer het bezoek") if is_over else _("Bereid voor"),
        "action_url": page if is_over else reverse("contacts:prepare", args=[visit.employer_id]),
        "action_icon": "check" if is_over else "list",
    }


def course_line(row: Any) -> dict[str, Any]:
    """A course or other help that is over, to look at together; one tap leads to its form."""
    at_row = reverse("candidates:change_part", args=[row.candidate_id, "instrument", row.pk])
    said = _("%(what)s is voorbij sinds %(day)s. Bekijk samen met %(name)s wat het veranderde.") % {
        "what": capfirst(row.name),
        "day": date_format(row.until_date, "j F"),
        "name": row.candidate.first_name,
    }
    return {
        "name": row.candidate.name,
        "url": reverse("candidates:candidate", args=[row.candidate_id]),
        "kind": "candidate",
        "tag": _("Cursus of hulp"),
        "tint": "meadow",
        "icon": "cap",
        "why": with_adjustment(said, row.candidate),
        "action": _("Bekijk samen"),
        "action_url": f"{at_row}#afterwards",
        "action_icon": "people",
    }


def wrote_line(wrote: WroteOwn) -> dict[str, Any]:
    """What a candidate wrote on the own page, until somebody read it there; an objection is dealt with."""
    page = reverse("candidates:candidate", args=[wrote.candidate_id])
    said = _("%(name)s schreef op de eigen pagina: %(what)s.")
    return {
        "name": wrote.name,
        "url": page,
        "kind": "candidate",
        "tag": _("Bezwaar") if wrote.objects else _("Eigen pagina"),
        "tint": "brick" if wrote.objects else "sky",
        "icon": "alert" if wrote.objects else "pencil",
        "why": said % {"name": wrote.first_name, "what": wrote.what},
        "action": _("Lees"),
        "action_url": f"{page}#own-page",
        "action_icon": "next",
    }
