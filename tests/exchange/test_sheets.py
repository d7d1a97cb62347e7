"""Where the list stands in a file, and cells that are not what they seem."""

import json
import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.exchange.making import CANDIDATE_HEADER, codes, many_sheets, read, saved, workbook

from werktop.exchange.cells import clean_text, folded
from werktop.exchange.problems import worded
from werktop.exchange.sheets import column_letter

HEADER = ("Naam", "E-mail")
SAM = ("Sam Voorbeeld", "sam@voorbeeld.example")
KIM = ("Kim Voorbeeld", "kim@voorbeeld.example")


def test_blank_lines_and_a_title_may_stand_above_the_header():
    reading = read(workbook([[], ["Gasten van maandag"], [], HEADER, SAM, [], KIM]))
    assert reading.header_row == 4
    assert [(row.row, row.full_name) for row in reading.rows] == [(5, SAM[0]), (7, KIM[0])]


def test_blank_columns_may_stand_before_the_list():
    reading = read(workbook([[], [None, None, *HEADER], [None, None, *SAM]]))
    assert [row.row for row in reading.rows] == [3]
    assert reading.dropped_columns == ()


def test_the_first_sheet_with_a_fitting_header_is_taken():
    content = many_sheets({"Uitleg": [["Vul het tweede blad in"]], "Leeg": [], "Gasten": [HEADER, SAM]})
    assert read(content).sheet == "Gasten"


def test_a_hidden_sheet_is_never_taken():
    content = many_sheets({"Oud": [HEADER, KIM], "Gasten": [HEADER, SAM]}, hidden=["Oud"])
    assert [row.full_name for row in read(content).rows] == [SAM[0]]


def test_a_column_without_a_name_that_holds_something_is_named_by_its_letter():
    reading = read(workbook([[*HEADER, None, None], [*SAM, None, "x"]]))
    assert [(column.letter, column.title) for column in reading.dropped_columns] == [("D", "")]


def test_a_formula_refuses_its_row_and_names_the_cell_and_the_remedy():
    reading = read(workbook([HEADER, SAM, ('=CONCATENATE("Kim"," ","Voorbeeld")', "kim@voorbeeld.example")]))
    assert [row.full_name for row in reading.rows] == [SAM[0]]
    assert len(reading.problems) == 1
    problem = reading.problems[0]
    assert (problem.row, problem.column, problem.level, problem.code) == (3, "Naam", "refused", "formula")
    assert "waarden" in str(problem.remedy)


def test_a_formula_in_a_csv_refuses_its_row():
    reading = read(b'Naam;Telefoon\r\nSam;06-12345678\r\nKim;="0612345678"\r\n')
    assert (reading.refused_rows, codes(reading)) == ((3,), ["formula_left", "unreachable"])


def test_a_formula_without_a_name_of_its_cell_is_found_too():
    """Some programs leave out r="A2"; cells then count on."""
    from tests.exchange.test_refused_files import repacked

    sheet = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b'<x:row><x:c t="str"><x:v>Naam</x:v></x:c><x:c t="str"><x:v>E-mail</x:v></x:c></x:row>'
        b'<x:row><x:c t="str"><x:v>Sam</x:v></x:c>'
        b'<x:c t="str"><x:f>A1</x:f><x:v>sam@voorbeeld.example</x:v></x:c></x:row>'
        b"</x:sheetData></x:worksheet>"
    )
    reading = read(repacked(workbook([HEADER, SAM]), {"xl/worksheets/sheet1.xml": sheet}))
    assert [(problem.row, problem.column, problem.code) for problem in reading.problems] == [
        (2, "E-mail", "formula_left"),
        (2, "", "unreachable"),
    ]


def test_a_formula_in_a_cell_that_a_row_can_do_without_is_left_out_and_the_row_comes_in():
    header = ("Naam", "E-mail", "Telefoon", "Wat doet u graag")
    reading = read(workbook([header, ("Sam Voorbeeld", "sam@post.example", "=B2", "=CONCATENATE(1)")]))
    (row,) = reading.rows
    assert (row.email, row.phone, row.competencies, row.own_words) == ("sam@post.example", "", (), ())
    assert [(p.column, p.level, p.code) for p in reading.problems] == [
        ("Telefoon", "doubtful", "formula_left"),
        ("Wat doet u graag", "doubtful", "formula_left"),
    ]


def test_cells_that_were_merged_are_named_as_the_reason():
    book = Workbook()
    sheet = book.active
    for row in (("Bedrijf", "Contactpersoon"), ("Bakkerij Voorbeeld", "Sam"), (None, "Kim")):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    reading = read(saved(book), "entrepreneurs")
    assert (reading.refused_rows, codes(reading)) == ((3,), ["company_missing"])
    assert "samengevoegd" in str(reading.problems[0].remedy)


def test_spaces_around_and_inside_are_tidied():
    assert (
        read(workbook([(" naam ", "E-MAIL"), ("  Sam \u00a0  Voorbeeld ", " sam@voorbeeld.example ")]))
        .rows[0]
        .full_name
        == "Sam Voorbeeld"
    )


def test_invisible_characters_are_left_out_and_said():
    reading = read(b"Naam;E-mail\r\nSam\x00 Voor\x07beeld;sam@voorbeeld.example\r\n")
    assert reading.rows[0].full_name == "Sam Voorbeeld"
    assert codes(reading) == ["control_characters"]
    assert reading.problems[0].column == "Naam"


@pytest.mark.parametrize("shown", ["#N/B", "#VERW!", "#REF!"])
def test_an_error_of_excel_is_no_value(shown):
    reading = read(workbook([("Naam", "E-mail", "Talen"), (*SAM, shown)]))
    assert codes(reading) == ["error_value"]
    assert reading.rows[0].other_languages == ()


def test_a_date_in_a_column_of_text_is_shown_as_a_date():
    reading = read(workbook([("Naam", "E-mail", "Talen"), (*SAM, datetime(2026, 2, 1))]))  # noqa: DTZ001
    assert reading.rows[0].other_languages == ("2026-02-01",)


def test_the_same_row_twice_counts_once_and_is_said():
    reading = read(workbook([HEADER, SAM, KIM, (SAM[0].upper() + " ", SAM[1]), SAM]))
    assert [row.full_name for row in reading.rows] == [SAM[0], KIM[0]]
    assert codes(reading, row=5) == ["repeated_row"]
    assert "rij 2" in str(reading.problems[-1].text)


def test_the_same_person_with_other_words_counts_once_and_is_said():
    reading = read(workbook([(*HEADER, "Talen"), (*SAM, "Nederlands"), (*SAM, "Engels")]))
    assert [row.languages for row in reading.rows] == [("nl",)]
    assert codes(reading) == ["same_person_differs"]


def test_a_likely_duplicate_is_said_and_never_blocks():
    reading = read(
        workbook(
            [(*HEADER, "Postcode"), (*SAM, "4001 AB"), ("sam voorbeeld", "ander@voorbeeld.example", "4001AB")]
        )
    )
    assert len(reading.rows) == 2
    assert codes(reading) == ["likely_duplicate"]
    assert reading.problems[0].row == 3


def test_an_address_that_several_people_share_is_said_at_each():
    reading = read(workbook([HEADER, SAM, (KIM[0], SAM[1].upper()), ("Alex", "alex@voorbeeld.example")]))
    assert len(reading.rows) == 3
    assert [(problem.row, problem.code) for problem in reading.problems] == [
        (2, "shared_email"),
        (3, "shared_email"),
    ]


def test_problems_can_be_kept_as_json():
    kept = read(workbook([HEADER, ("", "x@voorbeeld.example")])).problems[0].as_kept()
    assert json.loads(json.dumps(kept)) == kept
    [problem] = worded([kept])
    assert set(problem) == {"row", "column", "level", "code", "text", "remedy"}
    assert all(type(value) in (str, int) for value in problem.values())


def test_ten_thousand_rows_are_read_in_seconds():
    rows = [
        (f"Gast {n}", f"gast{n}@voorbeeld.example", f"06{n:08}", "4001 AB", "Nederlands")
        for n in range(10_000)
    ]
    content = workbook([CANDIDATE_HEADER, *rows])
    started = time.process_time()
    assert len(read(content).rows) == 10_000
    assert time.process_time() - started < 10


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_columns_are_named_as_excel_does(number, letters):
    assert column_letter(number) == letters


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_cleaning_text_twice_changes_nothing(text):
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text(max_size=40))
def test_folding_ignores_case_and_spaces(text):
    assert folded(f" {text} ") == folded(text) == folded(folded(text))


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_whatever_is_sent_is_read_or_refused(content):
    """Never another error than a refusal."""
    from werktop.exchange.refusals import FileRefused

    try:
        read(content)
    except FileRefused as error:
        assert str(error)


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_a_damaged_workbook_is_read_or_refused(position, damage):
    from werktop.exchange.refusals import FileRefused

    content = bytearray(DAMAGED)
    at = position % len(content)
    content[at : at + len(damage)] = damage
    try:
        read(bytes(content))
    except FileRefused as error:
        assert str(error)


DAMAGED = workbook([HEADER, SAM, KIM])
