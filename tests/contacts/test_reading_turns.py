"""A quick note in other turns of phrase: articles, lists that share a day, what was told, and what did not take place."""

from datetime import date

import pytest

from werktop.contacts.reading import CompetencySeen, Contact, Names, Opening, Reminder, read_note

TODAY = date(2026, 11, 24)  # a Tuesday
FENNA, PIOTR = "Fenna Postma", "Piotr Wrzesiński"
YPMA, POELMAN, ROER = "Bakkerij Ypma", "Supermarkt Poelman", "Restaurant 't Roer"
GERRIT = "Gerrit Zijlstra"
NAMES = Names(
    candidates=(FENNA, PIOTR),
    employers=(YPMA, POELMAN, ROER),
    people=(GERRIT,),
    competencies=("Schilderen", "Nauwkeurig werken"),
    ways=(("Nauwkeurig werken", "netjes"),),
)
MAY = date(2027, 5, 1)


def read(sentence):
    return read_note(sentence, today=TODAY, names=NAMES).chips


def seeks(firm, what, places=1, day=None):
    return Opening(firm, places, what, day)


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("morgen het contract ophalen", "het contract ophalen"),
        ("ik moet nog de vacature van Ypma plaatsen", "de vacature van Ypma plaatsen"),
        ("niet vergeten een vervolgafspraak te maken", "een vervolgafspraak maken"),
        ("graag morgen 'n afspraak maken", "een afspraak maken"),
        ("morgen nog even Fenna bellen", "Fenna bellen"),
    ],
)
def test_what_is_to_be_done_keeps_its_article_and_loses_its_lead(sentence, what):
    assert read(sentence) == (Reminder(date(2026, 11, 25), what),)


@pytest.mark.parametrize(
    ("sentence", "openings"),
    [
        (
            "Ypma zoekt twee bakkers en een kok, allemaal per 1 mei",
            (seeks(YPMA, "bakkers", 2, MAY), seeks(YPMA, "kok", 1, MAY)),
        ),
        (
            "Ypma zoekt 'n bakker en 'n kok, allebei vanaf mei",
            (seeks(YPMA, "bakker", 1, MAY), seeks(YPMA, "kok", 1, MAY)),
        ),
        (
            "ypma heeft plek vr 2 bakkers en 1 kok",
            (seeks(YPMA, "bakkers", 2), seeks(YPMA, "kok")),
        ),
        ("ypma, vragen 8 inpakkers vnf mei", (seeks(YPMA, "inpakkers", 8, MAY),)),
        ("poelman wil 5 man voor de kassa vanaf mei", (seeks(POELMAN, "kassa", 5, MAY),)),
        (
            "ze verwachten bij Ypma in mei drie mensen nodig te hebben voor de inpak",
            (seeks(YPMA, "inpak", 3, MAY),),
        ),
    ],
)
def test_work_that_is_shared_by_a_list_or_put_in_other_words_is_read(sentence, openings):
    assert read(sentence) == openings


@pytest.mark.parametrize(
    ("sentence", "chips"),
    [
        (
            "Ypma heeft vandaag gemaild dat ze vanaf mei 2 bakkers zoeken",
            (Contact("message", TODAY, (), YPMA, ()), seeks(YPMA, "bakkers", 2, MAY)),
        ),
        (
            "'t Roer appte vanochtend dat er in mei drie plekken vrijkomen",
            (Contact("message", TODAY, (), ROER, ()), seeks(ROER, "plekken", 3, MAY)),
        ),
        (
            "Bij Ypma hebben ze ruimte voor twee bakkers, zo vertelde Gerrit aan de telefoon",
            (seeks(YPMA, "bakkers", 2), Contact("call", TODAY, (), YPMA, (GERRIT,))),
        ),
    ],
)
def test_what_was_told_has_its_own_day_and_is_of_the_firm_of_whom_it_was_told(sentence, chips):
    assert read(sentence) == chips


@pytest.mark.parametrize(
    "sentence",
    [
        "Het bezoek aan Ypma is niet doorgegaan",
        "Bezoek aan Ypma kwam te vervallen",
        "Gesprek met Fenna ging niet door",
        "Rondleiding bij Ypma gecanceld",
        "Intake Fenna afgeblazen",
    ],
)
def test_what_did_not_take_place_is_no_contact(sentence):
    assert read(sentence) == ()


def test_how_something_is_done_is_no_competency_beside_it():
    assert read("Piotr kan heel netjes schilderen") == (CompetencySeen(PIOTR, "Schilderen"),)
    assert read("Piotr werkt netjes") == (CompetencySeen(PIOTR, "Nauwkeurig werken"),)


@pytest.mark.parametrize(
    ("sentence", "chips"),
    [
        ("woensdag Fenna bellen, nee, donderdag", (Reminder(date(2026, 11, 26), "Fenna bellen"),)),
        ("Ypma zoekt 2 bakkers, nee 3", (seeks(YPMA, "bakkers", 3),)),
        ("Ypma heeft 3, sorry, 4 bakkers nodig", (seeks(YPMA, "bakkers", 4),)),
        ("gesproken met Fenna, of nee, Piotr", (Contact("talk", TODAY, (PIOTR,), None, ()),)),
        ("nee, geen plek bij Ypma", ()),
    ],
)
def test_what_the_writer_puts_right_takes_the_place_of_what_was_said(sentence, chips):
    assert read(sentence) == chips


@pytest.mark.parametrize(
    ("sentence", "openings"),
    [
        ("Ypma zit met smart te wachten op twee bakkers", (seeks(YPMA, "bakkers", 2),)),
        ("Ypma komt twee bakkers te kort", (seeks(YPMA, "bakkers", 2),)),
        ("Ypma neemt per 1 mei drie bakkers in dienst", (seeks(YPMA, "bakkers", 3, MAY),)),
        ("bij Ypma kunnen per 1 mei 5 inpakkers aan de slag", (seeks(YPMA, "inpakkers", 5, MAY),)),
        ("zowel Ypma als Poelman zoekt een verkoper", (seeks(YPMA, "verkoper"), seeks(POELMAN, "verkoper"))),
        ("twee vacatures bij Ypma: bakker en verkoper", (seeks(YPMA, "bakker"), seeks(YPMA, "verkoper"))),
        ("Ypma wil Fenna graag een proefplaatsing aanbieden", ()),
    ],
)
def test_work_is_read_from_other_verbs_of_seeking(sentence, openings):
    assert read(sentence) == openings


@pytest.mark.parametrize(
    ("sentence", "openings"),
    [
        (
            "twee bakkers nodig bij Ypma, vanaf 1 mei, liefst met ervaring",
            (seeks(YPMA, "bakkers", 2, MAY),),
        ),
        ("Ypma: niks. Poelman: misschien iemand in mei.", (seeks(POELMAN, "iemand", 1, MAY),)),
        ("Ypma zoekt voor het seizoen, dus vanaf mei, vier bakkers", (seeks(YPMA, "bakkers", 4, MAY),)),
        ("Ypma: bakker meewerkend per 1 mei", (seeks(YPMA, "bakker meewerkend", None, MAY),)),
        (
            "Ypma neemt vanaf mei 6 bakkers aan en 2 koks",
            (seeks(YPMA, "bakkers", 6, MAY), seeks(YPMA, "koks", 2, MAY)),
        ),
        (
            "Ypma zoekt bakker (fulltime) en winkelhulp (za)",
            (seeks(YPMA, "bakker", None), seeks(YPMA, "winkelhulp", None)),
        ),
        ("bij Ypma bakker gevraagd", (seeks(YPMA, "bakker", None),)),
        ("Ypma: drie bakkers (fulltime) gezocht m.i.v. 1 mei", (seeks(YPMA, "bakkers", 3, MAY),)),
        (
            "omdat Ypma vanaf mei een grote klus heeft, zoeken ze 2 bakkers",
            (seeks(YPMA, "bakkers", 2, MAY),),
        ),
    ],
)
def test_the_day_and_the_firm_of_work_are_those_that_it_is_said_of(sentence, openings):
    assert read(sentence) == openings


@pytest.mark.parametrize(
    ("sentence", "day", "what"),
    [
        ("cv's mailen vr do", date(2026, 11, 26), "cv's mailen"),
        ("morgen om negen uur overleg ik met Fenna", date(2026, 11, 25), "overleg met Fenna"),
        (
            "voor Ypma moet ik morgen twee kandidaten zoeken",
            date(2026, 11, 25),
            "voor Ypma twee kandidaten zoeken",
        ),
        ("volgende gesprek met Fenna is op 14 december", date(2026, 12, 14), "volgende gesprek met Fenna"),
        ("contract Fenna loopt 31 januari af, op tijd bellen", date(2027, 1, 31), "op tijd bellen"),
        (
            "mail Fenna over de rondleiding van 3 december",
            date(2026, 11, 25),
            "mail Fenna over de rondleiding van 3 december",
        ),
        ("moet voor vrijdag de uren van Fenna doorgeven", date(2026, 11, 27), "de uren van Fenna doorgeven"),
        ("ik heb beloofd dat ik Fenna donderdag terugbel", date(2026, 11, 26), "Fenna terugbel"),
        ("morgen Fenna terugbellen tussen 2 en 4", date(2026, 11, 25), "Fenna terugbellen"),
        ("afspraak met Fenna: 7 januari bij Ypma", date(2027, 1, 7), "afspraak met Fenna bij Ypma"),
    ],
)
def test_what_is_to_be_done_has_its_own_day_and_words(sentence, day, what):
    (reminder,) = read(sentence)
    assert (reminder.date, reminder.what) == (day, what)


def test_what_one_meant_to_do_or_waits_for_is_no_chip():
    assert read("ik wilde Fenna bellen, maar haar telefoon stond uit") == ()
    assert read("Fenna wacht op bericht") == ()
    assert read("de rondleiding bij Ypma op 9 december gaat door") == ()
    assert read("Fenna heeft een vacature gezien bij Ypma") == ()
    assert read("Fenna en Piotr beginnen maandag bij Ypma") == ()


def test_a_deadline_behind_a_comma_is_of_what_stands_before_it():
    assert read("nog een mailtje naar Ypma, uiterlijk donderdag") == (
        Reminder(date(2026, 11, 26), "een mailtje naar Ypma"),
    )
