"""Dated rules: which one holds on a day, and from when there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from .words import Said, amount_said, day_said

SHIPPED, REGION, ORGANISATION = "shipped", "region", "organisation"
NEAREST = (SHIPPED, REGION, ORGANISATION)
"""Of two rows that begin on the same day the one of the organisation counts, else that of the region."""
SOON = timedelta(days=92)
TO_FILL_IN = timedelta(days=60)
"""So long before an amount ends somebody is told to fill in the next one."""


@dataclass(frozen=True)
class Rule:
    """One amount or term, with where it stands. It holds from `valid_from` to the day before `valid_until`; None: no end known."""

    key: str
    instrument: str
    label: Said
    value: Fraction
    unit: str
    valid_from: date
    valid_until: date | None
    law: str
    article: str
    source: str
    """The title of the public source."""
    whose: str = SHIPPED
    reason: str = ""
    is_renewed: bool = False
    """Whether a new amount follows as a matter of course, as with the minimum wage."""
    checked: date | None = None
    """The day on which the public source was last looked at."""

    def holds_on(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)

    def ends_soon(self, day: date) -> bool:
        """Whether it holds on that day and ends within about three months."""
        return self.holds_on(day) and self.valid_until is not None and self.valid_until - day <= SOON

    @property
    def amount(self) -> Said:
        """The amount with its unit, in words."""
        return amount_said(self.value, self.unit)

    @property
    def stands_in(self) -> str:
        """Law and article: "Participatiewet, art. 10d lid 4"."""
        return f"{self.law}, {self.article}" if self.article else self.law

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return self.valid_until - timedelta(days=1) if self.valid_until else None


class NoRule(ValueError):
    """No rule of this name holds on the day."""

    def __init__(self, label: Said, day: date, rows: Iterable[Rule]) -> None:
        rows = sorted(rows, key=lambda rule: rule.valid_from)
        later = next((rule.valid_from for rule in rows if rule.valid_from > day), None)
        ended = [rule.last_day for rule in rows if rule.last_day is not None and rule.last_day < day]
        told = Said(
            "Op {day} geldt hier geen regel voor: {label}.", "On {day} no rule holds here for: {label}."
        )
        if later:
            told = Said(
                told.nl + " De eerste erna geldt vanaf {later}.",
                told.en + " The next one holds from {later}.",
            )
        elif ended:
            told = Said(
                told.nl + " De laatste gold tot en met {ended}.",
                told.en + " The last one held until and including {ended}.",
            )
        self.said = told.filled(
            day=day_said(day),
            label=label,
            later=day_said(later) if later else "",
            ended=day_said(max(ended)) if ended else "",
        )
        self.field = "on"
        super().__init__(self.said.en)


class Rules:
    """All rows together: those that were shipped, and what a region or an organisation added."""

    def __init__(self, rows: Iterable[Rule]) -> None:
        self._rows: dict[str, list[Rule]] = {}
        for row in rows:
            self._rows.setdefault(row.key, []).append(row)
        for found in self._rows.values():
            found.sort(key=lambda rule: (rule.valid_from, NEAREST.index(rule.whose)))

    def __iter__(self) -> Iterator[Rule]:
        return (rule for rows in self._rows.values() for rule in rows)

    @property
    def keys(self) -> list[str]:
        """The names of the rules, in the order in which they were shipped."""
        return list(self._rows)

    def history(self, key: str) -> list[Rule]:
        """All rows of this name, the oldest first."""
        return list(self._rows.get(key, ()))

    def find(self, key: str, day: date) -> Rule | None:
        """The row that counts on that day: of those that hold the one that began last."""
        return next((rule for rule in reversed(self._rows.get(key, ())) if rule.holds_on(day)), None)

    def on(self, key: str, day: date) -> Rule:
        """The row that counts on that day; `NoRule` says from when there is one."""
        found = self.find(key, day)
        if found is None:
            rows = self.history(key)
            raise NoRule(rows[0].label if rows else Said(key, key), day, rows)
        return found

    def of(self, instrument: str, day: date) -> list[Rule]:
        """What counts for an instrument on that day."""
        found = [self.find(key, day) for key in self._rows]
        return [rule for rule in found if rule is not None and rule.instrument == instrument]

    def over(self, instrument: str, day: date) -> list[Rule]:
        """Of the rules of an instrument that have ended before that day, the last row of each that has nothing in its place."""
        ended = []
        for key, rows in self._rows.items():
            if rows[-1].instrument == instrument and self.find(key, day) is None:
                past = [rule for rule in rows if rule.valid_until is not None and rule.valid_until <= day]
                ended += past[-1:]
        return ended

    def to_fill_in(self, day: date) -> list[Rule]:
        """What holds on that day, ends within 60 days and is always followed by a new amount, which is not known yet."""
        found = [self.find(key, day) for key in self._rows]
        return [
            rule
            for rule in found
            if rule is not None
            and rule.is_renewed
            and rule.valid_until is not None
            and rule.valid_until - day <= TO_FILL_IN
            and self.find(rule.key, rule.valid_until) is None
        ]

    def coming(self, instrument: str, day: date) -> list[Rule]:
        """The rows of an instrument that begin after that day."""
        return [rule for rule in self if rule.instrument == instrument and rule.valid_from > day]
