"""A quick note: one sentence of a relationship manager becomes chips."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from werktop import catalogue
from werktop.contacts.reading import CompetencySeen, Contact, Names, Opening, Reminder, Unsure, read_note

TODAY = date(2026, 11, 24)  # a Tuesday
NAMES = Names(
    candidates=(
        "Fatima El Amrani",
        "Omar Haddad",
        "Wil de Groot",
        "Roos Vermeer",
        "Samira Yildiz",
        "Samira Bouzid",
    ),
    employers=("Bakkerij Jansen", "Hotel De Kroon", "Bloem & Blad", "Metaal Noord BV"),
    people=("Piet Jansen", "Hans de Wit"),
    competencies=("Plannen", "Samenwerken", "Nauwkeurig werken", "Machines bedienen", "Op tijd komen"),
)


def read(sentence):
    return read_note(sentence, today=TODAY, names=NAMES)


def test_the_sentence_of_the_issue_becomes_three_chips():
    sentence = "Langs geweest bij @Bakkerij Jansen, zoekt vanaf maart 2 inpakkers, vrijdag terugbellen"
    assert read(sentence).chips == (
        Contact("visit", TODAY, (), "Bakkerij Jansen", ()),
        Opening("Bakkerij Jansen", 2, "inpakkers", date(2027, 3, 1)),
        Reminder(date(2026, 11, 27), "terugbellen"),
    )


@pytest.mark.parametrize(
    ("sentence", "channel"),
    [
        ("Fatima gebeld", "call"),
        ("fatima aan de lijn", "call"),
        ("ingesproken bij fatima", "call"),
        ("gebled met Fatima", "call"),
        ("gesproken met Fatima", "talk"),
        ("koffie gedronken met Fatima", "talk"),
        ("intake Fatima gedaan", "talk"),
        ("Fatima bezocht", "visit"),
        ("op bezoek bij Fatima", "visit"),
        ("Fatima gemaild", "message"),
        ("appje van Fatima", "message"),
    ],
)
def test_contact_has_the_channel_that_its_word_says(sentence, channel):
    assert read(sentence).chips == (Contact(channel, TODAY, ("Fatima El Amrani",), None, ()),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Fatima niet gebeld",
        "geen contact gehad met Fatima",
        "bezoek aan Jansen ging niet door",
        "omar hoeft niet teruggebeld te worden",
        "Fatima zoekt werk als kok",
        "Jansen zoekt niemand",
        "de kroon heeft geen plek",
        "Fatima kan niet goed plannen",
        "Fatima wil leren plannen",
        "Fatima heeft moeite met plannen",
    ],
)
def test_what_did_not_happen_is_no_chip(sentence):
    assert read(sentence).chips == ()


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("gisteren Fatima gebeld", date(2026, 11, 23)),
        ("maandag Fatima gebeld", date(2026, 11, 23)),
        ("dinsdag Fatima gebeld", date(2026, 11, 17)),
        ("vorige week donderdag Fatima gebeld", date(2026, 11, 19)),
        ("3 dagen geleden Fatima gebeld", date(2026, 11, 21)),
        ("18 november Fatima gebeld", date(2026, 11, 18)),
        ("vorig weekend Fatima gebeld", date(2026, 11, 21)),
        ("Fatima gebeld vorig weekeinde", date(2026, 11, 21)),
        ("afgelopen weekend Fatima gebeld", date(2026, 11, 21)),
    ],
)
def test_what_has_happened_was_on_the_last_such_day(sentence, day):
    assert read(sentence).chips == (Contact("call", day, ("Fatima El Amrani",), None, ()),)


@pytest.mark.parametrize(
    ("sentence", "employer", "places", "what", "day"),
    [
        ("Jansen zoekt een inpakker", "Bakkerij Jansen", 1, "inpakker", None),
        ("jansen zoekt inpakkers", "Bakkerij Jansen", None, "inpakkers", None),
        ("bakker jansen: 1 à 2 inpakkers nodig", "Bakkerij Jansen", 1, "inpakkers", None),
        ("de kroon heeft minstens 3 koks nodig per 1 januari", "Hotel De Kroon", 3, "koks", date(2027, 1, 1)),
        ("Kroon krijgt in maart 2 plekken", "Hotel De Kroon", 2, "plekken", date(2027, 3, 1)),
        ("Kroon: 2 plekken in de keuken", "Hotel De Kroon", 2, "keuken", None),
        ("ruimte voor twee stagiairs bij Bloem en Blad", "Bloem & Blad", 2, "stagiairs", None),
        ("vacature voor kok bij de kroon", "Hotel De Kroon", None, "kok", None),
        ("bij Jansen gaat in mei iemand met pensioen", "Bakkerij Jansen", 1, "pensioen", date(2027, 5, 1)),
        ("jansen zoekt een paar inpakkers", "Bakkerij Jansen", None, "inpakkers", None),
        (
            "metaal noord wil na de zomer 2 lassers plaatsen",
            "Metaal Noord BV",
            2,
            "lassers",
            date(2027, 9, 1),
        ),
    ],
)
def test_work_has_its_firm_number_words_and_day(sentence, employer, places, what, day):
    assert read(sentence).chips == (Opening(employer, places, what, day),)


def test_a_list_of_work_is_an_opening_each():
    assert read("Kroon zoekt 2 afwassers, 3 obers en een kok per 1 maart").chips[-1] == Opening(
        "Hotel De Kroon", 1, "kok", date(2027, 3, 1)
    )
    assert len(read("Kroon zoekt 2 afwassers, 3 obers en een kok").chips) == 3


@pytest.mark.parametrize(
    ("sentence", "day", "what"),
    [
        ("vrijdag terugbellen", date(2026, 11, 27), "terugbellen"),
        ("cv sturen", date(2026, 11, 25), "cv sturen"),
        ("fatima bellen over 2 weken", date(2026, 12, 8), "Fatima bellen"),
        ("niet vergeten Fatima te bellen", date(2026, 11, 25), "Fatima bellen"),
        ("actie: cv van @Omar Haddad sturen", date(2026, 11, 25), "cv van Omar Haddad sturen"),
        ("bel jansen maandag", date(2026, 11, 30), "bel Jansen"),
        ("vrijag terugbelen", date(2026, 11, 27), "terugbellen"),
        ("fatima belt vrijdag terug", date(2026, 11, 27), "Fatima belt terug"),
    ],
)
def test_what_is_to_be_done_has_a_day_and_the_words_of_the_sentence(sentence, day, what):
    assert read(sentence).chips == (Reminder(day, what),)


def test_two_reminders_in_one_sentence_keep_their_own_days():
    assert read("vrijdag cv sturen en maandag nabellen").chips == (
        Reminder(date(2026, 11, 27), "cv sturen"),
        Reminder(date(2026, 11, 30), "nabellen"),
    )


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Fatima kan goed plannen", ["Plannen"]),
        ("fatima plant goed", ["Plannen"]),
        ("Fatima werkt goed samen en is nauwkeurig", ["Samenwerken", "Nauwkeurig werken"]),
        ("Fatima is handig met machines", ["Machines bedienen"]),
        ("fatima liet zien dat ze kan samenwerken", ["Samenwerken"]),
        ("Fatima komt op tijd", ["Op tijd komen"]),
        ("fatima kan niet goed plannen, wel samenwerken", ["Samenwerken"]),
    ],
)
def test_competencies_are_seen_in_any_form_of_their_words(sentence, names):
    assert read(sentence).chips == tuple(CompetencySeen("Fatima El Amrani", name) for name in names)


def test_a_competency_is_seen_of_everybody_who_is_named():
    assert read("Fatima en Omar kunnen goed plannen").chips == (
        CompetencySeen("Fatima El Amrani", "Plannen"),
        CompetencySeen("Omar Haddad", "Plannen"),
    )


def test_a_first_name_of_two_candidates_is_asked_not_guessed():
    reading = read("samira gebeld, kan goed plannen")
    assert reading.chips == (Contact("call", TODAY, (), None, ()),)
    assert reading.unsure == (Unsure("samira", ("Samira Bouzid", "Samira Yildiz")),)


def test_what_no_chip_used_is_kept_as_it_was_written():
    assert read("Fatima gebeld, haar zoon is ziek").rest == "haar zoon is ziek"
    assert read("Prachtig weer vandaag!").rest == "Prachtig weer vandaag"


REFERENCE = Path(catalogue.__file__).parent / "reference" / "terms.csv"
TERMS = list(csv.DictReader(REFERENCE.read_text("utf-8").splitlines()))
OF_THE_CATALOGUE = replace(
    NAMES, competencies=tuple(row["label_nl"] for row in TERMS if row["kind"] == "competency")
)


def seen_of_fatima(sentence):
    chips = read_note(sentence, today=TODAY, names=OF_THE_CATALOGUE).chips
    return [chip.name for chip in chips if isinstance(chip, CompetencySeen)]


@pytest.mark.parametrize(
    "word",
    "gesproken gebeld gewerkt gezien geholpen gekookt klanten bellen rijden geregeld gelezen gepland gebracht".split(),
)
def test_an_ordinary_word_of_a_note_is_no_competency_of_the_catalogue(word):
    for sentence in (
        "Fatima {}",
        "@Fatima {}",
        "{} met Fatima",
        "gisteren {} met Fatima",
        "Fatima heeft {}",
        "Fatima gezien en {}",
        "Fatima gebeld, {}",
        "Fatima gebeld, ze heeft {}",
        "Fatima {}, vrijdag terugbellen",
        "Fatima {}, goed gesprek",
        "Fatima en Omar {}",
        "nog niet {} met Fatima",
    ):
        assert seen_of_fatima(sentence.format(word)) == [], sentence


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Fatima kan goed koken", "koken en bakken"),
        ("Fatima gebeld, kan goed met klanten omgaan", "klanten advies geven"),
        ("Fatima kan goed lezen wat er staat", "lezen wat er staat"),
        ("Fatima kan goed les geven", "les geven"),
        ("Fatima spreekt goed meer talen", "meer talen spreken"),
    ],
)
def test_a_competency_of_the_catalogue_is_seen_where_the_note_says_so(sentence, name):
    assert seen_of_fatima(sentence) == [name]
