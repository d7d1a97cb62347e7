"""CSV as Excel writes it: several encodings, and a semicolon, comma or tab between cells."""

import csv
import io

from werktop.exchange import refusals
from werktop.exchange.encodings import Decoded, decoded
from werktop.exchange.sheets import MAX_COLUMNS, MAX_ROWS, ROWS_ABOVE, Sheet
from werktop.ui.downloads import END_MARKER, without_escape

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS = [code for code in range(32) if code not in b"\t\n\v\f\r"]
_MAX_CELL_CHARACTERS = 100_000


def sheet_in_text(content: bytes) -> Sheet:
    """The one sheet of a CSV file; row numbers are those that Excel would show. Raises a `FileRefused`."""
    found = _decoded(content)
    text, delimiter = _told_delimiter(found.text)
    rows: list[list[str]] = []
    formulas = set()
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter or _likely_delimiter(text), strict=True
    )
    if delimiter:
        rows.append([])  # the line "sep=;" is row 1 for whoever counts lines
    try:
        for record in reader:
            if record and record[0].startswith(END_MARKER):
                continue
            if len(rows) >= MAX_ROWS + ROWS_ABOVE and any(cell.strip() for cell in record):
                raise refusals.TooManyRows(limit=MAX_ROWS)
            while record and not record[-1].strip():
                record.pop()
            if len(record) > MAX_COLUMNS:
                raise refusals.TooManyColumns(limit=MAX_COLUMNS)
            for column, cell in enumerate(record, start=1):
                if len(cell) > _MAX_CELL_CHARACTERS:
                    raise refusals.QuotesAreBroken(line=len(rows) + 1)
                if cell.lstrip().startswith("="):
                    formulas.add((len(rows) + 1, column))
            rows.append([without_escape(cell) for cell in record])
    except csv.Error as error:
        raise refusals.QuotesAreBroken(line=len(rows) + 1) from error
    while rows and not rows[-1]:
        rows.pop()
    if not rows:
        raise refusals.FileIsEmpty
    unsure = () if found.is_sure else (n for n, row in enumerate(rows, start=1) if not "".join(row).isascii())
    return Sheet(name="CSV", rows=rows, formulas=frozenset(formulas), unsure_rows=frozenset(unsure))


def _decoded(content: bytes) -> Decoded:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                raise refusals.TextIsUnreadable from error
    # Without a mark, UTF-16 shows itself as every other byte NUL; a stray control character is a slip and is cleaned later.
    if sum(content.count(code) for code in _CONTROLS) * 10 > len(content):
        raise refusals.TextIsUnreadable
    return decoded(content)


def _told_delimiter(text: str) -> tuple[str, str]:
    """Excel understands a first line `sep=;`; so do we. Returns the rest of the text and the delimiter."""
    first, _, rest = text.partition("\n")
    first = first.strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == 5:
        return rest, first[4]
    return text, ""


def _likely_delimiter(text: str) -> str:
    """The delimiter that occurs most outside quotes in the first line with words, or a semicolon."""
    counts = {";": 0, ",": 0, "\t": 0}
    is_quoted = has_words = False
    for character in text[:50_000]:
        if character == '"':
            is_quoted = not is_quoted
        elif not is_quoted and character in counts:
            counts[character] += 1
        elif not is_quoted and character in "\r\n":
            if has_words:
                break
            counts = dict.fromkeys(counts, 0)
        elif not character.isspace():
            has_words = True
    return max(counts, key=lambda delimiter: counts[delimiter])
