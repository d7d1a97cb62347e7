"""A CSV says what it says in every encoding that Excel writes; where its letters may be others, each such row says so."""

from __future__ import annotations

import pytest
from tests.exchange.making import codes, read

from werktop.exchange.encodings import LIKELY

HEADER = "Naam;E-mail;Telefoon"
NAMES = (
    "René Café",
    "Zoë Müller",
    "Iñigo Núñez",
    "François",
    "Søren Ångström",
    "Émile à Campo",
    "ÉLISE",
    "Jürgen Größe",
)


def csv_of(*names: str) -> str:
    return "\r\n".join([HEADER, *(f"{name};gast{n}@voorbeeld.example;" for n, name in enumerate(names))])


@pytest.mark.parametrize("encoding", LIKELY)
@pytest.mark.parametrize("name", ["René Café", "José", "Günay Özgür", "Émile", "Renée à Paris"])
def test_one_name_with_accents_is_enough_to_know_the_encoding(encoding, name):
    reading = read(csv_of("Sam", name).encode(encoding))
    assert [row.full_name for row in reading.rows] == ["Sam", name]
    assert reading.problems == ()


@pytest.mark.parametrize("name", ["Ana Simões", "Petr Nový", "Tõnu Tamm"])
def test_a_rare_letter_of_windows_is_read_as_it_was_written(name):
    reading = read(csv_of("Sam", name).encode("cp1252"))
    assert [row.full_name for row in reading.rows] == ["Sam", name]
    assert {problem.code for problem in reading.problems} <= {"letters_unsure"}, "rare enough for a doubt"


@pytest.mark.parametrize("encoding", LIKELY)
def test_a_list_of_names_of_many_languages_is_read_as_it_was_written(encoding):
    reading = read(csv_of(*NAMES).encode(encoding))
    assert tuple(row.full_name for row in reading.rows) == NAMES
    assert reading.problems == ()


@pytest.mark.parametrize(
    "words", ["zo’n foto’s", "d’Arc", "prijs € 20", "Jan “Piet” Jansen", "Jan\xa0Jansen"]
)
def test_signs_that_windows_writes_are_no_doubt(words):
    reading = read(csv_of(words, "Zoë").encode("cp1252"))
    assert reading.rows[0].full_name == " ".join(words.split())
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Schröder", "mac_roman"), ("García", "mac_roman"), ("Miloš", "cp1252"), ("Noël", "cp850")],
)
def test_where_two_encodings_fit_each_row_with_such_letters_says_so_and_no_other(name, encoding):
    reading = read(csv_of("Sam", name, "Kim").encode(encoding))
    assert codes(reading) == ["letters_unsure"]
    assert (reading.doubtful_rows, reading.refused_rows) == ((3,), ())
    assert "CSV UTF-8" in str(reading.problems[0].remedy)


def test_letters_that_fit_nowhere_are_a_doubt():
    content = csv_of("Sam", "R\xe9n", "K\x82m\xe9").encode("latin-1")
    assert read(content).doubtful_rows == (3, 4)


@pytest.mark.parametrize("name", ["Миша", "محمد", "Zoë", "李"])
def test_utf_8_is_never_a_doubt(name):
    reading = read(csv_of(name).encode())
    assert reading.rows[0].full_name == name and reading.problems == ()
