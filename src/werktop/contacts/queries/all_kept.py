"""What this room keeps of a candidate or an entrepreneur: moments and reminders, in words for that person.

Words about several candidates at a time, and to an employer words about a candidate, are not on the paper: they are about
others too. Nor are words that stood there before, where another candidate was ever with them. Of an entrepreneur, who
belongs to the region: what the viewer's organisation keeps.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier
from werktop.contacts.models import ContactMoment, MomentPerson, Reminder, ReminderPerson
from werktop.contacts.moments import how_in_words, only_about

from .visible import moments_visible_to, reminders_visible_to
from .visits import own_visits

WORDS = {"words": gettext_lazy("Wat wij noteerden")}
WHAT = {"what": gettext_lazy("Wat wij zouden doen"), "due_date": gettext_lazy("Wanneer")}


def all_kept_of_contacts(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """A part for the moments of contact and one for what was promised."""
    side = person._meta.model_name
    terms = ("candidate",) if side == "candidate" else ("firm",)
    moments = list(moments_visible_to(viewer, at).filter(**{f"people__{side}": person}))
    reminders = list(reminders_visible_to(viewer, at).filter(**{f"people__{side}": person}))
    talked_of = _were_about_others(MomentPerson, "moment_id", moments, person)
    promised_to = _were_about_others(ReminderPerson, "reminder_id", reminders, person)
    told = [row.pk for row in (*moments, *reminders) if _is_about_one(row, side)]
    told = [key for key in told if key not in talked_of | promised_to]
    before = earlier(ContactMoment, told, WORDS) | earlier(Reminder, told, WHAT)
    about = [row for row in moments if person.pk in only_about(row)]
    spoken = [row for row in moments if person.pk not in only_about(row)]
    rows, of_others = (
        [line for row in kind for line in [_moment(row, side), *before.get(row.pk, [])]]
        for kind in (spoken, about)
    )
    promised = [line for row in reminders for line in [_reminder(row, side), *before.get(row.pk, [])]]
    met_others = Part(
        _("Wanneer wij met anderen over u spraken"),
        of_others,
        terms,
        _note(about, side, talked_of & {row.pk for row in about}),
        is_read_first=True,
    )
    return [
        Part(
            _("Wanneer wij elkaar spraken"),
            rows,
            terms,
            _note(spoken, side, talked_of & {row.pk for row in spoken}),
            is_read_first=True,
        ),
        *([met_others] if about else []),
        *visits_kept(viewer, person),
        Part(
            _("Wat wij daarna zouden doen"),
            promised,
            terms,
            _note(reminders, side, promised_to),
            is_read_first=True,
        ),
    ]


def visits_kept(viewer: Actor, person: Any) -> list[Part]:
    """Of an entrepreneur: when somebody was to see this person. Its words may be about others."""
    if person._meta.model_name != "entrepreneur":
        return []
    rows = own_visits(viewer).filter(entrepreneur=person)
    told = [(day(row.starts_at), _visit(row)) for row in rows]
    return (
        [Part(_("Wanneer wij bij u langs zouden gaan"), told, ("firm",), is_read_first=True)] if told else []
    )


def _visit(row: Any) -> str:
    if row.cancelled_at:
        return _("afgezegd")
    return _("geweest") if row.done_at else _("gepland")


def _moment(row: Any, side: str) -> tuple[str, str]:
    firm = row.employer.name if row.employer and side == "candidate" else ""
    said = row.said if _is_about_one(row, side) else ""
    return day(row.happened_at), ". ".join(
        filter(
            None,
            (
                capfirst(", ".join(filter(None, (how_in_words(row), firm)))),
                said,
            ),
        )
    )


def _reminder(row: Any, side: str) -> tuple[str, str]:
    done = _("gedaan op %(day)s") % {"day": day(row.done_at)} if row.done_at else _("nog niet gedaan")
    return day(row.due_date), ", ".join(filter(None, (row.said if _is_about_one(row, side) else "", done)))


def _note(rows: list[Any], side: str, were_about_others: set[UUID]) -> str:
    if not were_about_others and all(_is_about_one(row, side) for row in rows):
        return ""
    return _("Woorden die ook over anderen gaan, staan niet op dit papier.")


def _is_about_one(row: Any, side: str) -> bool:
    others = [each for each in row.people.all() if each.candidate_id]
    return len(others) == (1 if side == "candidate" else 0)


def _were_about_others(people: Any, of: str, rows: list[Any], person: Any) -> set[UUID]:
    """Which of these rows another candidate was with, now or before: their history may hold words about that one."""
    history = people.pgh_event_model.objects.filter(**{f"{of}__in": [row.pk for row in rows]})
    others = history.filter(candidate__isnull=False)
    if person._meta.model_name == "candidate":
        others = others.exclude(candidate=person)
    return set(others.values_list(of, flat=True))
