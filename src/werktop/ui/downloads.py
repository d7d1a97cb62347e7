"""CSV that people download: streamed, safe to open in a spreadsheet, and visibly complete.

A cell that begins with = + - @ (also after spaces), a tab or a line end may run as a formula when the file is
opened; such cells get an apostrophe in front (OWASP, "CSV Injection"). The last line says how many rows there
are: a download that broke off half-way has no such line.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.http import StreamingHttpResponse

END_MARKER = "# einde van de lijst"
_STARTS_A_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@])")


class _Echo:
    """Hands back what the csv writer writes, so that rows can be streamed."""

    def write(self, value: str) -> str:
        return value


def safe_cell(value: Any) -> str:
    """A value as text that no spreadsheet will run. Numbers stay numbers, dates become ISO dates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).replace("\x00", "")
    # A text that looks escaped already is escaped once more, so that reading back loses nothing.
    if _STARTS_A_FORMULA.match(text):
        return "'" + text
    return text


def without_escape(text: str) -> str:
    """What `safe_cell` was given: takes off the one apostrophe that it put in front."""
    if text.startswith("'") and _STARTS_A_FORMULA.match(text):
        return text[1:]
    return text


def csv_lines(
    *, header: Sequence[str], rows: Iterable[Sequence[Any]], has_end_marker: bool = True
) -> Iterator[bytes]:
    """UTF-8 with a byte order mark and semicolons, as a Dutch Excel opens it without questions."""
    writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
    yield b"\xef\xbb\xbf"
    yield writer.writerow([safe_cell(title) for title in header]).encode()
    count = 0
    for row in rows:
        count += 1
        yield writer.writerow([safe_cell(value) for value in row]).encode()
    if has_end_marker:
        yield writer.writerow([f"{END_MARKER}: {count}"]).encode()


def csv_response(
    *, filename: str, header: Sequence[str], rows: Iterable[Sequence[Any]], has_end_marker: bool = True
) -> StreamingHttpResponse:
    """A download that is sent while it is made. `filename` comes from code, never from a visitor."""
    return StreamingHttpResponse(
        csv_lines(header=header, rows=rows, has_end_marker=has_end_marker),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{filename}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
