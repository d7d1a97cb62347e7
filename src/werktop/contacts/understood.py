"""What a sentence may become: chips with the answers that they start with, and whom to ask about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .queries.naming import Named
from .telling import Place

NOBODY = "nobody:"
"""Before the words that mean none of those who were asked about."""


@dataclass(frozen=True)
class Ask:
    """Words that may mean several `bearers`; `is_cut_off`: there are more than these. `answer`: who is meant, as far as was
    chosen or follows from the firm."""

    words: str
    bearers: tuple[Named, ...]
    is_cut_off: bool = False
    answer: str = ""

    @property
    def options(self) -> list[tuple[str, str]]:
        """Whom to choose from, as (value, words)."""
        return [(each.value, each.words) for each in self.bearers]


@dataclass(frozen=True)
class Visited:
    """The planned visit on whose page a note is written: `day` where it is over and not noted yet, else None; `whom` one was to see
    there, as a form writes it."""

    day: date | None
    whom: str = ""


@dataclass(frozen=True)
class Understood:
    """What was read. `chips`: in order, (kind, the answers that it starts with); `asks`: who is meant; `people` and `firms`:
    options for whom it is about; `terms`: options for what was seen; `colleagues`: options for who does it; `papers`: keys of
    requirements by the words for a paper; `beside`: what stands in the picture already, by the place of a chip that would note it;
    `loose`: those who were chosen and stand on no chip; `firm`: whose page it is, which need not be said again; `no_days`: dates
    that were written and do not exist."""

    today: date
    chips: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    firms: list[tuple[str, str]] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)
    colleagues: list[tuple[str, str]] = field(default_factory=list)
    papers: dict[str, str] = field(default_factory=dict)
    beside: dict[Place, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
    firm: str = ""
    no_days: tuple[str, ...] = ()

    @property
    def lacks_firm(self) -> bool:
        """Whether it speaks of a firm that is not known: work of no firm, or contact with nobody who is."""
        works = [not facts["employer"] for kind, facts in self.chips if kind == "opening"]
        spoke = [not facts["people"] for kind, facts in self.chips if kind == "contact"]
        return not self.firms and (any(works) or any(spoke))
