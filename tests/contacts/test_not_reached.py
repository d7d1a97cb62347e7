"""Who was tried and not reached was not spoken to: it has a mark of its own, and keeps no file."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.test_chips import form_of
from tests.gatherings.page_asking import text_of

from werktop.candidates.models import Candidate
from werktop.contacts import commands, queries
from werktop.contacts.models import ContactMoment
from werktop.contacts.reading import was_missed

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("sentence", "is_missed"),
    [
        ("samira gebeld, geen gehoor", True),
        ("Gebeld naar Fatima, voicemail ingesproken", True),
        ("Fatima nam niet op", True),
        ("kon haar niet bereiken", True),
        ("twee keer geprobeerd, niet bereikt", True),
        ("langs geweest, was niet thuis", True),
        ("neemt de telefoon niet op", True),
        ("gebeld, geen gehoor, later teruggebeld en wel gesproken", False),
        ("Fatima gebeld, ze komt vrijdag", False),
        ("mail gestuurd over het gesprek", False),
        ("wil niet op maandag werken", False),
    ],
)
def test_it_is_read_in_the_words_of_who_tried(sentence, is_missed):
    assert was_missed(sentence) is is_missed


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, "Fatima")


def tried(cast, fatima, at, **more):
    facts = {"channel": "call", "day": TODAY, "words": "geen gehoor", "is_reached": False}
    return commands.note_contact(actor=cast.own.actor(), at=at, candidate_ids=[fatima.pk], **facts | more)


@pytest.mark.django_db
def test_an_attempt_is_no_contact_and_a_contact_that_was_one_is_none_any_more(cast, fatima, at):
    Candidate.objects.update(erase_date=TODAY)
    key = tried(cast, fatima, at)
    fatima.refresh_from_db()
    assert (fatima.contact_at, fatima.spoken_at, fatima.erase_date) == (None, None, TODAY)
    assert queries.latest_contact_of([fatima.pk]) == {}
    asked = {"channel": "call", "day": TODAY, "candidate_ids": [fatima.pk], "contact_moment_id": key}
    commands.change_contact(actor=cast.own.actor(), at=at, is_reached=True, **asked)
    fatima.refresh_from_db()
    assert fatima.contact_at == fatima.spoken_at == ContactMoment.objects.get().happened_at
    commands.change_contact(actor=cast.own.actor(), at=at, is_reached=False, **asked)
    fatima.refresh_from_db()
    assert (fatima.contact_at, fatima.spoken_at) == (None, None)
    commands.take_back_contact(actor=cast.own.actor(), at=at, contact_moment_id=key)
    assert not ContactMoment.objects.exists()


@pytest.mark.django_db
def test_the_page_counts_the_times_in_a_row(cast, fatima, at, clock, log_in):
    for days, is_reached in ((9, False), (8, True), (3, False), (2, False), (1, False)):
        tried(cast, fatima, at, day=TODAY - timedelta(days=days), is_reached=is_reached)
    page = text_of(log_in(cast.own.account()).get(reverse("candidates:candidate", args=[fatima.pk])))
    assert "Gebeld, niet bereikt, 3e keer" in page and "niet bereikt, 2e keer" in page
    assert "4e keer" not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sentence", ["Fatima gebeld, geen gehoor", "@Fatima bgg", "niet te pakken gekregen, morgen weer bellen"]
)
def test_a_quick_note_says_it_too(cast, fatima, clock, log_in, sentence):
    client = log_in(cast.own.account())
    typed = {"sentence": sentence, "over": f"candidate:{fatima.pk}"}
    page = client.post(reverse("contacts:read_note"), typed)
    assert "Gebeld, niet bereikt" in text_of(page)
    sent = form_of(page.context["chips"]) | {"act": "save", "read": sentence, "request_key": str(uuid4())}
    client.post(reverse("contacts:quick_note"), typed | sent)
    made = ContactMoment.objects.get()
    assert (made.channel, made.is_reached) == ("call", False)


@pytest.mark.django_db
def test_the_form_asks_it_and_the_list_tells_it(cast, fatima, clock, log_in):
    client = log_in(cast.own.account())
    answers = {"channel": "call", "day": "2026-11-24", "people": f"candidate:{fatima.pk}", "is_missed": "on"}
    client.post(reverse("contacts:new_moment"), {"request_key": str(uuid4()), **answers})
    assert "gebeld, niet bereikt" in text_of(client.get(reverse("contacts:moments")))
    moment = reverse("contacts:moment", args=[ContactMoment.objects.get().pk])
    assert client.get(moment).context["form"]["is_missed"].value() is True
