"""What two files say of income and registers, where both are about one person: what is known beats what is not, and a later day an
earlier one. Where they contradict each other a colleague chooses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from .models import Income, Standing


@dataclass(frozen=True)
class Conflict:
    """Rows of two files that cannot both be so, under the `name` by which it is asked; `first`: whose was noted last."""

    name: str
    kept: list[Any]
    other: list[Any]

    @property
    def first(self) -> str:
        last_of_kept, last_of_other = (max(map(_when, rows)) for rows in (self.kept, self.other))
        return "other" if last_of_other > last_of_kept else "kept"


def less_than_known(kept: Any, other: Any) -> list[Any]:
    """The rows of both that say nothing beside another: "unknown" beside what is known, the same with an earlier day or none. Where
    one says that it stopped and the other does not, what was noted last stays."""
    rows = [row for person in (kept, other) for row in _incomes(person)]
    known = {row.law for row in rows} - {Income.Law.UNKNOWN}
    gone: list[Any] = [row for row in rows if row.law == Income.Law.UNKNOWN and known]
    theirs = _incomes(other)
    for mine in _incomes(kept):
        same = next((row for row in theirs if row.law == mine.law), None)
        if same is not None and mine not in gone:
            if bool(mine.until_date) != bool(same.until_date):
                gone.append(min((same, mine), key=lambda row: row.noted_at))
            else:
                gone.append(mine if same.since_date and not mine.since_date else same)
    for ours, others in _standings(kept, other):
        unknown = [row for row in (others, ours) if row.answer == Standing.Answer.UNKNOWN]
        if len(unknown) == 1:
            gone += unknown
        elif ours.answer == others.answer:
            gone.append(min((others, ours), key=_when))
    return gone


def conflicts_by_law(kept: Any, other: Any) -> list[Conflict]:
    """What two files contradict each other in: no benefit beside one that runs, a yes beside a no. For who may read it of both."""
    found = []
    sides = [
        [row for row in _incomes(each) if row.law != Income.Law.UNKNOWN and not row.until_date]
        for each in (kept, other)
    ]
    has_none = [any(row.law == Income.Law.NONE for row in rows) for rows in sides]
    if all(sides) and has_none[0] != has_none[1]:
        found.append(Conflict("income", *sides))
    for mine, theirs in _standings(kept, other):
        answers = {mine.answer, theirs.answer}
        if len(answers) == 2 and Standing.Answer.UNKNOWN not in answers:
            found.append(Conflict(f"standing_{mine.kind}", [mine], [theirs]))
    return found


def _incomes(person: Any) -> list[Income]:
    return list(Income.objects.filter(candidate=person).order_by("id"))


def _standings(kept: Any, other: Any) -> Iterator[tuple[Standing, Standing]]:
    mine = {row.kind: row for row in Standing.objects.filter(candidate=kept)}
    for theirs in Standing.objects.filter(candidate=other, kind__in=mine).order_by("id"):
        yield mine[theirs.kind], theirs


def _when(row: Any) -> tuple[date, Any]:
    day = row.since_date if isinstance(row, Income) else row.on_date
    return day or date.min, row.noted_at
