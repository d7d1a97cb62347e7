"""What a sentence tells of a candidate for the picture, and what of it is denied, settled or said of somebody else."""

from __future__ import annotations

from datetime import date

import pytest

from werktop.contacts.reading import Names, read_note

NAMES = Names(
    candidates=("Fatima El Amrani", "Jan de Vries", "Kim Vos"), employers=("De Bongerd",), people=("Joost Verhagen",)
)  # fmt: skip


def read(sentence):
    return read_note(sentence, today=date(2026, 11, 24), names=NAMES)


@pytest.mark.parametrize(
    "said",
    [
        "heeft geen schulden",
        "heeft geen schulden meer",
        "zonder schulden",
        "geen hulp nodig bij schulden",
        "heeft geen hulp nodig bij schulden",
        "heeft hulp bij schulden",
        "kinderopvang is geregeld",
        "kinderopvang geregeld",
        "woning is inmiddels gevonden, vervoer is rond",
        "vervoer is niet nodig",
        "vervoer hoeft niet geregeld",
        "oppas niet nodig",
        "heeft geen oppas nodig",
        "heeft geen oppas meer nodig",
        "zoekt geen woning",
        "kan zonder auto",
        "had oppas nodig",
    ],
)
def test_what_is_denied_or_settled_is_no_need(said):
    assert read(f"Fatima gebeld, {said}").told == ()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("heeft geen vervoer", "transport"),
        ("heeft geen eigen vervoer", "transport"),
        ("zonder opvang", "childcare"),
        ("kinderopvang regelen", "childcare"),
        ("kinderopvang is nog niet geregeld", "childcare"),
        ("kinderopvang moet geregeld worden", "childcare"),
        ("zoekt opvang voor haar zoon", "childcare"),
        ("heeft hulp nodig bij schulden", "debts"),
        ("heeft taalles nodig", "language"),
    ],
)
def test_what_is_needed_is_a_need(said, kind):
    assert [(each.kind, each.of_kind) for each in read(f"Fatima gebeld, {said}").told] == [("need", kind)]


@pytest.mark.parametrize(
    "said",
    [
        "haar man heeft rijbewijs b",
        "haar zus wil 20 uur in de zorg",
        "haar zus wil 20 uur in de zorg, heeft rijbewijs b",
        "zijn vrouw wil 20 uur in de zorg",
        "haar man zoekt een auto",
        "man heeft schulden en zoekt hulp",
        "een vriendin heeft vca behaald",
        "collega moet haar bellen",
        "de werkgever moet cv sturen",
        "haar consulent moet cv sturen",
        "morgen moet haar man cv sturen",
    ],
)
def test_what_is_said_of_somebody_else_is_not_of_the_candidate(said):
    assert read(f"Fatima gebeld, {said}").told == ()


@pytest.mark.parametrize(
    "said",
    [
        "heeft rijbewijs b gehad, is ingenomen",
        "heeft rijbewijs b, is ingenomen",
        "heeft rijbewijs b maar is verlopen",
        "rijbewijs b kwijt",
        "rijbewijs b nodig",
        "wil in de zorg stoppen",
        "wil weg uit de zorg, in de bouw",
        "wil 24 uur in de zorg maar kan niet",
        "wil 24 uur in de zorg, maar dat lukt niet",
    ],
)
def test_what_is_lost_or_taken_back_is_not_told(said):
    assert read(f"Fatima gebeld, {said}").told == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("moet werkgever bellen", ("step", "werkgever bellen")),
        ("moet nog haar consulent bellen", ("step", "consulent bellen")),
        ("heeft rijbewijs b, haar man niet", ("certificate", "rijbewijs B")),
        ("wil in de zorg blijven", ("wish", "zorg")),
        ("haar man werkt. Wil zelf in de zorg", ("wish", "zorg")),
        ("haar man werkt nachten, wil zelf in de zorg", ("wish", "zorg")),
        ("alleenstaande moeder, wil 16 uur in de zorg", ("wish", "zorg")),
        ("moeder van 3, wil 16 uur in de zorg", ("wish", "zorg")),
        ("2 kinderen, wil 16 uur in de zorg", ("wish", "zorg")),
        ("kinderen zijn op school, wil in de zorg", ("wish", "zorg")),
        ("werkt als begeleider, wil in de zorg", ("wish", "zorg")),
    ],
)
def test_what_the_candidate_has_wants_or_does_is_told_where_others_are_named_beside(said, told):
    assert [(each.kind, each.what) for each in read(f"Fatima gebeld, {said}").told] == [told]


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("liever bellen dan schrijven", "call"),
        ("wil liever gebeld worden", "call"),
        ("niet mailen", "call"),
        ("niet mailen maar bellen", "call"),
        ("bellen werkt beter", "call"),
        ("liever een appje", "sms"),
        ("mailen werkt beter", None),
        ("nog niet mailen", None),
    ],
)
def test_how_contact_goes_well_is_an_adjustment_and_nothing_to_be_done(said, way):
    found = read(f"Fatima gesproken, {said}")
    assert [each.what for each in found.told if each.kind == "adjustment"] == ([way] if way else [])
    assert [type(chip).__name__ for chip in found.chips] == ["Contact"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Fatima gesproken, liever vrijdag bellen", ["Contact", "Reminder"]),
        ("De Bongerd gesproken, liever mailen", ["Contact"]),
        ("Bij De Bongerd geweest, wil haar houden", ["Contact"]),
        ("De Bongerd wil hem houden", []),
        ("De Bongerd gesproken over Fatima, ze willen haar wel aannemen", ["Contact"]),
        ("De Bongerd gesproken, willen haar graag als kok aannemen", ["Contact"]),
        ("De Bongerd gesproken, wil voor haar winkel een kok aannemen", ["Contact", "Opening"]),
    ],
)
def test_whom_a_firm_keeps_is_no_work_to_come(sentence, kinds):
    assert [type(chip).__name__ for chip in read(sentence).chips] == kinds


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("Geen gehoor. Morgen opnieuw", "opnieuw bellen"),
        ("Geen gehoor. Morgen opnieuw (proberen)", "opnieuw bellen"),
        ("voicemail ingesproken, morgen weer", "opnieuw bellen"),
        ("geen gehoor, morgen opnieuw proberen", "opnieuw proberen"),
    ],
)
def test_who_was_not_reached_is_tried_again_on_the_day_that_was_said(said, what):
    reminder = read(f"Fatima gebeld. {said}").chips[-1]
    assert (reminder.what, reminder.date) == (what, date(2026, 11, 25))


@pytest.mark.parametrize("whom", ["Joost Verhagen gesproken over Fatima", "De Bongerd gebeld over Fatima"])
def test_what_somebody_else_likes_is_not_of_the_candidate_about_whom_it_was(whom):
    assert read(f"{whom}, liever bellen dan mailen").told == ()
