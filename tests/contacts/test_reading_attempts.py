"""A quick note of who was tried and not reached is an attempt, also where no verb of contact stands in it; and what follows it
keeps its day."""

from datetime import date

import pytest

from werktop.contacts.reading import Contact, Names, Opening, Reminder, read_note, was_missed
from werktop.contacts.reading.contract import as_json

TODAY = date(2026, 11, 24)  # a Tuesday
DAAN, OMAR, BONGERD = "Daan Meijer", "Omar Haddad", "Bakkerij De Bongerd"
NAMES = Names(candidates=(DAAN, OMAR), employers=(BONGERD,), people=("Petra Smit",))
ATTEMPT = Contact("call", TODAY, (DAAN,), None, (), is_missed=True)
SATURDAY = date(2026, 11, 21)


def reading(sentence):
    return read_note(sentence, today=TODAY, names=NAMES)


@pytest.mark.parametrize(
    "sentence",
    [
        "Daan Meijer niet bereikt", "@Daan Meijer bgg", "daan b.g.g.", "Daan niet te pakken gekregen", "daan, geen gehoor",
        "Daan drie keer geprobeerd, geen gehoor", "geen gehoor bij Daan", "kreeg Daan niet aan de lijn", "Daan neemt niet op",
        "geprobeerd Daan te bellen", "Daan is telefonisch niet te bereiken", "nog niet bereikt, Daan",
    ],
)  # fmt: skip
def test_who_was_tried_without_a_verb_of_contact_is_an_attempt(sentence):
    assert reading(sentence).chips == (ATTEMPT,)
    assert as_json(reading(sentence)) == {"chips": []}


@pytest.mark.parametrize(
    ("sentence", "day", "what"),
    [
        ("Daan niet bereikt, morgen weer bellen", date(2026, 11, 25), "weer bellen"),
        ("niet te bereiken, morgen Daan weer bellen", date(2026, 11, 25), "Daan weer bellen"),
        ("Daan bgg vr opnieuw", date(2026, 11, 27), "opnieuw bellen"),
        ("Daan geen gehoor morgen weer proberen", date(2026, 11, 25), "weer proberen"),
    ],
)
def test_trying_again_keeps_the_attempt(sentence, day, what):
    assert reading(sentence).chips == (ATTEMPT, Reminder(day, what))


def test_an_attempt_stands_beside_contact_with_another():
    talk = Contact("talk", TODAY, (OMAR,), None, ())
    assert reading("Omar gesproken, Daan niet bereikt").chips == (talk, ATTEMPT)
    assert reading("Daan niet bereikt, Omar gesproken").chips == (ATTEMPT, talk)
    assert not reading("Daan niet bereikt, later toch gesproken").chips[0].is_missed
    assert reading("Daan eindelijk bereikt").chips == (Contact("call", TODAY, (DAAN,), None, ()),)
    assert reading("De Bongerd bgg").chips[0].employer == BONGERD


@pytest.mark.parametrize(
    "sentence",
    [
        "Daan heeft doel niet bereikt", "De Bongerd is met de bus niet te bereiken", "Daan is op maandag niet bereikbaar",
        "Daan is niet bereikbaar tussen 9 en 12", "als Daan niet bereikt wordt", "Daan wil niet bereikt worden", "Daan is verhuisd",
    ],
)  # fmt: skip
def test_what_is_not_reached_otherwise_is_no_attempt(sentence):
    assert not reading(sentence).chips


def test_an_attempt_with_points_is_known_without_the_grammar():
    assert was_missed("Daan b.g.g.") and was_missed("niemand bereikt")


@pytest.mark.parametrize(
    ("sentence", "day", "what"),
    [
        ("hoofd P&O met zwangerschapsverlof tot april, dan pas terugbellen", date(2027, 4, 1), "terugbellen"),
        ("Petra is ziek tot maandag, dan bellen", date(2026, 11, 30), "bellen"),
        (
            "uitzoeken of we dat kunnen vergoeden vóór 15 december",
            date(2026, 12, 15),
            "uitzoeken of we dat kunnen vergoeden",
        ),
        ("vragen of ik Daan kan bellen", date(2026, 11, 25), "vragen of ik Daan kan bellen"),
        ("bellen of ze 15 december kan komen", date(2026, 11, 25), "bellen of ze 15 december kan komen"),
    ],
)
def test_what_is_to_be_done_has_the_day_by_which_it_is(sentence, day, what):
    assert reading(sentence).chips == (Reminder(day, what),)


def test_how_long_a_contract_is_and_who_is_away_make_no_chip():
    assert not reading("24 uur, half jaar contract").chips
    assert not any(
        isinstance(chip, Opening) for chip in reading("De Bongerd: kok is met verlof tot mei").chips
    )
    replaced = reading("kok met verlof tot april bij De Bongerd, zoeken vervanging").chips
    assert replaced == (Opening(BONGERD, None, "vervanging", None),)
    assert reading("De Bongerd: kok gaat met pensioen").chips == (Opening(BONGERD, None, "kok", None),)


@pytest.mark.parametrize(
    "sentence", ["In het weekend Daan gebeld", "van het weekend Daan gebeld", "dit weekend Daan gebeld"]
)
def test_a_weekend_in_which_something_took_place_has_been(sentence):
    assert reading(sentence).chips == (Contact("call", SATURDAY, (DAAN,), None, ()),)
    assert reading("in het weekend Daan bellen").chips == (Reminder(date(2026, 11, 28), "Daan bellen"),)


@pytest.mark.parametrize(
    ("sentence", "kind", "what", "day"),
    [
        ("Daan heeft opvang nodig op woensdag", "need", "opvang nodig op woensdag", None),
        ("Daan heeft opvang nodig vanaf maart", "need", "opvang nodig", date(2027, 3, 1)),
        ("Daan: vrijdag opvang regelen", "need", "opvang regelen", date(2026, 11, 27)),
        ("Daan wil wel een werkervaringsplek in het groen", "wish", "groen", None),
        ("Daan wil een stageplek als kok", "wish", "kok", None),
    ],
)
def test_a_day_of_what_is_needed_is_not_by_when_and_a_place_to_learn_is_a_wish(sentence, kind, what, day):
    (told,) = reading(sentence).told
    assert (told.kind, told.what, told.date) == (kind, what, day)


def test_a_sheltered_place_is_nobodys_wish():
    assert not reading("Daan wil een beschutte werkplek in het groen").told
