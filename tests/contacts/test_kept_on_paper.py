"""The paper of what is kept of a person prints no words about somebody else, also not what stood there before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, moment, reminder
from tests.gatherings.page_asking import text_of

from werktop.contacts import commands
from werktop.contacts.models import ReminderPerson

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def odd(cast):
    return making.candidate(cast.own, "Quirinella", last_name="Xylofanter", assigned_to=cast.own.account())


@pytest.fixture
def paper(cast, log_in):
    def of(person):
        page = reverse(f"privacy:kept_of_{person._meta.model_name}", args=[person.pk])
        return text_of(log_in(cast.own.account()).get(page))

    return of


def change(cast, at, made, words, **people):
    commands.change_contact(
        actor=cast.own.actor(), at=at + timedelta(hours=1), contact_moment_id=made.pk, channel="call", day=TODAY,
        words=words, **people,
    )  # fmt: skip


def test_words_of_when_another_candidate_was_there_too_are_left_out_and_the_paper_says_so(
    cast, at, odd, paper
):
    kees = making.candidate(cast.own, "Kees", last_name="Bos")
    made = moment(cast.own, candidate_ids=[odd.pk, kees.pk], words="Kees heeft schulden.")
    change(cast, at, made, "Wil bakken.", candidate_ids=[odd.pk])
    told = paper(odd)
    assert "Wil bakken" in told and "ook over anderen" in told
    assert "Kees" not in told


def test_so_are_words_about_a_candidate_to_an_entrepreneur(cast, at, odd, paper):
    henk = making.entrepreneur(making.employer(cast.own), "Henk", last_name="Jansen")
    made = moment(
        cast.own, candidate_ids=[odd.pk], entrepreneur_ids=[henk.pk], words="Quirinella heeft schulden."
    )
    change(cast, at, made, "Zoekt inpakkers.", entrepreneur_ids=[henk.pk])
    told = paper(henk)
    assert "Zoekt inpakkers" in told
    assert "Quirinella" not in told


def test_so_is_what_a_reminder_said_before(cast, odd, paper):
    kees = making.candidate(cast.own, "Kees", last_name="Bos")
    made = reminder(cast.own, candidate_ids=[odd.pk, kees.pk], what="Schulden van Kees")
    made.what = "Terugbellen"
    made.save()
    ReminderPerson.objects.filter(candidate=kees).delete()
    told = paper(odd)
    assert "Terugbellen" in told
    assert "Kees" not in told


def test_words_about_this_person_alone_are_told_as_they_were_before(cast, at, odd, paper):
    made = moment(cast.own, candidate_ids=[odd.pk], words="Wil eerst bakken.")
    change(cast, at, made, "Wil koken.", candidate_ids=[odd.pk])
    told = paper(odd)
    assert "Wil koken" in told and "Wil eerst bakken" in told
    assert "ook over anderen" not in told
