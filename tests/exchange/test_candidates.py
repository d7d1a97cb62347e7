"""A guest list of candidates: what each cell may hold, and what is said when it holds something else."""

from dataclasses import replace

import pytest
from tests.exchange.making import CANDIDATE_HEADER, LOOKUPS, codes, read, workbook

from werktop.catalogue.folding import telling

GOOD = {
    "Naam": "Sam Voorbeeld",
    "E-mail": "Sam@Voorbeeld.example",
    "Telefoon": "06 12 34 56 78",
    "Postcode": "4001ab",
    "Adres voor een brief": "",
    "Talen": "Nederlands; Arabisch",
    "Wat doet u graag": "koken",
    "Wat kunt u goed": "Samenwerken; KOKEN",
    "Wat is nodig op de dag": "tolk, reiskosten",
    "Hoe uitnodigen": "SMS",
}


def one(*, lookups=LOOKUPS, **changes):
    """The reading of a list with one good row, some cells changed."""
    cells = {**GOOD, **changes}
    return read(workbook([list(cells), list(cells.values())]), lookups=lookups)


def test_a_full_row_is_read():
    reading = one()
    row = reading.rows[0]
    assert reading.problems == ()
    assert reading.used_columns == CANDIDATE_HEADER
    assert row.full_name == "Sam Voorbeeld"
    assert row.email == "Sam@voorbeeld.example"
    assert row.phone == "+31612345678"
    assert row.postcode == "4001 AB"
    assert row.languages == ("nl", "ar")
    assert row.competencies == ("cooking", "teamwork")
    assert row.own_words == ()
    assert row.needs == ("interpreter", "travel_costs")
    assert row.invite_by == "sms"
    assert row.is_shared is True


@pytest.mark.parametrize("header", ["Adres voor een brief", "Adres", "straat en huisnummer"])
def test_who_gets_letters_has_an_address(header):
    cells = {k: v for k, v in GOOD.items() if k != "Adres voor een brief"} | {header: "Dijk 1"}
    for way, address in (("Brief", "Dijk 1"), ("SMS", ""), ("", "")):
        reading = read(workbook([list(cells), [*(cells | {"Hoe uitnodigen": way}).values()]]))
        assert reading.rows[0].address == address, "of others nobody needs it"
        assert reading.problems == ()


@pytest.mark.parametrize(
    ("reach", "instead"),
    [
        ({}, "we gebruiken e-mail"),
        ({"E-mail": ""}, "we gebruiken sms"),
        ({"E-mail": "", "Telefoon": "0344 123 456"}, "bel deze persoon"),
        ({"E-mail": "", "Telefoon": ""}, "bel deze persoon"),
    ],
)
def test_a_letter_without_an_address_says_what_happens_instead(reach, instead):
    reading = one(**reach, **{"Hoe uitnodigen": "brief"})
    assert len(reading.rows) == 1 and codes(reading) == ["letter_without_address"]
    assert str(reading.problems[0].text) == f"Voor een brief is een adres nodig; {instead}."


def test_a_row_without_a_name_is_refused_with_row_column_and_remedy():
    reading = one(Naam="  ")
    assert reading.rows == ()
    problem = reading.problems[0]
    assert (problem.row, problem.column, problem.level, problem.code) == (
        2,
        "Naam",
        "refused",
        "name_missing",
    )
    assert str(problem.remedy)
    assert reading.refused_rows == (2,)


def test_a_person_whom_nobody_can_reach_is_refused():
    reading = one(**{"E-mail": "", "Telefoon": "", "Postcode": ""})
    assert reading.rows == ()
    assert codes(reading) == ["unreachable"]


@pytest.mark.parametrize("left", ["E-mail", "Telefoon", "Postcode"])
def test_one_way_to_reach_someone_is_enough(left):
    reading = one(**{key: GOOD[key] if key == left else "" for key in ("E-mail", "Telefoon", "Postcode")})
    assert len(reading.rows) == 1


@pytest.mark.parametrize("written", ["sam", "sam@", "sam@voorbeeld", "a@b.example; c@d.example", "geen"])
def test_what_is_no_address_is_left_out_and_said(written):
    reading = one(**{"E-mail": written})
    assert reading.rows[0].email == ""
    assert codes(reading) == ["email_odd"]
    assert written in str(reading.problems[0].text)


def test_an_address_copied_from_a_mail_program_is_understood():
    assert one(**{"E-mail": "mailto:sam@VOORBEELD.example"}).rows[0].email == "sam@voorbeeld.example"


@pytest.mark.parametrize(
    "written",
    ["0612345678", "06-12345678", "+31 6 12345678", "0031612345678", "+31(0)612345678", "(06) 1234.5678"],
)
def test_a_dutch_number_has_one_spelling(written):
    reading = one(Telefoon=written)
    assert reading.rows[0].phone == "+31612345678"
    assert reading.problems == ()


def test_a_foreign_number_keeps_its_country():
    assert one(Telefoon="+32 470 12 34 56").rows[0].phone == "+32470123456"


def test_a_number_that_lost_its_zero_is_mended_and_said():
    reading = one(Telefoon=612345678)
    assert reading.rows[0].phone == "+31612345678"
    assert codes(reading) == ["phone_zero_lost"]


@pytest.mark.parametrize("written", ["1234", "na 5 uur bellen", "+31 6 1234"])
def test_an_odd_number_is_kept_as_written_and_said(written):
    reading = one(Telefoon=written)
    assert reading.rows[0].phone == written
    assert codes(reading) == ["phone_odd"]


def test_of_several_numbers_the_first_is_taken_and_the_others_are_said():
    reading = one(Telefoon="06-12345678 / 0344-123456")
    assert reading.rows[0].phone == "+31612345678"
    assert codes(reading) == ["phone_several"]
    assert "0344-123456" in str(reading.problems[0].text)


def test_a_sentence_instead_of_a_number_is_left_out_and_said():
    reading = one(Telefoon="alleen bellen na vijf uur 's middags")
    assert reading.rows[0].phone == ""
    assert codes(reading) == ["phone_too_long"]


def test_an_unknown_postcode_is_kept_and_said():
    reading = one(Postcode="9999 ZZ")
    assert reading.rows[0].postcode == "9999 ZZ"
    assert codes(reading) == ["postcode_unknown"]


def test_four_digits_are_taken_over_and_what_is_missing_is_said():
    reading = one(Postcode=4001)
    assert reading.rows[0].postcode == "4001"
    assert codes(reading) == ["postcode_digits"]
    assert "letters" in str(reading.problems[0].remedy)


@pytest.mark.parametrize("written", ["Tiel", "0123 AB", "40011", "B-1000"])
def test_what_is_no_postcode_is_left_out_and_said(written):
    reading = one(Postcode=written)
    assert reading.rows[0].postcode == ""
    assert codes(reading) == ["postcode_odd"]


def test_an_unknown_language_is_kept_as_written_and_said():
    reading = one(Talen="nederlands, Klingon")
    assert (reading.rows[0].languages, reading.rows[0].other_languages) == (("nl",), ("Klingon",))
    assert codes(reading) == ["language_unknown"]


def test_words_outside_the_catalogue_are_kept_and_said():
    reading = one(**{"Wat doet u graag": "koken, vissen in de Waal"})
    assert reading.rows[0].own_words == ("vissen in de Waal",)
    assert reading.rows[0].competencies == ("cooking", "teamwork")
    assert codes(reading) == ["competency_unknown"]
    assert reading.problems[0].column == "Wat doet u graag"


def test_another_way_to_say_a_talent_is_that_talent_and_the_preview_tells_which():
    ways = {telling("nauwkeurig"): ("neat", "netjes en precies werken")}
    line = {"Wat doet u graag": "Nauwkeurig werken, niet nauwkeurig", "Wat kunt u goed": "nauwkeurig"}
    reading = one(lookups=replace(LOOKUPS, ways=ways), **line)
    assert reading.rows[0].competencies == ("neat",)
    assert reading.rows[0].own_words == ("niet nauwkeurig",)
    assert codes(reading) == ["competency_by_way", "competency_unknown", "competency_by_way"]
    assert "“Nauwkeurig werken” heet bij ons “netjes en precies werken”" in str(reading.problems[0].text)


def test_a_label_with_a_comma_in_it_is_understood():
    alone = one(**{"Wat doet u graag": "rekenen, tellen", "Wat kunt u goed": ""})
    assert alone.rows[0].competencies == ("counting",)
    both = one(**{"Wat doet u graag": "Rekenen, tellen; koken"})
    assert both.rows[0].competencies == ("counting", "cooking", "teamwork")


def test_anything_may_be_asked_for_on_the_day():
    reading = one(**{"Wat is nodig op de dag": "Rolstoel; een rustige hoek; geen"})
    assert (reading.rows[0].needs, reading.rows[0].other_needs) == (("step_free",), ("een rustige hoek",))
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("written", "code"), [("E-mail", "email"), ("per post", "letter"), ("Bellen", "call"), ("", "")]
)
def test_the_way_to_invite_is_read(written, code):
    reading = one(**{"Hoe uitnodigen": written, "Adres voor een brief": "Dijk 1"})
    assert reading.rows[0].invite_by == code
    assert reading.problems == ()


def test_another_way_to_invite_is_said():
    reading = one(**{"Hoe uitnodigen": "postduif"})
    assert reading.rows[0].invite_by == ""
    assert codes(reading) == ["channel_unknown"]


def test_a_text_that_is_too_long_is_refused_rather_than_cut():
    reading = one(Naam="x" * 201)
    assert reading.rows == ()
    assert codes(reading) == ["too_long"]


def test_personal_columns_of_a_plain_list_are_dropped_and_said():
    cells = {**GOOD, "BSN": "123456782", "Geboortedatum": "01-01-1990", "Opmerking": "aardig"}
    reading = read(workbook([list(cells), list(cells.values())]))
    assert [(column.letter, column.title, column.is_personal) for column in reading.dropped_columns] == [
        ("K", "BSN", True),
        ("L", "Geboortedatum", True),
        ("M", "Opmerking", False),
    ]
    assert "123456782" not in repr(reading)
    assert "aardig" not in repr(reading)


def test_what_is_needed_is_never_cut_off():
    too_long = one(**{"Wat is nodig op de dag": "rust " * 41})
    assert (too_long.rows, codes(too_long)) == ((), ["too_long"])


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ({"Voornaam": "Sam", "Tussenvoegsel": "van de", "Achternaam": "Voorbeeld"}, "Sam van de Voorbeeld"),
        ({"Achternaam": "Voorbeeld", "Voornaam": "Sam", "Tussenvoegsel": ""}, "Sam Voorbeeld"),
        ({"Roepnaam": "Sam", "Naam": "Voorbeeld"}, "Sam Voorbeeld"),
        ({"Voornaam": "Sam", "Naam": "Sam Voorbeeld"}, "Sam Voorbeeld"),
        ({"Voornaam": "Jan", "Achternaam": "Jansen"}, "Jan Jansen"),
        ({"Voornaam": "Sam", "Naam": "Voorbeeld, Sam"}, "Voorbeeld, Sam"),
        ({"Voornaam": "Sam"}, "Sam"),
        ({"Voornaam": "Jan", "Achternaam": "Vries, de"}, "Jan de Vries"),
        ({"Voornaam": "Jan", "Tussenvoegsel": "van den", "Achternaam": "Berg, van den"}, "Jan van den Berg"),
        ({"Voornaam": "Jan", "Tussenvoegsel": "de", "Achternaam": "de Vries"}, "Jan de Vries"),
        ({"Voornaam": "Hassan", "Achternaam": "Mohamed Hassan"}, "Hassan Mohamed Hassan"),
        ({"Voornaam": "Ali", "Achternaam": "Ali"}, "Ali Ali"),
        ({"Voornamen": "Anna Maria", "Roepnaam": "Annie", "Achternaam": "Jansen"}, "Annie Jansen"),
        ({"Naam": "Anna Jansen", "Voornamen": "Anna Maria"}, "Anna Jansen"),
        ({"Naam": "Anna Jansen", "Voornamen": "Anna Maria", "Roepnaam": "Annie"}, "Anna Jansen"),
        ({"Naam": "de Vries", "Voornaam": "Jan"}, "Jan de Vries"),
        ({"Naam": "Vries, de", "Voornaam": "Jan"}, "Jan de Vries"),
        ({"Naam": "Jansen, A.", "Voornaam": "Anna"}, "Jansen, A."),
        ({"Voornaam": "", "Naam": "Sam Voorbeeld"}, "Sam Voorbeeld"),
        ({"Naam": "El Idrissi", "Voornaam": "Fatima El Zahra"}, "Fatima El Zahra El Idrissi"),
        ({"Naam": "El Idrissi", "Voornaam": "Fatima El Zahra", "Roepnaam": "Fatima"}, "Fatima El Idrissi"),
        ({"Naam": "El Idrissi", "Voornaam": "El Mehdi"}, "El Mehdi El Idrissi"),
        ({"Naam": "El Mehdi El Idrissi", "Voornaam": "El Mehdi"}, "El Mehdi El Idrissi"),
        ({"Naam": "de Vries", "Voornamen": "Maria de Lourdes"}, "Maria de Lourdes de Vries"),
        ({"Naam": "van Dijk", "Voornamen": "Johannes van", "Roepnaam": "Jan"}, "Jan van Dijk"),
        ({"Naam": "Ben Jansen", "Voornaam": "Ben"}, "Ben Jansen"),
    ],
)
def test_a_name_may_stand_in_columns_of_its_own(names, name):
    cells = names | {k: v for k, v in GOOD.items() if k != "Naam"}
    reading = read(workbook([list(cells), list(cells.values())]))
    assert [row.full_name for row in reading.rows] == [name]
    assert reading.problems == () and reading.dropped_columns == ()
    assert reading.rows[0].identity == one(Naam=name).rows[0].identity


@pytest.mark.parametrize("whole", ['=CONCATENATE("Sam"," ","Voorbeeld")', "x" * 201])
def test_a_name_beside_its_pieces_is_not_used_and_refuses_nothing(whole):
    reading = one(Naam=whole, Voornaam="Sam", Achternaam="Voorbeeld")
    assert ([row.full_name for row in reading.rows], reading.problems) == (["Sam Voorbeeld"], ())
    assert codes(one(Naam=whole, Voornaam="Sam", Achternaam=""))[0] in ("formula", "too_long"), "here it is"


def test_a_row_without_any_piece_of_a_name_is_refused_at_the_first_of_them():
    cells = {"Achternaam": " ", "Voornaam": ""} | {k: v for k, v in GOOD.items() if k != "Naam"}
    problem = read(workbook([list(cells), list(cells.values())])).problems[0]
    assert (problem.row, problem.column, problem.code) == (2, "Voornaam", "name_missing")
