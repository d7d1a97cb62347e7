"""A file of a kind → typed rows, with every doubt and refusal named. Nothing is saved here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol

from django.utils.translation import gettext_lazy as _

from werktop.exchange import cells, refusals
from werktop.exchange.columns import DroppedColumn, Header, Kind, Row, find_header
from werktop.exchange.opening import sheets_in
from werktop.exchange.problems import Level, Problem, Text, said
from werktop.exchange.repeats import without_repeats
from werktop.exchange.sheets import MAX_ROWS, Sheet


class PostcodeLookup(Protocol):
    def __call__(self, digits: str, /) -> bool:
        """True when these four digits are a postcode somewhere in the Netherlands."""


@dataclass(frozen=True, slots=True)
class Lookups:
    """What reading needs from other rooms: a key for identities, the known postcodes, and the vocabulary.

    `competencies` maps labels to codes of the catalogue; `ways` what tells in another way to say it to the code and the label.
    """

    identity_key: bytes = field(repr=False)
    knows_postcode: PostcodeLookup
    competencies: Mapping[str, str] = field(default_factory=dict)
    ways: Mapping[frozenset[str], tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading(Generic[Row]):
    """What a file says. `rows` are those that can be taken over (the doubtful too), in order."""

    kind: str
    sheet: str
    header_row: int
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    used_columns: tuple[str, ...]
    used_keys: frozenset[str]
    dropped_columns: tuple[DroppedColumn, ...]

    def _numbers(self, level: Level) -> tuple[int, ...]:
        return tuple(sorted({problem.row for problem in self.problems if problem.level == level}))

    @property
    def refused_rows(self) -> tuple[int, ...]:
        """Numbers of rows that are not taken over."""
        return self._numbers("refused")

    @property
    def doubtful_rows(self) -> tuple[int, ...]:
        """Numbers of rows to look at."""
        return self._numbers("doubtful")


class RowReader:
    """One row under its header. Every reading of a cell that fails is noted as a problem of this row. `needed` are keys of columns
    that it cannot do without. `folded` is shared by the rows of a list: the vocabularies that were folded already, which live as
    long as the list is read."""

    def __init__(
        self,
        *,
        sheet: Sheet,
        header: Header,
        row: int,
        needed: Collection[str] = (),
        folded: dict[int, Mapping[str, str]] | None = None,
    ) -> None:
        self._sheet = sheet
        self._header = header
        self._cells = sheet.rows[row - 1]
        self._needed = needed
        self._folded = {} if folded is None else folded
        self._told_keys: set[str] = set()
        self.row = row
        self.problems: list[Problem] = []

    @property
    def is_blank(self) -> bool:
        """Nothing in any column that we read."""
        return not any(str(self._raw(key)).strip() for key in self._header.positions) and not any(
            (self.row, number) in self._sheet.formulas for number in self._header.positions.values()
        )

    @property
    def is_refused(self) -> bool:
        return any(problem.level == "refused" for problem in self.problems)

    def has(self, key: str) -> bool:
        """Whether the list has this column."""
        return key in self._header.positions

    def is_swallowed_by_merge(self, key: str) -> bool:
        column = self._header.positions.get(key)
        return column is not None and self._sheet.is_swallowed_by_merge(row=self.row, column=column)

    def doubt(self, key: str, code: str, text: Text, remedy: Text) -> None:
        """Note that the row is taken over, yet should be looked at. An empty key is about the whole row."""
        self._note(key, "doubtful", code, text, remedy)

    def doubt_letters(self) -> None:
        """Note that letters with accents may be others: the file does not say in which encoding it is."""
        self.doubt(
            "",
            "letters_unsure",
            _("We weten niet zeker welke letters met accenten hier bedoeld zijn."),
            _(
                "Kijk of de naam klopt. Zo niet, bewaar de lijst in Excel als CSV UTF-8 of als .xlsx en lees die in."
            ),
        )

    def refuse(self, key: str, code: str, text: Text, remedy: Text) -> None:
        """Note that the row is not taken over."""
        self._note(key, "refused", code, text, remedy)

    def _note(self, key: str, level: Level, code: str, text: Text, remedy: Text) -> None:
        self.problems.append(Problem(self.row, self._header.titles.get(key, ""), level, code, text, remedy))

    def _raw(self, key: str) -> Any:
        column = self._header.positions.get(key)
        if column is None or column > len(self._cells):
            return ""
        return self._cells[column - 1]

    def value(self, key: str) -> Any:
        """The bare value; "" for an empty cell, a missing column, an error value or a formula: which refuses
        the row where it cannot do without that cell, and else leaves it empty with a remark.
        """
        column = self._header.positions.get(key)
        if column is not None and (self.row, column) in self._sheet.formulas:
            if key not in self._told_keys:
                self._tell_formula(key)
            self._told_keys.add(key)
            return ""
        value = self._raw(key)
        if key not in self._told_keys and cells.has_control_characters(value):
            self.doubt(
                key,
                "control_characters",
                _("In deze cel stonden onzichtbare tekens. Die laten we weg."),
                _("Kijk of de tekst nog klopt."),
            )
        self._told_keys.add(key)
        return value

    def _tell_formula(self, key: str) -> None:
        remedy = _("Kopieer de cellen en plak ze als waarden (Plakken speciaal, Waarden).")
        if key in self._needed:
            text = _("In deze cel staat een formule. Formules lezen we niet in.")
            self.refuse(key, "formula", text, remedy)
        else:
            text = _("In deze cel staat een formule. Die lezen we niet in: we laten de cel leeg.")
            self.doubt(key, "formula_left", text, remedy)

    def text(self, key: str, *, limit: int = 2_000) -> str:
        """The cell as clean text. Longer than `limit` characters is refused: cutting would lose something."""
        text = cells.clean_text(self.value(key))
        if cells.is_error_value(text):
            self.doubt(
                key,
                "error_value",
                said(_("In deze cel staat een foutmelding van Excel: {value}."), value=text),
                _("Vul de waarde zelf in, of laat de cel leeg."),
            )
            return ""
        if len(text) > limit:
            self.refuse(
                key,
                "too_long",
                said(_("Deze tekst is langer dan {limit} tekens."), limit=limit),
                _("Maak de tekst korter."),
            )
            return ""
        return text

    def line(self, key: str, *, limit: int = 200) -> str:
        """Text on one line."""
        return " ".join(self.text(key, limit=limit).split())

    def date(self, key: str) -> date | None:
        """A date; what is no date is noted and left out."""
        value = self.value(key)
        if not cells.clean_text(value):
            return None
        found = cells.date_in(value)
        if found is None:
            self.doubt(
                key,
                "date_unclear",
                said(_("“{value}” is voor ons geen datum. We laten hem leeg."), value=self.line(key)),
                _("Schrijf de datum als dd-mm-jjjj, bijvoorbeeld 31-12-2026."),
            )
        return found

    def choices(self, key: str, vocabulary: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """A list in a cell → (codes that the vocabulary knows, the other words as written)."""
        known = self._known_by_folded_label(vocabulary)
        codes: dict[str, None] = {}
        others = []
        for part in self._known_whole_or_parts(self.text(key), known):
            code = known.get(cells.folded(part))
            if code is None:
                others.append(part)
            else:
                codes[code] = None
        return tuple(codes), tuple(others)

    def _known_by_folded_label(self, vocabulary: Mapping[str, str]) -> Mapping[str, str]:
        kept = self._folded.get(id(vocabulary))
        if kept is None:
            kept = {cells.folded(label): code for label, code in vocabulary.items()}
            self._folded[id(vocabulary)] = kept
        return kept

    @staticmethod
    def _known_whole_or_parts(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
        """A label may itself hold a comma; then the cell is that label."""
        return (text,) if cells.folded(text) in known else cells.parts_of(text)


def read_list(
    content: bytes, *, kind: Kind[Row], kinds: Sequence[Kind[Any]], lookups: Lookups, file_name: str = ""
) -> Reading[Row]:
    """Everything a file says, as rows of `kind`.

    `kinds` are all kinds there are, to recognise a list of another kind. Raises a `FileRefused` when the file
    as a whole cannot be read. Cells of columns that are not kept are never looked at.
    """
    sheet, header = find_header(sheets_in(content, file_name=file_name), kind, kinds=kinds)
    rows: list[Row] = []
    problems: list[Problem] = []
    count = 0
    folded: dict[int, Mapping[str, str]] = {}
    needed = {*kind.required, *(piece.key for piece in kind.pieces)}
    for number in range(header.row + 1, len(sheet.rows) + 1):
        reader = RowReader(sheet=sheet, header=header, row=number, needed=needed, folded=folded)
        if reader.is_blank:
            continue
        count += 1
        if count > MAX_ROWS:
            raise refusals.TooManyRows(limit=MAX_ROWS)
        if number in sheet.unsure_rows:
            reader.doubt_letters()
        row = kind.read(reader, lookups)
        problems += reader.problems
        if row is not None and not reader.is_refused:
            rows.append(row)
    if not count:
        raise refusals.ListHasNoRows
    kept, repeats = without_repeats(rows, titles=header.titles)
    return Reading(
        kind=kind.slug,
        sheet=sheet.name,
        header_row=header.row,
        rows=tuple(kept),
        problems=tuple(sorted([*problems, *repeats], key=lambda problem: problem.row)),
        used_columns=tuple(
            header.titles[key] for key in sorted(header.positions, key=header.positions.__getitem__)
        ),
        used_keys=frozenset(header.positions),
        dropped_columns=header.dropped,
    )
