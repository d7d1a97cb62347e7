"""A strong login opens the whole file: asked at a real OpenID Connect server, and tied by a code that is handed over in person."""

from __future__ import annotations

import json
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from tests import making
from tests.own_pages import own_client, tap
from tests.portal import oidc_server

from werktop.accounts import strong_logins
from werktop.accounts.commands import PairingCodeIsWrong, end_pairing, make_pairing_code, pairing, tie
from werktop.accounts.models import OwnSession, Pairing
from werktop.audit.erasure import ErasureReason
from werktop.audit.models import Receipt
from werktop.audit.refusals import NotVisible
from werktop.candidates.commands import erase_candidate
from werktop.portal.pages import strong_login

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
GO, BACK, PAIR, PLAN = "/mijn/inloggen/", "/mijn/terug/", "/mijn/koppelen/", "/mijn/plan/"


@pytest.fixture(scope="module")
def issuer():
    with oidc_server.running() as address:
        yield address


@pytest.fixture
def offered(settings, issuer):
    """This installation knows the server."""
    settings.STRONG_LOGIN = {
        "issuer": issuer,
        "client_id": "werktop",
        "client_secret": "een-geheim-van-de-tests",
        "name": "Inlog voor de test",
        "levels": [],
    }
    return settings.STRONG_LOGIN


@pytest.fixture
def person(cast):
    return making.candidate(cast.own, "Fatima", email="fatima@post.example", assigned_to=cast.own.account())


def at_the_other(client: Client, **said: str) -> str:
    """Log in there; the address with which one comes back."""
    return oidc_server.Browser().log_in(client.get(GO).headers["Location"], **{"who": "sub-1"} | said)


def code_for(cast, person, at) -> str:
    return make_pairing_code(actor=cast.own.actor(), at=at, holder_kind="candidate", own_page_id=person.pk)


def tied(cast, person, at, **said: str) -> Client:
    client = Client()
    assert client.get(at_the_other(client, **said)).headers["Location"] == PAIR
    assert client.post(PAIR, {"code": code_for(cast, person, at)}).headers["Location"] == "/mijn/"
    return client


def change_what_is_asked(client: Client, **changes) -> None:
    """Change what the browser's session remembers of what it asked."""
    session = client.session
    kept = session.load()
    (key,) = [name for name in kept if name.startswith("_state_")]
    session[key] = session[key] | {"data": session[key]["data"] | changes}
    session.save()


def test_without_a_server_there_is_no_such_login(person, at, log_in, cast):
    assert Client().get(GO).status_code == 404 == Client().get(BACK).status_code
    assert GO not in own_client(person, at).get("/mijn/").content.decode()
    assert GO not in Client().get("/mijn/in/").content.decode()
    page = log_in(cast.own.account()).get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    assert "koppelcode" not in page
    code = tap(log_in(cast.own.account()), reverse("portal:pairing_code", args=[person.pk]))
    assert code.status_code == 404


def test_it_asks_with_state_nonce_and_pkce_and_to_log_in_anew(offered):
    asked = parse_qs(urlsplit(Client().get(GO).headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) == 43
    assert asked["state"][0] and asked["nonce"][0] and asked["prompt"] == ["login"]
    assert asked["scope"] == ["openid"], "no name, no number"


def test_one_place_begins_only_so_often_in_an_hour(offered, monkeypatch):
    monkeypatch.setattr(strong_login, "MOST_AN_HOUR", 1)
    assert Client().get(GO).status_code == 302
    refused = Client().get(GO)
    assert refused.status_code == 429 and "Hier is te vaak ingelogd" in refused.content.decode()
    assert Session.objects.count() == 1, "who is refused leaves nothing behind"


def test_the_first_time_a_code_ties_it_and_the_next_time_it_opens_at_once(
    cast, person, at, offered, carry_post
):
    client = tied(cast, person, at)
    assert "Mijn plan" in client.get(PLAN).content.decode()
    (session,) = OwnSession.objects.all()
    assert (session.way, session.expires_at - at) == ("strong", timedelta(hours=1))
    (told,) = carry_post()
    assert "Deed u dit niet zelf?" in told.body
    again = Client()
    assert again.get(at_the_other(again)).headers["Location"] == "/mijn/"
    assert again.get(PLAN).status_code == 200
    kept = Pairing.objects.get()
    assert kept.code_mark == "" and "sub-1" not in json.dumps(kept.subject_mark)


def test_a_link_or_a_code_does_not_open_it(person, at, offered):
    weak = own_client(person, at)
    for path in (PLAN, "/mijn/bewaard/", "/mijn/wie-keek/", "/mijn/bezwaar/", "/mijn/keuzes/"):
        assert weak.get(path).headers["Location"] == "/mijn/"
    assert "Log in met Inlog voor de test" in weak.get("/mijn/").content.decode()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda client, back: back.replace("state=", "state=x"), id="another state"),
        pytest.param(lambda client, back: back.replace("code=", "code=x"), id="another code"),
        pytest.param(lambda client, back: BACK, id="nothing at all"),
        pytest.param(lambda client, back: f"{back}&iss=https://elders.example", id="another server"),
        pytest.param(
            lambda client, back: change_what_is_asked(client, nonce="x") or back, id="another nonce"
        ),
        pytest.param(
            lambda client, back: change_what_is_asked(client, code_verifier="x" * 48) or back,
            id="another verifier",
        ),
    ],
)
def test_an_answer_that_is_not_to_what_this_browser_asked_opens_nothing(cast, person, at, offered, spoil):
    tied(cast, person, at)
    OwnSession.objects.all().delete()
    client = Client()
    answer = client.get(spoil(client, at_the_other(client)))
    assert answer.status_code == 409 and "niet gelukt" in answer.content.decode()
    assert not OwnSession.objects.exists() and "werktop_sterk" not in answer.cookies


def test_an_answer_serves_once_and_only_the_browser_that_asked(cast, person, at, offered):
    tied(cast, person, at)
    client, other = Client(), Client()
    back = at_the_other(client)
    assert other.get(back).status_code == 409
    assert client.get(back).headers["Location"] == "/mijn/"
    assert client.get(back).status_code == 409


def test_who_says_no_there_reads_how_to_go_on(offered):
    client = Client()
    answer = client.get(at_the_other(client, no="1"))
    assert answer.status_code == 409 and GO in answer.content.decode()


def test_a_level_that_is_too_low_opens_nothing(cast, person, at, offered):
    offered["levels"] = ["substantieel"]
    client = Client()
    assert "acr_values=substantieel" in client.get(GO).headers["Location"]
    low = client.get(at_the_other(client, acr="laag"))
    assert low.status_code == 409 and "niet sterk genoeg" in low.content.decode()
    tied(cast, person, at, acr="substantieel")


def test_a_server_that_is_not_there_is_said_in_words(offered):
    strong_logins._client_of.cache_clear()
    offered["issuer"] = "http://127.0.0.1:9"
    answer = Client().get(GO)
    assert answer.status_code == 409 and "niet gelukt" in answer.content.decode()


def test_a_server_that_says_it_is_another_is_not_believed(offered, issuer):
    offered["issuer"] = issuer.replace("127.0.0.1", "localhost")
    assert Client().get(GO).status_code == 409


def test_a_code_ties_once_for_a_day_and_a_new_one_ends_the_old(cast, person, at):
    old, code = code_for(cast, person, at), code_for(cast, person, at)
    for wrong, moment in ((old, at), (code, at + timedelta(days=1)), ("", at), ("123", at)):
        with pytest.raises(PairingCodeIsWrong):
            tie(at=moment, subject_mark="a", code=wrong)
    tie(at=at, subject_mark="a", code=f"{code[:3]} {code[3:]}")
    with pytest.raises(PairingCodeIsWrong):
        tie(at=at, subject_mark="b", code=code)


def test_one_who_logged_in_types_only_so_many_codes(cast, person, at):
    code = code_for(cast, person, at)
    for _ in range(pairing.MOST_TRIES):
        with pytest.raises(PairingCodeIsWrong):
            tie(at=at, subject_mark="a", code="000000000")
    with pytest.raises(pairing.TooManyTries):
        tie(at=at, subject_mark="a", code=code)
    assert tie(at=at, subject_mark="b", code=code)


def test_a_new_tie_ends_the_one_before_and_a_colleague_or_the_candidate_ends_it_at_once(
    cast, person, at, log_in
):
    tie(at=at, subject_mark="a", code=code_for(cast, person, at))
    tie(at=at, subject_mark="b", code=code_for(cast, person, at))
    assert [p.subject_mark for p in Pairing.objects.filter(ended_at=None)] == ["b"]
    strong = own_client(person, at, "strong")
    colleague = log_in(cast.own.account())
    assert tap(colleague, reverse("portal:untie", args=[person.pk])).status_code == 302
    assert not Pairing.objects.filter(ended_at=None).exists() and strong.get(PLAN).status_code == 302
    tie(at=at, subject_mark="c", code=code_for(cast, person, at))
    mine = own_client(person, at, "strong")
    assert tap(mine, "/mijn/keuzes/", answer="untie").headers["Location"] == "/mijn/in/"
    assert not Pairing.objects.filter(ended_at=None).exists() and mine.get("/mijn/").status_code == 302


def test_the_code_is_shown_once_to_who_works_with_the_candidate_and_kept_nowhere(
    cast, person, offered, log_in
):
    page = tap(log_in(cast.own.account()), reverse("portal:pairing_code", args=[person.pk])).content.decode()
    (shown,) = [line for line in page.split("\n") if 'class="utrecht-heading-2">' in line]
    code = "".join(c for c in shown.split(">")[1] if c.isdigit())
    assert len(code) == 9 and "Weet zeker dat Fatima voor je staat" in page
    assert code not in str(list(Pairing.objects.values())) + str(list(Receipt.objects.values()))
    assert not mail.outbox


def test_who_is_with_two_organisations_chooses_whose_page(cast, person, at, offered):
    other = making.candidate(cast.other, "Fatima", assigned_to=cast.other.account())
    tied(cast, person, at)
    mark = Pairing.objects.get().subject_mark
    code = make_pairing_code(actor=cast.other.actor(), at=at, holder_kind="candidate", own_page_id=other.pk)
    tie(at=at, subject_mark=mark, code=code)
    client = Client()
    assert client.get(at_the_other(client)).headers["Location"] == "/mijn/welke/"
    page = client.get("/mijn/welke/").content.decode()
    assert "Gemeente Waalsteen" in page and "Gemeente Lingeveld" in page
    stranger = making.candidate(cast.own, "Karim")
    assert client.post("/mijn/welke/", {"page": str(stranger.pk)}).status_code == 404
    assert client.post("/mijn/welke/", {"page": str(other.pk)}).headers["Location"] == "/mijn/"
    assert "Gemeente Lingeveld" in client.get("/mijn/").content.decode()


def test_with_the_person_goes_the_tie(cast, person, at):
    tie(at=at, subject_mark="a", code=code_for(cast, person, at))
    erase_candidate(actor=cast.own.actor(), at=at, candidate_id=person.pk, reason=ErasureReason.ASKED.value)
    assert not Pairing.objects.exists()


def test_nobody_types_a_code_without_having_logged_in(person):
    assert Client().get(PAIR).headers["Location"] == "/mijn/in/"
    assert Client().post(PAIR, {"code": "123456789"}).headers["Location"] == "/mijn/in/"


def test_who_works_elsewhere_ties_nobody(cast, person, log_in, offered):
    for name in ("pairing_code", "untie", "note_objection", "send_link"):
        answer = log_in(cast.other.account()).post(
            reverse(f"portal:{name}", args=[person.pk]), {"request_key": str(uuid4())}
        )
        assert answer.status_code == 404, name
    assert not Pairing.objects.exists()


def test_a_colleague_who_does_not_work_with_the_candidate_ties_nobody_and_ends_no_tie(
    cast, person, at, log_in, offered
):
    tie(at=at, subject_mark="a", code=code_for(cast, person, at))
    beside = log_in(making.colleague_beside(cast.own))
    page = beside.get(reverse("candidates:candidate", args=[person.pk])).content.decode()
    for name in ("pairing_code", "untie"):
        path = reverse(f"portal:{name}", args=[person.pk])
        assert path not in page
        answer = tap(beside, path)
        assert answer.status_code == 403 and "Dit doet alleen wie met" in answer.content.decode()
    for command in (make_pairing_code, end_pairing):  # whatever page asks it
        with pytest.raises(NotVisible):
            command(actor=cast.other.actor(), at=at, holder_kind="candidate", own_page_id=person.pk)
    (kept,) = Pairing.objects.all()
    assert kept.ended_at is None, "the code would have opened the whole file to whoever types it"
