"""A sheet of plain cells, and how large a list may be."""

from dataclasses import dataclass, field
from typing import Any

MAX_FILE_BYTES = 20 * 2**20
MAX_ROWS = 20_000
MAX_COLUMNS = 100
# Blank lines, a title and the header itself may stand above the first person.
ROWS_ABOVE = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet: `rows[i][j]` is the value in row i + 1, column j + 1 as Excel counts them.

    Values are str, float, int, bool, date, datetime, time or timedelta; an empty cell is "". `formulas` holds
    the (row, column) of cells that are computed. `merged` holds (first row, first column, last row, last
    column). `unsure_rows` are those whose letters may be others, where the file does not say in which encoding it is.
    """

    name: str
    rows: list[list[Any]]
    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = field(default=())
    unsure_rows: frozenset[int] = frozenset()

    def is_swallowed_by_merge(self, *, row: int, column: int) -> bool:
        """True for a cell that is blank because it was merged into one above or to the left of it."""
        return any(
            top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
            for top, left, bottom, right in self.merged
        )


def column_letter(number: int) -> str:
    """1 → A, 27 → AA, as Excel names columns."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
