"""A quick note without commas, with lists of roles, and with what is no work though it sounds like it."""

from datetime import date

import pytest

from werktop.contacts.reading import CompetencySeen, Contact, Names, Opening, Reminder, read_note

TODAY = date(2026, 11, 24)  # a Tuesday
EWA, SJOERD = "Ewa Kowalska", "Sjoerd van den Heuvel"
RUITER, LOON, HOEKMAN = (
    "Metaalbewerking De Ruiter B.V.",
    "Transportbedrijf Van Loon & Zn.",
    "Installatiebureau Hoekman",
)
NAMES = Names(
    candidates=(EWA, SJOERD),
    employers=(RUITER, LOON, HOEKMAN),
    people=("Joost Verhagen",),
    competencies=("Lassen", "Flexibel"),
)


def read(sentence):
    return read_note(sentence, today=TODAY, names=NAMES).chips


def called(*candidates, employer=None, day=TODAY):
    return Contact("call", day, candidates, employer, ())


def seeks(firm, what, places=None, day=None):
    return Opening(firm, places, what, day)


@pytest.mark.parametrize(
    ("sentence", "chips"),
    [
        ("gebeld hoekman zkt monteur", (called(employer=HOEKMAN), seeks(HOEKMAN, "monteur"))),
        (
            "hoekman gebeld 2 monteurs nodig vr cv sturen",
            (called(employer=HOEKMAN), seeks(HOEKMAN, "monteurs", 2), Reminder(date(2026, 11, 27), "cv sturen")),
        ),
        ("ewa gebeld cv aangepast vr langs", (called(EWA), Reminder(date(2026, 11, 27), "langs"))),
        (
            "sjoerd gebeld kan goed lassen wil 32u",
            (called(SJOERD), CompetencySeen(SJOERD, "Lassen")),
        ),
        ("ewa gebeld evalueren over 2 wkn", (called(EWA), Reminder(date(2026, 12, 8), "evalueren"))),
        ("vrijdag ewa gebeld gaat goed", (called(EWA, day=date(2026, 11, 20)),)),
        ("ewa gebeld of ze vrijdag kan komen", (called(EWA),)),
        ("Sjoerd wil vrijdag langskomen", ()),
    ],
)  # fmt: skip
def test_facts_that_follow_one_another_without_a_mark_are_told_apart(sentence, chips):
    assert read(sentence) == chips


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        (
            "van loon zoekt chauffeur, magazijnmedewerker en planner",
            ("chauffeur", "magazijnmedewerker", "planner"),
        ),
        ("van loon: chauffeur, planner en lasser gezocht", ("chauffeur", "planner", "lasser")),
        ("van loon lasser + draaier nodig", ("lasser", "draaier")),
        ("v loon zoekt cv-monteur en schilder", ("cv-monteur", "schilder")),
        ("van loon zoekt kok, ober", ("kok", "ober")),
    ],
)
def test_each_role_of_a_list_is_an_opening_without_a_number(sentence, what):
    assert read(sentence) == tuple(seeks(LOON, each) for each in what)


def test_numbers_one_after_another_are_openings_each():
    assert read("van loon 2 chauffeurs 1 planner") == (
        seeks(LOON, "chauffeurs", 2),
        seeks(LOON, "planner", 1),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Als Van Loon weer plek heeft laten ze het weten",
        "Van Loon belt volgende week als hij iemand zoekt",
        "Van Loon had 3 chauffeurs nodig maar die zijn gevonden",
        "Zullen we Ewa uitnodigen voor de tafel van 12 december?",
        "Ewa zoekt werk in de zorg",
    ],
)
def test_a_condition_a_question_and_what_is_over_are_no_work_and_nothing_to_do(sentence):
    assert not [chip for chip in read(sentence) if isinstance(chip, Opening | Reminder)]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("di 8 dec proefdag Ewa bij Hoekman, woensdag evalueren", (date(2026, 12, 8), date(2026, 12, 9))),
        ("wo 9u Ewa, 11u Sjoerd", (date(2026, 11, 25), date(2026, 11, 25))),
        ("1e helft feb Ewa bellen", (date(2027, 2, 1),)),
        ("3 dec. contact opnemen", (date(2026, 12, 3),)),
        ("v.a. 1 mei Hoekman bellen", (date(2027, 5, 1),)),
    ],
)
def test_a_day_is_found_behind_another_and_in_short_forms(sentence, days):
    assert tuple(chip.date for chip in read(sentence) if isinstance(chip, Reminder)) == days


def test_what_a_firm_asks_of_us_is_work():
    assert seeks(LOON, "chauffeur", 1, date(2026, 11, 30)) in read(
        "Van Loon belde of wij nog een chauffeur hebben vanaf maandag"
    )
