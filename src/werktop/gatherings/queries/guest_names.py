"""What guests are called: first names in the hall, full names for those who plan."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from os.path import commonprefix
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.models import Guest, Reply
from werktop.regions import queries as regions
from werktop.ui.components.people import is_small_word

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
    first names are enough, and who said no is not in the hall. Two candidates whose names are quite the same also get their
    place, two of one firm a number.
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
    coming = {g.id for g in listed if g.reply != Reply.NO or g.arrived_at is not None}
    alike = _Alike(found, coming)
    _tell_apart(alike, last_names)
    _with_places(alike, listed, people)
    _with_numbers(alike)
    return GuestNames({g.id: found[g.id] for g in guests if g.id in found})


@dataclass(frozen=True)
class _Alike:
    """Names to tell apart. Whoever comes is told from the others who come, whoever said no from everyone: nobody gets a
    letter for the sake of one who stays away."""

    found: dict[UUID, GuestName]
    coming: set[UUID]

    def groups(
        self, keys: Iterable[UUID], of: Callable[[GuestName], Any]
    ) -> list[list[tuple[UUID, list[UUID]]]]:
        """Those of `keys` whose names are one under `of`, in a fixed order, each with whom that one is told from."""
        same: dict[Any, list[UUID]] = {}
        for key in sorted(keys):
            same.setdefault(of(self.found[key]), []).append(key)
        return [
            [(key, [o for o in group if o != key and self._counts(o, key)]) for key in group]
            for group in same.values()
        ]

    def mark(self, key: UUID, mark: str) -> None:
        """Put a mark behind the name, wherever it is read."""
        name = self.found[key]
        self.found[key] = replace(
            name, first_name=f"{name.first_name} ({mark})", full_name=f"{name.full_name} ({mark})"
        )

    def _counts(self, other: UUID, key: UUID) -> bool:
        return other in self.coming or key not in self.coming


def _tell_apart(alike: _Alike, last_names: Mapping[UUID, str]) -> None:
    for group in alike.groups(alike.found, lambda name: plain(name.first_name)):
        for key, others in group:
            begins = beginning_of(last_names[key], [last_names[other] for other in others])
            if others and begins:
                name = alike.found[key]
                alike.found[key] = replace(name, first_name=f"{name.first_name} {begins}.")


def _with_places(alike: _Alike, guests: Iterable[Guest], people: Mapping[UUID, Any]) -> None:
    """Two candidates of quite the same name also get the place where they live, or a number where that is the same."""
    codes = {
        g.id: people[g.candidate_id].postcode or "" for g in guests if g.candidate_id and g.id in alike.found
    }
    for group in alike.groups(codes, lambda name: plain(name.full_name)):
        places = [place.name if (place := regions.place_of(codes[key])) else "" for key, _others in group]
        is_enough = all(places) and len(set(places)) == len(places)
        for number, (key, others) in enumerate(group, start=1):
            if others:
                alike.mark(key, places[number - 1] if is_enough else str(number))


def _with_numbers(alike: _Alike) -> None:
    """Two entrepreneurs of quite the same name at one firm get a number: else they are told apart by nothing."""
    persons = [key for key, name in alike.found.items() if name.firm]
    for group in alike.groups(persons, lambda name: (plain(name.full_name), plain(name.firm))):
        for number, (key, others) in enumerate(group, start=1):
            if others:
                alike.mark(key, str(number))


def beginning_of(last_name: str, others: Iterable[str]) -> str:
    """As few letters of a last name as tell it from the others: its initial ("van Dam" gives D) where that is enough,
    else one letter more than it shares with any of them, after the words that lead to it ("van Da", and "van D" beside
    "Dam"): never such a word alone. Where another is quite the same, the initial all the same.
    """
    lead, proper = _split(last_name)
    rest = [_split(other)[1] for other in others if other and plain(other) != plain(last_name)]
    close = [plain(other) for other in rest if plain(other[:1]) == plain(proper[:1])]
    if not close:
        return proper[:1].upper()
    shared = [len(commonprefix([plain(proper), other])) for other in close if other != plain(proper)]
    return f"{lead}{proper[:1].upper()}{proper[1 : max(shared, default=0) + 1]}".strip()


def plain(words: str) -> str:
    """Words as they are compared: lower case, without accents."""
    split = unicodedata.normalize("NFD", words)
    return "".join(c for c in split if not unicodedata.combining(c)).casefold().strip()


def _split(last_name: str) -> tuple[str, str]:
    """The words that lead to a last name, as they are written, and the name itself: ("van der ", "Berg")."""
    start, words = 0, last_name.split(" ")
    for word in words[:-1]:
        if word and not is_small_word(word):
            break
        start += len(word) + 1
    letters = [place for place in range(start, len(last_name)) if last_name[place].isalpha()]
    start = next((place for place in letters if last_name[place].isupper()), letters[0] if letters else start)
    return last_name[:start], last_name[start:]
