"""What guests are called: first names in the hall, full names for those who plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.models import Guest


@dataclass(frozen=True)
class GuestName:
    """How a guest is shown; `firm` is empty for candidates."""

    first_name: str
    full_name: str
    firm: str = ""


@dataclass(frozen=True)
class GuestNames:
    """Names by guest. Made for guests who come: within the gathering the region sees their names."""

    names: dict[UUID, GuestName]

    def knows(self, guest_id: str) -> bool:
        """Whether this is one of the guests (a table's id is not)."""
        try:
            return UUID(guest_id) in self.names
        except ValueError:
            return False

    def first_name(self, guest_id: UUID) -> str:
        """The first name, or a word for someone whose file is gone."""
        return self.names[guest_id].first_name if guest_id in self.names else _("een gast")

    def full_name(self, guest_id: UUID) -> str:
        """First and last name together."""
        return self.names[guest_id].full_name if guest_id in self.names else _("een gast")

    def firm(self, guest_id: UUID) -> str:
        """The firm of an entrepreneur; empty for candidates."""
        return self.names[guest_id].firm if guest_id in self.names else ""


def names_of(guests: Iterable[Guest]) -> GuestNames:
    """The names of these guests, in two queries."""
    listed = list(guests)
    people = candidates.candidates_by_id([g.candidate_id for g in listed if g.candidate_id])
    persons = employers.entrepreneurs_by_id([g.entrepreneur_id for g in listed if g.entrepreneur_id])
    return names_from(listed, people, persons)


def names_from(
    guests: Iterable[Guest], people: Mapping[UUID, Any], persons: Mapping[UUID, Any]
) -> GuestNames:
    """The names of these guests, from their candidates and entrepreneurs by key.

    Two with the same first name also get the first letter of their last name ("van Dam" gives D), so that the right
    one is taken.
    """
    found: dict[UUID, GuestName] = {}
    last_names: dict[UUID, str] = {}
    for guest in guests:
        if guest.candidate_id and guest.candidate_id in people:
            person = people[guest.candidate_id]
            found[guest.id] = GuestName(person.first_name, person.name)
            last_names[guest.id] = person.last_name
        elif guest.entrepreneur_id and guest.entrepreneur_id in persons:
            entrepreneur = persons[guest.entrepreneur_id]
            found[guest.id] = GuestName(
                entrepreneur.first_name, entrepreneur.name, entrepreneur.employer.name
            )
            last_names[guest.id] = entrepreneur.last_name
    same = Counter(name.first_name.casefold() for name in found.values())
    for key, name in found.items():
        if last_names[key] and same[name.first_name.casefold()] > 1:
            found[key] = replace(name, first_name=f"{name.first_name} {_initial(last_names[key])}.")
    return GuestNames(found)


def _initial(last_name: str) -> str:
    return next((letter for letter in last_name if letter.isupper()), last_name[:1])
