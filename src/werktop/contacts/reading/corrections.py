"""Slips of the finger in the grammar's own words: 'gebled', 'vacture', 'vrijag'."""

from dataclasses import replace
from functools import lru_cache

from werktop.contacts.reading.calendar_words import DAYS, MONTHS
from werktop.contacts.reading.tokens import Token
from werktop.contacts.reading.verbs import CALLED, MESSAGED, TALKED, TASKS, VISITED
from werktop.contacts.reading.vocabulary import (
    ALSO_NAMES,
    COMMON,
    PLACES,
    SEEKING,
    TALK_NOUNS,
    VACANCY,
    VISIT_NOUNS,
)  # fmt: skip

LEAST = 5  # letters of a word that may be a slip
FAR = 7  # letters of a word in which another letter is a slip
MEANT = frozenset(
    word
    for word in VISITED | CALLED | TALKED | MESSAGED | TASKS | VACANCY | PLACES | SEEKING | VISIT_NOUNS | TALK_NOUNS
    | frozenset(DAYS) | frozenset(MONTHS) | {"geweest", "minstens", "volgende", "overmorgen", "gisteren", "morgen"}
    if len(word) > LEAST
)  # fmt: skip
SHORTENED = frozenset(
    "geweest vanaf volgende vorige komende gesprek afspraak kandidaat werkgever vandaag morgen nodig zoekt zoeken maand week"
    " gesproken gebeld gemaild bellen mailen terugbellen langsgaan januari februari maart september oktober november december"
    " overmorgen gisteren volgens bezoek uiterlijk opnieuw proberen sturen plannen regelen vragen".split()
)
"""Words of which people leave out vowels."""
CORE = (
    frozenset(DAYS)
    | frozenset(MONTHS)
    | VISITED
    | SEEKING
    | VACANCY
    | {"gesproken", "teruggebeld", "ingesproken"}
)
KNOWN = COMMON | ALSO_NAMES | frozenset(DAYS) | frozenset(MONTHS)


def _without_one(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


@lru_cache(maxsize=1)
def _shortened() -> dict[str, set[str]]:
    """The words of the grammar by each form that lacks one letter."""
    index: dict[str, set[str]] = {}
    for word in MEANT:
        for short in _without_one(word):
            index.setdefault(short, set()).add(word)
    return index


@lru_cache(maxsize=1)
def _far() -> dict[int, set[str]]:
    """The long words of the grammar by length: of these another letter in place of one is a slip too."""
    index: dict[int, set[str]] = {}
    for word in MEANT & CORE:
        if len(word) >= FAR:
            index.setdefault(len(word), set()).add(word)
    return index


def skeleton(word: str) -> str:
    """A word without vowels and doubled letters: 'geweest' and 'gwst' are both 'gwst'."""
    bare = [c for c in word.replace("ij", "i") if c not in "aeiouy"]
    return "".join(c for i, c in enumerate(bare) if not i or c != bare[i - 1])


@lru_cache(maxsize=1)
def _skeletons() -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for word in (MEANT - {"gesprekken"}) | SHORTENED:
        index.setdefault(skeleton(word), set()).add(word)
    return index


def _with_vowels(written: str) -> str:
    """The one word of the grammar from which only vowels were left out: 'gwst', 'vnaf', 'gesprkn'."""
    bones = skeleton(written)
    if len(bones) < 3 or (len(written) < 4 and written != bones):
        return ""
    near = {
        w
        for w in _skeletons().get(bones, ())
        if w != written and w[0] == written[0] and _is_within(written, w)
    }
    return near.pop() if len(near) == 1 else ""


def _is_within(short: str, word: str) -> bool:
    """Whether the letters of one stand in the other in their order."""
    letters = iter(word)
    return all(letter in letters for letter in short)


def meant(written: str) -> str:
    """The one word of the grammar that lacks a letter, has one twice or two swapped; else the word itself.

    Another letter in place of one is no slip here: 'gemeld' is not 'gebeld'. Nor is a different ending.
    """
    if not 3 <= len(written) <= 20 or written in KNOWN or not written.isalpha():
        return written
    if written + "n" in TASKS:
        return written + "n"  # 'terugbelle'
    if whole := _with_vowels(written):
        return whole
    if len(written) < LEAST:
        return written
    shorter = _without_one(written)
    near = set(_shortened().get(written, ()))
    near |= shorter & MEANT
    near |= {
        word
        for short in shorter
        for word in _shortened().get(short, ())
        if sorted(word) == sorted(written) and sum(a != b for a, b in zip(word, written, strict=True)) == 2
    }
    if len(written) >= FAR:
        near |= {
            w
            for w in _far().get(len(written), ())
            if sum(a != b for a, b in zip(w, written, strict=True)) == 1
        }
    if written[1:] in MEANT:
        return written[1:]
    near = {w for w in near if w[0] == written[0] and not (w.startswith(written) or written.startswith(w))}
    return near.pop() if len(near) == 1 else written


def corrected(tokens: list[Token], taken: set[int]) -> list[Token]:
    """The tokens outside names, with the words that were meant."""
    return [
        token if i in taken or not token.is_word else replace(token, low=meant(token.low))
        for i, token in enumerate(tokens)
    ]
