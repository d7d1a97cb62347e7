"""What a vacancy text asks that is no competency: does the work ask it?"""

from __future__ import annotations

import re

from .clauses import Clause, Part
from .softened import NOT_ASKED, comes_later

KINDS = (
    ("diploma", re.compile(
        r"diploma|\b[mh]bo\b|\bvmbo\b|\bhavo\b|\bvwo\b|opleidingsniveau|werk- en denkniveau|afgeronde opleiding"
        r"|gediplomeerd|startkwalificatie"
    )),
    ("experience", re.compile(r"(?<!werk)ervaring\b|werkervaring\b|\bervaren\b")),
    ("age", re.compile(
        r"(?:minimaal|minstens|vanaf|maximaal|hooguit|ouder dan|jonger dan|tussen de) \d\d(?: en \d\d)? jaar(?! (?:werk)?ervaring)"
        r"|\d\d jaar of (?:ouder|jonger)"
    )),
    ("language", re.compile(
        r"(?:beheersing|vloeiend|foutloos|perfect|moedertaal)\b.{0,40}\bnederlands"
        r"|nederlands.{0,30}(?:woord en geschrift|moedertaal)"
    )),
    ("lifting", re.compile(r"^(?=.*(?:\btil|sjouw)).*\b(?:2[4-9]|[3-9]\d|\d{3}) ?(?:kilo|kg)\b")),
    ("letter", re.compile(r"motivatie(?:brief)?\b(?=.*\bcv\b)|\bcv\b.*motivatie|motivatiebrief|curriculum")),
)  # fmt: skip
LIFTS = re.compile(r"\btil|sjouw")
OF_OURS = re.compile(
    r"(?:wij|we) betalen|op onze kosten|intern|volg je|opleiding tot|regelen wij|vergoed|leren|telt niet|\bcursus\b|\bbbl\b"
)
NO_EXPERIENCE = re.compile(
    r"ervaring[^.]{0,20}\b(?:niet|geen)\b|\b(?:geen|zonder|opdoen)\b[^.]{0,20}ervaring|ervaring op"
)


def questions_in(clauses: list[Clause]) -> list[tuple[str, str]]:
    """(kind, the sentence that asks it) in the order of the text, each kind once. What the firm gives itself and what need not be
    is not asked; a wish ("is een pré") is none either, but for a diploma."""
    found: dict[str, str] = {}
    for clause in clauses:
        low = clause.text.casefold()
        if NOT_ASKED.search(clause.said) or clause.part is Part.FIRM:
            continue
        for kind, pattern in KINDS:
            if kind in found or not pattern.search(low):
                continue
            if kind == "diploma" and (OF_OURS.search(low) or clause.part is Part.OFFERED):
                continue
            if kind in ("experience", "age") and comes_later(clause):
                continue
            if kind == "experience" and not_needed(low):
                continue
            found[kind] = clause.text
    return list(found.items())


def not_needed(low: str) -> bool:
    """'Ervaring is niet nodig', 'zonder ervaring'."""
    return NO_EXPERIENCE.search(low) is not None
