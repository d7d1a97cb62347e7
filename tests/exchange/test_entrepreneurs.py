"""A guest list of entrepreneurs."""

from datetime import date

import pytest
from tests.exchange.making import codes, read, workbook

from werktop.exchange import refusals

GOOD = {
    "Bedrijf": "Bakkerij Voorbeeld",
    "Contactpersoon": "Robin Voorbeeld",
    "E-mail": "robin@voorbeeld.example",
    "Telefoon": "0344-123456",
    "Plaats": "Tiel",
    "Postcode": "4001 AB",
    "Adres": "Voorbeeldweg 1",
    "Sector": "C",
    "Wat doen ze": "Brood en gebak",
    "Wat zoeken ze": "samenwerken; vroege vogels",
    "Vorm van werk": "baan, stage",
    "Wil introduceren bij": "Garage Voorbeeld; Kwekerij Voorbeeld, Ochten",
    "Datum aansluiting": "01-03-2026",
}


def one(**changes):
    cells = {**GOOD, **changes}
    return read(workbook([list(cells), list(cells.values())]), "entrepreneurs")


def test_a_full_row_is_read():
    reading = one()
    row = reading.rows[0]
    assert (row.company, row.contact_name) == ("Bakkerij Voorbeeld", "Robin Voorbeeld")
    assert (row.place, row.postcode, row.address) == ("Tiel", "4001 AB", "Voorbeeldweg 1")
    assert row.phone == "+31344123456"
    assert row.sector == "C"
    assert (row.does, row.seeks) == ("Brood en gebak", "samenwerken; vroege vogels")
    assert row.competencies == ("teamwork",)
    assert row.work_forms == ("regular", "internship")
    assert row.own_words == ("vroege vogels",)
    assert row.introduces == ("Garage Voorbeeld", "Kwekerij Voorbeeld, Ochten")
    assert row.joined_date == date(2026, 3, 1)
    assert codes(reading) == ["competency_unknown"]
    assert reading.dropped_columns == ()


@pytest.mark.parametrize(
    ("column", "code"), [("Bedrijf", "company_missing"), ("Contactpersoon", "contact_missing")]
)
def test_a_row_without_firm_or_contact_is_refused(column, code):
    reading = one(**{column: ""})
    assert reading.rows == ()
    assert code in codes(reading)


def test_an_entrepreneur_needs_no_address_yet():
    assert len(one(**{"E-mail": "", "Telefoon": "", "Postcode": ""}).rows) == 1


@pytest.mark.parametrize(
    ("written", "letter"),
    [("c", "C"), ("Industrie", "C"), ("C - industrie", "C"), ("Logies", "I"), ("I", "I"), ("", "")],
)
def test_a_sector_is_known_by_letter_and_by_name(written, letter):
    reading = one(Sector=written)
    assert reading.rows[0].sector == letter
    assert "sector_unknown" not in codes(reading)


def test_an_unknown_sector_is_said():
    reading = one(Sector="Ruimtevaart")
    assert reading.rows[0].sector == ""
    assert "sector_unknown" in codes(reading)


def test_a_form_of_work_may_stand_among_what_they_look_for():
    assert one(**{"Wat zoeken ze": "koken; stage", "Vorm van werk": ""}).rows[0].work_forms == ("internship",)


def test_two_entrepreneurs_of_one_firm_are_two_rows():
    header = list(GOOD)
    first, second = list(GOOD.values()), list({**GOOD, "Contactpersoon": "Kim Voorbeeld"}.values())
    reading = read(workbook([header, first, second]), "entrepreneurs")
    assert len(reading.rows) == 2
    assert len({row.identity for row in reading.rows}) == 2
    assert "likely_duplicate" in codes(reading)


def test_the_name_of_who_comes_may_stand_in_columns_of_its_own():
    cells = {"Bedrijfsnaam": "Bakkerij Voorbeeld", "Voornaam": "Robin", "Achternaam": "de Groot"}
    reading = read(workbook([list(cells), list(cells.values())]), "entrepreneurs")
    assert reading.rows[0].contact_name == "Robin de Groot"
    with pytest.raises(refusals.ColumnsAreWrong) as refused:
        read(workbook([["Voornaam", "Achternaam"], ["Robin", "de Groot"]]), "entrepreneurs")
    assert refused.value.missing == ("Bedrijf",)


def test_a_list_of_entrepreneurs_with_names_in_pieces_is_none_of_candidates():
    cells = {"Bedrijf": "Bakkerij Voorbeeld", "Voornaam": "Robin", "E-mail": "robin@voorbeeld.example"}
    with pytest.raises(refusals.ColumnsAreWrong) as refused:
        read(workbook([list(cells), list(cells.values())]), "candidates")
    assert refused.value.looks_like == "entrepreneurs"
