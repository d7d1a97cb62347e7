"""A quick note tells where one met, what a firm is short of, and of whom it is by a name that is also a word."""

from datetime import date

import pytest

from werktop.contacts.reading import CompetencySeen, Contact, Names, Opening, Reminder, read_note

TODAY = date(2026, 11, 24)  # a Tuesday
FLEUR, OMAR, KRONE = "Fleur Nijhuis", "Omar Haddad", "Hotel De Krone"
NAMES = Names(
    candidates=(FLEUR, OMAR),
    employers=(KRONE,),
    people=("Bas Wiggers",),
    competencies=("Heftruck rijden", "Nauwkeurig werken", "Netjes werken", "Samenwerken", "Schoonmaken"),
    ways=(
        ("Nauwkeurig werken", "werkt netjes"),
        ("Nauwkeurig werken", "netjes"),
        ("Netjes werken", "werkt netjes"),
    ),
)
MONDAY = Reminder(date(2026, 11, 30), "proefdag regelen")


def read(sentence):
    return read_note(sentence, today=TODAY, names=NAMES).chips


@pytest.mark.parametrize(
    "sentence",
    [
        "kop soep aan tafel met omar", "Kop soep gegeten met Omar", "lunch met omar", "samen geluncht met Omar",
        "aan de keukentafel met omar", "bij omar aan de keukentafel gezeten", "Omar kwam op het spreekuur", "omar op t spreekuur",
        "omar kwam binnenlopen",
        "omar kwam even binnen", "omar op spreekuur gehat", "omar bij inloop gehad", "wandeling gemaakt met omar",
    ],
)  # fmt: skip
def test_a_meal_a_table_and_the_office_hour_are_talks(sentence):
    assert read(sentence) == (Contact("talk", TODAY, (OMAR,), None, ()),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Stond op de stoep bij De Krone",
        "op de stoep bij de krone", "aan de toonbank bij De Krone",
        "stond voor de deur bij De Krone",
        "stond bij De Krone in de hal",
        "broodje gegeten bij De Krone met Bas",
    ],
)  # fmt: skip
def test_the_doorstep_and_a_meal_at_a_firm_are_visits(sentence):
    contact = read(sentence)[0]
    assert (contact.channel, contact.employer) == ("visit", KRONE)


@pytest.mark.parametrize(
    "sentence",
    [
        "omar kwam niet op het spreekuur", "niet gegeten met omar", "Aan tafel viel Omar op", "omar komt op het spreekuur",
        "De Krone zoekt een kok voor de lunch", "vrijdag lunch met omar", "morgen met omar aan tafel",
    ],
)  # fmt: skip
def test_who_did_not_come_and_what_is_still_to_come_is_no_contact(sentence):
    assert not any(isinstance(chip, Contact) for chip in read(sentence))


@pytest.mark.parametrize(
    ("sentence", "places", "what"),
    [
        ("komt handen tekort in de keuken", None, "keuken"),
        ("komt mensen te kort op de linnenkamer", None, "linnenkamer"),
        ("gebeld, 2 mensen tekort in de keuken", 2, "mensen in de keuken"),
        ("krijgt de nachtdienst niet gevuld", None, "nachtdienst"),
        ("komt 3 koks te kort op de linnenkamer", 3, "koks op de linnenkamer"),
        ("krijgt het rooster niet rond in de keuken", None, "keuken"),
        ("krijgt de bezetting in de bediening niet rond", None, "bediening"),
        ("heeft te weinig handen in de keuken", None, "keuken"),
        ("neemt 2 man aan voor de bediening", 2, "bediening"),
        ("neemt een kok in dienst voor de keuken", 1, "kok voor de keuken"),
        ("zoelt 2 koks", 2, "koks"),
        ("zoekr een kok", 1, "kok"),
    ],
)
def test_what_a_firm_is_short_of_is_work(sentence, places, what):
    assert read(f"de krone {sentence}")[-1] == Opening(KRONE, places, what, None)


@pytest.mark.parametrize(
    "sentence", ["komt tijd tekort op de linnenkamer", "krijgt de planning niet rond", "neemt fleur aan voor de keuken",
     "boekt 2 kamers"]
)  # fmt: skip
def test_what_is_short_of_time_or_takes_somebody_on_is_none(sentence):
    assert not any(isinstance(chip, Opening) for chip in read(f"de krone {sentence}"))


def test_zoek_behind_contact_with_a_firm_is_work_and_else_an_order():
    assert read("de krone gebeld, zoek 2 koks")[1] == Opening(KRONE, 2, "koks", None)
    assert read("zoek 2 koks voor De Krone") == (Reminder(date(2026, 11, 25), "zoek 2 koks voor De Krone"),)


def test_what_is_to_be_done_with_whom_stands_apart_from_what_was_told():
    day = date(2026, 12, 1)
    assert read("omar gebellld rijdt heftruck di langsgaan met bas")[2] == Reminder(day, "langsgaan met Bas")


@pytest.mark.parametrize(
    "sentence", ["intake fleur gehad", "gesprek fleur", "koffie fleur gedronken", "fleur op spreekuur gehad"]
)
def test_a_name_that_is_also_a_word_counts_beside_a_noun_of_contact(sentence):
    assert read(sentence) == (Contact("talk", TODAY, (FLEUR,), None, ()),)


def test_what_somebody_does_stands_apart_from_what_is_to_be_done():
    seen = CompetencySeen(OMAR, "Heftruck rijden")
    assert read("omar gebelld rijdt heftruck ma proefdag regelen")[1:] == (seen, MONDAY)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("omar werkt netjes", ("Netjes werken",)),
        ("omar werkt nauwkeurig", ("Nauwkeurig werken",)),
        ("omar maakt netjes schoon", ("Schoonmaken",)),
        ("omar werkt netjes samen", ("Samenwerken",)),
    ],
)
def test_a_competency_that_is_itself_said_goes_before_a_way_to_say_another(sentence, names):
    assert tuple(chip.name for chip in read(sentence)) == names
