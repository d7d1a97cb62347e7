"""A vacancy text is read as a colleague would tick it: measured on texts that were written before the reader, and each rule by
itself."""

from datetime import date

import pytest
from benchmarks.suites.vacancies.scoring import read, score

from werktop.catalogue import shipped
from werktop.catalogue.choices import TermKind
from werktop.work_profiles.vacancy.asked import needs_by_code, ways_by_code
from werktop.work_profiles.vacancy.terms_of_work import Wage

ASKED = {
    # (words, competency or requirement, must or not)
    "Wat vragen wij?\n- je werkt nauwkeurig": ("competency", "netjes-werken", True),
    "Heftruckcertificaat is een pré": ("requirement", "heftruck-bewijs", False),
    "Wij leren je lassen": ("competency", "lassen", False),
    "Je pakt de producten in": ("competency", "inpakken", True),
    "VCA verplicht, heb je het niet dan regelen wij de cursus": ("requirement", "vca-basis", False),
    "Je tilt dozen van 20 kilo": ("requirement", "tillen-23", True),
    "Je spreekt Nederlands op niveau B1": ("requirement", "nederlands-praten-b1", True),
    "Werktijden: 22.30 - 6.30 uur": ("requirement", "nachtdienst", True),
    "Ook op zaterdag": ("requirement", "zaterdag", True),
    "Heftruckcertificaat is een pre, rijbewijs B vereist": ("requirement", "rijbewijs-b", True),
    "Rijbewijs B vereist en een heftruckcertificaat is een pré": ("requirement", "heftruck-bewijs", False),
    "Rijbewijs B en een heftruckcertificaat zijn een pré": ("requirement", "rijbewijs-b", False),
    "Je tilt dozen van 12 kg": ("requirement", "tillen-23", True),
    "Je staat graag vroeg op": ("requirement", "vroege-dienst", True),
    "Je werkt in ploegen": ("requirement", "wisselende-tijden", True),
    "Je bent netjes": ("competency", "netjes-werken", True),
}
NOT_ASKED = {
    "Een rijbewijs B is niet nodig": "rijbewijs-b",
    "Wij zijn een betrouwbaar bedrijf": "betrouwbaar",
    "Over ons\nEen gastvrij huis": "gastvrij",
    "Wat bieden wij?\nEen flexibel rooster": "omschakelen",
    "Nederlands spreken is geen eis": "nederlands-praten",
    "Een heftruckcertificaat is niet nodig, rijbewijs B wel": "heftruck-bewijs",
    "Je tilt zakken tot 25 kg": "tillen-23",
    "We overleggen graag je uren": "overleggen",
}
FACTS = {
    "16 tot 24 uur": ("hours", (16, 24)),
    "Je begint om 6 uur": ("hours", None),
    "€ 2.500 (o.b.v. 40 uur)": ("hours", None),
    "0,6 fte": ("hours", (24, 24)),
    "vier dagen van 8 uur": ("hours", (32, 32)),
    "ma t/m do": ("days", ("mon", "tue", "wed", "thu")),
    "je moet zo nu en dan bellen": ("days", ()),
    "half acht tot vier uur": ("times", (("07:30", "16:00"),)),
    "Per direct": ("start", date(2026, 11, 24)),
    "vanaf maart": ("start", date(2027, 3, 1)),
    "vanaf € 17,04 per uur": ("start", None),
    "Standplaats: Geldermalsen": ("place", "Geldermalsen"),
    "Een baan voor het leven": ("place", ""),
    "BBL-plek": ("form", "learn_work"),
    "Salaris 2400-2800 euro": ("wage", Wage(240_000, 280_000, "month", "2400-2800 euro")),
    "tussen 15 en 16 euro per uur": ("wage", Wage(1_500, 1_600, "hour", "15 tot 16 euro")),
    "Wij zoeken een enthousiaste en flexibele bakker": ("title", "bakker"),
    "Ervaren lasser": ("title", "lasser"),
    "Wij zoeken een leuke bakker\nJe werkt netjes": ("title", "bakker"),
    "een vrijwilligersvergoeding": ("form", ""),
}
QUESTIONS = {
    "Minimaal 3 jaar ervaring": ["experience"],
    "Ervaring is niet nodig": [],
    "Afgeronde mbo-opleiding": ["diploma"],
    "Wij betalen je opleiding, met diploma": [],
    "Uitstekende beheersing van het Nederlands": ["language"],
    "Je bent minimaal 18 jaar": ["age"],
    "Stuur je cv en motivatiebrief": ["letter"],
    "Kom langs en kijk mee": [],
    "Je tilt zakken tot 25 kg": ["lifting"],
}


LEAST = {"competency": (0.85, 0.93), "requirement": (0.9, 0.93), "interest": (0.7, 0.8), "question": (1, 1)}
"""Precision and recall."""


@pytest.mark.parametrize("name", ["seen", "held_out"])
def test_most_of_what_a_colleague_would_tick_is_found_and_little_else(name):
    total = score(name)
    for kind, (precise, complete) in LEAST.items():
        right = total.right[kind]
        assert right >= precise * total.found[kind], (kind, total.misses)
        assert right >= complete * total.noted[kind], (kind, total.misses)
    assert total.facts["must or learned"] >= 0.93 * total.said["must or learned"]
    for fact in ("hours", "days", "times", "place", "start", "wage", "form"):
        assert total.facts[fact] >= 9, (fact, total.misses)


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_is_found_as_a_must_or_as_what_may_come_later(text):
    kind, code, is_must = ASKED[text]
    assert code in read(text).of(kind, is_must=is_must)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_need_not_be_and_what_the_firm_says_of_itself_is_not_asked(text):
    assert NOT_ASKED[text] not in [each.code for each in read(text).suggested]


@pytest.mark.parametrize("text", FACTS)
def test_hours_days_pay_and_place_are_read(text):
    name, value = FACTS[text]
    assert getattr(read(text), name) == value


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_is_no_competency_becomes_a_question_to_the_employer(text):
    assert [each.kind for each in read(text).questions] == QUESTIONS[text]


def test_each_suggestion_shows_the_words_that_led_to_it():
    text = "Je verzamelt orders met een handscanner."
    found = {each.code: each.words for each in read(text).suggested}
    assert found["orders-verzamelen"] == "verzamelt orders"
    assert all(words in text for words in found.values())


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "€" * 5000, "1-1-" * 9000, "lossen " * 9000, "\x00@?!", "maandag tot " * 3000]
)
def test_any_text_is_read_and_soon(text):
    read(text)


def test_the_lists_of_how_it_is_asked_name_words_of_the_catalogue_alone():
    terms = {row["code"] for row in shipped.terms()}
    assert set(ways_by_code()) <= terms
    assert set(needs_by_code()) <= {row["code"] for row in shipped.requirements()}
    trades = {
        row["code"]
        for row in shipped.terms()
        if row["kind"] == TermKind.COMPETENCY and row["layer"] == "vocational"
    }
    assert len(trades - set(ways_by_code())) <= 15
