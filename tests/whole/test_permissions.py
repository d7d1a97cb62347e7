"""The permission matrix: every URL × method × role × own, other and far organisation, and nobody.

Generated from the permission table and the URLs themselves; a URL that is in neither fails.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from tests import making
from tests.own_pages import own_client
from tests.quick_clients import session_of, with_session
from tests.whole.samples import samples_of

from werktop.accounts.models import Account
from werktop.accounts.roles import CAPABILITIES, FILE_CAPABILITIES, Role
from werktop.candidates.models import Candidate
from werktop.config import gate
from werktop.config.permissions import TABLE
from werktop.config.permissions.entries import OWN, OWN_EITHER, OWN_FIRM, OWN_STRONG, PUBLIC, STAFF
from werktop.employers.models import Entrepreneur
from werktop.matches.models import FollowUp

pytestmark = pytest.mark.django_db
METHODS = ("GET", "POST", "PUT", "DELETE")


def _named(patterns, space="") -> dict[str, set[str]]:
    """Every URL's full name, with the keywords that its address needs."""
    found: dict[str, set[str]] = {}
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found |= _named(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"a URL without a name: {pattern}"
            found[f"{space}{pattern.name}"] = set(pattern.pattern.regex.groupindex)
    return found


URLS = _named(get_resolver().url_patterns)
STAFF_URLS = sorted(
    n
    for n in URLS
    if n in TABLE and not TABLE[n].link and not TABLE[n].own and PUBLIC not in TABLE[n].methods.values()
)
OWN_URLS = sorted(n for n in URLS if n in TABLE and TABLE[n].own)


def test_every_url_is_in_the_permission_table():
    assert sorted(set(URLS) - set(TABLE)) == []


def test_the_permission_table_names_no_url_that_is_gone():
    assert sorted(set(TABLE) - set(URLS)) == []


def test_every_capability_asked_for_is_one_that_some_role_has():
    known = {PUBLIC, STAFF, OWN, OWN_STRONG, OWN_FIRM, OWN_EITHER}.union(*CAPABILITIES.values())
    assert {need for entry in TABLE.values() for need in entry.methods.values()} <= known


def _ask(client: Client, method: str, address: str):
    if method == "GET":
        return client.get(address)
    return client.generic(
        method,
        address,
        f"request_key={uuid4()}",
        content_type="application/x-www-form-urlencoded",
        HTTP_REFERER="",
    )


def _address(name: str, samples: dict) -> str:
    missing = URLS[name] - set(samples)
    assert not missing, f"tests/whole/samples.py has no sample for {missing}, needed by {name}"
    return reverse(name, kwargs={k: samples[k] for k in URLS[name]})


@pytest.fixture
def bare_refusals(monkeypatch):
    """A refusal is its number alone: what its page shows is looked at elsewhere, and drawing it a thousand times takes long."""
    monkeypatch.setattr(
        gate, "render", lambda request, template, context, status: HttpResponse(status=status)
    )


@dataclass(frozen=True)
class World:
    """The cast with its samples, and the session of each colleague."""

    cast: making.Cast
    samples: dict
    session_of: dict[Account, str]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once for all pages: what is done on one of them is undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = making.cast()
        sessions = {
            account: session_of(account)
            for house in (cast.own, cast.private, cast.other, cast.far)
            for account in house.colleagues.values()
        }
        yield World(cast, samples_of(cast.own), sessions)
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", STAFF_URLS)
def test_the_right_people_get_in_and_nobody_else(name, world, bare_refusals, settings):
    settings.STRONG_LOGIN = {"issuer": "https://inlog.example", "name": "Inlog", "levels": []}
    entry, cast = TABLE[name], world.cast
    client_of = cache(lambda account: with_session(world.session_of[account]))
    address = _address(name, world.samples)
    for method in METHODS:
        if method not in entry.methods:
            assert _ask(client_of(cast.own.account()), method, address).status_code == 405, (name, method)
            continue
        nobody = _ask(Client(), method, address).status_code
        assert nobody == (302 if method == "GET" else 401), (name, method, "nobody", nobody)
        for role in Role.values:
            for house in (cast.own, cast.private, cast.other, cast.far):
                got = _ask(client_of(house.account(role)), method, address).status_code
                want = _expected(entry, method, role, house, cast)
                assert got in want, (
                    f"{name} {method} as {role} of {house.organisation}: {got}, expected one of {want}"
                )


def _expected(entry, method, role, house, cast) -> set[int]:
    """Which answers are right. What goes in may then still be refused for its content (200, 302, 303, 400, 409, 410)."""
    may = CAPABILITIES[role] - (FILE_CAPABILITIES if house is cast.private else set())
    need = entry.methods[method]
    if need != STAFF and need not in may:
        return {403}
    let_in = {200, 204, 302, 303, 409, 410} | ({400} if method == "POST" else set())
    if house is cast.own or entry.other == "none":
        # a table host sees a gathering's table only when put at one: the room answers 404 or 403
        return let_in | ({403, 404} if role == Role.TABLE_HOST else set())
    if house is not cast.far and entry.others_with and entry.others_with in may:
        return let_in
    if house is cast.far or entry.other == "404":
        return {404}
    if method == "POST" and entry.other_post == "404":
        return {403, 404}
    return let_in | ({403, 404} if role == Role.TABLE_HOST else set())


@pytest.mark.parametrize("name", sorted(n for n in URLS if n in TABLE and TABLE[n].link))
def test_a_made_up_token_opens_nothing(name, db):
    others = {k: uuid4() for k in URLS[name] - {"token"}}
    for token in ("x", "abc.def", "eyJh.sig-nature"):
        assert Client().get(reverse(name, kwargs={"token": token} | others)).status_code == 404


@pytest.mark.parametrize("name", OWN_URLS)
def test_an_own_page_is_open_to_whose_it_is_alone(name, cast, log_in, at, clock):
    """Without a session of its own kind, or with one that is too weak, it shows nothing; another person's record is not there, nor
    is any page of a candidate for an entrepreneur, or the other way round."""
    entry, samples = TABLE[name], samples_of(cast.own)
    address, person = _address(name, samples), Candidate.objects.get(pk=samples["candidate_id"])
    other = making.candidate(cast.own, "Karim")
    host = Entrepreneur.objects.get(pk=samples["entrepreneur_id"])
    strangers = {method: own_client(host, at) for method in METHODS}
    if OWN_FIRM in entry.methods.values():
        strangers = {method: own_client(person, at, "strong") for method in METHODS}
        person, other = host, making.entrepreneur(host.employer, "Karim")
    talk = {"starts_at": at + timedelta(days=3), "ends_at": at + timedelta(days=3, hours=1)}
    FollowUp.objects.filter(pk=samples["follow_up_id"]).update(status="sent", sent_at=at, **talk)
    for method in METHODS:
        if method not in entry.methods:
            assert _ask(own_client(person, at), method, address).status_code == 405, method
            continue
        is_strong = entry.methods[method] == OWN_STRONG
        for client in (Client(), log_in(cast.own.account())):
            answer = _ask(client, method, address)
            assert (answer.status_code, answer.headers["Location"]) == (302, reverse("portal:way_in"))
        weak = _ask(own_client(person, at), method, address)
        if is_strong:
            assert (weak.status_code, weak.headers["Location"]) == (302, reverse("portal:own"))
        else:
            assert weak.status_code in {200, 302, 409}, (method, weak.status_code)
        if person is not host:
            assert _ask(own_client(person, at, "strong"), method, address).status_code in {200, 302, 409}
        stranger = _ask(strangers[method], method, address)
        if name == "portal:own":
            assert stranger.headers["Location"] == reverse("portal:own_firm"), "the address one remembers"
        elif entry.methods[method] != OWN_EITHER:
            assert stranger.status_code == 404, (method, stranger.status_code)
        others = _ask(
            own_client(other, at, "link" if person is host else "strong"), method, address
        ).status_code
        if set(URLS[name]) & {"gathering_id", "follow_up_id"}:
            assert others == 404, (method, others)
