"""CSV in every way that Excel writes it says the same as the workbook."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.making import codes, read

from werktop.exchange.delimited import sheet_in_text
from werktop.ui.downloads import END_MARKER, csv_lines, without_escape

ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")
DELIMITERS = (";", ",", "\t")


def text_of(rows, delimiter):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_every_encoding_and_delimiter_of_excel_is_read(encoding, delimiter):
    rows = [
        ("Naam", "E-mail", "Wat is nodig op de dag"),
        ("Zoë Façade", "zoe@voorbeeld.example", "stilte, én thee; €"),
    ]
    reading = read(text_of(rows, delimiter).encode(encoding))
    assert reading.rows[0].full_name == "Zoë Façade"
    assert reading.rows[0].other_needs == ("stilte, én thee", "€")


def test_big_endian_utf_16_is_read():
    content = b"\xfe\xff" + "Naam;E-mail\r\nZoë;zoe@voorbeeld.example\r\n".encode("utf-16-be")
    assert read(content).rows[0].full_name == "Zoë"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(ends):
    assert len(read(ends.join(["Naam;E-mail", "Sam;sam@voorbeeld.example", ""]).encode()).rows) == 1


def test_the_line_that_tells_excel_the_delimiter_is_understood():
    reading = read(b"sep=,\r\nNaam,E-mail\r\nSam,sam@voorbeeld.example\r\n")
    assert [(row.row, row.full_name) for row in reading.rows] == [(3, "Sam")]


def test_blank_lines_above_the_header_do_not_hide_the_delimiter():
    reading = read(b"\r\n;;;\r\nNaam;E-mail;;\r\nSam;sam@voorbeeld.example;;\r\n")
    assert [row.row for row in reading.rows] == [4]


def test_a_line_break_inside_a_cell_is_one_row():
    reading = read(
        b'Naam;E-mail;Wat is nodig op de dag\r\nSam;sam@voorbeeld.example;"tolk\nstilte"\r\nKim;;\r\n'
    )
    assert (reading.rows[0].needs, reading.rows[0].other_needs) == (("interpreter",), ("stilte",))
    assert [(problem.row, problem.code) for problem in reading.problems] == [(3, "unreachable")]


def test_a_quotation_mark_inside_a_word_is_a_quotation_mark():
    assert (
        read(b'Naam;E-mail\r\nSam "Sammie" V;sam@voorbeeld.example\r\n').rows[0].full_name == 'Sam "Sammie" V'
    )


def test_a_short_row_is_a_row_with_empty_cells():
    assert codes(read(b"Naam;E-mail;Postcode\r\nSam\r\n")) == ["unreachable"]


def test_what_we_let_people_download_can_be_read_back():
    lines = csv_lines(header=["Naam", "Telefoon"], rows=[["Sam", "+31612345678"]])
    reading = read(b"".join(lines))
    assert [row.phone for row in reading.rows] == ["+31612345678"]
    assert reading.problems == ()


CELLS = st.text(
    st.characters(codec="cp1252", exclude_categories=["Cc"], exclude_characters=["\ufeff"]), max_size=20
).filter(
    lambda text: (
        without_escape(text) == text and not text.startswith(END_MARKER) and not text.lstrip().startswith("=")
    )
)


@given(
    st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8),
    st.sampled_from(
        [each for each in ENCODINGS if each != "cp1252"]
    ),  # which has no words to know it by here
    st.sampled_from(DELIMITERS),
)
@settings(max_examples=150, deadline=None)
def test_cells_come_back_as_they_were_written(rows, encoding, delimiter):
    content = text_of([("Naam", "E-mail"), *rows], delimiter).encode(encoding)
    found = [[*cells, "", ""][:2] for cells in sheet_in_text(content).rows[1:]]
    expected = [list(row) for row in rows]
    # blank cells at the end of a row and blank rows at the end of a list are as good as absent
    tidy = [
        [cell if cell.strip() or any(c.strip() for c in row[i:]) else "" for i, cell in enumerate(row)]
        for row in expected
    ]
    while tidy and not any(tidy[-1]):
        tidy.pop()
    assert found == tidy
