"""Slips of the finger in the grammar's own words: 'gebled', 'vacture', 'vrijag'."""

import re
from collections.abc import Container, Iterable
from dataclasses import replace
from functools import lru_cache

from werktop.catalogue.dutch.forms import said_of_one
from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.abbreviations import written_out
from werktop.contacts.reading.calendar_words import DAYS, MONTHS
from werktop.contacts.reading.everyday import EVERYDAY
from werktop.contacts.reading.numbers import value
from werktop.contacts.reading.own_words import OWN_WORDS, SHORT_ONES
from werktop.contacts.reading.real_words import REAL_NAMES, REAL_WORDS
from werktop.contacts.reading.slips_of_words import Lexicon
from werktop.contacts.reading.verbs import DOES_WORK, TASKS, UNDIVIDED, VISITED
from werktop.contacts.reading.vocabulary import (
    ALSO_NAMES,
    COMMON,
    HAPPENED,
    PLACES,
    SEEKING,
    TALK_NOUNS,
    VACANCY,
    VISIT_NOUNS,
)  # fmt: skip

TRIPLED = re.compile(r"(.)\1\1+")  # no word has a letter three times in a row: 'gebellld'
LEAST = 5  # letters of a word that may be a slip
SEEKS, NO_SEEKING = "zoekt", frozenset("boekt doekt koekt zoeft zoemt zoent".split())
FAR = 7  # letters of a word in which another letter is a slip
SMALL = frozenset(
    "heeft hebben nodig zoekt zoeken maart april vanaf weken dagen maanden niemand iemand gister gisteren direct zomer najaar"
    " voorjaar gebruiken vandaag pensioen kerst koffie telefoon bericht volgend volgende vorige komende belde appje sturen"
    " morgen neemt plekken minstens overmorgen geweest gehoor bellen mailen".split()
)
"""Words that the grammar cannot do without, also where they are short."""
SHORTENED = SMALL | frozenset(
    "gesprek afspraak kandidaat werkgever maand week gesproken gebeld gemaild terugbellen langsgaan januari februari september"
    " oktober november december volgens bezoek uiterlijk opnieuw proberen plannen regelen vragen".split()
)
"""Words of which people leave out vowels."""
REAL = UNDIVIDED | frozenset(
    "terugbelt nabelt opbelt terugmailt doorstuurt opstuurt toestuurt langsgaat langskomt"
    " groene groen zoet maat mart heft kers wekken dragen draagt beelden beeld leken noot bede wegen weten zomen boden mogen vanen"
    " heften komend maten niets staren"
    " overleden heet kweken meppen meting pakken pannen praat ruimt schijven gekocht gebeeld".split()
)
"""Words that are no slips, though they are near."""
GROUPS = HAPPENED | TASKS | VACANCY | PLACES | SEEKING | VISIT_NOUNS | TALK_NOUNS
MEANT = frozenset(word for word in GROUPS | frozenset(DAYS) | frozenset(MONTHS) if len(word) > LEAST) | SMALL
CORE = (
    frozenset(DAYS)
    | frozenset(MONTHS)
    | VISITED
    | SEEKING
    | VACANCY
    | {"gesproken", "teruggebeld", "ingesproken", "niemand"}
)
KNOWN = (
    COMMON
    | ALSO_NAMES
    | EVERYDAY
    | DOES_WORK
    | OWN_WORDS
    | REAL
    | REAL_WORDS
    | REAL_NAMES
    | frozenset(DAYS)
    | frozenset(MONTHS)
)
ALSO_WRONG = frozenset({"gesprekken", "gebabbeld", "gebld", "gebelt"})


@lru_cache(maxsize=1)
def _wide() -> Lexicon:
    """Every other word of the grammar, and what is near to those that count most."""
    words = OWN_WORDS - MEANT
    return Lexicon(
        words,
        far=[word for word in words if len(word) >= FAR],
        bones=words | SHORT_ONES,
        common=SHORT_ONES,
    )


@lru_cache(maxsize=1)
def _grammar() -> Lexicon:
    return Lexicon(
        MEANT,
        far=[word for word in MEANT & CORE if len(word) >= FAR],
        bones=(MEANT - ALSO_WRONG) | SHORTENED,
        common=SHORTENED,
    )


def talents(words: Iterable[str]) -> Lexicon:
    """The words by which competencies are called, with the form that is said of somebody: 'luisteren', 'luistert'."""
    long = [word for word in words if len(word) > LEAST]
    return Lexicon(
        [
            *long,
            *(
                form
                for word in long
                if word.endswith("en") and len(word) > LEAST + 1
                for form in said_of_one(word)
            ),
        ]
    )


def meant(written: str, of_talents: Lexicon | None = None, *, may_be_a_name: bool = False) -> str:
    """The one word of the grammar, or of a talent, that was meant where it was slipped in; else the word itself.

    Another letter in place of one is hardly ever a slip: 'gemeld' is not 'gebeld'. Nor is a different ending. What may be a name
    that is not known is only one of the words that the grammar cannot do without.
    """
    if not 3 <= len(written) <= 20 or written in KNOWN or not written.isalpha():
        return written
    if of_talents and written in of_talents.words:
        return written
    if TRIPLED.search(written):
        return next((w for n in (1, 2) if (w := TRIPLED.sub(r"\1" * n, written)) in KNOWN), written)
    if written + "n" in TASKS:
        return written + "n"  # 'terugbelle'
    if near := _of_grammar(written):
        return near
    if of_talents and len(written) > LEAST and (talent := of_talents.nearest(written)):
        return talent
    return written if may_be_a_name else _of_more(written) or written


@lru_cache(maxsize=20_000)
def _of_grammar(written: str) -> str:
    """The word that the grammar cannot do without; nothing where none is near."""
    grammar = _grammar()
    if whole := grammar.with_vowels(written):
        return whole
    if len(written) < LEAST - 1:
        return ""
    if written[1:] in MEANT and len(written) > LEAST:
        return written[1:]
    near = grammar.nearest(written)
    return near if near and (len(written) >= LEAST or near in SMALL) else ""


@lru_cache(maxsize=20_000)
def _of_more(written: str) -> str:
    """Any other word of the grammar, and long ones in which two letters lack."""
    wide = _wide()
    if len(written) >= LEAST - 1 and (whole := wide.with_vowels(written)):
        return whole
    near = wide.nearest(written) if len(written) >= LEAST - 1 else ""
    if near and (len(written) >= LEAST or near in SHORT_ONES):
        return near
    if len(written) < FAR:
        return ""
    return _grammar().with_two_more(written) or wide.with_two_more(written)


def in_full(tokens: list[Token], names: Container[str]) -> list[Token]:
    """The tokens as they were meant: short forms written out, slips mended, and words of names as they stand."""
    taken = {i for i, token in enumerate(tokens) if token.low in names}
    return corrected(written_out(tokens, taken), taken)


def corrected(tokens: list[Token], taken: set[int], of_talents: Lexicon | None = None) -> list[Token]:
    """The tokens outside names, with the words that were meant."""
    return [
        token if i in taken or not token.is_word else replace(token, low=_meant_at(tokens, i, of_talents))
        for i, token in enumerate(tokens)
    ]


def _meant_at(tokens: list[Token], i: int, of_talents: Lexicon | None) -> str:
    low = tokens[i].low
    if i and i + 1 < len(tokens) and _seeks(low) and value(tokens[i + 1]) is not None:
        return "zoekt"
    return meant(low, of_talents, may_be_a_name=_is_capital_inside(tokens, i))


@lru_cache(maxsize=20_000)
def _seeks(written: str) -> bool:
    """'zoelt', 'xoekt', 'zoekr': another letter in 'zoekt', which only a number behind it tells."""
    is_near = len(written) == len(SEEKS) and sum(a != b for a, b in zip(written, SEEKS, strict=True)) == 1
    return is_near and written not in KNOWN | NO_SEEKING


def _is_capital_inside(tokens: list[Token], i: int) -> bool:
    """'gesproken met Krijnen': a capital that no begin of a sentence asks for."""
    before = tokens[i - 1].low if i else ""
    return tokens[i].has_capital and (before[:1].isalnum() or before in (",", "&", "'"))
