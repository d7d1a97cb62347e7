"""Letting go of a candidate or an entrepreneur in contact moments, reminders, and work and chances that colleagues noted.

What was with this person alone goes. What was with others too, or about them, is written anew without this person: the words
of a moment with or about one candidate go with that candidate, also where a firm was there; in words about several the name
becomes "…". So it does in words about others or about nobody, which only name this person: the whole name; the first name
alone where nobody is ticked and nobody else is called so.
"""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.ambassadors.erasing import forget_in_fellows
from werktop.audit.erasure import erase, forget_history, write_anew
from werktop.employers.erasing import (
    forget_in_chances,
    forget_in_questions,
    forget_in_relation,
    forget_in_turns,
)
from werktop.work_profiles.erasing import forget_in_work

from .commands.drafts import forget_drafts_naming
from .forgetting_visits import forget_in_visits
from .models import ContactMoment, MomentPerson, Reminder, ReminderPerson
from .spoken import DONE, SHORTEST, Spoken, called, called_here, spoken_of, without

KINDS: tuple[tuple[Any, Any, str, str], ...] = (
    (ContactMoment, MomentPerson, "moment_id", "words"),
    (Reminder, ReminderPerson, "reminder_id", "what"),
)
FORGETTING = (
    forget_in_work,
    forget_in_chances,
    forget_in_relation,
    forget_in_turns,
    forget_in_questions,
    forget_in_fellows,
)


def forget_person(person: Any) -> None:
    """Called in the command that erases, before the person goes; all history of these rows goes too."""
    forgetting = _Forgetting(person)
    for kind, people, of, field in KINDS:
        about = _keys_about(people, of, person)
        for key in sorted(about | forgetting.keys_naming(kind, field)):
            row = kind.objects.select_for_update().filter(pk=key).first()
            if row is None:
                # taken off or gone long before: only history still says so
                forget_history(kind, [key])
            elif key in about:
                forgetting.write_anew(kind, people, of, field, row)
            else:
                there = list(row.people.order_by("id"))
                words = forgetting.unnamed(getattr(row, field), row.organisation_id, is_bare=not there)
                _replace_or_erase(people, of, row, there, field, words)
    forget_in_visits(person, forgetting.rows, forgetting.spoken.likely, forgetting.unnamed)
    forget_drafts_naming(forgetting.organisations, forgetting.spoken, f"{forgetting.side}:{person.pk}")
    for forget in FORGETTING:
        forget(forgetting.rows, forgetting.spoken.likely, forgetting.unnamed)


class _Forgetting:
    """One person who is erased: what the person is called, and who else is called so, asked once per organisation."""

    def __init__(self, person: Any) -> None:
        self.person, self.spoken = person, spoken_of(person)
        self.side = person._meta.model_name
        if self.side == "candidate":
            self.region_id = person.region_id
            self.rows = self.organisations = Q(organisation_id=person.organisation_id)
        else:
            self.region_id = person.employer.region_id
            self.rows = Q(region_id=self.region_id)
            self.organisations = Q(organisation__region_id=self.region_id)
        self._others: dict[UUID, set[str]] = {}

    def unnamed(self, words: str, organisation_id: UUID, is_bare: bool = True) -> str:
        """Words that may only name this person; with `is_bare`, of a row about nobody."""
        if organisation_id not in self._others:
            self._others[organisation_id] = called_here(
                self.spoken, self.person, organisation_id, self.region_id
            )
        spared = self._others[organisation_id]
        words = without(words, self.spoken.whole, spared)
        alone = [name for name in self.spoken.firsts if len(name) >= SHORTEST]
        return without(words, alone, spared, as_kept=True) if is_bare else words

    def keys_naming(self, kind: Any, field: str) -> set[UUID]:
        """Rows whose words, now or before, name this person."""
        said = self.rows & Q(**{f"{field}__iregex": self.spoken.likely})
        history = kind.pgh_event_model.objects.filter(said)
        found = {
            *kind.objects.filter(said).values_list("pk", "organisation_id", field),
            *history.values_list("pgh_obj_id", "organisation_id", field),
        }
        likely = {key for key, _organisation, _words in found}
        somebody = set(kind.objects.filter(pk__in=likely, people__isnull=False).values_list("pk", flat=True))
        return {
            key
            for key, organisation_id, words in found
            if self.unnamed(words, organisation_id, is_bare=key not in somebody) != words
        }

    def write_anew(self, kind: Any, people: Any, of: str, field: str, row: Any) -> None:
        """A row with which this person had to do: without the person, or not at all."""
        side = f"{self.side}_id"
        there = list(row.people.order_by("id"))
        others = [each for each in there if getattr(each, side) != self.person.pk]
        was_with = len(others) < len(there)
        if not others and not row.employer_id and (was_with or kind is ContactMoment):
            erase(row)
            return
        words = DONE
        if side != "candidate_id" or not was_with or any(each.candidate_id for each in others):
            words = _without_name(getattr(row, field), self.spoken, row, others)
        _replace_or_erase(people, of, row, others, field, words)


def _keys_about(people: Any, of: str, person: Any) -> set[UUID]:
    """Rows about this person, now or ever."""
    about = {person._meta.model_name: person.pk}
    history = people.pgh_event_model.objects.filter(**about)
    return {*people.objects.filter(**about).values_list(of, flat=True), *history.values_list(of, flat=True)}


def _without_name(words: str, spoken: Spoken, row: Any, others: list[Any]) -> str:
    there = [each.candidate or each.entrepreneur for each in others]
    spared = called((each.first_name, each.last_name) for each in there)
    firm = set(row.employer.name.casefold().split()) if row.employer else set()
    words = without(words, (*spoken.whole, *spoken.firsts), spared)
    return without(words, spoken.lasts, spared | firm)


def _replace_or_erase(people: Any, of: str, row: Any, others: list[Any], field: str, words: str) -> None:
    """The same row with these words; a reminder that says nothing any more goes. Contact with others was there anyhow."""
    if isinstance(row, Reminder) and not re.search(r"\w", words):
        erase(row)
    else:
        _replace(people, of, row, others, {field: words})


def _replace(people: Any, of: str, row: Any, others: list[Any], facts: dict[str, str]) -> None:
    """The same row with these facts, with these others, and without its history."""
    key = row.pk
    write_anew(row, **facts)
    names = [*(("role",) if people is MomentPerson else ()), "candidate_id", "entrepreneur_id"]
    people.objects.bulk_create(
        people(**{of: key}, **{name: getattr(each, name) for name in names}) for each in others
    )
