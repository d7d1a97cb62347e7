"""One sentence becomes a contact moment, work to come, a reminder and what was seen: shown as chips, and saved in one press."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.audit.models import PersonalView
from werktop.contacts.commands import do_reminder
from werktop.contacts.models import ContactMoment, Reminder
from werktop.contacts.understanding import understand
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TODAY = date(2026, 11, 24)
VISIT = "Langs geweest bij @Bakkerij Jansen, zoekt vanaf maart 2 inpakkers, vrijdag terugbellen"


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def firm(cast):
    return making.employer(cast.own, "Bakkerij Jansen")


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own)


@pytest.fixture
def note(client):
    """`note(sentence, chips)`: reads a sentence, and saves it as it stands but for `changes`."""

    def do(sentence, *, over="", back="/", follow=True, **changes):
        asked = {"sentence": sentence, "over": over, "back": back}
        shown = client.post(reverse("contacts:quick_note"), {"request_key": uuid4(), **asked})
        answers = {"read": sentence, "act": "save"}
        for chip in shown.context["chips"]:
            answers[chip["was"].html_name] = chip["was"].value()
            if chip.is_ticked:
                answers[chip["is_on"].html_name] = "on"
            for question in chip.questions:
                value = question.value()
                answers[question.html_name] = "" if value is None else value
        answers |= changes
        answers = {name: value for name, value in answers.items() if value is not None}
        return client.post(
            reverse("contacts:quick_note"), {"request_key": uuid4(), **asked, **answers}, follow=follow
        )

    return do


def test_a_visit_with_work_to_come_and_a_day_to_call_is_saved_and_taken_back(client, firm, note):
    saved = text_of(note(VISIT))
    assert "Bewaard: 1 contactmoment, 1 keer komend werk, 1 herinnering" in saved
    made, opening, reminder = ContactMoment.objects.get(), WorkProfile.objects.get(), Reminder.objects.get()
    assert (made.channel, made.employer, made.words) == ("visit", firm, VISIT)
    assert (opening.employer, opening.what, opening.places) == (firm, "inpakkers", 2)
    assert opening.from_date == date(2027, 3, 1)
    assert (reminder.what, reminder.due_date, reminder.employer) == ("terugbellen", date(2026, 11, 27), firm)
    asked = {"request_key": uuid4(), "notitie": made.note_id, "back": "/"}
    client.post(reverse("contacts:take_back_note"), asked)
    assert (
        not ContactMoment.objects.exists()
        and not WorkProfile.objects.exists()
        and not Reminder.objects.exists()
    )


@pytest.mark.parametrize(
    ("sentence", "is_kept"), [("Fatima is ziek, over 3 weken bellen", False), (VISIT, True)]
)
def test_whether_the_whole_sentence_is_kept_is_said_before_it_is_saved(
    client, firm, fatima, sentence, is_kept
):
    shown = client.post(
        reverse("contacts:quick_note"), {"request_key": uuid4(), "sentence": sentence, "back": "/"}
    )
    assert ("Je zin bewaren we erbij" in text_of(shown)) == is_kept
    assert ("Alleen wat hierboven staat, bewaren we" in text_of(shown)) != is_kept
    by_hand = {"request_key": uuid4(), "sentence": sentence, "back": "/", "act": "by_hand"}
    assert sentence in text_of(client.post(reverse("contacts:quick_note"), by_hand, follow=True))


def test_what_was_done_with_it_since_stays_and_is_told(cast, at, client, firm, note):
    note(VISIT)
    do_reminder(actor=cast.own.actor(), at=at, reminder_id=Reminder.objects.get().pk)
    note_id = ContactMoment.objects.get().note_id
    taken = client.post(
        reverse("contacts:take_back_note"),
        {"request_key": uuid4(), "notitie": note_id, "back": "/"},
        follow=True,
    )
    assert "Dit bleef staan, want het is daarna gewijzigd: 1 herinnering." in text_of(taken)
    assert Reminder.objects.exists() and not ContactMoment.objects.exists()


def test_what_was_read_while_typing_is_saved_in_one_post_and_nothing_else_is(client, firm):
    read = client.post(reverse("contacts:read_note"), {"sentence": VISIT, "over": ""})
    assert "Bakkerij Jansen" in text_of(read) and not ContactMoment.objects.exists()
    changed = {"request_key": uuid4(), "sentence": f"{VISIT} en maandag weer", "read": VISIT, "act": "save"}
    again = client.post(reverse("contacts:quick_note"), changed)
    assert again.status_code == 200 and "maandag" in text_of(again)
    assert not ContactMoment.objects.exists()


def test_a_chip_that_was_dropped_or_changed_is_saved_so(firm, note):
    note(VISIT, **{"chip0-channel": "call", "chip1-is_on": None, "chip2-what": "taart brengen"})
    assert ContactMoment.objects.get().channel == "call"
    assert Reminder.objects.get().what == "taart brengen"
    assert not WorkProfile.objects.exists()


def test_what_cannot_be_saved_is_said_and_nothing_is_lost(firm, note):
    shown = text_of(note(VISIT, **{"chip1-places": "0", "chip2-due_date": ""}))
    assert not ContactMoment.objects.exists()
    assert VISIT in shown and "Er is nog niets bewaard" in shown
    assert "Schrijf 1 of meer" in shown and "Kies een dag." in shown


def test_two_people_of_one_name_are_asked_about(cast, fatima, note, client):
    other = making.candidate(cast.own, postcode="4002 CD")
    sentence = "@Fatima El Amrani gebeld"
    shown = text_of(client.post(reverse("contacts:read_note"), {"sentence": sentence}))
    assert "bedoel je met “Fatima El Amrani”?" in shown and "4002 CD" in shown
    assert "Met wie was het?" in text_of(note(sentence)) and not ContactMoment.objects.exists()
    note(sentence, **{"ask0-who": f"candidate:{other.pk}"})
    assert [p.candidate for p in ContactMoment.objects.get().people.all()] == [other]


def test_of_two_firms_of_one_name_the_answer_holds_for_the_work_too(cast, firm, note):
    other = making.employer(cast.own, "Bakkerij Jansen", postcode="4002 CD", place="Zoelen")
    note(VISIT, **{"ask0-who": f"employer:{other.pk}"})
    assert ContactMoment.objects.get().employer == WorkProfile.objects.get().employer == other
    assert "Bij welk bedrijf is dat werk?" in text_of(note(VISIT)) and ContactMoment.objects.count() == 1


def test_the_hour_of_an_appointment_stands_before_what_is_to_be_done(fatima, note):
    note("Fatima gebeld, vrijdag half 4 intake")
    assert Reminder.objects.get().what == "15.30 intake"


def test_on_somebodys_page_a_namesake_is_not_asked_about_and_a_talent_is_theirs(cast, fatima, note):
    making.candidate(cast.own, last_name="Yildiz")
    note("Fatima gesproken, pakt dingen snel op", over=f"candidate:{fatima.pk}")
    seen = fatima.terms.get()
    assert seen.term.code == "snel-leren"


def test_on_somebodys_page_that_one_is_meant(fatima, note):
    page = reverse("candidates:candidate", args=[fatima.pk])
    answer = note("gebeld, wil graag in de zorg, vrijdag bellen", over=f"candidate:{fatima.pk}", back=page)
    assert answer.redirect_chain[0][0].startswith(page) and "Bewaard: 1 contactmoment" in text_of(answer)
    assert ContactMoment.objects.get().people.get().candidate == fatima
    assert Reminder.objects.get().people.get().candidate == fatima


def test_what_was_seen_goes_to_the_file_of_the_candidate(cast, fatima, note):
    (term,) = making.terms("koken")
    answer = note(f"@Fatima El Amrani gebeld, ze is goed in {term.label_nl}")
    assert "Bewaard: 1 contactmoment, 1 talent" in text_of(answer)
    assert fatima.terms.get().term == term
    assert ContactMoment.objects.get().people.get().candidate == fatima


def test_of_others_no_name_is_known(cast, client):
    making.candidate(cast.other, "Zaynab", last_name="Ouali")
    gone = making.candidate(cast.own, "Zaynab", last_name="Vertrokken", left_at=making.MOMENT)
    shown = text_of(client.post(reverse("contacts:read_note"), {"sentence": "@Zaynab gebeld"}))
    assert "Ouali" not in shown and gone.last_name not in shown


def test_a_name_that_is_offered_while_typing_is_no_look_at_a_file(cast, client):
    making.candidate(cast.own, "Zaynab", last_name="Hier")
    shown = client.post(reverse("contacts:read_note"), {"sentence": "@Zaynab gebeld"})
    assert "Zaynab Hier" in text_of(shown) and not PersonalView.objects.exists()


@pytest.mark.parametrize(
    "sentence", ["@Fátima gebeld", "fatima gebeld", "@Fatma gebeld", "Fatimas moeder gebeld"]
)
def test_accents_capitals_and_a_slip_of_the_finger_are_forgiven(cast, fatima, sentence):
    found = understand(cast.own.actor(), sentence, today=TODAY)
    assert [value for value, _words in found.people] == [f"candidate:{fatima.pk}"]


def test_a_sentence_asks_the_database_as_little_for_many_as_for_few(
    cast, firm, fatima, django_assert_max_num_queries
):
    for number in range(30):
        making.candidate(cast.own, "Fatima", last_name=f"Nummer{number}")
    viewer = cast.own.actor()
    with django_assert_max_num_queries(5):
        understand(viewer, VISIT + " met Fatima", today=TODAY)


def test_an_odd_post_breaks_nothing(client):
    for odd in ({"over": "candidate:x"}, {"sentence": "@" * 3000}, {"sentence": "\x00", "act": "save"}):
        answer = client.post(reverse("contacts:quick_note"), {"request_key": uuid4(), "sentence": "x", **odd})
        assert answer.status_code == 200
    back = {"request_key": uuid4(), "notitie": "x"}
    assert client.post(reverse("contacts:take_back_note"), back).status_code == 409
