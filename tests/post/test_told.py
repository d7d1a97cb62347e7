"""The day on which a candidate was told what is kept: empty until somebody did."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.candidates import commands
from werktop.candidates.models import Candidate
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
LIST = reverse("desk:candidates")


@pytest.fixture
def client(cast, log_in, clock):
    return log_in(cast.own.account())


@pytest.fixture
def untold(cast):
    return making.candidate(cast.own, "Wilhelmina", informed_date=None)


def day_of(candidate):
    return Candidate.objects.get(pk=candidate.pk).informed_date


def test_a_row_of_a_file_and_an_emptied_date_tell_nobody(cast, at):
    row = {"first_name": "Bo", "email": "bo@post.example"}
    [key] = commands.add_candidates(actor=cast.own.actor(), at=at, rows=[row])
    assert Candidate.objects.get(pk=key).informed_date is None
    told = making.candidate(cast.own)
    commands.change_candidate(actor=cast.own.actor(), at=at, candidate_id=told.pk, informed_date=None)
    assert day_of(told) is None


@pytest.mark.parametrize(("channel", "is_told"), [("email", True), ("sms", False)])
def test_what_goes_by_mail_tells_and_a_text_message_does_not(
    lay_down, mail_server, at, untold, channel, is_told
):
    address = {"email": untold.email, "sms": untold.phone}[channel]
    key = lay_down(channel=channel, to_address=address, to_id=untold.pk)
    assert day_of(untold) is None  # what waits told nobody
    assert deliver_message(actor=SYSTEM, at=at, message_id=key) == "sent"
    assert day_of(untold) == (at.date() if is_told else None)


def test_a_letter_tells_when_it_is_posted(lay_down, untold, client, at):
    key = lay_down(channel="letter", to_address="Bo\nDijk 1\n4001 AB Tiel", to_id=untold.pk)
    client.post(reverse("post:letters"), {"request_key": uuid4(), "letter": [str(key)]})
    assert day_of(untold) == at.date()


def test_who_was_called_instead_of_written_to_is_not_told(lay_down, untold, client, at):
    key = lay_down(channel="letter", to_address="Bo\nDijk 1\n4001 AB Tiel", to_id=untold.pk)
    client.post(reverse("post:letters"), {"request_key": uuid4(), "letter": [str(key)], "how": "told"})
    assert day_of(untold) is None, "no letter carried it"
    assert Message.objects.get(pk=key).status == "sent", "it stays off the list"


def test_today_counts_and_the_list_notes_several_with_one_tap(client, cast, untold, at):
    others = [making.candidate(cast.own, name, informed_date=None) for name in ("Yonas", "Bilal")]
    told = making.candidate(cast.own, "Fatima")
    text = client.get(reverse("desk:today")).content.decode()
    assert "3 kandidaten weten nog niet wat we bewaren" in text and "?telling=mine" in text
    shown = client.get(LIST, {"telling": "all"}).content.decode()
    assert "Wilhelmina" in shown and str(told.pk) not in shown
    assert " checked" not in shown.split("<table")[1], "nobody is ticked before somebody does"
    ticked = [str(untold.pk), str(others[0].pk), str(told.pk), "geen-sleutel"]
    after = send(client, "note_told", ticked).content.decode()
    assert "2 kandidaten weten wat we bewaren" in after and "Wilhelmina El Amrani, Yonas El Amrani" in after
    assert day_of(untold) == day_of(others[0]) == at.date() != day_of(told)
    assert day_of(others[1]) is None
    assert "1 kandidaat weet nog niet" in client.get(reverse("desk:today")).content.decode()


def send(client, name, keys, **other):
    form = {"request_key": uuid4(), "candidate": [str(key) for key in keys]} | other
    return client.post(reverse(f"candidates:{name}"), form, follow=True)


def test_a_whole_page_is_ticked_on_request_and_only_that_page(client, cast, clock):
    for number in range(26):
        making.candidate(cast.own, f"Bo{number}", informed_date=None)
    asked = {"telling": "all", "q": "bo"}
    page = client.get(LIST, asked).content.decode()
    shown = re.findall(r'name="shown" value="([^"]+)"', page)
    assert len(shown) == 25 and "Kies alle op deze pagina" in page
    client.post(reverse("desk:choose_candidates"), asked | {"shown": shown, "then": "tick_page"})
    assert client.get(LIST, asked).content.decode().count(" checked>") == 25
    assert " checked>" not in client.get(LIST, asked | {"page": "2"}).content.decode()


def test_what_was_noted_can_be_taken_back_and_the_filter_stays(client, cast, untold, at):
    kept = "telling=mine&q=wil"
    after = send(client, "note_told", [untold.pk], list=kept)
    assert after.redirect_chain[-1][0] == f"{LIST}?{kept}&genoteerd=1"
    assert "Maak ongedaan" in after.content.decode() and day_of(untold) == at.date()
    back = send(client, "take_back_told", [untold.pk], list=kept)
    assert back.redirect_chain[-1][0] == f"{LIST}?{kept}"
    assert day_of(untold) is None and "1 kandidaat staat weer in de lijst" in back.content.decode()


def test_taking_back_leaves_who_was_told_before_and_other_organisations(client, cast, at):
    before = making.candidate(cast.own)
    stranger = making.candidate(cast.other, informed_date=at.date())
    send(client, "take_back_told", [before.pk, stranger.pk])
    assert day_of(before) and day_of(stranger)


def test_nobody_ticked_is_said(client, untold):
    assert "Vink eerst aan wie het weet" in send(client, "note_told", []).content.decode()


def test_nobody_notes_it_for_another_organisation(client, cast):
    stranger = making.candidate(cast.other, informed_date=None)
    client.post(reverse("candidates:note_told"), {"request_key": uuid4(), "candidate": [str(stranger.pk)]})
    assert day_of(stranger) is None


def test_who_was_noted_and_the_way_back_stand_above_the_filters(client, untold):
    after = send(client, "note_told", [untold.pk], list="telling=mine").content.decode()
    assert after.index("Maak ongedaan") < after.index('id="id_q"')
