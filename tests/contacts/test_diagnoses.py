"""Words about a candidate that name what somebody has are stopped for, gently, in contact, reminders and quick notes."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, moment, reminder
from tests.gatherings.page_asking import text_of

from werktop.candidates.commands import NamesADiagnosis
from werktop.contacts import commands
from werktop.contacts.models import ContactMoment, Reminder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SAID = "Fatima gebeld, ze is verslaafd"
TICK = "Zo laten staan: het gaat over werk, een cursus of een bedrijf"


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own)


@pytest.mark.parametrize("note", [lambda house, **facts: moment(house, words=SAID, **facts),
                                  lambda house, **facts: reminder(house, what=SAID, **facts)])  # fmt: skip
def test_it_is_refused_about_a_candidate_and_stays_where_it_is_about_work_or_a_firm(cast, fatima, note):
    with pytest.raises(NamesADiagnosis, match="verslaafd"):
        note(cast.own, candidate_ids=[fatima.pk])
    note(cast.own, candidate_ids=[fatima.pk], is_about_work=True)
    note(cast.own, employer_id=making.employer(cast.own, "De verslavingszorg").pk)


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ("kan slecht lezen", "bellen in plaats van schrijven"),
        ("heeft een taakstraf", "op welke dagen iemand kan"),
        ("haar moeder is ziek", "wat het voor de afspraak betekent"),
        ("werkt volgens mij zwart", "wat is afgesproken"),
        ("lui en ongemotiveerd", "wat je zag of wat is afgesproken"),
        ("zat vast", "op welke dagen iemand kan"),
    ],
)
def test_what_is_stopped_for_says_what_to_write_in_its_place(cast, fatima, said, instead):
    with pytest.raises(NamesADiagnosis, match=instead):
        moment(cast.own, words=said, candidate_ids=[fatima.pk])


def test_what_stood_there_does_not_keep_the_day_from_being_put_right(cast, at, fatima):
    made = moment(cast.own, words=SAID, candidate_ids=[fatima.pk], is_about_work=True)
    kept = reminder(cast.own, what=SAID, candidate_ids=[fatima.pk], is_about_work=True)
    facts = {"channel": "call", "day": date(2026, 11, 20), "candidate_ids": [fatima.pk]}
    asked = {"actor": cast.own.actor(), "at": at}
    commands.change_contact(**asked, contact_moment_id=made.pk, words=SAID, **facts)
    commands.change_reminder(**asked, reminder_id=kept.pk, what=SAID, due_date=date(2026, 12, 1))
    with pytest.raises(NamesADiagnosis):
        commands.change_contact(**asked, contact_moment_id=made.pk, words=SAID + "!", **facts)
    with pytest.raises(NamesADiagnosis):
        commands.change_reminder(**asked, reminder_id=kept.pk, what=SAID + "!", due_date=TODAY)


def test_the_form_names_the_word_keeps_what_was_typed_and_offers_the_tick(cast, log_in, fatima):
    client, asked = log_in(cast.own.account()), {"channel": "call", "day": "2026-11-24", "words": SAID}
    asked |= {"people": [f"candidate:{fatima.pk}"], "back": "/"}
    shown = client.get(reverse("contacts:new_moment"))
    assert TICK not in text_of(shown)
    shown = text_of(client.post(reverse("contacts:new_moment"), {"request_key": uuid4(), **asked}))
    assert "“verslaafd” zegt wat iemand heeft" in shown and SAID in shown and TICK in shown
    client.post(reverse("contacts:new_moment"), {"request_key": uuid4(), **asked, "is_about_work": "on"})
    assert ContactMoment.objects.get().words == SAID


def test_a_quick_note_stops_on_the_chip_that_says_it(cast, log_in, fatima):
    client, address = log_in(cast.own.account()), reverse("contacts:quick_note")
    asked = {"sentence": SAID + ", vrijdag terugbellen", "over": "", "back": "/"}
    shown = client.post(address, {"request_key": uuid4(), **asked})
    answers = {"read": asked["sentence"], "act": "save"}
    for chip in shown.context["chips"]:
        answers |= {chip["was"].html_name: chip["was"].value(), chip["is_on"].html_name: "on"}
        answers |= {each.html_name: each.value() for each in chip.questions if each.name != "is_about_work"}
    shown = text_of(client.post(address, {"request_key": uuid4(), **asked, **answers}))
    assert "“verslaafd” zegt wat iemand heeft" in shown and TICK in shown
    assert not ContactMoment.objects.exists() and not Reminder.objects.exists()
    client.post(address, {"request_key": uuid4(), **asked, **answers, "chip0-is_about_work": "on"})
    assert (ContactMoment.objects.get().words, Reminder.objects.get().what) == (
        asked["sentence"],
        "terugbellen",
    )
