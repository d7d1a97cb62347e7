"""XLSX: unpacked under a limit, scanned for formulas and extent, then read by calamine.

Calamine is quick and tolerant, but it trusts the file (a single cell at the far corner makes it reserve
memory for the whole sheet) and gives values only. So the parts are unpacked and measured here, and calamine
sees only what was measured.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree  # noqa: S405 - parts with a DOCTYPE are refused before they are parsed
from xml.parsers import expat

import python_calamine

from werktop.exchange import refusals
from werktop.exchange.sheets import MAX_COLUMNS, MAX_ROWS, ROWS_ABOVE, Sheet
from werktop.ui.typed import whole_number

MAX_UNPACKED_BYTES = 150 * 2**20
MAX_PARTS = 2_000
# Excel keeps a repeated text once; a small file may so stand for gigabytes of cells.
MAX_CHARACTERS = 100_000_000

_SHARED_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
)
# whatever a damaged archive makes Python's own reader raise
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ROW = re.compile(r"[1-9][0-9]{0,6}")
_REFERENCE = re.compile(rf"([A-Z]{{1,3}})({_ROW.pattern})")


def other_format_of(content: bytes) -> str:
    """What a zip file is that is no XLSX, as a word of `refusals.FORMATS`; "" for an XLSX or a broken one.

    LibreOffice, Numbers, Word, the binary .xlsb: all are zip files too.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = {name.lstrip("/") for name in packed.namelist()[: MAX_PARTS + 1]}
    except _NO_ZIP:
        return ""
    if len(names) > MAX_PARTS or "xl/workbook.xml" in names:
        return ""
    if "xl/workbook.bin" in names:
        return "binary_workbook"
    if "word/document.xml" in names:
        return "document"
    return "opendocument" if "content.xml" in names else "zip"


def sheets_in_workbook(content: bytes) -> Iterator[Sheet]:
    """The visible sheets with at least one filled cell. Raises a `FileRefused`."""
    parts = _unpacked(content)
    paths = _sheet_paths(parts)
    lengths = _lengths_of_shared_texts(parts.get("xl/sharedStrings.xml", b""))
    shared = {path: parts[path] for path in _SHARED_PARTS if path in parts}
    has_any = False
    for about in _opened(shared).sheets_metadata:
        is_shown = about.visible == python_calamine.SheetVisibleEnum.Visible
        if not is_shown or about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        path = paths.get(about.name, "")
        scan = _scanned(parts.get(path, b""), lengths)
        if not scan.last_row:
            continue
        has_any = True
        # Only the measured sheet goes along, so that a crafted file cannot point calamine at another one.
        yield _read(_opened({**shared, path: parts[path]}), about.name, scan)
    if not has_any:
        raise refusals.FileIsEmpty


def _unpacked(content: bytes) -> dict[str, bytes]:
    """The XML parts by path. The declared sizes are not believed: bytes are counted as they come out."""
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
            if len(members) > MAX_PARTS:
                raise refusals.FileIsTooLarge(limit_megabytes=MAX_UNPACKED_BYTES // 2**20, is_unpacked=True)
            for member in members:
                if member.flag_bits & 0x1:
                    raise refusals.WorkbookHasPassword
                if not member.filename.endswith((".xml", ".rels")):
                    continue
                with packed.open(member) as part:
                    text = part.read(left + 1)
                left -= len(text)
                if left < 0:
                    raise refusals.FileIsTooLarge(
                        limit_megabytes=MAX_UNPACKED_BYTES // 2**20, is_unpacked=True
                    )
                if b"<!DOCTYPE" in text[:2000] or b"<!ENTITY" in text[:2000]:
                    raise refusals.WorkbookIsBroken
                parts[member.filename.lstrip("/")] = text
    except _NO_ZIP as error:
        raise refusals.WorkbookIsBroken from error
    return parts


def _opened(parts: dict[str, bytes]) -> python_calamine.CalamineWorkbook:
    measured = io.BytesIO()
    with zipfile.ZipFile(measured, "w", zipfile.ZIP_STORED) as packed:
        for path, text in parts.items():
            packed.writestr(path, text)
    measured.seek(0)
    try:
        return python_calamine.CalamineWorkbook.from_filelike(measured)
    except python_calamine.PasswordError as error:
        raise refusals.WorkbookHasPassword from error
    except BaseException as error:
        _raise_as_broken(error)
        raise


def _read(book: python_calamine.CalamineWorkbook, name: str, scan: "_Scan") -> Sheet:
    try:
        sheet = book.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False)
        merged = sheet.merged_cell_ranges or []
    except BaseException as error:
        _raise_as_broken(error)
        raise
    for (row, column), shown in scan.errors.items():
        # calamine shows a failed formula as an empty cell; then a loss would go unsaid
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = shown
    return Sheet(
        name=name,
        rows=rows,
        formulas=frozenset(scan.formulas),
        merged=tuple((top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merged),
    )


def _raise_as_broken(error: BaseException) -> None:
    """Errors of the reader, and its panics (which are no `Exception`), mean a broken workbook."""
    if isinstance(error, Exception) or type(error).__name__ == "PanicException":
        raise refusals.WorkbookIsBroken from error


def _sheet_paths(parts: dict[str, bytes]) -> dict[str, str]:
    """Name of a sheet → path of its part."""
    try:
        relations = ElementTree.fromstring(parts.get("xl/_rels/workbook.xml.rels", b""))  # noqa: S314
        book = ElementTree.fromstring(parts["xl/workbook.xml"])  # noqa: S314
    except ElementTree.ParseError as error:
        raise refusals.WorkbookIsBroken from error
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    paths = {}
    for element in book.iter():
        if _local(element.tag) == "sheet":
            key = next((value for name, value in element.items() if _local(name) == "id"), None)
            target = targets.get(key, "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            paths[element.get("name", "")] = path
    return paths


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2]


def _lengths_of_shared_texts(text: bytes) -> list[int]:
    lengths: list[int] = []

    def starts(name: str, _attributes: dict[str, str]) -> None:
        if _local(name) == "si":
            lengths.append(0)

    def characters(value: str) -> None:
        if lengths:
            lengths[-1] += len(value)

    if text:
        _parsed(text, starts=starts, characters=characters)
    return lengths


@dataclass(slots=True)
class _Scan:
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0


def _scanned(text: bytes, lengths: list[int]) -> _Scan:
    """Where a sheet ends, which of its cells are formulas, and whether its texts fit in memory."""
    scan = _Scan()
    row = column = characters_left = 0
    characters_left = MAX_CHARACTERS
    is_shared = is_error = False
    number = ""

    def starts(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, is_shared, is_error, number
        tag = _local(name)
        if tag == "row":
            row = _row_number(attributes["r"]) if "r" in attributes else row + 1
            column = 0
        elif tag == "c":
            if "r" in attributes:
                row, column = _row_and_column(attributes["r"])
            else:
                column += 1
            is_shared, is_error = attributes.get("t") == "s", attributes.get("t") == "e"
        elif tag in ("v", "is", "f"):
            number = ""
            if row > MAX_ROWS + ROWS_ABOVE:
                raise refusals.TooManyRows(limit=MAX_ROWS)
            if column > MAX_COLUMNS:
                raise refusals.TooManyColumns(limit=MAX_COLUMNS)
            scan.last_row = max(scan.last_row, row)
            scan.last_column = max(scan.last_column, column)
            if tag == "f":
                scan.formulas.add((row, column))

    def ends(name: str) -> None:
        nonlocal characters_left
        if is_error and _local(name) == "v":
            scan.errors[row, column] = number
        nth = whole_number(number, -1, digits=12) if is_shared and _local(name) == "v" else -1
        if 0 <= nth < len(lengths):
            characters_left -= lengths[nth]
            if characters_left < 0:
                raise refusals.FileIsTooLarge(limit_megabytes=MAX_CHARACTERS // 10**6, is_unpacked=True)

    def characters(value: str) -> None:
        nonlocal number
        if is_shared or is_error:
            number = number + value if len(number) < 12 else number

    if text:
        _parsed(text, starts=starts, ends=ends, characters=characters)
    return scan


def _row_number(text: str) -> int:
    """Strict: another spelling that calamine understands in its own way would slip past the limits."""
    if not _ROW.fullmatch(text):
        raise refusals.WorkbookIsBroken
    return int(text)


def _row_and_column(reference: str) -> tuple[int, int]:
    """ "B3" → (3, 2), as strict."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise refusals.WorkbookIsBroken
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _parsed(
    text: bytes,
    *,
    starts: Callable[[str, dict[str, str]], None],
    characters: Callable[[str], None],
    ends: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = starts
    parser.EndElementHandler = ends
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(text, True)
    except (expat.ExpatError, ValueError) as error:
        raise refusals.WorkbookIsBroken from error
