"""A file that cannot be read is refused with words that say what to do; nothing of it is kept."""

import io
import struct
import zipfile

import pytest
from django.utils import translation
from openpyxl import Workbook
from tests.exchange.making import CANDIDATE_HEADER, SONAR_WORKBOOK, many_sheets, read, saved, workbook

from werktop.exchange import refusals, sheets
from werktop.exchange import workbook as workbooks

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
GUEST = ("Sam Voorbeeld", "sam@voorbeeld.example")


def refused(content, kind="candidates"):
    with pytest.raises(refusals.FileRefused) as caught:
        read(content, kind)
    assert str(caught.value.reason)
    assert str(caught.value.remedy)
    return caught.value


def repacked(content, changes):
    """The workbook with some parts added or replaced by others."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()} | changes
        for name, part in parts.items():
            new.writestr(name, part)
    return made.getvalue()


@pytest.mark.parametrize("content", [b"", b"  \r\n\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b";;;\r\n;;;\r\n"])
def test_an_empty_file_is_refused_as_empty(content):
    assert refused(content).code == "file_is_empty"


def test_an_empty_workbook_is_refused_as_empty():
    assert refused(workbook([])).code == "file_is_empty"


def test_a_workbook_with_only_a_hidden_sheet_of_people_is_refused_as_empty():
    content = many_sheets({"Leeg": [], "Weg": [CANDIDATE_HEADER, GUEST]}, hidden=["Weg"])
    assert refused(content).code == "file_is_empty"


def test_a_list_with_a_header_alone_says_that_nobody_is_on_it():
    assert refused(workbook([CANDIDATE_HEADER])).code == "list_has_no_rows"


def test_more_than_twenty_megabytes_is_refused_before_anything_is_read():
    error = refused(b"Naam;E-mail\r\n" + b"x" * (20 * 2**20))
    assert error.code == "file_is_too_large"
    assert "20 MB" in str(error)


def test_a_zip_bomb_is_refused_while_it_is_unpacked():
    bomb = repacked(workbook([CANDIDATE_HEADER, GUEST]), {"xl/sharedStrings.xml": b" " * (160 * 2**20)})
    assert len(bomb) < 2**20
    error = refused(bomb)
    assert error.code == "file_is_too_large"
    assert "Uitgepakt" in str(error)


def test_a_zip_that_lies_about_its_size_is_refused():
    content = bytearray(repacked(workbook([CANDIDATE_HEADER, GUEST]), {"xl/styles.xml": b" " * 100_000}))
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(b"xl/styles.xml"))
    struct.pack_into("<I", content, at + 24, 10)
    assert refused(bytes(content)).code == "workbook_is_broken"


def test_a_zip_of_a_version_that_does_not_exist_yet_is_refused_as_broken():
    content = bytearray(workbook([CANDIDATE_HEADER, GUEST]))
    content[content.rfind(b"PK\x01\x02") + 6] = 64
    assert refused(bytes(content)).code == "workbook_is_broken"


def test_a_short_text_that_stands_for_gigabytes_of_cells_is_refused(monkeypatch):
    monkeypatch.setattr(workbooks, "MAX_CHARACTERS", 10_000)
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 102))
    changes = {
        "xl/sharedStrings.xml": f"<sst><si><t>{'x' * 100}</t></si></sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
    }
    assert refused(repacked(workbook([GUEST]), changes)).code == "file_is_too_large"


def test_too_many_parts_are_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for number in range(2_001):
            packed.writestr(f"xl/{number}.xml", "")
    assert refused(made.getvalue()).code == "file_is_too_large"


@pytest.mark.parametrize("size", [100, 2_000, 4_000])
def test_a_workbook_that_was_cut_off_is_refused_as_broken(size):
    assert refused(workbook([CANDIDATE_HEADER, GUEST])[:size]).code == "workbook_is_broken"


def test_a_workbook_whose_sheet_is_no_xml_is_refused_as_broken():
    half = {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}
    content = repacked(workbook([CANDIDATE_HEADER, GUEST]), half)
    assert refused(content).code == "workbook_is_broken"


def test_xml_that_defines_its_own_entities_is_refused():
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
    content = repacked(workbook([CANDIDATE_HEADER, GUEST]), {"xl/workbook.xml": evil})
    assert refused(content).code == "workbook_is_broken"


def test_a_workbook_with_a_password_is_told_to_take_it_off():
    content = OLE + b"\x00" * 1_000 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 1_000
    assert refused(content).code == "workbook_has_password"


def test_an_old_workbook_is_told_to_save_as_xlsx():
    error = refused(OLE + b"\x00" * 2_000)
    assert error.code == "workbook_is_old"
    assert ".xlsx" in str(error.remedy)


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"\x89PNG\r\n", b"<html><table>", b"{\\rtf1"])
def test_another_kind_of_file_is_refused(content):
    assert refused(content).code == "format_is_unknown"


def test_a_document_of_another_office_program_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<office/>")
    assert refused(made.getvalue()).code == "format_is_unknown"


def test_too_many_rows_in_a_workbook_are_refused():
    book = Workbook()
    book.active.append(CANDIDATE_HEADER)
    book.active.append(GUEST)
    book.active.cell(row=1_048_576, column=1, value="Ver Voorbeeld")
    assert refused(saved(book)).code == "too_many_rows"


@pytest.mark.parametrize("reference", ["xfd1048576", "XFD1048576 ", "$XFD$1048576", "A0", "A99999999999", ""])
def test_a_cell_with_an_odd_name_cannot_slip_past_the_limits(reference):
    """The reader of workbooks would reserve memory for the whole sheet, and take the server along."""
    sheet = f'<worksheet><sheetData><row r="1"><c r="{reference}"><v>1</v></c></row></sheetData></worksheet>'
    content = repacked(workbook([GUEST]), {"xl/worksheets/sheet1.xml": sheet})
    assert refused(content).code == "workbook_is_broken"


def test_a_workbook_cannot_have_another_sheet_read_than_the_one_that_was_measured():
    far = (
        '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    two = many_sheets({"Een": [CANDIDATE_HEADER, GUEST], "Twee": [GUEST]})
    with zipfile.ZipFile(io.BytesIO(two)) as packed:
        book = packed.read("xl/workbook.xml").replace(b'name="Twee"', b'name="Een"')
    changes = {"xl/workbook.xml": book, "xl/worksheets/sheet1.xml": far}
    assert refused(repacked(two, changes)).code == "workbook_is_broken"


def test_one_row_too_many_under_the_header_is_refused(monkeypatch):
    from werktop.exchange import reading

    monkeypatch.setattr(reading, "MAX_ROWS", 2)
    assert len(read(workbook([CANDIDATE_HEADER, GUEST, ("Kim", "kim@voorbeeld.example")])).rows) == 2
    error = refused(workbook([CANDIDATE_HEADER, GUEST, GUEST, GUEST]))
    assert error.code == "too_many_rows"
    assert "2 rijen" in str(error)


def test_too_many_rows_in_a_csv_are_refused():
    lines = ["Naam;E-mail", *["Sam;sam@voorbeeld.example"] * (sheets.MAX_ROWS + sheets.ROWS_ABOVE)]
    assert refused("\r\n".join(lines).encode()).code == "too_many_rows"


def test_too_many_columns_are_refused():
    book = Workbook()
    book.active.append(CANDIDATE_HEADER)
    book.active.cell(row=2, column=16_384, value="ver weg")
    assert refused(saved(book)).code == "too_many_columns"
    assert refused((";" * 100 + "x\r\nNaam;E-mail").encode()).code == "too_many_columns"


def test_cells_that_are_coloured_yet_empty_do_not_count_as_rows():
    book = Workbook()
    book.active.append(CANDIDATE_HEADER)
    book.active.append(GUEST)
    book.active.cell(row=1_048_576, column=16_384).number_format = "@"
    assert len(read(saved(book)).rows) == 1


def test_missing_columns_are_named():
    error = refused(workbook([("Bijnaam", "Lievelingskleur"), ("Sam", "groen")]))
    assert error.code == "columns_are_wrong"
    assert error.missing == ("Naam", "E-mail / Telefoon / Postcode")
    assert "Naam" in str(error.reason)


def test_a_sonar_export_chosen_as_a_guest_list_is_recognised():
    """Otherwise its column Toestemming would be lost."""
    error = refused(SONAR_WORKBOOK.read_bytes(), "candidates")
    assert (error.code, error.looks_like) == ("columns_are_wrong", "sonar")
    assert "Sonar" in str(error)


def test_a_list_of_entrepreneurs_chosen_as_candidates_is_recognised():
    content = workbook([("Bedrijf", "Naam", "E-mail"), ("Bakkerij Voorbeeld", *GUEST)])
    assert refused(content, "candidates").looks_like == "entrepreneurs"


def test_a_list_of_candidates_chosen_as_entrepreneurs_is_recognised():
    assert refused(workbook([CANDIDATE_HEADER, GUEST]), "entrepreneurs").looks_like == "candidates"


def test_a_column_that_stands_twice_is_refused_with_both_letters():
    error = refused(workbook([("Naam", "E-mail", "E-mailadres"), (*GUEST, "ander@voorbeeld.example")]))
    assert error.code == "column_is_there_twice"
    assert "B, C" in str(error)


def test_a_computed_header_is_refused_with_its_cell():
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="str"><f>"Na"&amp;"am"</f><v>Naam</v></c>'
        b'<c r="B1" t="str"><v>E-mail</v></c></row>'
        b'<row r="2"><c r="A2" t="str"><v>Sam</v></c></row></sheetData></worksheet>'
    )
    error = refused(repacked(workbook([("Naam", "E-mail"), GUEST]), {"xl/worksheets/sheet1.xml": sheet}))
    assert error.code == "header_has_formula"
    assert "A1" in str(error)


def test_a_csv_without_a_mark_in_utf_16_is_told_how_to_save():
    content = "Naam;E-mail\r\nSam;sam@voorbeeld.example".encode("utf-16-le")
    assert refused(content).code == "text_is_unreadable"


def test_bytes_that_are_no_text_are_refused():
    assert refused(b"Naam;E-mail\r\n\x81\x02\x8d\x07\x8f\x1b").code == "text_is_unreadable"


def test_a_quotation_mark_that_never_closes_is_refused_with_its_line():
    error = refused(b'Naam;E-mail\r\nSam;sam@voorbeeld.example\r\n"Kim;kim@voorbeeld.example\r\n')
    assert error.code == "quotes_are_broken"
    assert "regel 3" in str(error)


def test_a_refusal_speaks_the_language_of_the_reader():
    error = refused(workbook([("Bijnaam",), ("Sam",)]))
    with translation.override("nl"):
        assert str(error.reason) == "We missen in de lijst: Naam, E-mail / Telefoon / Postcode."
    with translation.override("en"):
        assert str(error.reason) == "Missing from the list: Naam, E-mail / Telefoon / Postcode."
