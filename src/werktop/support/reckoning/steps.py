"""What a sum answers: an amount and the steps that led to it; and what is wrong with what was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from .rules import Rule
from .words import Said, amount_said, rounded

UNKNOWN = Said("Kies een van: {choices}.", "Choose one of: {choices}.")


class BadInput(ValueError):
    """What was filled in cannot be; `field` is its name and `said` what is wrong and what to do."""

    def __init__(self, field: str, said: Said) -> None:
        self.field, self.said = field, said
        super().__init__(said.en)


@dataclass(frozen=True)
class Step:
    """One line of a sum, with the rule by which it is so. The value is exact; only what is shown is rounded."""

    name: str
    words: Said
    value: Fraction
    unit: str
    rule: Rule

    @property
    def amount(self) -> Said:
        """As people read it."""
        return amount_said(self.value, self.unit)

    @property
    def cents(self) -> int | None:
        """In whole cents, half a cent up; None for what is no money."""
        return rounded(self.value) if self.unit.startswith("cents") else None


@dataclass(frozen=True)
class Sum:
    """An indication for one day: the last step is the answer."""

    calculator: str
    on: date
    steps: list[Step]
    notes: list[Said] = field(default_factory=list)

    @property
    def answer(self) -> Step:
        """The last step."""
        return self.steps[-1]
