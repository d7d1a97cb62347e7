"""Whether two rows may be about one person or firm: pure, on names and ways to reach as they were typed.

Two names are alike when each word of the shorter one is a word of the longer: the same, a slip of the finger away, or the first
letter of it. Accents, order and words like "van der" say nothing. With a name alone nobody is the same: it takes the same place.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

WHY: dict[str, Any] = {
    "email": _("zelfde e-mailadres"),
    "phone": _("zelfde telefoonnummer"),
    "name": _("naam lijkt erop"),
    "place": _("zelfde plaats"),
    "apart": _("maar een ander nummer en e-mailadres"),
}
"""Why two are alike, by code; and what speaks against it."""
WEIGHTS = {"email": 8, "phone": 8, "name": 4, "place": 2, "apart": -5}
"""How much each says: one address or number says more than a name with a place, and who differs in both is last."""
BETWEEN = frozenset(
    "van von de den der des het t ten ter te in op aan bij el al la le los las du da das do dos di del bin ben ibn bint abu st "
    "en".split()
)
"""Words that many names share, and that are left out or written otherwise as often as not."""
OF_A_FIRM = frozenset(
    "bv nv vof cv bvba ltd gmbh inc holding beheer groep group nederland de het firma fa zn en".split()
)
SHARED_BY_AT_MOST = 4
"""A number or address that more people have is that of a house or an office, and says nothing of who they are."""
LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss"})


@dataclass(frozen=True)
class Known:
    """What is compared of one row. `place` is the town's name, "" where it is not known."""

    id: UUID
    name: str
    email: str = ""
    phone: str = ""
    place: str = ""


def words_of(name: str, *, without: frozenset[str] = BETWEEN) -> tuple[str, ...]:
    """The words of a name that tell: without accents and capitals, and without those that many share."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("ij", "y")
    found = tuple(word for word in re.split(r"[^a-z0-9\u0370-\uffff]+", bare) if word)
    return tuple(word for word in found if word not in without) or found


def names_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names (as `words_of` gives them) may be those of one person."""
    short, long = sorted((one, other), key=len)
    if not short or not any(len(word) > 1 for word in short):
        return False
    if len(short) == 1 and len(long) > 1 and short[0] != long[0]:
        return False
    if len(long) > 6 or set(short) <= set(long):
        return set(short) <= set(long)
    if not any(word[0] == short[0][0] for word in long):
        return False  # a slip in the first letter of a name is rare, and this is asked a million times
    return any(_all_fit(short, chosen) for chosen in permutations(long, len(short)))


def _all_fit(short: Iterable[str], long: Iterable[str]) -> bool:
    fits = [_fits(one, other) for one, other in zip(short, long, strict=True)]
    return all(fits) and any(fit == "word" for fit in fits)


def _fits(one: str, other: str) -> str:
    if one == other or is_a_slip(one, other):
        return "word"
    return "letter" if 1 in (len(one), len(other)) and one[0] == other[0] else ""


def is_a_slip(one: str, other: str) -> bool:
    """One letter too many, too few, another or two changed round; in long words twice that. Short words, and those with
    a digit, must be the same."""
    shortest = min(len(one), len(other))
    if not (one.isalpha() and other.isalpha()):
        return one == other
    most = 2 if shortest >= 9 else 1 if shortest >= 4 else 0
    if abs(len(one) - len(other)) > most or not most:
        return one == other
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1] <= most


def why_alike(one: Known, other: Known, *, without: frozenset[str] = BETWEEN) -> str:
    """Codes of `WHY` with a space between, or "": these two are not alike."""
    names = (words_of(one.name, without=without), words_of(other.name, without=without))
    is_named_so = names_alike(*names)
    why = [code for code in ("email", "phone") if _same(getattr(one, code), getattr(other, code))]
    if is_named_so and _same(one.place, other.place):
        why += ["name", "place"]
    elif is_named_so and (why or not (one.place and other.place) and _is_whole(*names)):
        why.append("name")
    if why and not {"email", "phone"} & {*why} and _differ(one, other):
        why.append("apart")
    return " ".join(why)


def sureness(why: str) -> int:
    """How sure it is that two with these codes are one: more is surer."""
    return sum(WEIGHTS.get(code, 0) for code in why.split())


def _differ(one: Known, other: Known) -> bool:
    """Whether of both a number and an address is known."""
    return all((one.email, one.phone, other.email, other.phone))


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()


def _is_whole(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Of whom no place is known: the whole name is the same."""
    return sorted(one) == sorted(other) and len(one) > 1


def pairs_among(rows: Iterable[Known], *, without: frozenset[str] = BETWEEN) -> dict[tuple[UUID, UUID], str]:
    """All pairs (the lower key first) that are alike, with why. Compares only rows that share an address, a number, or a place
    and the beginnings of two words of the name."""
    people = list(rows)
    found: dict[tuple[UUID, UUID], str] = {}
    by_reach = [
        *_together(people, lambda each: [each.email.casefold()]),
        *_together(people, lambda each: [each.phone]),
    ]
    for group in by_reach:
        for one, other in combinations(group, 2):
            why = why_alike(one, other, without=without)
            if len(group) <= SHARED_BY_AT_MOST or "name" in why.split():
                found[min(one.id, other.id), max(one.id, other.id)] = why
    words = {each.id: words_of(each.name, without=without) for each in people}
    for group in _together(people, lambda each: _beginnings(each, words[each.id])):
        for one, other in combinations(group, 2):
            if names_alike(words[one.id], words[other.id]):
                pair = (min(one.id, other.id), max(one.id, other.id))
                if pair not in found and (why := why_alike(one, other, without=without)):
                    found[pair] = why
    return found


def _beginnings(each: Known, words: tuple[str, ...]) -> Iterator[Any]:
    if len(words) == 1:
        yield (each.place, words[0][:3], "")
    for one, other in permutations(words[:5], 2):
        if len(one) > 1:
            yield (each.place, one[:3], other[0])


def _together(people: list[Known], keys: Callable[[Known], Iterable[Any]]) -> list[list[Known]]:
    groups: dict[Any, dict[UUID, Known]] = defaultdict(dict)
    for each in people:
        for key in keys(each):
            if key:
                groups[key][each.id] = each
    return [list(group.values()) for group in groups.values() if len(group) > 1]


def why_in_words(codes: str) -> str:
    """The codes as a colleague reads them."""
    return ", ".join(str(WHY[code]) for code in codes.split() if code in WHY)
