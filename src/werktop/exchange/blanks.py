"""Empty templates to download: the columns that we read, an explanation, and lists to choose from."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from werktop.exchange.columns import Kind
from werktop.exchange.sheets import column_letter
from werktop.ui.downloads import csv_lines

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROWS_TO_FILL = 1_000


def blank_csv(kind: Kind[Any]) -> bytes:
    """The header row alone, as a Dutch Excel opens it."""
    return b"".join(
        csv_lines(header=[column.title for column in kind.columns], rows=(), has_end_marker=False)
    )


def blank_workbook(kind: Kind[Any], *, choices: Mapping[str, Sequence[str]] | None = None) -> bytes:
    """A workbook with a sheet to fill in and a sheet that explains each column.

    `choices` maps keys of columns to words to choose from, on top of those that the kind has of its own (the
    catalogue's talents, sectors). Choosing is a help: other words may be typed.
    """
    words = {column.key: list(column.choices) for column in kind.columns}
    for key, more in (choices or {}).items():
        words[key] = list(dict.fromkeys([*words.get(key, []), *more]))
    book = Workbook()
    _fill_list(book.active, kind, words)
    _fill_explanation(book.create_sheet(_("Uitleg")), kind)
    _fill_choices(book.create_sheet(_("Keuzes")), kind, words)
    _offer_choices(book, kind, words)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill_list(sheet: Any, kind: Kind[Any], words: Mapping[str, list[str]]) -> None:
    sheet.title = _("Lijst")
    for number, column in enumerate(kind.columns, start=1):
        cell = sheet.cell(row=1, column=number, value=column.title)
        _as_header(cell)
        if column.explanation:
            cell.comment = Comment(str(column.explanation), "werktop")
        letter = column_letter(number)
        sheet.column_dimensions[letter].width = max(16, len(column.title) + 4)
        # As text, Excel keeps the first zero of a telephone number and leaves dates as typed.
        sheet.column_dimensions[letter].number_format = "@"
    sheet.freeze_panes = "A2"


def _fill_explanation(sheet: Any, kind: Kind[Any]) -> None:
    sheet.append([_("Kolom"), _("Verplicht"), _("Uitleg"), _("Voorbeeld")])
    for cell in sheet[1]:
        _as_header(cell)
    for column in kind.columns:
        is_required = column.key in kind.required
        sheet.append([column.title, _("ja") if is_required else "", str(column.explanation), column.example])
    for letter, width in (("A", 26), ("B", 12), ("C", 70), ("D", 30)):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=2):
        row[2].alignment = Alignment(wrap_text=True, vertical="top")


def _fill_choices(sheet: Any, kind: Kind[Any], words: Mapping[str, list[str]]) -> None:
    """One column of words per column that has any, in the same place as on the list."""
    for number, column in enumerate(kind.columns, start=1):
        if words[column.key]:
            # Another word than the header of the list, so that this sheet is never taken for one.
            _as_header(
                sheet.cell(row=1, column=number, value=_("Keuzes bij {column}").format(column=column.title))
            )
            for row, word in enumerate(words[column.key], start=2):
                sheet.cell(row=row, column=number, value=word)
            sheet.column_dimensions[column_letter(number)].width = 34


def _offer_choices(book: Workbook, kind: Kind[Any], words: Mapping[str, list[str]]) -> None:
    sheet, choices = book.worksheets[0], book.worksheets[2]
    for number, column in enumerate(kind.columns, start=1):
        count = len(words[column.key])
        if not count:
            continue
        letter = column_letter(number)
        offer = DataValidation(
            type="list", formula1=f"'{choices.title}'!${letter}$2:${letter}${count + 1}", allow_blank=True
        )
        # Several words with a semicolon between them, or own words, are fine: no stop, no warning.
        offer.showErrorMessage = False
        sheet.add_data_validation(offer)
        offer.add(f"{letter}2:{letter}{_ROWS_TO_FILL + 1}")


def _as_header(cell: Any) -> None:
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="1F4E5F")
