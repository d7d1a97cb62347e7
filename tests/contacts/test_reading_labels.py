"""Labels and leads before a colon, nouns of contact with a day behind us, who told something, and firms by a part of their name."""

from datetime import date

import pytest

from werktop.contacts.reading import Contact, Names, Opening, Reminder, read_note

TODAY = date(2026, 11, 24)  # a Tuesday
TOMORROW, FRIDAY, YESTERDAY = date(2026, 11, 25), date(2026, 11, 27), date(2026, 11, 23)
KIM, HENK = "Kim Bos", "Henk Waterman"
BRINK, HAVEN, RONDOM, TUIN, STEEN = (
    "Hotel De Brink",
    "Cafe De Haven",
    "Kringloop Rondom",
    "Kwekerij De Tuin",
    "Bouw Steen & Zn",
)
NAMES = Names(candidates=(KIM, "Rik Mulder"), employers=(BRINK, HAVEN, RONDOM, TUIN, STEEN), people=(HENK,))
KOKS = Opening(BRINK, 2, "koks", None)


def read(sentence):
    return read_note(sentence, today=TODAY, names=NAMES).chips


def work(firm, *nouns, day=None):
    return tuple(Opening(firm, places, what, day) for places, what in nouns)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("de brink zkt 3 kamermeisjes + 1 kok vnaf april",
         work(BRINK, (3, "kamermeisjes"), (1, "kok"), day=date(2027, 4, 1))),
        ("brink zkt 2 koks en 1 ober", work(BRINK, (2, "koks"), (1, "ober"))),
        ("de haven zkt kok, ober en afwasser", work(HAVEN, (None, "kok"), (None, "ober"), (None, "afwasser"))),
        ("de haven zkn 2 koks", work(HAVEN, (2, "koks"))),
        ("de haven heeft 2 koks nodig", work(HAVEN, (2, "koks"))),
        ("de haven zoek 2 obers + 1 afwasser per 1 mei", work(HAVEN, (2, "obers"), (1, "afwasser"), day=date(2027, 5, 1))),
        ("rondom zkt 2 sorteerders, 1 chauffeur", work(RONDOM, (2, "sorteerders"), (1, "chauffeur"))),
        ("rondom zkt sorteerder", work(RONDOM, (None, "sorteerder"))),
        ("de tuin zkt 4 plukkers va mrt", work(TUIN, (4, "plukkers"), day=date(2027, 3, 1))),
        ("de tuin wil 2 plukkers + 1 chauffeur", work(TUIN, (2, "plukkers"), (1, "chauffeur"))),
        ("tuin zoket 2 plukkers", work(TUIN, (2, "plukkers"))),
        ("steen zkt 2 metselaars + 1 stukadoor vnf mei", work(STEEN, (2, "metselaars"), (1, "stukadoor"), day=date(2027, 5, 1))),
        ("Kim gebeld. de brink zkt 2 koks", (Contact("call", TODAY, (KIM,), None, ()), KOKS)),
        ("in de brink regent het", ()), ("de tuin is mooi", ()),
    ],
)  # fmt: skip
def test_a_firm_by_an_everyday_word_of_its_name_before_a_verb_of_work(sentence, found):
    assert read(sentence)[-len(found) or None :] == found
    assert len(read(sentence)) == len(found)


def contact(channel, day, *candidates, people=()):
    return (Contact(channel, day, candidates, None, people),)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("gister sms kim", contact("message", YESTERDAY, KIM)),
        ("gisteren appje kim", contact("message", YESTERDAY, KIM)),
        ("gister app kim", contact("message", YESTERDAY, KIM)),
        ("gisteren mail henk", contact("message", YESTERDAY, people=(HENK,))),
        ("eergisteren telefoontje kim", contact("call", date(2026, 11, 22), KIM)),
        ("belletje met kim vanmorgen", contact("call", TODAY, KIM)),
        ("vanochtend app kim", contact("message", TODAY, KIM)),
        ("vorige week mail henk", contact("message", date(2026, 11, 17), people=(HENK,))),
        ("vorige week do sms kim", contact("message", date(2026, 11, 19), KIM)),
        ("3 dagen geleden mail henk", contact("message", date(2026, 11, 21), people=(HENK,))),
        ("18 november sms kim", contact("message", date(2026, 11, 18), KIM)),
        ("gister koffie henk", contact("talk", YESTERDAY, people=(HENK,))),
        ("zojuist app kim", contact("message", TODAY, KIM)),
        ("gister sms kim, vrijdag bellen", (*contact("message", YESTERDAY, KIM), Reminder(FRIDAY, "bellen"))),
        ("sms kim", (Reminder(TOMORROW, "sms Kim"),)),
        ("morgen sms kim", (Reminder(TOMORROW, "sms Kim"),)),
        ("ma sms kim", (Reminder(date(2026, 11, 30), "sms Kim"),)),
    ],
)
def test_a_noun_of_contact_with_a_day_behind_us_is_contact_and_one_without_is_to_be_done(sentence, found):
    assert read(sentence) == found


@pytest.mark.parametrize(
    ("behind", "reminder"),
    [
        (". Actie: Kim maandag bellen.", Reminder(date(2026, 11, 30), "Kim bellen")),
        (" actie: vrijdag cv sturen", Reminder(FRIDAY, "cv sturen")),
        (". actie: cv sturen", Reminder(TOMORROW, "cv sturen")),
        (" actie vrijdag: cv sturen", Reminder(FRIDAY, "cv sturen")),
        (" todo: cv sturen", Reminder(TOMORROW, "cv sturen")),
        (". Todo: cv sturen", Reminder(TOMORROW, "cv sturen")),
        (" to do: vrijdag Kim voorstellen", Reminder(FRIDAY, "Kim voorstellen")),
        (". Let op: contract nakijken", Reminder(TOMORROW, "contract nakijken")),
        (" let op: contract nakijken", Reminder(TOMORROW, "contract nakijken")),
        (". Afspraak: vrijdag 10 uur intake Kim", Reminder(FRIDAY, "intake Kim", "10.00")),
        (" afspraak: maandag evalueren", Reminder(date(2026, 11, 30), "evalueren")),
        (". Afspraak: di 8 dec 10 uur", Reminder(date(2026, 12, 8), "afspraak", "10.00")),
        (". Vervolg: vrijdag bellen", Reminder(FRIDAY, "bellen")),
        (" - actiepunt: vog aanvragen", Reminder(TOMORROW, "vog aanvragen")),
        (" niet vergeten: rooster mailen", Reminder(TOMORROW, "rooster mailen")),
    ],
)
def test_a_label_ends_what_stood_before_it(behind, reminder):
    assert read(f"de brink zoekt 2 koks{behind}") == (KOKS, reminder)


def test_what_others_do_behind_a_label_is_no_work():
    assert read("de brink zoekt 2 koks. Afspraak: Henk stuurt rooster") == (KOKS,)


@pytest.mark.parametrize(
    ("lead", "day", "hour"),
    [
        ("Herinner me dinsdag", date(2026, 12, 1), ""), ("herinner me morgen", TOMORROW, ""),
        ("Herinner mij volgende week", date(2026, 11, 30), ""), ("Herinner me vrijdag om 10 uur", FRIDAY, "10.00"),
        ("Herinnering vrijdag", FRIDAY, ""), ("Herinnering 3 dec", date(2026, 12, 3), ""), ("Herinnering", TOMORROW, ""),
        ("Niet vergeten", TOMORROW, ""), ("Niet vergeten vrijdag", FRIDAY, ""), ("Vrijdag niet vergeten", FRIDAY, ""),
        ("Vergeet niet vrijdag", FRIDAY, ""), ("Actie vrijdag", FRIDAY, ""), ("Todo ma", date(2026, 11, 30), ""),
        ("Onthouden over 2 weken", date(2026, 12, 8), ""), ("reminder 8 dec", date(2026, 12, 8), ""),
    ],
)  # fmt: skip
def test_the_day_of_a_lead_is_the_day_of_what_follows_and_a_day_of_its_own_goes_before(lead, day, hour):
    assert read(f"{lead}: pas aanvragen") == (Reminder(day, "pas aanvragen", hour),)
    assert read(f"{lead}: 12 december pas aanvragen") == (Reminder(date(2026, 12, 12), "pas aanvragen", ""),)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("{} vertelde dat de kantine verbouwd wordt", TODAY), ("{} zei dat de kantine verbouwd wordt", TODAY),
        ("{} zegt dat het druk wordt", TODAY), ("{} meldde dat het feest niet door gaat", TODAY),
        ("{} gaf aan dat het druk wordt", TODAY), ("{} liet weten dat het rooster aangepast wordt", TODAY),
        ("{} gaf aan dat het goed gaat", TODAY), ("{} vertelde dat de afspraak is afgezegd", TODAY),
        ("{} vertelde gisteren dat het rustig wordt", YESTERDAY), ("gehoord van {} dat de kantine dicht gaat", TODAY),
        ("van {} gehoord dat het druk is", TODAY), ("hoorde van {} dat het loopt", TODAY),
        ("{} liet weten dat hij niet worden wil wat zijn vader is", TODAY),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", [KIM, HENK])
def test_who_told_that_something_is_so_was_spoken_to(sentence, day, name):
    (chip,) = read(sentence.format(name))
    assert chip == Contact("talk", day, (KIM,) * (name == KIM), None, (HENK,) * (name == HENK))


@pytest.mark.parametrize(
    "sentence",
    ["heb je iets van Kim gehoord?", "het gesprek met Kim ging niet door", "Kim wordt gebeld", "bezoek Kim afgezegd",
     "volgens Henk is het druk"],
)  # fmt: skip
def test_what_is_asked_planned_or_only_heard_is_no_contact(sentence):
    assert not any(isinstance(chip, Contact) for chip in read(sentence))
