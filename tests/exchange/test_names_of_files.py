"""A file whose name says another thing than its content: the refusal says what it is and what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import typst
from openpyxl import Workbook
from tests.exchange.making import CANDIDATE_HEADER, SONAR_WORKBOOK, read, saved, workbook

from werktop.exchange import refusals

OLD_WORKBOOK = (Path(__file__).parent / "fixtures" / "gasten-1997.xls").read_bytes()
ROWS = (CANDIDATE_HEADER[:2], ("Sam Voorbeeld", "sam@voorbeeld.example"))
TEXT = "\r\n".join(";".join(row) for row in ROWS).encode()
XLSX = workbook(ROWS)
# as programs write what they call an Excel export
WEB_PAGE = b'\xef\xbb\xbf<!DOCTYPE html>\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>\
<tr><td>Naam</td><td>E-mail</td></tr><tr><td>Sam</td><td>sam@voorbeeld.example</td></tr></table></body></html>'


def packed(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def pdf():
    return typst.compile(b"Naam, E-mail \\ Sam, sam\\@voorbeeld.example", format="pdf")


def refused(content, file_name):
    with pytest.raises(refusals.FileRefused) as caught:
        read(content, file_name=file_name)
    return caught.value.code, str(caught.value.reason), str(caught.value.remedy)


@pytest.mark.parametrize("name", ["gasten.xlsx", "GASTEN.XLSX", "gasten.xls", "gasten.ods"])
@pytest.mark.parametrize("content", [TEXT, TEXT.decode().encode("utf-16"), b"\xef\xbb\xbf" + TEXT])
def test_a_text_with_the_name_of_a_workbook_is_told_to_be_one_or_the_other(name, content):
    ending = name[-5:].lower().lstrip("n")
    code, reason, remedy = refused(content, name)
    assert (code, reason) == ("name_is_wrong", f"Dit is een tekstbestand met de naam {ending}.")
    assert "Opslaan als: Excel-werkmap (.xlsx)" in remedy and "de naam .csv" in remedy


@pytest.mark.parametrize("ending", [".csv", ".txt", ".xls"])
def test_a_workbook_with_another_name_is_told_to_be_called_xlsx(ending):
    code, reason, remedy = refused(SONAR_WORKBOOK.read_bytes(), f"sonar{ending}")
    assert (code, reason) == ("name_is_wrong", f"Dit is een Excel-werkmap met de naam {ending}.")
    assert "de naam .xlsx" in remedy


@pytest.mark.parametrize(
    ("content", "name", "reason", "remedy"),
    [
        (WEB_PAGE, "export.xls", "Dit is een webpagina (HTML) met de naam .xls.", "Opslaan als"),
        (WEB_PAGE, "export.xlsx", "Dit is een webpagina (HTML) met de naam .xlsx.", "Opslaan als"),
        (WEB_PAGE, "export.html", "Dit is een webpagina (HTML).", "Opslaan als"),
        (WEB_PAGE.decode().encode("utf-16"), "e.csv", "Dit is een webpagina (HTML) met de naam .csv.", "Opslaan als"),
        (pdf(), "lijst.xlsx", "Dit is een PDF met de naam .xlsx.", "Vraag om de lijst zelf"),
        (pdf(), "lijst.csv", "Dit is een PDF met de naam .csv.", "Vraag om de lijst zelf"),
        (pdf(), "lijst.pdf", "Dit is een PDF.", "Vraag om de lijst zelf"),
        (packed(content_xml="<office/>"), "l.xlsx", "Dit is een werkblad van LibreOffice (.ods) met de naam .xlsx.", "Opslaan als"),
        (packed(word__document_xml="<w/>"), "brief.docx", "Dit is een tekstdocument, geen lijst.", "Vraag om de lijst"),
        (packed(gasten_csv=TEXT), "gasten.zip", "Dit is een zip-bestand.", "Pak het uit"),
    ],
)  # fmt: skip
def test_another_format_says_what_it_is_by_its_content(content, name, reason, remedy):
    code, told, what_to_do = refused(content, name)
    assert (code, told) == ("format_is_unknown", reason)
    assert remedy in what_to_do


@pytest.mark.parametrize(
    ("name", "more"), [("gasten.xls", ""), ("gasten.xlsx", " met de naam .xlsx"), ("gasten.csv", " met de naam .csv")]
)  # fmt: skip
def test_an_old_workbook_is_known_by_any_name(name, more):
    code, reason, remedy = refused(OLD_WORKBOOK, name)
    assert (code, reason) == ("workbook_is_old", f"Dit is een werkmap in het oude formaat (.xls){more}.")
    assert "Excel-werkmap (.xlsx)" in remedy


def test_what_is_no_text_either_is_a_broken_workbook():
    assert refused(XLSX[30:], "gasten.xlsx")[0] == "workbook_is_broken"


@pytest.mark.parametrize(
    ("content", "name"),
    [(XLSX, "gasten.xlsx"), (XLSX, "gasten.xlsm"), (XLSX, "gasten"), (TEXT, "gasten.csv"), (TEXT, "gasten.txt"), (TEXT, "")],
)  # fmt: skip
def test_a_name_that_fits_or_says_nothing_is_read(content, name):
    assert [row.full_name for row in read(content, file_name=name).rows] == ["Sam Voorbeeld"]


def test_a_workbook_without_a_cell_is_empty_and_not_another_format():
    assert refused(saved(Workbook()), "gasten.xlsx")[0] == "file_is_empty"
