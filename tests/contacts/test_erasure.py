"""Erasing a candidate or an entrepreneur takes their contact moments and reminders along, and leaves those of others."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, moment, reminder
from tests.whole.erasing import tables_that_hold

from werktop.candidates.commands import erase_candidate
from werktop.contacts import commands
from werktop.contacts.models import ContactMoment, Draft, Reminder
from werktop.employers.commands import erase_entrepreneur
from werktop.work_profiles.commands import note_work_profile
from werktop.work_profiles.models import WorkProfile

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


def test_an_opening_that_was_taken_back_leaves_no_history(cast, at):
    chip = {"kind": "opening", "employer_id": making.employer(cast.own).pk, "what": "twee Xylofanters"}
    saved = commands.save_quick_note(actor=cast.own.actor(), at=at, chips=[chip])
    commands.take_back_quick_note(actor=cast.own.actor(), at=at, quick_note_id=saved["note_id"], talents=[])
    assert tables_that_hold("twee Xylofanters") == []


def test_a_whole_name_goes_out_of_words_about_a_firm_about_others_and_about_nobody(cast, at, odd):
    firm, kees = making.employer(cast.own), making.candidate(cast.own, "Kees", last_name="Bos")
    visit = moment(
        cast.own, employer_id=firm.pk, words="Zoekt vanaf maart 2 inpakkers voor quirinella xylofanter"
    )
    moment(cast.own, candidate_ids=[kees.pk], words="Kees kent Quirinella Xylofanter van de les")
    reminder(cast.own, what="vrijdag Xylofanter, Quirinella bellen")
    actor = cast.own.actor()
    note_work_profile(actor=actor, at=at, employer_id=firm.pk, what="plek voor Quirinella Xylofanter")
    erase(cast.own, odd, at)
    visit.refresh_from_db()
    assert visit.words == "Zoekt vanaf maart 2 inpakkers voor …"
    told = ContactMoment.objects.exclude(pk=visit.pk).get()
    assert (told.words, told.people.get().candidate) == ("Kees kent … van de les", kees)
    assert Reminder.objects.get().what == "vrijdag … bellen"
    assert WorkProfile.objects.get().what == "plek voor …"
    assert tables_that_hold("Quirinella", "quirinella", "Xylofanter", "xylofanter") == []


def test_a_name_that_was_taken_out_of_the_words_before_leaves_history(cast, at, odd):
    firm = making.employer(cast.own)
    made = moment(cast.own, employer_id=firm.pk, words="Plek voor Quirinella Xylofanter")
    commands.change_contact(
        actor=cast.own.actor(), at=at, contact_moment_id=made.pk, channel="call", day=TODAY, words="Plek",
        employer_id=firm.pk,
    )  # fmt: skip
    erase(cast.own, odd, at)
    assert ContactMoment.objects.get().words == "Plek"
    assert tables_that_hold("Quirinella", "Xylofanter") == []


def test_a_last_name_alone_goes_where_the_person_was_with_and_the_firm_keeps_its_own(cast, at, odd):
    kees = making.candidate(cast.own, "Kees", last_name="Bos")
    both = [odd.pk, kees.pk]
    moment(cast.own, candidate_ids=both, words="Mevrouw Xylofanter heeft schulden, Kees niet")
    firm = making.employer(cast.own, "Tuinen Xylofanter")
    visit = moment(cast.own, candidate_ids=both, employer_id=firm.pk, words="Bij Tuinen Xylofanter")
    erase(cast.own, odd, at)
    visit.refresh_from_db()
    assert visit.words == "Bij Tuinen Xylofanter"
    assert ContactMoment.objects.exclude(pk=visit.pk).get().words == "Mevrouw … heeft schulden, Kees niet"


@pytest.mark.parametrize("namesake", ["nobody", "a candidate", "an entrepreneur", "of elsewhere"])
def test_a_first_name_alone_goes_out_of_words_about_nobody_where_nobody_else_is_called_so(
    cast, at, odd, namesake
):
    if namesake == "a candidate":
        making.candidate(cast.own, "Quirinella", last_name="Bos")
    if namesake == "an entrepreneur":
        making.entrepreneur(making.employer(cast.own), "Quirinella", last_name="Bos")
    if namesake == "of elsewhere":
        making.candidate(cast.far, "Quirinella", last_name="Bos")
    reminder(cast.own, what="vrijdag Quirinella bellen")
    erase(cast.own, odd, at)
    is_hers = namesake in ("nobody", "of elsewhere")
    assert Reminder.objects.get().what == ("vrijdag … bellen" if is_hers else "vrijdag Quirinella bellen")


def test_a_word_that_is_a_first_name_too_stays_in_words_about_nobody(cast, at):
    wil = making.candidate(cast.own, "Wil", last_name="Xylofanter")
    made = reminder(cast.own, what="vragen wie er wil bakken")
    erase(cast.own, wil, at)
    made.refresh_from_db()
    assert made.what == "vragen wie er wil bakken"


def test_who_bears_the_same_whole_name_keeps_it(cast, at, odd):
    same = making.candidate(cast.own, "Quirinella", last_name="Xylofanter")
    made = moment(cast.own, candidate_ids=[same.pk], words="Quirinella Xylofanter wil bakken")
    erase(cast.own, odd, at)
    made.refresh_from_db()
    assert made.words == "Quirinella Xylofanter wil bakken"


def test_another_organisation_keeps_its_words(cast, at, odd):
    made = reminder(cast.other, what="Quirinella Xylofanter bellen")
    erase(cast.own, odd, at)
    made.refresh_from_db()
    assert made.what == "Quirinella Xylofanter bellen"


def test_an_entrepreneur_is_named_nowhere_in_the_region_any_more(cast, at):
    henk = making.entrepreneur(making.employer(cast.own), "Quirijn", last_name="Xylofanter")
    reminder(cast.other, what="Quirijn Xylofanter bellen")
    note_work_profile(
        actor=cast.other.actor(), at=at, employer_id=henk.employer_id, what="via Quirijn Xylofanter"
    )
    erase(cast.own, henk, at)
    assert tables_that_hold("Quirijn", "Xylofanter") == []


def test_a_reminder_of_which_nothing_is_left_goes_from_the_firm_too(cast, at, odd):
    firm = making.employer(cast.own)
    reminder(cast.own, candidate_ids=[odd.pk], employer_id=firm.pk, what="Quirinella voorstellen")
    reminder(cast.own, what="Quirinella")
    reminder(cast.own, employer_id=firm.pk, what="offerte voor Quirinella Xylofanter")
    erase(cast.own, odd, at)
    assert [each.what for each in Reminder.objects.all()] == ["offerte voor …"]


def test_a_sentence_that_waits_between_two_pages_goes_too(cast, at, odd, log_in):
    client = log_in(cast.own.account())
    for name in ("Quirinella", "Karima"):
        sentence = f"Gebeld met @{name}, haar moeder is ziek"
        asked = {"request_key": uuid4(), "sentence": sentence, "act": "by_hand", "over": ""}
        answer = client.post(reverse("contacts:quick_note"), asked)
        assert sentence in client.get(answer.headers["Location"]).content.decode()
    beside = log_in(making.colleague_beside(cast.own))
    assert "moeder is ziek" not in beside.get(answer.headers["Location"]).content.decode(), "for who wrote it"
    erase(cast.own, odd, at)
    assert [draft.sentence for draft in Draft.objects.all()] == ["Gebeld met @Karima, haar moeder is ziek"]
    assert "ziek" not in str([each.get_decoded() for each in Session.objects.all()]), "no session holds it"
