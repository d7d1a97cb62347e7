"""What guests are called: first names in the hall, full names for those who plan."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from os.path import commonprefix
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
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
        return key_in(guest_id) in self.names

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
    first names are enough, and who said no is not in the hall. Two candidates who are shown alike all the same also get
    their place or a number, two of one firm a number: no two are ever shown alike.
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
    _mark_who_is_shown_alike(
        alike,
        {
            g.id: people[g.candidate_id].postcode or ""
            for g in listed
            if g.candidate_id and g.candidate_id in people
        },
    )
    return GuestNames({g.id: found[g.id] for g in guests if g.id in found})


SHOWN: tuple[Callable[[GuestName], Any], ...] = (
    lambda name: (plain(name.first_name), plain(name.firm)),
    lambda name: (plain(name.full_name), plain(name.firm)),
)
"""How a guest is shown, in the hall and to who plans: an entrepreneur with the firm beside the name."""


@dataclass(frozen=True)
class _Alike:
    """Names to tell apart. Whoever comes is told from the others who come, whoever said no from everyone: nobody gets a
    letter for the sake of one who stays away."""

    found: dict[UUID, GuestName]
    coming: set[UUID]

    def groups(self, of: Callable[[GuestName], Any]) -> list[list[tuple[UUID, list[UUID]]]]:
        """Those whose names are one under `of`, in a fixed order, each with whom that one is told from."""
        same: dict[Any, list[UUID]] = {}
        for key in sorted(self.found):
            same.setdefault(of(self.found[key]), []).append(key)
        return [
            [(key, [o for o in group if o != key and self._counts(o, key)]) for key in group]
            for group in same.values()
        ]

    def mark(self, key: UUID, marks: Iterable[str]) -> None:
        """Put the first of these marks behind the name, wherever it is read, with which it is nobody's name yet."""
        name = self.found[key]
        taken = {of(each) for each in self.found.values() for of in SHOWN}
        for mark in marks:
            marked = replace(
                name, first_name=f"{name.first_name} ({mark})", full_name=f"{name.full_name} ({mark})"
            )
            if not taken & {of(marked) for of in SHOWN}:
                self.found[key] = marked
                return

    def _counts(self, other: UUID, key: UUID) -> bool:
        return other in self.coming or key not in self.coming


def _tell_apart(alike: _Alike, last_names: Mapping[UUID, str]) -> None:
    for group in alike.groups(lambda name: plain(name.first_name)):
        for key, others in group:
            begins = beginning_of(last_names[key], [last_names[other] for other in others])
            if others and begins:
                name = alike.found[key]
                alike.found[key] = replace(name, first_name=f"{name.first_name} {begins}.")


def _mark_who_is_shown_alike(alike: _Alike, codes: Mapping[UUID, str]) -> None:
    """Whoever is still shown alike, in the hall or to who plans, also gets the place where they live (by postcode, of
    candidates), or a number where that is the same or not known."""
    for of in SHOWN:
        for group in alike.groups(of):
            if len(group) == 1:
                continue
            found = [regions.place_of(codes.get(key, "")) for key, _others in group]
            places = [place.name if place else "" for place in found]
            is_enough = all(places) and len(set(places)) == len(places)
            for number, (key, others) in enumerate(group):
                if others:
                    place = places[number : number + 1] if is_enough else []
                    alike.mark(key, chain(place, map(str, count(number + 1))))


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
    end = max(shared, default=0) + 1
    while not proper[end - 1 : end].strip() and end < len(proper):
        # a space tells nobody apart
        end += 1
    return f"{lead}{proper[:1].upper()}{proper[1:end]}".strip()


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
