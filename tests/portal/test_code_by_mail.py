"""A code by e-mail opens the own page; who asks for one learns nothing about who is known."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from tests import making

from werktop.accounts.commands import codes
from werktop.accounts.jobs import answer_question
from werktop.accounts.models import CodeQuestion, LoginCode, OwnSession
from werktop.accounts.own_pages import COOKIE
from werktop.audit.models import Entry, Receipt
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
WAY_IN, TYPE = "/mijn/in/", "/mijn/code/"


@pytest.fixture
def ask(carry_post):
    """`ask("fatima@post.example")`: a browser asks for a code, and the worker does what is to be done; the browser and the
    codes that went out, by address and first word of the greeting."""

    def do(address: str, browser: Client | None = None):
        browser = browser or Client()
        answer = browser.post(WAY_IN, {"request_key": str(uuid4()), "email": address})
        assert (answer.status_code, answer.headers.get("Location")) == (302, TYPE)
        newest = CodeQuestion.objects.order_by("-asked_at", "-id").first()
        answer_question(str(newest.pk))
        sent = carry_post()
        return browser, [re.search(r"^\d{6}$", each.body, re.MULTILINE).group() for each in sent]

    return do


def type_code(browser: Client, code: str):
    return browser.post(TYPE, {"code": code})


def test_the_code_opens_the_own_page(cast, ask):
    person = making.candidate(cast.own, "Fatima", email="fatima@post.example")
    browser, (code,) = ask(" FATIMA@post.example ")
    answer = type_code(browser, f"{code[:3]} {code[3:]}")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/mijn/")
    assert "Dag Fatima" in browser.get("/mijn/").content.decode()
    cookie = answer.cookies[COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/mijn/", True, "Lax")
    assert cookie["max-age"] == "", "closed with the browser"
    assert OwnSession.objects.get().holder_id == person.pk


def test_the_answer_does_not_say_who_is_known(cast, ask):
    making.candidate(cast.own, email="fatima@post.example")
    known, (_code,) = ask("fatima@post.example")
    unknown, codes_sent = ask("niemand@post.example")
    assert codes_sent == []
    plain = [
        re.sub(rb'name="csrf[^>]+>|data-csrf="[^"]+"', b"", each.get(TYPE).content)
        for each in (known, unknown)
    ]
    assert plain[0] == plain[1]
    wrong = [
        re.sub(rb'name="csrf[^>]+>|data-csrf="[^"]+"', b"", type_code(each, "000000").content)
        for each in (known, unknown)
    ]
    assert wrong[0] == wrong[1] and b"Deze code klopt niet" in wrong[0]


def test_asking_looks_nobody_up(cast, django_assert_max_num_queries, at):
    """So that the answer takes as long for who is known: a job looks."""
    making.candidate(cast.own, email="fatima@post.example")
    found = []
    Client().post(WAY_IN, {"request_key": str(uuid4()), "email": "eerst@post.example"})
    for address in ("fatima@post.example", "niemand@post.example"):
        with django_assert_max_num_queries(30) as asked:
            Client().post(WAY_IN, {"request_key": str(uuid4()), "email": address})
        found.append(len(asked.captured_queries))
        assert "candidates_candidate" not in str([q["sql"] for q in asked.captured_queries])
    assert found[0] == found[1] and not Message.objects.exists()


def test_a_code_works_once_in_the_browser_that_asked_and_for_a_quarter_of_an_hour(cast, ask, clock, at):
    making.candidate(cast.own, email="fatima@post.example")
    browser, (code,) = ask("fatima@post.example")
    assert type_code(Client(), code).headers["Location"] == WAY_IN
    assert type_code(browser, code).status_code == 302
    browser, (code,) = ask("fatima@post.example")
    clock.set(at + timedelta(minutes=15))
    assert "werkt niet meer" in type_code(browser, code).content.decode()
    other, (first,) = ask("fatima@post.example")
    assert type_code(other, first).status_code == 302
    assert "werkt niet meer" in type_code(browser, first).content.decode()


def test_after_five_wrong_tries_the_right_code_opens_nothing(cast, ask):
    making.candidate(cast.own, email="fatima@post.example")
    browser, (code,) = ask("fatima@post.example")
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for _ in range(codes.MOST_TRIES):
        assert "klopt niet" in type_code(browser, wrong).content.decode()
    said = type_code(browser, code).content.decode()
    assert "werkt niet meer" in said and 'name="code"' not in said and WAY_IN in said
    assert not OwnSession.objects.exists()


def test_one_address_gets_three_codes_an_hour_and_eight_a_day(cast, ask, clock, at):
    making.candidate(cast.own, email="fatima@post.example")
    sent = []
    for hour in range(4):
        clock.set(at + timedelta(hours=hour, minutes=hour))
        sent.append(sum(len(ask("fatima@post.example")[1]) for _ in range(4)))
    assert sent == [3, 3, 0, 0], "what is asked too often counts too"


def test_one_place_asks_and_types_only_so_often(cast, monkeypatch):
    from werktop.portal.pages import enter_code, way_in

    monkeypatch.setattr(way_in, "MOST_AN_HOUR", 2)
    monkeypatch.setattr(enter_code, "MOST_AN_HOUR", 2)
    browser = Client()
    post = [
        browser.post(WAY_IN, {"request_key": str(uuid4()), "email": f"a{n}@post.example"}) for n in range(3)
    ]
    assert [each.status_code for each in post] == [302, 302, 429]
    assert "a2@post.example" in post[2].content.decode(), "what was typed stays"
    assert [type_code(browser, "123456").status_code for _ in range(3)] == [200, 200, 429]


def test_who_shares_an_address_gets_a_code_of_their_own_and_no_page_lists_names(cast, ask):
    for name in ("Fatima", "Karim"):
        making.candidate(cast.own, name, email="thuis@post.example")
    browser, found = ask("thuis@post.example")
    assert len(set(found)) == 2
    bodies = {each.body.splitlines()[0]: each.body for each in mail.outbox}
    assert set(bodies) == {"Beste Fatima,", "Beste Karim,"}
    page = browser.get(TYPE).content.decode()
    assert "Fatima" not in page and "Karim" not in page
    code = re.search(r"^\d{6}$", bodies["Beste Karim,"], re.MULTILINE).group()
    type_code(browser, code)
    assert "Dag Karim" in browser.get("/mijn/").content.decode()
    assert not LoginCode.objects.exists(), "the other code is over too"


def test_of_several_at_an_address_only_those_whom_we_reach_by_mail(cast, ask):
    making.candidate(cast.own, "Fatima", email="thuis@post.example")
    making.candidate(
        cast.own, "Karim", email="thuis@post.example", preferred_channel="letter", address="Kade 1"
    )
    _browser, found = ask("thuis@post.example")
    assert len(found) == 1 and "Beste Fatima" in mail.outbox[0].body


def test_an_address_that_too_many_share_gets_no_code(cast, ask):
    for number in range(codes.MOST_PEOPLE + 1):
        making.candidate(cast.own, f"Naam{number}", email="opvang@huis.example")
    assert ask("opvang@huis.example")[1] == []


def test_the_address_is_forgotten_once_the_codes_are_laid_down_and_never_written_in_the_trail(cast, ask):
    making.candidate(cast.own, email="fatima@post.example")
    _browser, (code,) = ask("fatima@post.example")
    assert CodeQuestion.objects.get().address == ""
    kept = [str(row) for model in (Entry, Receipt, LoginCode) for row in model.objects.values()]
    assert kept and not any("fatima@post" in row or code in row for row in kept)


def test_colleagues_do_not_find_a_code_in_the_outbox(cast, log_in):
    making.candidate(cast.own, "Fatima", email="fatima@post.example")
    Client().post(WAY_IN, {"request_key": str(uuid4()), "email": "fatima@post.example"})
    answer_question(str(CodeQuestion.objects.get().pk))
    assert Message.objects.get().status == "waiting"
    assert "Fatima" not in log_in(cast.own.account()).get(reverse("post:outbox")).content.decode()


def test_a_code_that_leaves_too_late_does_not_leave(cast, clock, at, carry_post):
    making.candidate(cast.own, email="fatima@post.example")
    Client().post(WAY_IN, {"request_key": str(uuid4()), "email": "fatima@post.example"})
    answer_question(str(CodeQuestion.objects.get().pk))
    clock.set(at + timedelta(minutes=16))
    assert carry_post() == [] and Message.objects.get().status == "withdrawn"


def test_an_address_that_is_none_is_said_and_stays(cast):
    answer = Client().post(WAY_IN, {"request_key": str(uuid4()), "email": "fatima"})
    said = answer.content.decode()
    assert "Dit is geen volledig e-mailadres" in said and 'value="fatima"' in said
