"""Files as people send them, made on the spot."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from werktop.exchange.kinds import KINDS
from werktop.exchange.reading import Lookups, Reading, read_list

SONAR_WORKBOOK = Path(__file__).parent / "fixtures" / "SonarDashboardExample.xlsx"
CANDIDATE_HEADER = (
    "Naam",
    "E-mail",
    "Telefoon",
    "Postcode",
    "Adres voor een brief",
    "Talen",
    "Wat doet u graag",
    "Wat kunt u goed",
    "Wat is nodig op de dag",
    "Hoe uitnodigen",
)
LOOKUPS = Lookups(
    identity_key=b"a key of the test",
    knows_postcode=lambda digits: digits.startswith("40"),
    competencies={"Koken": "cooking", "Samenwerken": "teamwork", "Rekenen, tellen": "counting"},
)


def workbook(rows: Sequence[Sequence[Any]], *, title: str = "Blad1") -> bytes:
    """An XLSX file with one sheet."""
    return many_sheets({title: rows})


def many_sheets(sheets: dict[str, Sequence[Sequence[Any]]], *, hidden: Sequence[str] = ()) -> bytes:
    """An XLSX file with these sheets in this order."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(
    content: bytes, kind: str = "candidates", lookups: Lookups = LOOKUPS, file_name: str = ""
) -> Reading[Any]:
    return read_list(
        content, kind=KINDS[kind], kinds=list(KINDS.values()), lookups=lookups, file_name=file_name
    )


def codes(reading: Reading[Any], *, row: int | None = None) -> list[str]:
    """Codes of the problems, of one row or of all."""
    return [problem.code for problem in reading.problems if row in (None, problem.row)]
