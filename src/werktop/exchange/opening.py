"""From an uploaded file to sheets of cells, or a refusal that says what to do."""

from collections.abc import Iterator

from werktop.exchange import delimited, refusals, workbook
from werktop.exchange.sheets import MAX_FILE_BYTES, Sheet

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_NEITHER = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<html", b"<!DOCTYPE", b"<?xml")


def sheets_in(content: bytes) -> Iterator[Sheet]:
    """The visible sheets of an XLSX file that hold anything, in order; a CSV file is one sheet.

    What a file is, is seen from its content: names of files lie. Raises a `FileRefused` of
    `werktop.exchange.refusals`, at the first sheet or at the one that cannot be read.
    """
    if len(content) > MAX_FILE_BYTES:
        raise refusals.FileIsTooLarge(limit_megabytes=MAX_FILE_BYTES // 2**20)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise refusals.FileIsEmpty
    if content.startswith(_OLE):
        is_encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise refusals.WorkbookHasPassword if is_encrypted else refusals.WorkbookIsOld
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        yield from workbook.sheets_in_workbook(content)
    elif content.lstrip(b"\xef\xbb\xbf \r\n\t")[:20].startswith(_NEITHER):
        raise refusals.FormatIsUnknown
    else:
        yield delimited.sheet_in_text(content)
