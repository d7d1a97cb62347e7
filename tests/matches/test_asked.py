"""Na says whether the guests were asked with whom they want to talk on, offers to ask, and says what does not count yet."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import uuid4

import pypdf
import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day

from werktop.audit.actors import SYSTEM
from werktop.candidates import commands as candidates
from werktop.gatherings.models import Click, Gathering, Guest
from werktop.gatherings.queries.talks import people_for_guest
from werktop.post.letters import pdf_of
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def day(cast, at):
    made = running_day(cast.own, at=at)
    Gathering.objects.update(status="finished", ends_at=at - timedelta(minutes=1))
    return made


def after(client, day) -> str:
    return client.get(reverse("matches:after", args=[day.gathering.pk])).content.decode()


def ask(client, day, **content):
    form = {"request_key": uuid4(), "back": "after"} | content
    return client.post(reverse("gatherings:ask_talk_on", args=[day.gathering.pk]), form)


def leave(at) -> None:
    """What a gateway carries has left."""
    Message.objects.filter(purpose="talk_on").exclude(channel="letter").update(status="sent", sent_at=at)


def test_na_says_that_nobody_was_asked_and_asks_with_one_button(cast, log_in, day, at):
    client = log_in(cast.own.account())
    page = after(client, day)
    assert "De gasten zijn nog niet gevraagd" in page
    assert "gaven zelf nog geen antwoord" not in page
    assert "Stuur de vraag" in page
    answer = ask(client, day)
    assert answer["Location"] == reverse("matches:after", args=[day.gathering.pk])
    assert Message.objects.filter(purpose="talk_on").count() > 0
    leave(at)
    page = after(client, day)
    assert "De gasten zijn nog niet gevraagd" not in page
    assert "de vraag met wie zij verder willen praten: per e-mail, sms of brief." in page
    assert "gaven zelf nog geen antwoord" in page


def test_a_question_asked_says_when_and_to_how_many_on_the_day_page_too(cast, log_in, day, at):
    client = log_in(cast.own.account())
    ask(client, day)
    told = Message.objects.filter(purpose="talk_on").count()
    leave(at)
    for page in (
        after(client, day),
        client.get(reverse("gatherings:day", args=[day.gathering.pk])).content.decode(),
    ):
        assert f"kregen {told} gasten de vraag" in page
        assert "Stuur de vraag" not in page


def test_a_letter_that_waits_for_the_printer_has_asked_nobody_and_names_whom_they_met(cast, log_in, day, at):
    by_letter = {"email": "", "phone": "", "preferred_channel": "letter", "address": "Dijk 1"}
    guest = day.guests["Fatima"]
    type(guest.candidate).objects.filter(pk=guest.candidate_id).update(**by_letter)
    client = log_in(cast.own.account())
    ask(client, day)
    told = Message.objects.filter(purpose="talk_on")
    letter = told.get(channel="letter")
    leave(at)
    page = after(client, day)
    assert f"kregen {told.count() - 1} gasten de vraag" in page
    assert "1 brief met de vraag wacht nog op de printer." in page and reverse("post:letters") in page
    met = people_for_guest(guest).people
    assert met and all(f"(   ) {each.first_name}, {each.firm}" in letter.body for each in met)
    assert "Open de link" not in letter.body and "zet een kruisje" in letter.body.lower()
    assert "Geef deze brief dan af bij Gemeente Waalsteen." in letter.body and "tuur" not in letter.body
    assert "Open de link en kies" in told.filter(channel="email").first().body
    Message.objects.filter(pk=letter.pk).update(status="sent", sent_at=at)
    page = after(client, day)
    assert f"kregen {told.count()} gasten de vraag" in page and "wacht nog op de printer" not in page


def test_the_letter_with_the_question_goes_back_to_an_address_and_says_once_to_call(cast, log_in, day, at):
    own = cast.own.organisation
    own.return_address = "Antwoordnummer 100\n4001 VB Waalsteen"
    own.save()
    guest = day.guests["Fatima"]
    type(guest.candidate).objects.filter(pk=guest.candidate_id).update(
        email="", phone="", preferred_channel="letter", address="Dijk 1"
    )
    ask(log_in(cast.own.account()), day)
    letter = Message.objects.select_related("organisation").get(purpose="talk_on", channel="letter")
    back = "Stuur deze brief dan terug naar: Gemeente Waalsteen, Antwoordnummer 100, 4001 VB Waalsteen."
    assert back in letter.body
    pages = pypdf.PdfReader(io.BytesIO(pdf_of([letter], viewer=SYSTEM, on_date=at.date()))).pages
    (sheet,) = (" ".join(page.extract_text().split()) for page in pages)
    assert back in sheet and "niemand U mag het ook zo zeggen: Bel 0344 000 000. Of scan" in sheet
    assert sheet.count("0344 000 000") == 3, "the letterhead, to answer, and for questions"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("waiting", "2 berichten met de vraag wachten nog op verzending."),
        ("failed", "2 berichten met de vraag zijn niet aangekomen."),
        ("withdrawn", ""),
        ("too_late", ""),
    ],
)
def test_whom_the_question_did_not_reach_is_not_counted_as_asked(cast, log_in, day, at, status, words):
    client = log_in(cast.own.account())
    ask(client, day)
    leave(at)
    told = Message.objects.filter(purpose="talk_on")
    missed = [row.pk for row in told.filter(channel="email").order_by("id")[:2]]
    told.filter(pk__in=missed).update(status=status, sent_at=None)
    for name in ("matches:after", "gatherings:day"):
        page = client.get(reverse(name, args=[day.gathering.pk])).content.decode()
        assert f"kregen {told.count() - 2} gasten de vraag" in page
        assert words in page
        assert ("met de vraag wachten nog op" in page) is (status == "waiting")
        assert ("met de vraag zijn niet aangekomen" in page) is (status == "failed")


def test_before_the_day_is_closed_na_leads_to_closing_it(cast, log_in, day, at):
    Gathering.objects.update(
        status="preparing", starts_at=at - timedelta(hours=3), ends_at=at - timedelta(hours=1)
    )
    page = after(log_in(cast.own.account()), day)
    assert "De dag is nog niet afgesloten" in page
    assert "Stuur de vraag" not in page


def test_who_does_not_lead_gets_no_button_and_another_organisation_no_page(cast, log_in, day):
    assert ask(log_in(cast.other.account()), day).status_code == 404
    assert ask(log_in(cast.own.account(role="team_lead")), day).status_code in (403, 404)
    assert not Message.objects.filter(purpose="talk_on").exists()


def test_na_says_that_what_was_noted_of_a_guest_whom_the_door_did_not_see_waits(cast, log_in, day, at):
    client = log_in(cast.own.account())
    assert "aan tafel iets genoteerd" not in after(client, day)
    Guest.objects.filter(pk=day.guests["Kees"].pk).update(arrived_at=None)
    Click.objects.create(
        gathering=day.gathering,
        chooser=day.guests["Kees"],
        chosen=day.guests["Joris"],
        source="host",
        noted_at=at,
    )
    page = after(client, day)
    assert "Over 1 gast is aan tafel iets genoteerd" in page
    assert reverse("gatherings:day", args=[day.gathering.pk]) in page


def test_a_guest_without_address_is_named_as_not_asked(cast, log_in, day):
    silent = making.guest(
        day.gathering, making.candidate(cast.own, "Zonder"), arrived_at=day.gathering.starts_at
    )
    candidate = silent.candidate
    type(candidate).objects.filter(pk=candidate.pk).update(email="", phone="", preferred_channel="call")
    client = log_in(cast.own.account())
    ask(client, day)
    called = after(client, day).split("Bel zelf, en noteer het antwoord:")[1].split("</ul>")[0]
    assert "Zonder" in called and "geen nummer bekend" in called


@pytest.mark.parametrize("way", ["stopped", "erased"])
def test_a_question_that_waits_for_the_morning_goes_not_to_who_stops_or_is_erased(cast, log_in, day, at, way):
    ask(log_in(cast.own.account()), day)
    asked = Message.objects.filter(purpose="talk_on")
    guest = Guest.objects.filter(candidate__isnull=False, candidate__in=asked.values("to_id")).first()
    others, own = asked.exclude(to_id=guest.candidate_id).count(), guest.candidate_id
    if way == "stopped":
        candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=own)
        assert asked.get(to_id=own).status == "withdrawn"
    else:
        candidates.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=own, reason="asked")
        assert not asked.filter(to_id=own).exists()
    assert asked.filter(status="waiting").count() == others


def test_who_can_only_be_called_is_named_with_the_number_and_no_button_asks_in_vain(cast, log_in, day):
    client = log_in(cast.own.account())
    guest = Guest.objects.filter(gathering=day.gathering, kind="candidate", arrived_at__isnull=False).first()
    candidates.change_candidate(
        actor=cast.own.actor(), at=day.gathering.starts_at, candidate_id=guest.candidate_id, email="",
        phone="+31344111222", preferred_channel="call",
    )  # fmt: skip
    ask(client, day)
    for page in (
        after(client, day),
        client.get(reverse("gatherings:day", args=[day.gathering.pk])).content.decode(),
    ):
        called = page.split("Bel zelf, en noteer het antwoord:")[1].split("</ul>")[0]
        assert guest.candidate.first_name in called and 'href="tel:+31344111222"' in called
        assert "Vraag het ook hun" not in page and "nog niet gevraagd" not in page
