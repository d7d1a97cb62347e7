"""Letting go of a candidate or an entrepreneur in contact moments and reminders.

What was with this person alone goes. What was with others too is written anew without this person: the words of a moment
with one candidate go with that candidate, also where a firm was there; in words about several the name becomes "…".
"""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from werktop.audit.erasure import erase, forget_history, names_of

from .models import ContactMoment, MomentPerson, Reminder, ReminderPerson

KINDS: tuple[tuple[Any, Any, str, str], ...] = (
    (ContactMoment, MomentPerson, "moment_id", "words"),
    (Reminder, ReminderPerson, "reminder_id", "what"),
)
DONE = "…"


def forget_person(person: Any) -> None:
    """Called in the command that erases, before the person goes; all history of these rows goes too."""
    for kind, people, of, field in KINDS:
        for key in _keys_about(people, of, person):
            row = kind.objects.select_for_update().filter(pk=key).first()
            if row is None:
                # taken off or gone long before: only history still says so
                forget_history(kind, [key])
            else:
                _write_anew(kind, people, of, field, row, person)


def _keys_about(people: Any, of: str, person: Any) -> list[UUID]:
    """Rows about this person, now or ever."""
    about = {person._meta.model_name: person.pk}
    history = people.pgh_event_model.objects.filter(**about)
    return sorted(
        {*people.objects.filter(**about).values_list(of, flat=True), *history.values_list(of, flat=True)}
    )


def _write_anew(kind: Any, people: Any, of: str, field: str, row: Any, person: Any) -> None:
    side = f"{person._meta.model_name}_id"
    there = list(row.people.order_by("id"))
    others = [each for each in there if getattr(each, side) != person.pk]
    was_with = len(others) < len(there)
    if not others and not row.employer_id and (was_with or kind is ContactMoment):
        erase(row)
        return
    facts = {f.attname: getattr(row, f.attname) for f in kind._meta.concrete_fields}
    facts[field] = _without(getattr(row, field), side, person, others, is_still_about=was_with)
    erase(row)
    kind.objects.create(**facts)
    people.objects.bulk_create(
        people(**{of: facts["id"]}, candidate_id=each.candidate_id, entrepreneur_id=each.entrepreneur_id)
        for each in others
    )


def _without(words: str, side: str, person: Any, others: list[Any], *, is_still_about: bool) -> str:
    if side == "candidate_id" and is_still_about and not any(each.candidate_id for each in others):
        return DONE
    shared = {(each.candidate or each.entrepreneur).first_name.casefold() for each in others}
    names = [*names_of(person), person.first_name]
    for name in sorted(names, key=len, reverse=True):
        if name.strip() and name.casefold() not in shared:
            pattern = r"\s+".join(re.escape(part) for part in name.split())
            words = re.sub(rf"(?<!\w)(?<!\w-){pattern}(?!\w|-\w)", DONE, words, flags=re.IGNORECASE)
    return words
