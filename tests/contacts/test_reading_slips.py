"""Slips of the finger in the words of the grammar are read as they were meant; words and names that are real are left alone."""

from datetime import date

import pytest

from werktop.catalogue.shipped import words_and_ways
from werktop.contacts.reading import CompetencySeen, Contact, Names, Opening, Reminder, read_note
from werktop.contacts.reading.contract import names_from
from werktop.contacts.reading.corrections import meant
from werktop.contacts.reading.everyday import EVERYDAY
from werktop.contacts.reading.own_words import OWN_WORDS
from werktop.contacts.reading.real_words import REAL_NAMES, REAL_WORDS
from werktop.contacts.reading.verbs import ORDERS, TASKS

TODAY = date(2026, 11, 24)  # a Tuesday
KIM, RIK = "Kim Bos", "Rik Mulder"
NAMES = Names(
    candidates=(KIM, RIK), employers=("Garage Postma", "Zorghuis Avondrood"), people=("Manon Lentink",)
)


def read(sentence, names=NAMES):
    return read_note(sentence, today=TODAY, names=names).chips


@pytest.mark.parametrize(
    ("written", "word"),
    [
        # a letter less, twice, swapped or another: verbs
        ("gbeld", "gebeld"), ("gebled", "gebeld"), ("wrkt", "werkt"), ("werktt", "werkt"), ("weerkt", "werkt"), ("zkt", "zoekt"),
        ("vrtelde", "vertelde"), ("vertlede", "vertelde"), ("krijgtt", "krijgt"), ("krjigt", "krijgt"), ("spingen", "springen"),
        ("sprigen", "springen"), ("gsproken", "gesproken"), ("gesprooken", "gesproken"), ("bezcoht", "bezocht"),
        ("overlgd", "overlegd"), ("kenisgemaakt", "kennisgemaakt"), ("ingesprken", "ingesproken"), ("gebuiken", "gebruiken"),
        # negations
        ("nieman", "niemand"), ("nimand", "niemand"), ("nieamnd", "niemand"), ("niemend", "niemand"), ("zondr", "zonder"),
        ("nauwlijks", "nauwelijks"), ("nauwelijk", "nauwelijks"),
        # joining words and days
        ("vnaf", "vanaf"), ("vnaaf", "vanaf"), ("omdatt", "omdat"), ("vlgende", "volgende"), ("vrijadg", "vrijdag"),
        ("gisteen", "gisteren"), ("janauri", "januari"),
        # nouns of contact and of work, and two letters in a long word
        ("telefonish", "telefonisch"), ("tlefonisch", "telefonisch"), ("telefonis", "telefonisch"), ("voicmail", "voicemail"),
        ("berichje", "berichtje"), ("kinderopvng", "kinderopvang"), ("kinderovang", "kinderopvang"), ("afsprak", "afspraak"),
        ("herinering", "herinnering"), ("heriner", "herinner"), ("rondlieding", "rondleiding"), ("behoefe", "behoefte"),
        ("evaluatiegesprk", "evaluatiegesprek"), ("terubellen", "terugbellen"), ("uitbreidng", "uitbreiding"),
    ],
)  # fmt: skip
def test_a_slip_in_a_word_of_the_grammar_is_that_word(written, word):
    assert meant(written) == word


def test_real_words_names_and_the_grammars_own_words_are_never_mended():
    """Among them 'gezicht', which is not 'gezocht', and Krijnen, who is not 'krijgen'."""
    assert len(REAL_WORDS) > 600
    assert {
        "gezicht",
        "breken",
        "sparen",
        "milde",
        "gemeld",
        "contant",
        "klachten",
        "lengte",
    } - REAL_WORDS == {"gemeld"}
    words = sorted(REAL_WORDS | REAL_NAMES | EVERYDAY | OWN_WORDS | TASKS | ORDERS | {"gemeld", "gemeente"})
    assert [(word, meant(word)) for word in words if meant(word) != word] == []


@pytest.mark.parametrize(
    "word", sorted({"kring", "starter", "woorden", "noemen", "levert", "gebed", "twijfels", "klachten"})
)
def test_a_real_word_near_one_of_the_grammar_makes_no_chip(word):
    assert read(f"{word} bij Manon Lentink thuis op tafel")[1:] == ()
    assert read(f"een {word} voor Kim") == ()


@pytest.mark.parametrize("name", ["Krijgten", "Nimands", "Vraagts", "Huurte", "Vertelde"])
def test_a_name_that_is_not_known_is_no_slip(name):
    assert meant(name.casefold(), may_be_a_name=True) == name.casefold()
    assert read(f"Kim gebeld over {name}") == (Contact("call", TODAY, (KIM,), None, ()),)


POSTMA, AVONDROOD, MANON = "Garage Postma", "Zorghuis Avondrood", "Manon Lentink"


@pytest.mark.parametrize(
    ("sentence", "chips"),
    [
        ("kim gbeld en rik gemald", [Contact("call", TODAY, (KIM,), None, ()), Contact("message", TODAY, (RIK,), None, ())]),
        ("tlefonisch gesprek met kim", [Contact("call", TODAY, (KIM,), None, ())]),
        ("telefonis contact met kim", [Contact("call", TODAY, (KIM,), None, ())]),
        ("voicmail ingesprken bij kim", [Contact("call", TODAY, (KIM,), None, ())]),
        ("brichtje van kim gekregn", [Contact("message", TODAY, (KIM,), None, ())]),
        ("avondrood bezcoht", [Contact("visit", TODAY, (), AVONDROOD, ())]),
        ("met manon overlgd", [Contact("talk", TODAY, (), None, (MANON,))]),
        ("kim vrtelde dat het goed gaat", [Contact("talk", TODAY, (KIM,), None, ())]),
        ("postma zkt nieman", []), ("postma heeft nimand nodig", []), ("kim nit gebeld", []), ("kim neit gebeld", []),
        ("gen gehoor bij kim", [Contact("call", TODAY, (KIM,), None, (), is_missed=True)]), ("postma zoekt niemend", []),
        ("postma zit te sprigen om lassers", [Opening(POSTMA, None, "lassers", None)]),
        ("postma krijgtt in maart 2 plekken", [Opening(POSTMA, 2, "plekken", date(2027, 3, 1))]),
        ("postma heft 2 koks ndig vnaf april", [Opening(POSTMA, 2, "koks", date(2027, 4, 1))]),
        ("vrijadg kim bellen", [Reminder(date(2026, 11, 27), "Kim bellen")]),
        ("volgend week kim terubellen", [Reminder(date(2026, 11, 30), "Kim terugbellen")]),
        ("heriner me vrijdag: kim bellen", [Reminder(date(2026, 11, 27), "Kim bellen")]),
    ],
)  # fmt: skip
def test_a_note_with_slips_says_what_was_meant(sentence, chips):
    assert list(read(sentence)) == chips


@pytest.mark.parametrize(
    "said", ["wrkt netjes", "werktt netjes", "weerkt netjes", "werkt ntjes", "werkt nettjes"]
)
def test_a_slip_hides_no_talent(said):
    known = names_from({"candidates": [KIM], "competencies": ["netjes en precies werken"]})
    assert words_and_ways() and read(f"kim {said}", known) == (
        CompetencySeen(KIM, "netjes en precies werken"),
    )
