"""The words of the catalogue as a vacancy text asks for them, and where they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from werktop.catalogue.dutch.forms import is_form_of
from werktop.catalogue.dutch.stems import parted, stem
from werktop.catalogue.dutch.tokens import fold, tokenize

from .clauses import Clause

SMALL = frozenset(
    "de het een en of met van voor in op aan om te is zijn wat er zelf iets iemand als kan werken".split()
)
WINDOW = 5
"""As many other words may stand between those of one way to ask."""
MOST_WORDS_OF_A_LABEL = 2
UNSURE = frozenset(
    "handig sterk netjes sociaal precies creatief flexibel opgeruimd sorteren excel receptie motiverend".split()
)
"""Single words of the catalogue that say something of a person in a note, and often something else in a vacancy; the list of what
vacancies ask has those that count."""
SHORT = 4  # letters from which a word is compared by its stem


@dataclass(frozen=True)
class Word:
    """A competency, an interest ("interest") or a requirement of the catalogue: `asked` are the ways in which a text asks for it,
    `layer` is that of a competency."""

    code: str
    kind: str
    label: str
    layer: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Need:
    """One word of a way: any of these stems, of these words as they stand, or of these beginnings; `parts` of a verb that comes
    apart."""

    stems: frozenset[str]
    whole: frozenset[str]
    begun: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    written: tuple[str, ...]


@dataclass(frozen=True)
class Way:
    """One way to ask for a word of the catalogue: all of its words, near each other in any order."""

    word: Word
    needs: tuple[Need, ...]


class Words:
    """All ways, by what the first word of each may be found by."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self.by_key: dict[str, list[Way]] = {}
        for way in ways:
            need = way.needs[0]
            verbs = {verb for _, verb in need.parts}
            for key in {*need.stems, *need.whole, *(each[:3] for each in need.begun), *verbs}:
                self.by_key.setdefault(key, []).append(way)


def words_of(words: Iterable[Word]) -> Words:
    """The ways of all words, those of the label among them where it is short."""
    return Words(
        Way(word, tuple(map(_need, way.split())))
        for word in words
        for way in dict.fromkeys((*_of_label(word), *word.asked))
        if way.strip()
    )


def _of_label(word: Word) -> tuple[str, ...]:
    """The telling words of a label of at most two ("laden en lossen"), where no list says how it is asked."""
    if word.asked:
        return ()
    telling = [
        t.low for t in tokenize(fold(re.sub(r"\(.*?\)", "", word.label))) if t.is_word and t.low not in SMALL
    ]
    return (" ".join(telling),) if 0 < len(telling) <= MOST_WORDS_OF_A_LABEL else ()


def asked_in(said: str) -> tuple[str, ...]:
    """The ways of a field with bars between, without those that a vacancy means otherwise."""
    return tuple(way for way in said.split("|") if way and fold(way) not in UNSURE)


@lru_cache(maxsize=8_000)
def _need(said: str) -> Need:
    stems, whole, begun, parts, written = set(), set(), [], [], []
    for each in said.split("/"):
        low = fold(each.lstrip("="))
        if each.startswith("="):
            whole.add(low)
        elif low.endswith("*"):
            begun.append(low[:-1])
        elif len(low) < SHORT:
            whole.add(low)
        else:
            stems.add(stem(low))
            written.append(low)
            if (apart := parted(low)) and apart[1]:
                parts.append(apart)
    return Need(frozenset(stems), frozenset(whole), tuple(begun), tuple(parts), tuple(written))


@dataclass(frozen=True)
class Found:
    """A word of the catalogue that a sentence asks for: the places of the words that say so."""

    word: Word
    places: frozenset[int]


def found_in(clause: Clause, ways: Words) -> list[Found]:
    """What a sentence asks for; where the words of one way are among those of another, the longer one alone."""
    keys = {*clause.lows, *clause.stems, *(low[:3] for low in clause.lows)}
    found: dict[tuple[str, str], Found] = {}
    for key in keys:
        for way in ways.by_key.get(key, ()):
            places = _places(clause, way)
            here = (way.word.kind, way.word.code)
            if places and (here not in found or len(places) > len(found[here].places)):
                found[here] = Found(way.word, places)
    return [
        one
        for one in found.values()
        if not any(one.places < other.places and _same_list(one, other) for other in found.values())
    ]


def _same_list(one: Found, other: Found) -> bool:
    return one.word.kind == other.word.kind == "competency"


def _places(clause: Clause, way: Way) -> frozenset[int] | None:
    """Where the words of a way stand, each another one, near each other; None where they do not."""
    each = [_fitting(clause, need) for need in way.needs]
    if not all(each):
        return None
    if len(each) == 1:
        return min(each[0], key=min)
    for first in sorted(each[0], key=min):
        used = set(first)
        for others in each[1:]:
            near = [o for o in others if not o & used and abs(min(o) - min(used)) <= WINDOW + len(each)]
            if not near:
                break
            used |= min(near, key=lambda o: abs(min(o) - min(first)))
        else:
            return frozenset(used)
    return None


def _fitting(clause: Clause, need: Need) -> list[frozenset[int]]:
    found = []
    for i, low in enumerate(clause.lows):
        if (
            low in need.whole
            or (need.begun and low.startswith(need.begun))
            or clause.stems[i] in need.stems
            and any(is_form_of(low, each) for each in need.written)
        ):
            found.append(frozenset({i}))
        else:
            found += [
                frozenset({i, k})
                for particle, verb in need.parts
                if clause.stems[i] == verb and len(low) >= SHORT
                for k in range(i + 1, min(i + 10, len(clause.lows)))
                if clause.lows[k] == particle and (k + 1 == len(clause.lows) or not clause.tokens[k + 1].is_word
                                                   or clause.lows[k + 1] in ("en", "of"))
            ]  # fmt: skip
    return found
