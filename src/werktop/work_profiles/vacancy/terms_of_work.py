"""What a vacancy text says of pay, place and form of work."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from werktop.catalogue.dutch.tokens import fold

from .clauses import Clause

_MONEY = r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}|-))?"
_UP_TO = r"\s*(?:-|–|tot(?: en met)?|en|à|t/m)\s*"
_WAGE = re.compile(
    rf"(?:€|eur)\s*{_MONEY}(?:\s*,-)?(?:{_UP_TO}(?:€|eur)?\s*{_MONEY})?"
    rf"|(?<![\d.,]){_MONEY}(?:(?: euro)?{_UP_TO}{_MONEY})? euro\b"
)
_BY_THE_HOUR = re.compile(r"per uur|uurloon|uurtarief|p/u\b|p\.u\.|bruto uur")
_BY_THE_MONTH = re.compile(r"per maand|p/m\b|p\.m\.|maandsalaris")
HOURLY = (1_000, 8_000)
MONTHLY = (30_000, 1_000_000)
"""Between which cents pay is likely to be; what is outside is an allowance, or something else."""
FORMS = (
    ("voluntary", r"vrijwillig(?!ersvergoeding)"),
    ("learn_work", r"\bbbl\b|leerwerk(?:plek|baan|plaats)|leerbaan"),
    ("work_experience", r"werkervaringspl"),
    ("trial", r"proefplaatsing"),
    ("sheltered", r"beschut werk"),
    ("internship", r"\bstage(?:plek|plaats)?\b"),
    ("secondment", r"detacher"),
    ("regular", r"vast contract|onbepaalde tijd|jaarcontract|uitzicht op (?:een )?vast|vaste baan"),
)  # fmt: skip
"""Forms of work by their words; the first that a text names counts, for the others are what comes after it."""
_PLACE_LABEL = re.compile(r"^(?:(?:werk)?locatie|standplaats|plaats|werkplek|regio)\s*:?\s+(?=[A-Z'])")
_PLACE_WORD = re.compile(r"(?:\b(?:in|te|omgeving|vanuit|regio|bij)\s+|[,–|-]\s*|^)$")
MOST_WORDS_OF_A_PLACE = 4
ALSO_WORDS = frozenset(
    "een heel best over loon berg de het die ben nu bij boer elk wijk vorm zorg kom groet".split()
)
"""Villages of which the name is a word with which sentences begin."""


@dataclass(frozen=True)
class Wage:
    """Pay before tax in cents, for an hour or for a month of a full working week."""

    least_cents: int
    most_cents: int
    per: str
    words: str


def wage_in(clauses: list[Clause]) -> Wage | None:
    """The first amount that may be pay."""
    for clause in clauses:
        low = clause.text.casefold()
        for hit in _WAGE.finditer(low):
            amounts = [_cents(hit[n], hit[n + 1]) for n in (1, 3, 5, 7) if hit[n]]
            least, most = amounts[0], amounts[-1]
            near = low[max(0, hit.start() - 40) : hit.end() + 40]
            per = (
                "hour"
                if _BY_THE_HOUR.search(near) or (least < HOURLY[1] and not _BY_THE_MONTH.search(near))
                else "month"
            )
            lowest, highest = HOURLY if per == "hour" else MONTHLY
            if lowest <= least <= most <= highest:
                return Wage(least, most, per, hit.group().strip().replace(" en ", " tot "))
    return None


def _cents(whole: str, part: str | None) -> int:
    return int(whole.replace(".", "")) * 100 + (int(part) if part and part.isdigit() else 0)


def form_in(clauses: list[Clause]) -> tuple[str, str] | None:
    """(form of work, the words that say so)."""
    text = "\n".join(clause.text for clause in clauses).casefold()
    for form, words in FORMS:
        if hit := re.search(rf"{words}\w*" if not words.endswith(r"\b") else words, text):
            return form, hit.group()
    return None


def place_in(clauses: list[Clause], places: Collection[str]) -> tuple[str, str] | None:
    """(place, the words that name it): where it is labelled, else the first of the known `places` behind "in", a comma or at the
    beginning of a line, with a capital; else the first with a capital at all."""
    known = {fold(place): place for place in places}
    seen: list[tuple[int, int, str]] = []
    for order, clause in enumerate(clauses):
        if label := _PLACE_LABEL.match(clause.text):
            named = _named_at(clause.text[label.end() :], known)
            said = clause.text[label.end() :].split(",")[0].split("(")[0].strip()
            return (
                (named or said, clause.text) if named or len(said.split()) <= MOST_WORDS_OF_A_PLACE else None
            )
        for hit in re.finditer(r"(?:'s-)?[A-Z][\w'-]+", clause.text):
            if named := _named_at(clause.text[hit.start() :], known):
                is_led = _PLACE_WORD.search(clause.text[: hit.start()]) is not None
                seen.append((0 if is_led else 1, order, named))
    return (min(seen)[2], min(seen)[2]) if seen else None


def _named_at(text: str, known: dict[str, str]) -> str:
    """The longest known place at the beginning of some words."""
    words = re.findall(r"[^\s,;:()/|]+", text)[:MOST_WORDS_OF_A_PLACE]
    for end in range(len(words), 0, -1):
        name = fold(" ".join(words[:end])).strip(" .!?")
        if name in known and name not in ALSO_WORDS:
            return known[name]
    return ""
