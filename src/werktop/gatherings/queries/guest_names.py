"""What guests are called: first names in the hall, full names for those who plan."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from os.path import commonprefix
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.models import Guest
from werktop.regions import queries as regions

NAMELESS: Any = gettext_lazy("Een kandidaat")
"""A candidate whose name the viewer may not read."""


@dataclass(frozen=True)
class GuestName:
    """How a guest is shown; `firm` is empty for candidates. `kept_by`: the organisation of a candidate who is not
    shared; None for everyone else. `is_known`: False where the viewer may not read the name."""

    first_name: str
    full_name: str
    firm: str = ""
    kept_by: UUID | None = None
    is_known: bool = True


@dataclass(frozen=True)
class GuestNames:
    """Names by guest. Made for guests who come: within the gathering the region sees their names."""

    names: dict[UUID, GuestName]

    def __contains__(self, guest_id: UUID) -> bool:
        return guest_id in self.names

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

    def shown(self, guest_id: UUID, *, is_whole: bool) -> str:
        """The whole name for who may see it, else the first name."""
        return self.full_name(guest_id) if is_whole else self.first_name(guest_id)

    def in_the_hall(self) -> GuestNames:
        """The same guests by the names of the hall alone: for private organisers, who see no files."""
        return GuestNames({key: replace(name, full_name=name.first_name) for key, name in self.names.items()})

    def without_kept(self, organisation_id: UUID | None) -> GuestNames:
        """The same guests, without the names of who is not shared and belongs to another organisation than this one."""
        nobody = GuestName(str(NAMELESS), str(NAMELESS), is_known=False)
        return GuestNames(
            {
                key: name if name.kept_by in (None, organisation_id) else nobody
                for key, name in self.names.items()
            }
        )

    def are_known(self, guest_id: UUID) -> bool:
        """Whether these names tell who this guest is."""
        return guest_id in self.names and self.names[guest_id].is_known

    def firm(self, guest_id: UUID) -> str:
        """The firm of an entrepreneur; empty for candidates."""
        return self.names[guest_id].firm if guest_id in self.names else ""


def names_of(guests: Iterable[Guest], *, among: Iterable[Guest] | None = None) -> GuestNames:
    """The names of these guests of one gathering, as they are called wherever it is about them: told apart among
    everyone on its guest list (`among`, for who has read that). In three queries, two with `among`. A guest whose file is
    gone is not in it."""
    listed = list(guests)
    everyone = list(among) if among is not None else _everyone_with(listed)
    people = candidates.candidates_by_id([g.candidate_id for g in everyone if g.candidate_id])
    persons = employers.entrepreneurs_by_id([g.entrepreneur_id for g in everyone if g.entrepreneur_id])
    return names_from(listed, people, persons, among=everyone)


def _everyone_with(guests: list[Guest]) -> list[Guest]:
    """Everyone on the list of the gathering that these guests are of."""
    return list(Guest.objects.filter(gathering__in={g.gathering_id for g in guests}).order_by("kind", "id"))


def names_from(
    guests: Iterable[Guest],
    people: Mapping[UUID, Any],
    persons: Mapping[UUID, Any],
    *,
    among: Iterable[Guest],
) -> GuestNames:
    """The names of these guests, from the candidates and entrepreneurs by key of everyone on the guest list (`among`).

    Two with the same first name also get the beginning of their last name, one letter more than they share ("Fatima A."
    and "Fatima B.", "Jan van Da." and "Jan van Di."), so that the right one is taken. No letter more: in the hall
    first names are enough. Two candidates whose names are quite the same also get their place, two of one firm a number.
    """
    listed = list(among)
    found: dict[UUID, GuestName] = {}
    last_names: dict[UUID, str] = {}
    for guest in listed:
        if guest.candidate_id and guest.candidate_id in people:
            person = people[guest.candidate_id]
            kept_by = None if person.is_shared else person.organisation_id
            found[guest.id] = GuestName(person.first_name, person.name, kept_by=kept_by)
            last_names[guest.id] = person.last_name
        elif guest.entrepreneur_id and guest.entrepreneur_id in persons:
            entrepreneur = persons[guest.entrepreneur_id]
            found[guest.id] = GuestName(
                entrepreneur.first_name, entrepreneur.name, entrepreneur.employer.name
            )
            last_names[guest.id] = entrepreneur.last_name
    _tell_apart(found, last_names)
    told = _with_numbers(_with_places(found, listed, people))
    return GuestNames({g.id: told[g.id] for g in guests if g.id in told})


def _tell_apart(found: dict[UUID, GuestName], last_names: Mapping[UUID, str]) -> None:
    same: dict[str, list[UUID]] = {}
    for key, name in found.items():
        same.setdefault(plain(name.first_name), []).append(key)
    for keys in same.values():
        for key in keys if len(keys) > 1 else ():
            others = [last_names[other] for other in keys if other != key]
            if begins := beginning_of(last_names[key], others):
                found[key] = replace(found[key], first_name=f"{found[key].first_name} {begins}.")


def _with_places(
    found: dict[UUID, GuestName], guests: Iterable[Guest], people: Mapping[UUID, Any]
) -> dict[UUID, GuestName]:
    """Two candidates of quite the same name also get the place where they live, or a number where that is the same."""
    alike: dict[str, list[Guest]] = {}
    for guest in guests:
        if guest.candidate_id and guest.id in found:
            alike.setdefault(plain(found[guest.id].first_name), []).append(guest)
    for group in alike.values():
        if len(group) < 2:
            continue
        places = [regions.place_of(people[g.candidate_id].postcode or "") for g in group if g.candidate_id]
        names = [place.name if place else "" for place in places]
        is_enough = all(names) and len(set(names)) == len(names)
        for number, guest in enumerate(sorted(group, key=lambda g: g.id), start=1):
            mark = names[group.index(guest)] if is_enough else str(number)
            name = found[guest.id]
            found[guest.id] = replace(
                name, first_name=f"{name.first_name} ({mark})", full_name=f"{name.full_name} ({mark})"
            )
    return found


def _with_numbers(found: dict[UUID, GuestName]) -> dict[UUID, GuestName]:
    """Two entrepreneurs of quite the same name at one firm get a number: else they are told apart by nothing."""
    alike: dict[tuple[str, str], list[UUID]] = {}
    for key, name in found.items():
        if name.firm:
            alike.setdefault((plain(name.full_name), plain(name.firm)), []).append(key)
    for keys in alike.values():
        for number, key in enumerate(sorted(keys) if len(keys) > 1 else (), start=1):
            name = found[key]
            found[key] = replace(
                name,
                first_name=f"{name.first_name} ({number})",
                full_name=f"{name.full_name} ({number})",
            )
    return found


def beginning_of(last_name: str, others: Iterable[str]) -> str:
    """As few letters of a last name as tell it from the others: its initial ("van Dam" gives D) where that is enough,
    else one letter more than it shares with any of them. Where another is quite the same, the initial all the same.
    """
    if not last_name:
        return ""
    initial, rest = _initial(last_name), [other for other in others if plain(other) != plain(last_name)]
    if all(plain(initial) != plain(_initial(other)) for other in rest if other):
        return initial
    shared = max((len(commonprefix([plain(last_name), plain(other)])) for other in rest), default=0)
    return last_name[: shared + 1].strip()


def plain(words: str) -> str:
    """Words as they are compared: lower case, without accents."""
    split = unicodedata.normalize("NFD", words)
    return "".join(c for c in split if not unicodedata.combining(c)).casefold().strip()


def _initial(last_name: str) -> str:
    return next((letter for letter in last_name if letter.isupper()), last_name[:1])
