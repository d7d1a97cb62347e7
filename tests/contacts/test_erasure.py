"""Erasing a candidate or an entrepreneur takes their contact moments and reminders along, and leaves those of others."""

from __future__ import annotations

import pytest
from tests import making
from tests.contacts.noting import TODAY, moment, reminder
from tests.whole.erasing import tables_that_hold

from werktop.candidates.commands import erase_candidate
from werktop.contacts import commands
from werktop.contacts.models import ContactMoment, Reminder
from werktop.employers.commands import erase_entrepreneur

pytestmark = pytest.mark.django_db


def erase(house, person, at):
    kind = person._meta.model_name
    command = {"candidate": erase_candidate, "entrepreneur": erase_entrepreneur}[kind]
    command(actor=house.actor(), at=at, reason="asked", **{f"{kind}_id": person.pk})


@pytest.fixture
def odd(cast):
    return making.candidate(cast.own, "Quirinella", last_name="Xylofanter")


def test_what_was_with_this_candidate_alone_goes_wholly(cast, at, odd):
    moment(cast.own, candidate_ids=[odd.pk], words="Quirinella wil bakken")
    reminder(cast.own, candidate_ids=[odd.pk], what="Bel Quirinella")
    erase(cast.own, odd, at)
    assert not ContactMoment.objects.exists() and not Reminder.objects.exists()
    assert tables_that_hold("Quirinella", "Xylofanter") == []


def test_a_visit_stays_with_the_firm_without_what_was_said_of_the_candidate(cast, at, odd):
    firm = making.employer(cast.own)
    made = moment(
        cast.own, channel="visit", candidate_ids=[odd.pk], employer_id=firm.pk, words="Zij bakt graag"
    )
    erase(cast.own, odd, at)
    left = ContactMoment.objects.get()
    assert (left.pk, left.channel, left.employer, left.words) == (made.pk, "visit", firm, "…")
    assert tables_that_hold("bakt graag", "Quirinella") == []


def test_in_words_about_several_the_name_goes_and_the_others_stay(cast, at, odd):
    kees = making.candidate(cast.own, "Kees", last_name="Bos")
    made = moment(
        cast.own, channel="workshop", candidate_ids=[odd.pk, kees.pk], words="Quirinella Xylofanter en Kees bakten."
    )  # fmt: skip
    reminder(cast.own, candidate_ids=[odd.pk, kees.pk], what="Bel Kees en Quirinella")
    erase(cast.own, odd, at)
    made.refresh_from_db()
    assert made.words == "… en Kees bakten."
    assert Reminder.objects.get().what == "Bel Kees en …"
    assert [p.candidate for p in made.people.all()] == [kees]
    assert tables_that_hold("Quirinella", "Xylofanter") == []


def test_words_that_were_about_somebody_once_forget_the_name_in_history_too(cast, at, odd):
    kees = making.candidate(cast.own, "Kees", last_name="Bos")
    made = moment(cast.own, candidate_ids=[odd.pk], words="Quirinella belde")
    commands.change_contact(
        actor=cast.own.actor(), at=at, contact_moment_id=made.pk, channel="call", day=TODAY, words="Kees belde",
        candidate_ids=[kees.pk],
    )  # fmt: skip
    erase(cast.own, odd, at)
    made.refresh_from_db()
    assert made.words == "Kees belde"
    assert tables_that_hold("Quirinella", "Xylofanter") == []


def test_an_entrepreneur_goes_and_the_firm_keeps_its_visit(cast, at):
    henk = making.entrepreneur(making.employer(cast.own), "Quirijn", last_name="Xylofanter")
    made = moment(cast.own, entrepreneur_ids=[henk.pk], words="Quirijn zoekt twee inpakkers")
    erase(cast.own, henk, at)
    made.refresh_from_db()
    assert (made.words, made.employer_id) == ("… zoekt twee inpakkers", henk.employer_id)
    assert tables_that_hold("Quirijn", "Xylofanter") == []
