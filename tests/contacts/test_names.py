"""Among many people of one name the others are found too, and where there are more than are looked at, that is asked."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, moment, reminder

from werktop.candidates.models import Candidate
from werktop.contacts import queries
from werktop.contacts.queries import MomentFilters, ReminderFilters
from werktop.contacts.queries.naming import MOST
from werktop.contacts.understanding import understand

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(cast):
    """`many(count, first_name)`: as many candidates of that first name, each with a name of their own."""

    def do(count, first_name="Fatima"):
        row = making.candidate(cast.own, first_name, last_name="Nummer0")
        others = []
        for number in range(1, count):
            other = Candidate.objects.get(pk=row.pk)
            other.pk, other.last_name = Candidate._meta.pk.get_default(), f"Nummer{number}"
            other._state.adding = True
            others.append(other)
        return [row, *Candidate.objects.bulk_create(others)]

    return do


@pytest.fixture
def understood(cast):
    """`understood(sentence)`: what it says to a colleague."""
    return lambda sentence: understand(cast.own.actor(), sentence, today=TODAY)


def test_two_of_one_name_are_asked_about_beside_many_of_another(cast, many, understood):
    many(MOST - 1)
    samiras = [making.candidate(cast.own, "Samira", last_name=name) for name in ("Bos", "Kraai")]
    found = understood("@Samira gebeld, stage besproken, @Fatima komt ook")
    asked = {ask.words: ask for ask in found.asks}
    assert {value for value, _words in asked["Samira"].options} == {f"candidate:{row.pk}" for row in samiras}
    assert len(asked["Fatima"].options) == MOST - 1
    assert not any(ask.is_cut_off for ask in found.asks) and found.people == []


def test_a_candidate_is_told_by_a_postcode_only_where_another_bears_the_name(cast, understood):
    fatima, samira = making.candidate(cast.own), making.candidate(cast.own, "Samira", last_name="Bos")
    found = understood(f"{fatima.name} en @Samira gebeld")
    assert [words for _value, words in found.people] == [fatima.name, samira.name]
    double = making.candidate(cast.own, "Samira", last_name="Bos")
    choose = {"today": TODAY, "chosen": [f"candidate:{double.pk}"]}
    found = understand(cast.own.actor(), "@Samira Bos gebeld", **choose)
    assert found.people == [(f"candidate:{double.pk}", f"Samira Bos, {double.postcode}")]


def test_a_firm_that_nobody_knows_is_asked_about_in_one_question(cast, understood):
    likenesses = [making.employer(cast.own, f"Bakkerij {name}") for name in ("Smit", "De Uiterwaard")]
    likenesses += [making.candidate(cast.own, name, last_name="Jansen") for name in ("Piet", "Kees")]
    sentence = "Langs geweest bij @Bakkerij Jansen, zoekt vanaf maart 2 inpakkers"
    (asked,) = understood(sentence).asks
    assert asked.words == "Bakkerij Jansen"
    assert {each.key for each in asked.bearers} == {each.pk for each in likenesses}
    firm = f"employer:{likenesses[0].pk}"
    found = understand(cast.own.actor(), sentence, today=TODAY, chosen=[firm])
    assert [value for value, _words in found.people] == [firm] and len(found.asks) == 1
    found = understand(cast.own.actor(), sentence, today=TODAY, chosen=["nobody:Bakkerij Jansen"])
    assert found.people == [] and found.lacks_firm and len(found.asks) == 1


def test_a_name_of_three_letters_is_found_beside_many_of_another(cast, many, understood):
    many(MOST + 1)
    jan = making.candidate(cast.own, "Jan", last_name="Bos")
    found = understood("@Jan en @Fatima gebeld")
    assert [value for value, _words in found.people] == [f"candidate:{jan.pk}"]
    (asked,) = found.asks
    assert asked.is_cut_off and len(asked.options) == MOST


def test_of_more_than_are_looked_at_none_is_ticked_till_the_whole_name_is_typed(
    cast, many, understood, log_in
):
    # a slip that fits one of those who were looked at: another Fatima may be among the others
    fatima = making.candidate(cast.own)
    many(MOST + 1, "Fatih")
    found = understood("@Fatmia gebeld")
    assert found.people == [] and [ask.is_cut_off for ask in found.asks] == [True]
    shown = log_in(cast.own.account()).post(reverse("contacts:read_note"), {"sentence": "@Fatmia gebeld"})
    assert "Dit zijn ze niet allemaal" in shown.content.decode()
    found = understood("@Fatima El Amrani gebeld")
    assert found.asks == [] and [value for value, _words in found.people] == [f"candidate:{fatima.pk}"]


def test_a_word_elsewhere_in_the_note_does_not_choose_between_those_who_were_not_looked_at(
    cast, many, understood
):
    many(MOST + 1, "Fatih")
    making.candidate(cast.own)
    making.candidate(cast.own, last_name="Bos")
    found = understood("@Fatmia gebeld over een baan in het bos")
    assert found.people == [] and [ask.is_cut_off for ask in found.asks] == [True]


def test_a_name_of_two_letters_tells_who_is_meant(cast, many, understood):
    many(MOST + 1)
    bo, li = making.candidate(cast.own, "Bo", last_name="Vermeer"), making.candidate(cast.own, last_name="Li")
    for sentence, meant in (("@Bo gebeld", bo), ("@Fatima Li gebeld", li)):
        assert [value for value, _words in understood(sentence).people] == [f"candidate:{meant.pk}"]


def test_the_own_candidates_are_among_those_that_are_offered(cast, many, understood):
    mine = many(MOST + 5)[-1]
    Candidate.objects.exclude(pk=mine.pk).update(assigned_to=None)
    Candidate.objects.filter(pk=mine.pk).update(assigned_to=cast.own.account())
    (asked,) = understood("@Fatima gebeld").asks
    assert f"candidate:{mine.pk}" in [value for value, _words in asked.options]


def test_a_search_by_name_finds_everybody(cast, at, many):
    people = many(201)
    made, due = (
        moment(cast.own, candidate_ids=[people[0].pk]),
        reminder(cast.own, candidate_ids=[people[0].pk]),
    )
    for row in (made, due):
        links, kind = [], type(row)
        person = row.people.get()
        of = "moment_id" if kind.__name__ == "ContactMoment" else "reminder_id"
        others = [kind.objects.get(pk=row.pk) for _each in people[1:]]
        for other, candidate in zip(others, people[1:], strict=True):
            other.pk = kind._meta.pk.get_default()
            link = type(person)(candidate_id=candidate.pk, **{of: other.pk})
            links.append(link)
        kind.objects.bulk_create(others)
        type(person).objects.bulk_create(links)
    viewer = cast.own.actor()
    assert queries.found_moments(viewer, MomentFilters(words="Fatima")).count() == len(people)
    assert queries.found_reminders(viewer, ReminderFilters(words="Fatima"), at).count() == len(people)


@pytest.mark.parametrize(
    "sentence",
    [
        "@Fatima gebeld, wil meer uren",
        "@Fatima gebeld, moet nog kinderopvang regelen",
        "@Fatima gebeld, werkt graag in de tuin",
        "@Fatima gebeld, kan met machines werken, tuin is ook goed",
        "@Fatima gebeld, bouwbedrijf zoekt 2 timmerlieden",
    ],
)
def test_an_everyday_word_written_small_is_no_name(cast, understood, sentence):
    making.candidate(cast.own)
    for first in ("Piet", "Joke"):
        making.candidate(cast.own, first, last_name="van der Meer")
    for name in (
        "Kinderopvang Zonnig",
        "Kinderopvang De Boot",
        "Machinefabriek Vos",
        "Tuin en Co",
        "Bouwbedrijf A",
    ):
        making.employer(cast.own, name)
    making.employer(cast.own, "Bouwbedrijf Vos")
    found = understood(sentence)
    assert found.asks == [] and [words.split(",")[0] for _value, words in found.people] == [
        "Fatima El Amrani"
    ]


@pytest.mark.parametrize(
    "sentence", ["Mevrouw van der Meer gebeld", "@meer gebeld", "gebeld met Meer", "van der meer gebeld"]
)
def test_what_is_written_as_a_name_is_one_though_it_is_an_everyday_word(cast, understood, sentence):
    piet = making.candidate(cast.own, "Piet", last_name="van der Meer")
    assert [value for value, _words in understood(sentence).people] == [f"candidate:{piet.pk}"]
