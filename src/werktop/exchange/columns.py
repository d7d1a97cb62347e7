"""Which columns a kind of list has, and how the header row of a file is recognised."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from django.utils.functional import Promise

from werktop.exchange import refusals
from werktop.exchange.cells import clean_text, folded
from werktop.exchange.sheets import ROWS_ABOVE, Sheet, column_letter

if TYPE_CHECKING:
    from werktop.exchange.reading import Lookups, RowReader

Row = TypeVar("Row")

# Never taken from a list of people, whatever the kind: said so with the reason.
_PERSONAL = frozenset(
    (
        *("bsn", "burgerservicenummer", "sofinummer", "geslacht", "sekse", "nationaliteit"),
        *("leeftijd", "geboortedatum", "geboortejaar", "geboorteplaats"),
        *("adres", "straat", "straatnaam", "huisnummer", "huisnummertoevoeging"),
        *("uitkering", "uitkeringssoort", "1euitkdagnietww"),
        *("banenafspraak", "doelgroepregister", "participatieladder", "klantprofiel"),
    )
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column that we read. `title` is our own spelling, `spellings` are others that files use.

    `explanation` and `choices` are for the empty template. `openings`: where no header is spelled like this, one that begins
    with such letters means it too.
    """

    key: str
    title: str
    spellings: tuple[str, ...] = ()
    explanation: str | Promise = ""
    choices: tuple[str, ...] = ()
    example: str = ""
    openings: tuple[str, ...] = ()

    @property
    def folded_spellings(self) -> frozenset[str]:
        return frozenset(folded(spelling) for spelling in (self.title, *self.spellings))


@dataclass(frozen=True, slots=True)
class Kind(Generic[Row]):
    """A kind of list. `required` are keys of columns; of `required_one_of` one column must be there.

    `signature` are keys that, all present, tell this kind from others. `read` makes a typed row of a row of
    cells, or returns None after noting why it is refused. `pieces` are columns that files have instead of the one
    named by `pieces_of`, one of them at least; our empty template has that one alone. `unasked` are columns that our empty
    template has not, and that are read where a file has them.
    """

    slug: str
    title: str | Promise
    columns: tuple[Column, ...]
    required: tuple[str, ...]
    required_one_of: tuple[str, ...]
    signature: tuple[str, ...]
    read: Callable[["RowReader", "Lookups"], Row | None]
    pieces: tuple[Column, ...] = ()
    pieces_of: str = ""
    unasked: tuple[Column, ...] = ()

    def column(self, key: str) -> Column:
        return next(column for column in self.every_column if column.key == key)

    @property
    def every_column(self) -> tuple[Column, ...]:
        return (*self.columns, *self.pieces, *self.unasked)

    def has_signature(self, keys: Iterable[str]) -> bool:
        """Whether a header row with these columns can be of this kind alone."""
        return set(self.signature) <= self._told_by(keys)

    def missing_in(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Titles of what a header row with these columns lacks."""
        present = self._told_by(keys)
        missing = [self.column(key).title for key in self.required if key not in present]
        if self.required_one_of and not present & set(self.required_one_of):
            missing.append(" / ".join(self.column(key).title for key in self.required_one_of))
        return tuple(missing)

    def _told_by(self, keys: Iterable[str]) -> set[str]:
        told = set(keys)
        return told | {self.pieces_of} if told & {piece.key for piece in self.pieces} else told


@dataclass(frozen=True, slots=True)
class DroppedColumn:
    """A column of the file that is not read. `is_personal`: on purpose, because we must not keep it."""

    letter: str
    title: str
    is_personal: bool


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and what it says: `positions` maps key → column number, `titles` key → as
    spelled.
    """

    row: int
    positions: dict[str, int]
    titles: dict[str, str]
    dropped: tuple[DroppedColumn, ...]


def find_header(
    sheets: Iterable[Sheet], kind: Kind[Any], *, kinds: Sequence[Kind[Any]]
) -> tuple[Sheet, Header]:
    """The first sheet with a header row that serves this kind.

    Raises `ColumnsAreWrong` with what is missing in the row that came closest (and the kind it looks like),
    or another `FileRefused`.
    """
    closest: tuple[int, Sheet, int] | None = None
    for sheet in sheets:
        row, count = _best_row(sheet, kind)
        keys = _recognised(sheet.rows[row - 1], kind)
        other = _kind_by_signature(sheet, kinds)
        is_other = other is not None and other is not kind and not kind.has_signature(keys)
        if not kind.missing_in(keys) and not is_other:
            return sheet, _header(sheet, row, kind)
        if closest is None or count > closest[0]:
            closest = (count, sheet, row)
    if closest is None:
        raise refusals.FileIsEmpty
    _, sheet, row = closest
    other = _kind_by_signature(sheet, kinds)
    missing = kind.missing_in(_recognised(sheet.rows[row - 1], kind))
    if other is None or other is kind:
        raise refusals.ColumnsAreWrong(missing=missing)
    raise refusals.ColumnsAreWrong(missing=missing, looks_like=other.slug, looks_like_title=other.title)


def _recognised(cells: Sequence[Any], kind: Kind[Any]) -> dict[str, list[int]]:
    """Key → numbers of the columns whose header means it."""
    words = [folded(clean_text(cell)) if isinstance(cell, str) else "" for cell in cells]
    found: dict[str, list[int]] = {}
    for column in kind.every_column:
        spellings = column.folded_spellings
        numbers = [number for number, word in enumerate(words, start=1) if word and word in spellings]
        if not numbers and column.openings:
            numbers = [
                number for number, word in enumerate(words, start=1) if _begun_by(word, kind) is column
            ]
        if numbers:
            found[column.key] = numbers
    return found


def _begun_by(word: str, kind: Kind[Any]) -> Column | None:
    """The column of whose openings this header has the longest: "Toestemming ingetrokken" is no "Toestemming"."""
    begun = [
        (len(each), column)
        for column in kind.every_column
        for each in column.openings
        if word.startswith(each)
    ]
    return max(begun, key=lambda found: found[0], default=(0, None))[1]


def _best_row(sheet: Sheet, kind: Kind[Any]) -> tuple[int, int]:
    """Number of the row with the most known headers, and how many."""
    counts = [len(_recognised(cells, kind)) for cells in sheet.rows[:ROWS_ABOVE]]
    best = max(range(len(counts)), key=lambda index: counts[index])
    return best + 1, counts[best]


def _kind_by_signature(sheet: Sheet, kinds: Sequence[Kind[Any]]) -> Kind[Any] | None:
    for kind in kinds:
        row, _ = _best_row(sheet, kind)
        keys = _recognised(sheet.rows[row - 1], kind)
        if kind.has_signature(keys) and not kind.missing_in(keys):
            return kind
    return None


def _header(sheet: Sheet, row: int, kind: Kind[Any]) -> Header:
    cells = sheet.rows[row - 1]
    found = _recognised(cells, kind)
    for key, numbers in found.items():
        if len(numbers) > 1:
            letters = [column_letter(number) for number in numbers]
            raise refusals.ColumnIsThereTwice(title=kind.column(key).title, letters=letters)
        if (row, numbers[0]) in sheet.formulas:
            raise refusals.HeaderHasFormula(cell=f"{column_letter(numbers[0])}{row}")
    positions = {key: numbers[0] for key, numbers in found.items()}
    titles = {key: clean_text(cells[number - 1]) for key, number in positions.items()}
    return Header(
        row=row, positions=positions, titles=titles, dropped=_dropped(sheet, row, set(positions.values()))
    )


def _dropped(sheet: Sheet, row: int, kept: set[int]) -> tuple[DroppedColumn, ...]:
    """The other columns: those with a header, and those without one that yet hold something."""
    width = max(len(cells) for cells in sheet.rows[row - 1 :])
    dropped = []
    for number in range(1, width + 1):
        if number in kept:
            continue
        header_cells = sheet.rows[row - 1]
        title = clean_text(header_cells[number - 1]) if number <= len(header_cells) else ""
        if title or any(len(cells) >= number and cells[number - 1] != "" for cells in sheet.rows[row:]):
            dropped.append(DroppedColumn(column_letter(number), title, folded(title) in _PERSONAL))
    return tuple(dropped)
