"""From an uploaded file to sheets of cells, or a refusal that says what to do."""

from collections.abc import Iterator
from pathlib import PurePath

from werktop.exchange import delimited, refusals, workbook
from werktop.exchange.sheets import MAX_FILE_BYTES, Sheet

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_STARTS: dict[bytes, str] = {
    b"%pdf": "pdf",
    b"{\\rtf": "document",
    b"\x89png": "picture",
    b"\xff\xd8\xff": "picture",
    b"gif8": "picture",
    b"<!doctype html": "web_page",
    b"<html": "web_page",
    b"<head": "web_page",
    b"<meta": "web_page",
    b"<body": "web_page",
    b"<table": "web_page",
    b"mime-version:": "web_page",  # a page of the web as Excel saves it in one file
    b"<?xml": "xml",
}
"""How a file begins, in small letters, and the word of `refusals.FORMATS` for it."""
_WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods")
_OPENED_AS_WORKBOOK = (".xlsx", ".xlsm", ".xltx", "")


def sheets_in(content: bytes, *, file_name: str = "") -> Iterator[Sheet]:
    """The visible sheets of an XLSX file that hold anything, in order; a CSV file is one sheet.

    What a file is, is seen from its content: names of files lie. Where `file_name` ends in what the content is
    not, the refusal says both, since the next program would go by the name. Raises a `FileRefused` of
    `werktop.exchange.refusals`, at the first sheet or at the one that cannot be read.
    """
    if len(content) > MAX_FILE_BYTES:
        raise refusals.FileIsTooLarge(limit_megabytes=MAX_FILE_BYTES // 2**20)
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise refusals.FileIsEmpty
    ending = PurePath(file_name).suffix.lower()
    if content.startswith(_OLE):
        raise _old_office_file(content, ending)
    if content.startswith(_ZIP):
        if found := workbook.other_format_of(content):
            raise refusals.FormatIsUnknown(found, ending=ending)
        if ending not in _OPENED_AS_WORKBOOK:
            raise refusals.NameIsWrong(ending=ending, is_workbook=True)
        yield from workbook.sheets_in_workbook(content)
    elif found := _other_format(content):
        raise refusals.FormatIsUnknown(found, ending=ending)
    elif ending in _WORKBOOK_ENDINGS:
        raise refusals.NameIsWrong(ending=ending) if _is_text(content) else refusals.WorkbookIsBroken
    else:
        yield delimited.sheet_in_text(content)


def _old_office_file(content: bytes, ending: str) -> refusals.FileRefused:
    """Excel, Word and what has a password were all kept in the same box before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusals.WorkbookHasPassword()
    if "WordDocument".encode("utf-16-le") in content:
        return refusals.FormatIsUnknown("document", ending=ending)
    return refusals.WorkbookIsOld(ending=ending)


def _other_format(content: bytes) -> str:
    """The word for a format that we do not read, or "" for what may be text."""
    start = content[:2_000]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\x00", b"").lstrip(b"\xff\xfe") or start
    start = start.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    found = next((word for begin, word in _STARTS.items() if start.startswith(begin)), "")
    return "web_page" if found == "xml" and b"<html" in start else found


def _is_text(content: bytes) -> bool:
    """Nothing in the beginning that no text has; text of two bytes a letter says so with a mark."""
    start = content[:4_000]
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or not any(
        byte < 32 and byte not in b"\t\r\n\x0c" for byte in start
    )
