"""A vacancy text in lines and sentences, each with the part of the text that it stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import pairwise

from werktop.catalogue.dutch.stems import stem
from werktop.catalogue.dutch.tokens import Token, composed, tokenize

MOST_LETTERS = 20_000
"""Of a longer text the rest is not read."""


class Part(Enum):
    """What a part of a vacancy text tells."""

    WORK = "work"
    ASKED = "asked"
    OFFERED = "offered"
    FIRM = "firm"


HEADINGS = (
    (Part.OFFERED, r"bied|krijg|aanbod|arbeidsvoorwaarden|beloning|voorwaarden|wij geven"),
    (Part.FIRM, r"over ons|over het bedrijf|wie (?:zijn|wij)|ons bedrijf|de organisatie|bedrijfsprofiel|wij zijn"),
    (Part.ASKED, r"vragen|vereis|eisen|profiel|wie (?:ben|zoeken)|breng|in huis|zoeken|vaardigheden|functie-eisen|^jij$"),
    (Part.WORK, r"doen|doe je|taken|werkzaamheden|jouw werk|de functie|functieomschrijving|over de functie|het werk"),
)  # fmt: skip
"""The first that fits a heading says which part it begins."""
SEEKS = re.compile(r"\bzoek(?:en|t)?\b.*\b(?:een|naar|twee|drie|\d+) \w")
"""'Wij zoeken een bakker' says what the work is, however short it is."""
MOST_WORDS_OF_A_HEADING = 6
BULLET = re.compile(r"^\s*(?:[-*•·✓✔>»–—]|\d{1,2}[.)])\s+")
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n")
LETTERED = re.compile(r"(?i)\b(?:o\.b\.v|i\.o\.v|bijv|t\.m|m\.b\.t|ca|incl|p\.w|p\.u|o\.a|z\.s\.m)\.$")


@dataclass(frozen=True)
class Clause:
    """One sentence or line: its words, and in which part of the text it stands."""

    text: str
    part: Part | None
    is_listed: bool

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words, numbers and marks."""
        return tokenize(self.text)

    @cached_property
    def lows(self) -> list[str]:
        """The same as they are compared."""
        return [token.low for token in self.tokens]

    @cached_property
    def stems(self) -> list[str]:
        """The stems of its words, and numbers and marks as they stand."""
        return [stem(token.low) if token.is_word else token.low for token in self.tokens]

    @cached_property
    def said(self) -> str:
        """Its words as they are compared, with one space between."""
        return " ".join(self.lows)


PARTING = re.compile(r",\s+(?:maar\s+|en\s+)?|\s+(?:maar|terwijl|en)\s+")


def parts_of(clause: Clause) -> list[Clause]:
    """What stands between the commas and joining words of a sentence, in order; together it is the sentence."""
    bounds = [0, *(hit.end() for hit in PARTING.finditer(clause.text)), len(clause.text)]
    return [replace(clause, text=clause.text[begin:end]) for begin, end in pairwise(bounds)]


def clauses_of(text: str) -> list[Clause]:
    """The sentences of a text in order. A line that is short and has no point is a heading where it says so ("Wat vragen wij?"):
    what follows stands in that part, until the next; an empty line does not end it."""
    part: Part | None = None
    found: list[Clause] = []
    for line in composed(text)[:MOST_LETTERS].splitlines():
        is_listed = bool(BULLET.match(line))
        bare = BULLET.sub("", line).strip()
        if not bare:
            continue
        begun, rest = _heading(bare) if not is_listed else (None, bare)
        part = begun or part
        found += [Clause(said, part, is_listed) for said in _sentences(rest)]
    return found


def _heading(line: str) -> tuple[Part | None, str]:
    """(the part that a line begins, what of it is to be read): "Wij vragen: je bent op tijd" begins one and says something."""
    title, mark, rest = line.partition(":")
    words = title.split()
    if mark and len(words) <= MOST_WORDS_OF_A_HEADING and (part := _named(title)):
        return part, rest.strip() or ""
    is_short = len(line.split()) <= MOST_WORDS_OF_A_HEADING and line[-1] not in ".,;"
    return (part, "") if is_short and (part := _named(line)) else (None, line)


def _named(title: str) -> Part | None:
    low = title.casefold().strip(" ?!:-*#")
    if SEEKS.search(low):
        return None
    return next((part for part, words in HEADINGS if re.search(words, low)), None)


def _sentences(line: str) -> list[str]:
    found: list[str] = []
    for said in SENTENCE.split(line):
        if found and LETTERED.search(found[-1]):
            found[-1] = f"{found[-1]} {said}"
        elif said and said.strip():
            found.append(said.strip())
    return found
