"""A quick note in telegram style: short forms, hours, feasts that move, and what people say of a talent."""

from datetime import date

import pytest

from werktop.catalogue.shipped import words_and_ways
from werktop.contacts.reading import CompetencySeen, Contact, Names, Opening, Reminder, read_note
from werktop.contacts.reading.contract import names_from

TODAY = date(2026, 11, 24)  # a Tuesday
FATIMA, OMAR = "Fatima El Amrani", "Omar Haddad"
NAMES = Names(
    candidates=(FATIMA, OMAR, "Fatima Yildiz"),
    employers=("Bakkerij Jansen", "Hotel De Kroon"),
    people=("Piet Jansen",),
)


def read(sentence, names=NAMES, **more):
    return read_note(sentence, today=TODAY, names=names, **more).chips


@pytest.mark.parametrize(
    ("sentence", "day", "what"),
    [
        ("over 14 dgn terugbellen", date(2026, 12, 8), "terugbellen"),
        ("over twee mnd terugbellen", date(2027, 1, 24), "terugbellen"),
        ("eind vd week formulier sturen", date(2026, 11, 27), "formulier sturen"),
        ("vrijdag de 4e ff nabellen", date(2026, 12, 4), "nabellen"),
        ("afspraak v morgen schuift nr vr", date(2026, 11, 27), "afspraak"),
        ("na carnaval terugbellen", date(2027, 2, 10), "terugbellen"),
        ("na pasen terugbellen", date(2027, 3, 30), "terugbellen"),
        ("volgend jr mei weer proberen", date(2027, 5, 1), "weer proberen"),
    ],
)
def test_short_forms_name_the_day_that_was_meant(sentence, day, what):
    assert read(sentence) == (Reminder(day, what),)


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("10 uur", "10.00"), ("10u", "10.00"), ("om 9", "9.00"), ("8:15", "8.15"), ("14.00 uur", "14.00"),
        ("half 4", "15.30"), ("half 10", "9.30"), ("kwart over 2", "14.15"), ("kwart voor 9", "8.45"), ("om 2 uur", "14.00"),
    ],
)  # fmt: skip
def test_the_hour_of_an_appointment_is_not_lost(words, hour):
    assert read(f"vrijdag {words} intake {OMAR}") == (Reminder(date(2026, 11, 27), f"intake {OMAR}", hour),)


@pytest.mark.parametrize("sentence", ["Hotel De Kroon zoekt 2 koks, 24 uur", "half januari bellen"])
def test_how_long_and_half_a_month_are_no_hour(sentence):
    assert not any(isinstance(chip, Reminder) and chip.hour for chip in read(sentence))


@pytest.mark.parametrize(
    ("sentence", "contact"),
    [
        ("bij Piet in de winkel gestaan", Contact("visit", TODAY, (), None, ("Piet Jansen",))),
        ("om de tafel gezeten met Omar", Contact("talk", TODAY, (OMAR,), None, ())),
        ("Omar op kantoor gehad", Contact("talk", TODAY, (OMAR,), None, ())),
        ("gisteravond borrel: Omar gesproken", Contact("talk", date(2026, 11, 23), (OMAR,), None, ())),
        ("Omar gebeld over vrijdag: akkoord", Contact("call", TODAY, (OMAR,), None, ())),
        ("Omar geappt dat hij morgen bij Hotel De Kroon moet zijn", Contact("message", TODAY, (OMAR,), None, ())),
        ("tel. contact Omar 20/11", Contact("call", date(2026, 11, 20), (OMAR,), None, ())),
    ],
)  # fmt: skip
def test_contact_as_people_tell_it(sentence, contact):
    assert read(sentence)[0] == contact


@pytest.mark.parametrize(
    "sentence",
    [
        "kan Hotel De Kroon 5 sorteerders gebruiken?",
        "vacature vervalt bij Hotel De Kroon",
        "liefst voor kerst",
        "plan bijgesteld",
        "ze doen mee aan tafel van 10 dec",
        "Omar heeft zijn heftruckcertificaat gehaald",
    ],
)
def test_a_question_a_wish_and_what_is_done_make_nothing(sentence):
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "opening"),
    [
        ("Hotel De Kroon zkt per 1-2 drie obers", Opening("Hotel De Kroon", 3, "obers", date(2027, 2, 1))),
        ("Hotel De Kroon: 6 obers va 1 juni", Opening("Hotel De Kroon", 6, "obers", date(2027, 6, 1))),
        ("Hotel De Kroon: voorjaar 3 à 4 man", Opening("Hotel De Kroon", 3, "man", date(2027, 3, 1))),
        ("Hotel De Kroon opent een tweede zaak en heeft dan 3 koks nodig", Opening("Hotel De Kroon", 3, "koks", None)),
        ("Hotel De Kroon kan vanaf de zomer 3 stagiairs kwijt", Opening("Hotel De Kroon", 3, "stagiairs", date(2027, 6, 1))),
    ],
)  # fmt: skip
def test_work_in_short_forms(sentence, opening):
    assert read(sentence) == (opening,)


SHIPPED = names_from(
    {"candidates": [FATIMA, OMAR], "employers": ["Hotel De Kroon"], "competencies": [w for w, _ in words_and_ways()]}
)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Omar werkt netjes", ["netjes en precies werken"]),
        ("Omar leert snel", ["snel iets leren"]),
        ("Omar pakt dingen snel op", ["snel iets leren"]),
        ("Omar is een echte teamspeler", ["samenwerken"]),
        ("Omar stond klanten netjes te woord", ["mensen te woord staan"]),
        ("Omar kan leiding geven", ["leidinggeven"]),
        ("Omar rijdt goed heftruck", ["met een heftruck werken"]),
        ("Omar is precies en flexibel", ["netjes en precies werken", "snel van het ene op het andere werk"]),
        ("Omar is handig", ["handig zijn met gereedschap"]),
        ("Omar is handig met computers", ["met computers werken"]),
        ("Omar is niet flexibel", []),
        ("Is Omar stressbestendig?", []),
    ],
)
def test_a_talent_is_read_as_people_say_it_and_none_that_was_not_said(sentence, names):
    assert read(sentence, SHIPPED) == tuple(CompetencySeen(OMAR, name) for name in names)


def test_a_competency_by_another_name_has_the_shipped_ways_too():
    names = names_from({"candidates": [OMAR], "competencies": ["Nauwkeurig werken"]})
    assert read("Omar is secuur", names) == (CompetencySeen(OMAR, "Nauwkeurig werken"),)


def test_on_somebodys_page_their_first_name_is_theirs_and_what_is_said_of_nobody_too():
    names = Names(candidates=(FATIMA, "Fatima Yildiz"), competencies=("samenwerken",))
    seen = (CompetencySeen(FATIMA, "samenwerken"),)
    assert read("Fatima kan goed samenwerken", names) == ()
    assert read("Fatima kan goed samenwerken", names, about=FATIMA) == seen
    assert read("kan goed samenwerken", names, about=FATIMA) == seen
    assert read("Fatima Yildiz kan goed samenwerken", names, about=FATIMA) == (
        CompetencySeen("Fatima Yildiz", "samenwerken"),
    )
