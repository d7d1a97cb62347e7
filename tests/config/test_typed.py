"""A form that is sent when nobody is logged in any more: the sentences that were typed are shown again."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests import making
from tests.own_pages import own_client

from werktop.candidates import commands

pytestmark = pytest.mark.django_db
SAID = "Zij wil graag in de kas werken"
HERE = {"Origin": "http://testserver"}


def test_a_colleague_reads_what_was_typed_and_comes_back_to_the_page(client: Client) -> None:
    page = reverse("desk:today")
    sent = {
        "sentence": SAID,
        "request_key": str(uuid4()),
        "password": "een lang wachtwoord",
        "day": "2026-11-23",
    }
    answer = client.post(reverse("contacts:read_note"), sent, headers={"Referer": f"http://testserver{page}"})
    said = answer.content.decode()
    assert answer.status_code == 401
    assert SAID in said and f"?next={page.replace('/', '%2F')}" in said
    assert "wachtwoord" not in said and "2026-11-23" not in said, "no secret, and nothing that is no sentence"


def test_a_piece_that_a_page_asks_by_itself_is_no_page_to_log_in(client: Client) -> None:
    assert client.get(reverse("desk:today")).status_code == 302
    assert client.get(reverse("desk:today"), headers={"HX-Request": "true"}).status_code == 401


def test_the_way_back_leads_to_no_other_house(client: Client) -> None:
    answer = client.post(
        reverse("contacts:read_note"),
        {"sentence": SAID},
        headers={"Referer": "https://elders.example/valstrik"},
    )
    said = answer.content.decode()
    assert "valstrik" not in said and SAID not in said


def test_a_candidate_reads_it_too_and_without_words_goes_to_the_way_in(client: Client) -> None:
    page = reverse("portal:about_me")
    answer = client.post(page, {"words": SAID}, headers=HERE)
    said = answer.content.decode()
    assert answer.status_code == 401
    assert SAID in said and reverse("portal:way_in") in said
    assert client.post(page).status_code == 302


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        (HERE, True),
        ({"Referer": "http://testserver/"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({}, False),
        ({"Origin": "https://elders.example"}, False),
        ({"Origin": "null", "Referer": "http://testserver/"}, False),
        ({"Referer": "http://testserver.elders.example/"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Referer": "http://testserver/"}, False),
    ],
)
def test_a_form_of_an_earlier_login_shows_it_as_well_and_what_another_site_sends_is_not_shown(
    headers, is_ours
) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("contacts:read_note"), {"sentence": SAID}, headers=headers)
    assert answer.status_code == 403
    assert (SAID in answer.content.decode()) is is_ours


def test_what_is_refused_when_it_is_too_late_is_shown_to_be_copied(cast, at, clock) -> None:
    person = making.candidate(cast.own, assigned_to=cast.own.account())
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": person.pk, "part": "step"}
    step = commands.note_part(**asked, words="Bel de cursus")
    commands.remove_part(**asked, row_id=step)
    own, page = own_client(person, at, "strong"), reverse("portal:own_step", args=[step])
    sent = {"answer": "remark", "remark": SAID, "request_key": str(uuid4())}
    late = own.post(page, sent, headers=HERE, follow=True)
    assert "Dit staat niet meer op uw pagina" in late.content.decode() and SAID in late.content.decode()
    assert SAID not in own.post(page, sent | {"request_key": str(uuid4())}, follow=True).content.decode()
    used = {"answer": "onbekend", "remark": SAID, "request_key": str(uuid4()), "keys": f"{step} {step}"}
    refused = own.post(page, used, headers=HERE | {"Referer": "http://testserver/mijn/plan/"})
    assert refused.status_code == 409 and SAID in refused.content.decode(), "and not sent back without it"
    assert f"{step} {step}" not in refused.content.decode()
