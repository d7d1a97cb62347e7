"""The shipped lists: both languages, no word twice, every code a slug, every bit one requirement's for good."""

import csv
import re
from collections import Counter

import pytest

from werktop.catalogue import shipped
from werktop.catalogue.choices import Group, Layer, RequirementGroup, TermKind
from werktop.catalogue.folding import folded, found_by, sought

TERMS = list(shipped.terms())
REQUIREMENTS = list(shipped.requirements())
FIRST_TERMS = (
    "samenwerken luisteren uitleggen zorgen gastvrij verkopen bellen netjes-werken doorzetten zelfstandig plannen "
    "overzicht leidinggeven snel-leren handig repareren machines tillen rijden heftruck koken schoonmaken groen-werken "
    "dieren-verzorgen tekenen schrijven rekenen computers inpakken bouwen buiten mensen techniek eten groen dieren zorg "
    "kinderen maken winkel vervoer cijfers"
)
"""The terms of version 1: they are noted with people and firms, so they never go."""
INTERESTS = {Group.ABOUT, Group.WHERE, Group.HOW}


@pytest.mark.parametrize("rows", [TERMS, REQUIREMENTS], ids=["terms", "requirements"])
@pytest.mark.parametrize("name", ["code", "label_nl", "label_en"])
def test_each_word_is_there_and_only_once_whatever_its_accents_and_capitals(rows, name):
    counted = Counter(folded(row[name]) for row in rows)
    assert [word for word, times in counted.items() if times > 1 or not word] == []


def test_every_code_is_a_slug():
    codes = [row["code"] for row in TERMS + REQUIREMENTS]
    assert [code for code in codes if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_a_person_can_work_with_the_set():
    assert 150 <= len(TERMS) <= 300
    assert set(FIRST_TERMS.split()) <= {row["code"] for row in TERMS}
    assert max(Counter(row["group"] for row in TERMS).values()) <= 45
    assert sum(row["is_often"] for row in TERMS if row["kind"] == TermKind.COMPETENCY) <= 30


def test_every_competency_has_a_layer_and_every_word_a_group_of_its_kind():
    for row in TERMS:
        is_competency = row["kind"] == TermKind.COMPETENCY
        assert row["kind"] in TermKind.values
        assert (row["layer"] in Layer.values) is is_competency, row["code"]
        assert row["group"] in Group.values
        assert (row["group"] in INTERESTS) is not is_competency, row["code"]
    assert {row["group"] for row in REQUIREMENTS} <= set(RequirementGroup.values)


def test_what_is_mapped_to_esco_has_its_address_and_label_there():
    mapped = [row for row in TERMS if row["esco_code"]]
    competencies = [row for row in TERMS if row["kind"] == TermKind.COMPETENCY]
    assert len(mapped) >= 0.9 * len(competencies)
    assert all(
        row["esco_uri"].startswith("http://data.europa.eu/esco/skill/") and row["esco_label"]
        for row in mapped
    )


def test_every_bit_is_one_requirements_and_what_is_implied_is_there():
    bits = [row["bit"] for row in REQUIREMENTS]
    assert len(set(bits)) == len(bits)
    assert all(0 <= bit < 64 for bit in bits)
    codes = {row["code"] for row in REQUIREMENTS}
    assert {code for row in REQUIREMENTS for code in row["implies"].split()} <= codes


def test_the_bits_that_were_given_out_never_change():
    given = {row["code"]: row["bit"] for row in REQUIREMENTS}
    known = {"rijbewijs-b": 1, "heftruck-bewijs": 8, "nederlands-praten-b1": 20, "nachtdienst": 29, "tillen-23": 35,
             "eigen-vervoer": 46, "vog": 49, "vca-basis": 50, "haccp": 52}  # fmt: skip
    assert {code: given.get(code) for code in known} == known


def test_a_changed_file_has_a_new_version_and_checksum():
    wrong = [part.name for part in shipped.parts() if shipped.checksum_of(part) != part.checksum]
    assert wrong == [], "raise the version in catalogue/reference/versions.csv and put the new checksum there"


def test_every_occupation_of_esco_is_there():
    rows = list(shipped.occupations())
    assert len({row["uri"] for row in rows}) == len({row["code"] for row in rows}) == len(rows) == 3007
    assert all(row["label_nl"] and re.fullmatch(r"[0-9]{4}", row["isco08"]) for row in rows)


def test_every_shipped_file_is_named_with_its_source():
    told = (shipped.REFERENCE / "README.md").read_text(encoding="utf-8")
    assert [file.name for file in shipped.REFERENCE.glob("*.csv") if file.name not in told] == []
    with (shipped.REFERENCE / "versions.csv").open(encoding="utf-8") as file:
        assert {row["part"] for row in csv.DictReader(file)} == {"terms", "occupations", "requirements"}


@pytest.mark.parametrize(
    ("words", "plain"),
    [("Café  Zoë", "cafe zoe"), ("ideeën", "ideeen"), ("ŁÓDŹ", "lodz"), (" ", ""), ("ß", "ss")],
)
def test_words_are_compared_without_case_and_accents(words, plain):
    assert folded(words) == plain


def test_a_row_is_found_by_the_start_of_each_of_its_words():
    assert found_by(["Bakker (brood)", "broodbakker", "Bakker (brood)"]) == "| bakker brood | broodbakker |"
    assert sought("Foto's/film") == "foto s film"


def test_each_way_to_say_a_competency_stands_for_one_only():
    said = Counter(folded(way) for row in TERMS for way in row["said"].split("|") if way)
    assert [way for way, times in said.items() if times > 1] == []
    assert not [row["code"] for row in TERMS if row["said"] and row["kind"] != TermKind.COMPETENCY]
    missing = [
        row["code"] for row in TERMS
        if row["is_often"] and row["kind"] == TermKind.COMPETENCY and not row["said"]
    ]  # fmt: skip
    assert missing == []
