"""What people download is safe to open in a spreadsheet, and visibly complete."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werktop.ui.downloads import END_MARKER, csv_lines, csv_response, safe_cell, without_escape


def records(lines):
    text = b"".join(lines).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+31612345678", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''@x", " =1", "\u00a0=1"],
)
def test_no_cell_can_run_as_a_formula(text):
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize("text", ["Sam", "", "a=b", "1-2", "'s-Hertogenbosch", "x@voorbeeld.example"])
def test_plain_text_is_left_alone(text):
    assert safe_cell(text) == text


def test_values_become_what_a_reader_expects():
    assert [safe_cell(value) for value in (None, True, False, -3, 1.5, date(2026, 3, 1))] == [
        "",
        "ja",
        "nee",
        "-3",
        "1.5",
        "2026-03-01",
    ]


@given(st.text(max_size=30).filter(lambda text: "\x00" not in text))
def test_escaping_can_be_undone(text):
    assert without_escape(safe_cell(text)) == text


def test_the_last_line_counts_the_rows():
    assert records(csv_lines(header=["Naam"], rows=[["Sam"], ["Kim; Jo"]])) == [
        ["Naam"],
        ["Sam"],
        ["Kim; Jo"],
        [f"{END_MARKER}: 2"],
    ]


def test_a_download_that_breaks_off_has_no_last_line():
    def rows():
        yield ["Sam"]
        raise ConnectionError

    lines = csv_lines(header=["Naam"], rows=rows())
    assert [next(lines), next(lines), next(lines)] == [b"\xef\xbb\xbf", b"Naam\r\n", b"Sam\r\n"]
    with pytest.raises(ConnectionError):
        next(lines)
    assert list(lines) == []


def test_a_download_is_streamed_and_kept_by_nobody():
    response = csv_response(filename="gasten.csv", header=["Naam"], rows=[["Sam"]])
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="gasten.csv"'
    assert response["Cache-Control"] == "no-store"
