"""A quick note in the forms that people use: one table for each form, with sentences of several mouths."""

import json
from datetime import date

import pytest

from werktop.contacts.reading import CompetencySeen, Contact, Names, Opening, Reminder, read_note
from werktop.contacts.reading.contract import as_json, names_from

TODAY = date(2026, 11, 24)  # a Tuesday
FATIMA, OMAR, SAMIRA = "Fatima El Amrani", "Omar Haddad", "Samira Yildiz"
KROON, LINDE, JANSEN = "Hotel De Kroon", "Kwekerij De Linde", "Bakkerij Jansen"
NAMES = Names(
    candidates=(FATIMA, OMAR, SAMIRA, "Samira Bouzid", "Anouk van den Berg"),
    employers=(
        KROON,
        LINDE,
        JANSEN,
        "Koeriersdienst Snel & Veilig",
        "Albert Heijn Tiel",
        "Thuiszorg Rivierenland",
    ),
    people=("Piet Jansen", "Marieke Postma"),
    competencies=("Tempo maken", "Doorzetten", "Klantgericht", "Flexibel"),
)


def read(sentence):
    return read_note(sentence, today=TODAY, names=NAMES).chips


@pytest.mark.parametrize(
    ("sentence", "places", "what", "from_date"),
    [
        ("De Kroon neemt in april 2 koks aan", 2, "koks", date(2027, 4, 1)),
        ("De Kroon wil er vanaf mei 2 koks bij", 2, "koks", date(2027, 5, 1)),
        ("bij de Kroon komen er in het voorjaar 2 koks bij", 2, "koks", date(2027, 3, 1)),
        ("De Kroon komt 2 koks tekort", 2, "koks", None),
        ("De Kroon is op zoek naar een kok", 1, "kok", None),
        ("De Kroon zit te springen om koks", None, "koks", None),
        ("De Kroon start in mei met 3 stagiairs", 3, "stagiairs", date(2027, 5, 1)),
        ("De Kroon heeft werk voor 3 koks m.i.v. 1 mei", 3, "koks", date(2027, 5, 1)),
        ("vanaf mei mogen er bij de Kroon 2 leerlingen beginnen", 2, "leerlingen", date(2027, 5, 1)),
        ("In mei starten bij de Kroon 5 seizoenskrachten", 5, "seizoenskrachten", date(2027, 5, 1)),
        ("De Kroon zou graag 2 stagiairs ontvangen", 2, "stagiairs", None),
        ("De Kroon gebeld, 1 kok, vr terugbellen", 1, "kok", None),
        ("kroon: 2 huish. hulpen p/w", 2, "huish. hulpen", None),
        ("De Kroon: 0,8 fte planner per april", None, "planner", date(2027, 4, 1)),
        ("De Kroon zoekt voor de zaterdag een hulp", 1, "hulp voor de zaterdag", None),
        ("De Kroon zoekt 1 kok ma t/m do", 1, "kok", None),
        ("bij de Kroon komt in mei 1 fte schoonmaak vrij", 1, "schoonmaak", date(2027, 5, 1)),
        ("De Kroon heeft in de bediening 1 plek", 1, "bediening", None),
        ("De Kroon heeft 3 obers en wil er 2 bij", 2, "obers", None),
        ("De Kroon heeft 1 plek vrij in de keuken", 1, "keuken", None),
        ("De Kroon zoekt een tweetal koks (m/v)", 2, "koks", None),
        ("De Kroon zoekt koks, 3 stuks", 3, "koks", None),
        ("kroon zoekt 2 koks, 24 u p/w, per 1 feb", 2, "koks", date(2027, 2, 1)),
    ],
)
def test_work_is_told_in_many_ways(sentence, places, what, from_date):
    assert [c for c in read(sentence) if isinstance(c, Opening)] == [Opening(KROON, places, what, from_date)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bij de Kroon nagevraagd of er nog plek is",
        "De Kroon had vorig jaar 2 plekken",
        "De Kroon had in de zomer 2 hulpen nodig maar heeft nu niemand meer nodig",
        "De Kroon gebeld, 2 koks geplaatst",
        "Omar gebeld over zijn werkplek bij de Kroon",
        "De Kroon zoekt niks",
        "we zoeken voor Omar een plek als kok",
        "voor Omar een stageplek geregeld bij de Kroon",
        "de vacatures van de Kroon ontvangen",
    ],
)
def test_what_was_asked_or_gone_is_no_work(sentence):
    assert not [c for c in read(sentence) if isinstance(c, Opening)]


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("De Kroon zoekt 2 koks per maart en 1 ober vanaf mei", date(2027, 3, 1), date(2027, 5, 1)),
        ("De Kroon: 2 koks, 1 ober, start 4 jan", date(2027, 1, 4), date(2027, 1, 4)),
        ("De Kroon zoekt vanaf mei 2 koks, 1 ober", date(2027, 5, 1), date(2027, 5, 1)),
    ],
)
def test_each_of_a_list_has_its_own_day_or_that_of_the_list(sentence, first, second):
    assert read(sentence) == (Opening(KROON, 2, "koks", first), Opening(KROON, 1, "ober", second))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("over een week of 2", date(2026, 12, 8)), ("over anderhalve maand", date(2027, 1, 8)),
        ("over zo'n 3 weken", date(2026, 12, 15)), ("na het weekend", date(2026, 11, 30)),
        ("eerste week van januari", date(2027, 1, 4)), ("laatste week van jan", date(2027, 1, 25)),
        ("tweede helft januari", date(2027, 1, 15)), ("rond de 15e", date(2026, 12, 15)),
        ("van de week", date(2026, 11, 27)), ("vlg wk di", date(2026, 12, 1)), ("eind vd mnd", date(2026, 11, 30)),
        ("mrt '27", date(2027, 3, 1)), ("1e kwartaal 2027", date(2027, 1, 1)), ("volgend schooljaar", date(2027, 9, 1)),
        ("vrdg", date(2026, 11, 27)),
    ],
)  # fmt: skip
def test_a_day_in_words(words, day):
    assert read(f"{words} Omar bellen") == (Reminder(day, "Omar bellen"),)


@pytest.mark.parametrize(
    ("sentence", "contact"),
    [
        ("lngs gwst bij de kroon", Contact("visit", TODAY, (), KROON, ())),
        ("koffie bij de Kroon", Contact("visit", TODAY, (), KROON, ())),
        ("net terug van de Kroon", Contact("visit", TODAY, (), KROON, ())),
        ("ik was vrijdag bij de Kroon", Contact("visit", date(2026, 11, 20), (), KROON, ())),
        ("langs bij de Kroon, Piet was mee", Contact("visit", TODAY, (), KROON, ("Piet Jansen",))),
        ("ik heb Fatima en Omar gesproken", Contact("talk", TODAY, (FATIMA, OMAR), None, ())),
        ("videobellen met Fatima gehad", Contact("call", TODAY, (FATIMA,), None, ())),
        ("Omar kwam langs op kantoor", Contact("talk", TODAY, (OMAR,), None, ())),
        ("samira y. gebeld", Contact("call", TODAY, (SAMIRA,), None, ())),
        ("Piet zei dat Omar goed werkt", Contact("talk", TODAY, (), None, ("Piet Jansen",))),
        ("Uitnodiging voor 14 januari verstuurd aan Omar", Contact("message", TODAY, (OMAR,), None, ())),
        ("S. Yildiz gebeld", Contact("call", TODAY, (SAMIRA,), None, ())),
        ("vd Berg gebeld", Contact("call", TODAY, ("Anouk van den Berg",), None, ())),
        ("AH Tiel gebeld", Contact("call", TODAY, (), "Albert Heijn Tiel", ())),
        ("thuiszorg belde", Contact("call", TODAY, (), "Thuiszorg Rivierenland", ())),
        ("de linde gebeld", Contact("call", TODAY, (), LINDE, ())),
    ],
)
def test_contact_and_whom_it_was_with(sentence, contact):
    assert read(sentence) == (contact,)


@pytest.mark.parametrize(
    "sentence", ["omar gebeld bgg", "Omar gebeld, geen gehoor", "Langs Omar gereden, niemand thuis"]
)
def test_who_was_tried_and_not_reached_is_no_contact_on_the_command_line(sentence):
    reading = read_note(sentence, today=TODAY, names=NAMES)
    assert all(chip.is_missed for chip in reading.chips)
    assert json.loads(json.dumps(as_json(reading))) == {"chips": []}


@pytest.mark.parametrize(
    "sentence",
    [
        "Omar wordt woensdag gebeld door de Kroon",
        "omar ziek tm vr",
        "Omar belt met Piet",
        "Omar uitgenodigd voor 14 januari",
    ],
)
def test_what_others_do_and_an_illness_are_neither_contact_nor_reminder(sentence):
    assert read(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "day", "what"),
    [
        (
            "ik moet nog achter het contract van Omar aan",
            date(2026, 11, 25),
            "achter het contract van Omar aan",
        ),
        ("Piet wil dat ik in januari nog eens bel", date(2027, 1, 1), "bel"),
        ("Marieke vroeg of ik Omar voor vrijdag kan bellen", date(2026, 11, 27), "Omar bellen"),
        ("vergeet Piet niet te bellen", date(2026, 11, 25), "Piet bellen"),
        ("stage loopt tot 15 januari, daarna evalueren", date(2027, 1, 15), "evalueren"),
        ("op 3 december hebben we een evaluatie met Omar", date(2026, 12, 3), "een evaluatie met Omar"),
        ("Omar vragen of hij ma kan starten", date(2026, 11, 25), "Omar vragen of hij ma kan starten"),
        ("nabellen: Piet", date(2026, 11, 25), "nabellen: Piet"),
        ("vrijdag met Omar naar de Kroon gaan", date(2026, 11, 27), "met Omar naar de Kroon gaan"),
    ],
)
def test_what_is_to_be_done_is_the_writers_own_part(sentence, day, what):
    assert read(sentence) == (Reminder(day, what),)


def test_a_verb_that_is_a_talent_is_nothing_to_do():
    assert read("Omar tempo maken goed, doorzetten ook") == (
        CompetencySeen(OMAR, "Tempo maken"),
        CompetencySeen(OMAR, "Doorzetten"),
    )


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("Omar blijft flexibel en Fatima zet door", ((OMAR, "Flexibel"), (FATIMA, "Doorzetten"))),
        ("Omar is flexibel, zei zijn chef", ((OMAR, "Flexibel"),)),
        ("Omar is erg gericht op de klant", ((OMAR, "Klantgericht"),)),
        ("Omar is klatgericht", ((OMAR, "Klantgericht"),)),
        ("als Omar flexibel is mag hij blijven", ()),
    ],
)
def test_each_has_what_was_said_of_them_and_hearsay_is_no_contact(sentence, seen):
    assert read(sentence) == tuple(CompetencySeen(who, what) for who, what in seen)


def test_a_promise_is_a_reminder_beside_the_contact():
    assert read("met Piet afgesproken dat ik vrijdag Omar bel")[1] == Reminder(date(2026, 11, 27), "Omar bel")


def test_work_behind_a_number_is_no_firm_that_begins_so():
    assert read("snel & veilig: 2 koeriers nodig") == (
        Opening("Koeriersdienst Snel & Veilig", 2, "koeriers", None),
    )


LIST = ("zwaar werk doen", "wassen en strijken", "drukken en printen", "plannen en regelen", "verhuizen", "rijden en bezorgen",
        "vouwen en post klaarmaken", "huid en nagels verzorgen", "voor anderen vertalen",
        "anderen aanmoedigen", "op kinderen passen",
        "afval scheiden en ophalen", "klein en precies handwerk", "zagen en boren", "brood en gebak maken",
        "verkeer regelen")  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "werkt volgens mij zwart", "werkt zwart bij de kapper", "is zwart", "is erg druk", "werkt regelmatig", "is verhuisd",
        "is gescheiden", "is bezorgd", "is gemotiveerd", "werkt goed verkeerd", "is goed thuis met kleinkinderen",
        "kan goed met vrouwen", "is goed in vechten", "kan goed met haar broer", "heeft een goed huis",
        "had verkering, goed nieuws",
        "was erg goed", "is bekend met kindermishandeling, goed besproken",
    ],
)  # fmt: skip
def test_a_real_word_that_is_near_to_a_competency_says_nothing_of_it(said):
    names = names_from({"candidates": ["Kim Bos"], "competencies": list(LIST)})
    chips = read_note(f"Kim {said}", today=date(2026, 11, 24), names=names).chips
    assert [chip.name for chip in chips if isinstance(chip, CompetencySeen)] == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("kan zwaar werk aan", "zwaar werk doen"), ("is goed in zware klussen", "zwaar werk doen"),
        ("heeft goed gepland", "plannen en regelen"),
        ("vertaalt goed", "voor anderen vertalen"), ("vertaaalt goed", "voor anderen vertalen"),
        ("heeft netjes verhuisd", "verhuizen"),
        ("motiveert anderen", "anderen aanmoedigen"), ("boort netjes", "zagen en boren"),
        ("bezorgt netjes", "rijden en bezorgen"),
    ],
)  # fmt: skip
def test_a_form_of_a_competency_is_it(said, name):
    names = names_from({"candidates": ["Kim Bos"], "competencies": list(LIST)})
    chips = read_note(f"Kim {said}", today=date(2026, 11, 24), names=names).chips
    assert [chip.name for chip in chips if isinstance(chip, CompetencySeen)] == [name]
