"""Who asks too often is counted by the visitor, not by the proxy, and not by what a visitor makes up."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from uuid import uuid4

import pytest
from axes.helpers import get_client_ip_address
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import reverse

from werktop.accounts import jobs
from werktop.accounts.commands import count_question
from werktop.accounts.models import QuestionCount
from werktop.accounts.visitors import address_of

LOG_IN, FORGOTTEN = reverse("accounts:log_in"), reverse("accounts:forgotten")
PROXY = "10.0.0.1"


@pytest.mark.parametrize(
    ("proxies", "chain", "visitor"),
    [
        (0, "203.0.113.7", PROXY),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (2, "198.51.100.1, 203.0.113.7,10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", PROXY),
        (1, "", PROXY),
        (1, None, PROXY),
        (1, "203.0.113.7, unknown", PROXY),
        (1, "203.0.113.7:51234", "203.0.113.7"),
        (1, "[2001:DB8::1]:443", "2001:db8::1"),
        (1, "2001:db8:0::1", "2001:db8::1"),
        (1, "::ffff:203.0.113.7", "203.0.113.7"),
    ],
)
def test_the_visitor_is_as_many_from_the_right_as_there_are_proxies(settings, proxies, chain, visitor):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if chain is None else {"HTTP_X_FORWARDED_FOR": chain}
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, **headers)
    assert address_of(request) == visitor
    assert get_client_ip_address(request) == visitor, "the lock on logging in asks the same"


def test_who_connects_without_an_address_has_none():
    assert address_of(RequestFactory().get("/", REMOTE_ADDR="")) is None


@pytest.mark.parametrize("words", ["-1", "one", "1.5", "²"])
def test_a_number_of_proxies_that_is_none_is_refused_at_the_start(words):
    done = subprocess.run(
        [sys.executable, "-c", "import werktop.config.settings"],
        env={**os.environ, "WERKTOP_MODE": "test", "WERKTOP_TRUSTED_PROXIES": words},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode and "WERKTOP_TRUSTED_PROXIES" in done.stderr and "Traceback" not in done.stderr


def ask(client, number, chain):
    return client.post(
        FORGOTTEN, {"request_key": uuid4(), "email": f"a{number}@house.example"},
        REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=chain,
    ).status_code  # fmt: skip


@pytest.mark.django_db
def test_behind_a_proxy_each_visitor_has_a_count_of_ones_own(client, settings, clock):
    settings.TRUSTED_PROXIES = 1
    assert {ask(client, n, f"203.0.113.{n}") for n in range(22)} == {200}


@pytest.mark.django_db
@pytest.mark.parametrize("proxies", [0, 1])
def test_a_made_up_header_gives_nobody_more_questions(client, settings, clock, proxies):
    settings.TRUSTED_PROXIES = proxies
    answers = [ask(client, n, f"198.51.100.{n}, 203.0.113.7") for n in range(22)]
    assert answers == [200] * 20 + [429] * 2


@pytest.mark.django_db
def test_the_count_does_not_live_in_one_process_and_holds_no_address(client, settings, clock, at):
    settings.TRUSTED_PROXIES = 1
    for number in range(20):
        ask(client, number, "203.0.113.7")
        cache.clear()  # as another process has it
    assert ask(client, 20, "203.0.113.7") == 429
    assert "203.0.113.7" not in str(QuestionCount.objects.values().get())
    clock.set(at + timedelta(hours=1))
    assert ask(client, 21, "203.0.113.7") == 200


@pytest.mark.django_db
def test_one_network_of_ipv6_is_one_place(at):
    assert [count_question(address=f"2001:db8::{n}", at=at) for n in (1, 2)] == [1, 2]
    assert count_question(address="2001:db8:0:1::1", at=at) == 1
    assert [count_question(address=None, at=at) for _ in range(2)] == [1, 2]


@pytest.mark.django_db
def test_counts_go_by_night(at, clock):
    count_question(address="203.0.113.7", at=at - timedelta(hours=2))
    count_question(address="203.0.113.8", at=at)
    assert [jobs.forget(0), jobs.forget(0)] == [1, 0]
    assert QuestionCount.objects.count() == 1


@pytest.mark.django_db
def test_guessing_from_one_place_locks_out_nobody_elsewhere_behind_the_same_proxy(cast, client, settings):
    settings.AXES_ENABLED, settings.TRUSTED_PROXIES = True, 1
    account = cast.own.account()

    def log_in(password, chain):
        typed = {"username": account.email, "password": password}
        return client.post(LOG_IN, typed, REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=chain).status_code

    guesses = [log_in("fout", f"198.51.100.{n}, 203.0.113.7") for n in range(settings.AXES_FAILURE_LIMIT + 1)]
    assert guesses[-1] == 429, "a made-up address is no other place"
    assert {a.ip_address for a in AccessAttempt.objects.all()} == {"203.0.113.7"}
    assert log_in("een-lang-wachtwoord", "203.0.113.8") == 302
