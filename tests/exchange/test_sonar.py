"""The real export of Sonar, row by row, and what its columns may hold."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from tests.exchange.making import SONAR_WORKBOOK, codes, read, workbook

from werktop.exchange.problems import worded

KEPT = (
    "Datum melding",
    "Beschikbare uren/wk",
    "Opleidingsniveau",
    "Bemiddelingsberoep",
    "Mondeling Nederlands",
    "Schriftelijk Nederlands",
    "Rijbewijs",
    "Inschrijfdatum",
    "Telefoonnummer",
    "Volledige Naam",
    "E-mailadres",
    "Vervoer",
    "Postcode",
    "Medewerker Naam",
    "Toestemming",
)
GOOD = {
    "Datum melding": "03-01-2026",
    "Beschikbare uren/wk": "24",
    "Mondeling Nederlands": "3",
    "Rijbewijs": "B",
    "Inschrijfdatum": "04-01-2026",
    "Telefoonnummer": "06-12345678",
    "Volledige Naam": "Sam Voorbeeld",
    "E-mailadres": "sam@voorbeeld.example",
    "Postcode": "4001 AB",
    "Toestemming": "Ja",
}


@pytest.fixture(scope="module")
def example():
    return read(SONAR_WORKBOOK.read_bytes(), "sonar")


@pytest.fixture(scope="module")
def source():
    book = load_workbook(SONAR_WORKBOOK, read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:] if row[0]]


def one(**changes):
    """The reading of a file with one good row, some cells changed."""
    cells = {**GOOD, **changes}
    return read(workbook([list(cells), list(cells.values())]), "sonar")


def test_every_row_of_the_example_is_read_as_it_stands(example, source):
    assert len(example.rows) == len(source) == 24
    for number, (row, cells) in enumerate(zip(example.rows, source, strict=True), start=2):
        assert row.row == number
        assert row.full_name == cells["Volledige Naam"]
        assert row.reported_date == cells["Datum melding"].date()
        assert row.registered_date == cells["Inschrijfdatum"].date()
        assert row.available_hours == cells["Beschikbare uren/wk"]
        assert row.education_level == cells["Opleidingsniveau"]
        assert row.desired_occupation == cells["Bemiddelingsberoep"]
        assert row.spoken_dutch == cells["Mondeling Nederlands"]
        assert row.written_dutch == cells["Schriftelijk Nederlands"]
        assert row.languages == ("nl",)
        assert set(row.driving_licences) == set(cells["Rijbewijs"].split(","))
        assert row.phone == "+31" + cells["Telefoonnummer"].replace("-", "")[1:]
        assert row.email == cells["E-mailadres"]
        assert row.transport.upper() == cells["Vervoer"].upper()
        assert row.postcode.replace(" ", "") == cells["Postcode"]
        assert row.staff_name == cells["Medewerker Naam"]
        assert row.is_shared is (cells["Toestemming"] == "Ja")


def test_one_person_of_the_example_is_not_shared_yet_served(example):
    assert [row.is_shared for row in example.rows].count(False) == 1
    assert example.refused_rows == ()


def test_the_example_keeps_fifteen_columns_and_names_the_twenty_it_drops(example):
    assert example.used_columns == KEPT
    dropped = {column.title: column.is_personal for column in example.dropped_columns}
    assert len(dropped) == 20
    for title in ("BSN", "Geslacht", "Leeftijd", "Straatnaam", "Huisnummer", "1e uitk dag (niet WW)"):
        assert dropped[title] is True
    assert dropped["Organisatie Naam"] is False


def test_nothing_of_a_dropped_column_reaches_a_row(example, source):
    everything = repr(example.rows) + repr(worded(problem.as_kept() for problem in example.problems))
    for cells in source:
        assert str(cells["BSN"]) not in everything
    assert "Onbekend" not in everything
    assert "NNB" not in everything


def test_the_warnings_of_the_example(example):
    """Invented postcodes, one address for all, and one name: said of each row, none refused."""
    assert codes(example).count("postcode_unknown") == 24
    assert codes(example).count("shared_email") == 24
    assert codes(example).count("likely_duplicate") == 23
    assert len(example.problems) == 71
    assert example.doubtful_rows == tuple(range(2, 26))


def test_every_row_of_the_example_has_an_identity_of_its_own(example):
    assert len({row.identity for row in example.rows}) == 24


def test_reading_twice_gives_the_same_identities(example):
    again = read(SONAR_WORKBOOK.read_bytes(), "sonar")
    assert [row.identity for row in again.rows] == [row.identity for row in example.rows]


def test_a_good_row_gives_no_problems():
    reading = one()
    assert reading.problems == ()
    assert reading.rows[0].phone == "+31612345678"


def test_an_unknown_language_level_is_doubtful_and_the_language_stays():
    reading = one(**{"Mondeling Nederlands": "B1"})
    assert codes(reading) == ["language_level_unknown"]
    assert reading.problems[0].column == "Mondeling Nederlands"
    assert (reading.rows[0].languages, reading.rows[0].spoken_dutch) == (("nl",), None)


def test_without_a_spoken_level_no_language_is_assumed():
    assert one(**{"Mondeling Nederlands": ""}).rows[0].languages == ()


def test_unknown_licences_are_doubtful_and_the_known_ones_stay():
    reading = one(Rijbewijs="B, Z9 , be")
    assert codes(reading) == ["licence_unknown"]
    assert "Z9" in str(reading.problems[0].text)
    assert reading.rows[0].driving_licences == ("B", "BE")


@pytest.mark.parametrize("code", ["A", "A1", "A2", "B", "B+", "C", "C1", "D", "D1", "BE", "CE", "DE", "T"])
def test_every_licence_of_the_choice_sheet_is_known(code):
    assert one(Rijbewijs=code).rows[0].driving_licences == (code,)


def test_toestemming_nee_is_served_and_not_shared():
    reading = one(Toestemming="nee ")
    assert reading.rows[0].is_shared is False
    assert reading.problems == ()


@pytest.mark.parametrize("written", ["", "misschien"])
def test_an_unclear_toestemming_is_not_shared_and_said(written):
    reading = one(Toestemming=written)
    assert reading.rows[0].is_shared is False
    assert codes(reading) == ["sharing_unclear"]


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 1, 4),
        datetime(2026, 1, 4, 9, 30),  # noqa: DTZ001 - Excel knows no zones
        "2026-01-04",
        "4-1-2026",
        "04/01/2026",
        "4 januari 2026",
        46026,
    ],
)
def test_dates_are_read_in_the_ways_people_write_them(written):
    reading = one(Inschrijfdatum=written)
    assert reading.rows[0].registered_date == date(2026, 1, 4)
    assert reading.problems == ()


@pytest.mark.parametrize(
    "written", ["31-02-2026", "binnenkort", "01-13-2026", "4-1-26", 9_999_999, "01-01-0026"]
)
def test_what_is_no_date_is_doubtful(written):
    reading = one(Inschrijfdatum=written)
    assert codes(reading) == ["date_unclear"]
    assert reading.rows[0].registered_date is None


@pytest.mark.parametrize(("written", "hours"), [("32,5", Decimal("32.5")), (36, Decimal(36)), ("", None)])
def test_hours_are_read(written, hours):
    reading = one(**{"Beschikbare uren/wk": written})
    assert reading.rows[0].available_hours == hours
    assert reading.problems == ()


@pytest.mark.parametrize("written", ["veel", "168", "-1", "NaN", "1e9"])
def test_hours_that_cannot_be_are_doubtful(written):
    reading = one(**{"Beschikbare uren/wk": written})
    assert codes(reading) == ["hours_unclear"]
    assert reading.rows[0].available_hours is None


def test_headers_may_be_spelled_otherwise():
    cells = {key.upper().replace(" ", "  "): value for key, value in GOOD.items()}
    assert len(read(workbook([list(cells), list(cells.values())]), "sonar").rows) == 1


def test_a_formula_in_a_dropped_column_is_nobodys_business():
    reading = one(BSN="=1+1")
    assert reading.problems == ()
    assert len(reading.rows) == 1


def test_sheltered_work_is_not_taken_over_as_a_wish():
    reading = one(Bemiddelingsberoep="Beschut werk (groen)")
    assert reading.rows[0].desired_occupation == "" and "sheltered_left" in codes(reading)


def test_what_a_register_says_is_not_taken_over_as_a_wish():
    reading = one(Bemiddelingsberoep="Wajong, iets met groen")
    assert reading.rows[0].desired_occupation == "" and "group_left" in codes(reading)
