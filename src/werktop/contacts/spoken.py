"""The names of who is erased, as they stand in words that colleagues wrote, and what takes them out.

Words are all there is to go by, so what somebody else is called too is spared where it could be that other one: on the row,
or, where nobody is ticked, in the organisation and among the entrepreneurs of its region.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.audit.actors import system_for
from werktop.audit.erasure import called_ever, names_of
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

DONE = "…"
SHORTEST = 3
"""Letters of a name that may stand alone, or be written in small letters: "an" and "de" are words too."""


@dataclass(frozen=True)
class Spoken:
    """What a person is and was called: `whole` names, `firsts` alone and `lasts` alone."""

    whole: tuple[str, ...]
    firsts: tuple[str, ...]
    lasts: tuple[str, ...]

    @property
    def likely(self) -> str:
        """A pattern of the database that words with a whole or a first name hold."""
        return _among_words((*self.whole, *self.firsts))

    @property
    def in_part(self) -> str:
        """The same for words that hold any part of a name."""
        return _among_words((*self.firsts, *self.lasts))


def spoken_of(person: Any) -> Spoken:
    """What this person was ever called here."""
    pairs = called_ever(person)
    lasts = {each for _first, last in pairs if last.strip() for each in (last.strip(), last.split()[-1])}
    whole = {*names_of(person), *_turned(pairs)}
    return Spoken(
        _longest_first(whole),
        _longest_first({first.strip() for first, _last in pairs if first.strip()}),
        _longest_first({last for last in lasts if len(last) >= SHORTEST}),
    )


def called(people: Iterable[tuple[str, str]]) -> set[str]:
    """All that these people, of whom this is the first and the last name, may be called, in small letters."""
    found = set()
    for first, last in people:
        names = (first, last, *last.split()[-1:], f"{first} {last}", *_turned([(first, last)]))
        found |= {name.strip().casefold() for name in names}
    return found


def called_here(spoken: Spoken, person: Any, organisation_id: UUID, region_id: UUID) -> set[str]:
    """What anybody else is called, of those with the same first name: candidates of the organisation, entrepreneurs of the
    region."""
    viewer = system_for(organisation_id=organisation_id, region_id=region_id)
    same = rf"^({'|'.join(map(_pattern, spoken.firsts))})$"
    people = candidates.candidates_visible_to(viewer, with_left=True).filter(first_name__iregex=same)
    partners = employers.employers_in_region(viewer).filter(entrepreneurs__first_name__iregex=same)
    named = partners.values_list("entrepreneurs__pk", "entrepreneurs__first_name", "entrepreneurs__last_name")
    everybody = [*people.values_list("pk", "first_name", "last_name"), *named]
    return called((first, last) for key, first, last in everybody if key != person.pk)


def without(words: str, names: Iterable[str], spared: Collection[str], *, as_kept: bool = False) -> str:
    """`words` with "…" for these names as whole words, but for those that are `spared`; with `as_kept` only where capitals
    stand as in the name."""
    for name in names:
        if name.casefold() not in spared:
            flags = 0 if as_kept or len(name) < SHORTEST else re.IGNORECASE
            # neither "An Bosch", "Jan Bos" nor "An Bos-Kraai" is An Bos
            words = re.sub(rf"(?<!\w)(?<!\w-){_pattern(name)}(?!\w|-\w)", DONE, words, flags=flags)
    return words


def _among_words(names: Iterable[str]) -> str:
    return rf"(^|\W)({'|'.join(map(_pattern, names))})(\W|$)"


def _pattern(name: str) -> str:
    return r"\s+".join(re.escape(part) for part in name.split())


def _turned(pairs: Iterable[tuple[str, str]]) -> set[str]:
    """As in a list: the last name first."""
    return {
        turned
        for first, last in pairs
        if first.strip() and last.strip()
        for turned in (f"{last} {first}", f"{last}, {first}")
    }


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
