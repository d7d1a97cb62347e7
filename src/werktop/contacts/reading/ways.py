"""Ways in which people say that somebody has a competency: "pakt het snel op" says "snel iets leren"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from werktop.catalogue.dutch.forms import is_form_of, is_what_somebody_is
from werktop.catalogue.dutch.stems import stem
from werktop.catalogue.dutch.tokens import fold, tokenize
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.vocabulary import ARTICLES, FILLERS, PRONOUNS

Ways = tuple[tuple[str, str], ...]
"""(competency as it is called, one way to say that somebody has it)."""

BETWEEN = FILLERS | ARTICLES | PRONOUNS | frozenset(
    "heel erg zeer echt altijd best super enorm hartstikke ontzettend goed goede vriendelijk netjes keurig prima lekker"
    " gewoon meestal vaak duidelijk mooi echte".split()
)  # fmt: skip
SAYS = frozenset(
    "is was zijn waren bleek blijkt lijkt leek vond vind werkt werkte kan kent toonde toont komt over".split()
)
GOES_ON = frozenset("met in op als voor te van dan".split())
MOST_BETWEEN = 3


@lru_cache(maxsize=8)
def _by_first(ways: Ways) -> dict[str, list[tuple[str, tuple[str, ...], str]]]:
    index: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for name, way in ways:
        words = [token.low for token in tokenize(fold(way)) if token.is_word]
        if words:
            stems = tuple(map(stem, words))
            index.setdefault(stems[0], []).append((name, stems, words[0]))
    return index


def said_in(clause: Clause, ways: Ways) -> list[tuple[str, frozenset[int]]]:
    """(competency, places of the words that say it) for each way that stands in the clause, the longest first.

    Its words stand in order, with small words between at most. A single word counts where it is said of somebody ("is
    precies") or is nearly all that the clause says.
    """
    lows = [piece.low for piece in clause.pieces]
    stems = [stem(piece.low) if piece.is_word else "" for piece in clause.pieces]
    index = _by_first(ways)
    alone = {first for first, those in index.items() if any(len(needed) == 1 for _, needed, _ in those)}
    found: list[tuple[str, frozenset[int]]] = []
    for i, first in enumerate(stems):
        for name, needed, word in index.get(first, ()) if first else ():
            if lows[i] != word and (not is_form_of(lows[i], word) or is_what_somebody_is(lows, i)):
                continue
            used = _follows(stems, lows, i, needed)
            if used and (len(needed) > 1 or _is_said_alone(lows, i, alone, stems)):
                found.append((name, used))
    found.sort(key=lambda one: (-len(one[1]), min(one[1]), one[0]))
    kept: list[tuple[str, frozenset[int]]] = []
    for name, used in found:
        if not any(used & other for _, other in kept):
            kept.append((name, used))
    return kept


def _follows(stems: list[str], lows: list[str], i: int, needed: tuple[str, ...]) -> frozenset[int] | None:
    used, at = [i], i
    for want in needed[1:]:
        k = at + 1
        while k < len(stems) and stems[k] != want and k - at <= MOST_BETWEEN and _is_small(lows[k]):
            k += 1
        if k >= len(stems) or stems[k] != want:
            return None
        used.append(k)
        at = k
    return frozenset(used)


def _is_small(low: str) -> bool:
    return not low or low in BETWEEN


def _is_said_alone(lows: list[str], i: int, alone: set[str], stems: list[str]) -> bool:
    after = next((low for low in lows[i + 1 :] if low), "")
    if after in GOES_ON:
        return False
    for k in range(i - 1, max(-1, i - 7), -1):
        if lows[k] in SAYS:
            return True
        if not (_is_small(lows[k]) or lows[k] in ("en", ",", "&") or stems[k] in alone):
            return False
    rest = [
        low for k, low in enumerate(lows) if k != i and not _is_small(low) and low not in ("en", ",", "&")
    ]
    return not [low for low in rest if stem(low) not in alone]


def ways_for(names: Iterable[str], shipped: Iterable[tuple[str, str]]) -> Ways:
    """The shipped ways for competencies that are called by a shipped word or by one of its ways, whatever they are called:
    "Nauwkeurig werken" has those of "netjes en precies werken". `shipped`: (word, its ways with bars between)."""
    by_words: dict[frozenset[str], tuple[str, ...]] = {}
    for word, said in shipped:
        ways = tuple(way for way in said.split("|") if way)
        for each in (word, *ways):
            if ways:
                by_words.setdefault(_telling(each), ways)
    return tuple((name, way) for name in names for way in by_words.get(_telling(name), ()))


def _telling(words: str) -> frozenset[str]:
    told = [token.low for token in tokenize(fold(words)) if token.is_word]
    kept = [low for low in told if low not in BETWEEN | {"werken", "werkt", "is", "kan", "zijn", "en"}]
    return frozenset(stem(low) for low in kept or told)
