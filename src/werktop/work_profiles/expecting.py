"""What is expected, added up by sector and quarter: places, how sure, how many employers. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .quarters import quarter_of, quarters_from

QUARTERS = 6
"""So many stand apart, that of today first; then what comes later."""
LATER, UNDATED = "later", "undated"
SURE = ("certain", "likely", "possible", "")


@dataclass(frozen=True)
class Expected:
    """Work as it is counted: `places` is None where nobody said how many, which counts for one."""

    key: Any
    what: str
    places: int | None
    from_date: date | None
    how_sure: str
    sector: str
    place: str
    employer_id: Any
    employer: str
    because: str = ""


@dataclass
class Cell:
    """One sector in one quarter, or a total: `sure` is the places by how sure they are."""

    places: int = 0
    sure: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SURE, 0))
    employers: set[Any] = field(default_factory=set)
    rows: list[Expected] = field(default_factory=list)

    def add(self, row: Expected) -> None:
        """One more."""
        places = row.places or 1
        self.places += places
        self.sure[row.how_sure if row.how_sure in self.sure else ""] += places
        self.employers.add(row.employer_id)
        self.rows.append(row)


@dataclass(frozen=True)
class Summed:
    """All of it: cells by (sector, column), and totals by sector, by column, by place and as a whole."""

    columns: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    sectors: dict[str, Cell]
    quarters: dict[str, Cell]
    places: dict[str, Cell]
    whole: Cell


def summed(rows: Iterable[Expected], today: date) -> Summed:
    """Added up. What was to begin before today and still runs counts in the quarter of today; sectors and places with most places
    stand first, equals by name."""
    near = quarters_from(today, QUARTERS)
    columns = (*near, LATER, UNDATED)
    cells: dict[tuple[str, str], Cell] = {}
    sectors: dict[str, Cell] = {}
    places: dict[str, Cell] = {}
    quarters = {column: Cell() for column in columns}
    whole = Cell()
    for row in rows:
        column = _column(row.from_date, today, near)
        for cell in (
            cells.setdefault((row.sector, column), Cell()),
            sectors.setdefault(row.sector, Cell()),
            places.setdefault(row.place, Cell()),
            quarters[column],
            whole,
        ):
            cell.add(row)
    return Summed(columns, cells, _most_first(sectors), quarters, _most_first(places), whole)


def _column(day: date | None, today: date, near: list[str]) -> str:
    if day is None:
        return UNDATED
    quarter = quarter_of(max(day, today))
    return quarter if quarter in near else LATER


def _most_first(cells: dict[str, Cell]) -> dict[str, Cell]:
    return dict(sorted(cells.items(), key=lambda each: (-each[1].places, each[0])))
