"""Logging in, invitations and forgotten passwords: nobody but who uses a password knows it."""

from __future__ import annotations

import re
import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from werktop.accounts import commands
from werktop.accounts.models import Account
from werktop.accounts.queries import accounts_by_id
from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, Refusal
from werktop.demo.logins import LOGINS
from werktop.post import links
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db
LOG_IN, FORGOTTEN = reverse("accounts:log_in"), reverse("accounts:forgotten")
PASSWORD, NEW = "een-lang-wachtwoord", "tafel-van-acht-groen"


@pytest.fixture
def admin(cast, log_in):
    return log_in(cast.own.account(Role.FUNCTIONAL_ADMIN))


def post(client, address, **typed):
    return client.post(address, {"request_key": uuid4()} | typed)


def link_in(message) -> str:
    return re.search(r"http://[^/]+(/wachtwoord/\S+)", message.body)[1]


def test_logging_in_in_capitals_leads_where_one_was_going(cast, client):
    account = cast.own.account()
    typed = {"username": account.email.upper(), "password": PASSWORD, "next": "/kandidaten/"}
    assert client.post(LOG_IN, typed).url == "/kandidaten/"
    assert client.get("/kandidaten/").status_code == 200


def test_a_wrong_password_is_said_and_the_address_stays(cast, client):
    text = client.post(LOG_IN, {"username": "marieke@x.example", "password": "fout"}).content.decode()
    assert "horen niet bij elkaar" in text and "marieke@x.example" in text


def test_who_guesses_too_often_has_to_wait_and_reads_why(cast, client, settings):
    settings.AXES_ENABLED = True
    account = cast.own.account()
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        response = client.post(LOG_IN, {"username": account.email, "password": "fout"})
    assert response.status_code == 429
    assert "Over een kwartier" in response.content.decode()


def test_a_new_password_of_ones_own_needs_the_old_one_and_keeps_the_session(cast, log_in):
    account, address = cast.own.account(), reverse("accounts:password")
    client, elsewhere = log_in(account), log_in(account)
    assert (
        "waarmee je nu inlogt"
        in post(client, address, old_password="fout", password="tafel-van-acht-groen").content.decode()
    )
    assert post(client, address, old_password=PASSWORD, password="tafel-van-acht-groen").status_code == 302
    assert client.get(reverse("accounts:profile")).status_code == 200
    assert elsewhere.get(reverse("accounts:profile")).status_code == 302


def test_a_new_colleague_is_invited_and_chooses_a_password_that_nobody_else_knows(
    cast, admin, client, clock, at
):
    typed = {"name": "Noor Zand", "email": "Noor@house.example", "roles": [Role.TABLE_HOST]}
    answer = post(admin, reverse("accounts:new_colleague"), **typed)
    account = Account.objects.get(pk=answer.url.split("/")[-2])
    assert not account.has_usable_password()
    message = Message.objects.get()
    assert (message.to_address, message.channel) == ("noor@house.example", "email")
    address = link_in(message)
    # a scanner that opens the link takes nothing away
    for _ in range(2):
        assert client.get(address).status_code == 200
    assert post(client, address, password=NEW).url == LOG_IN
    assert client.post(LOG_IN, {"username": "noor@house.example", "password": NEW}).status_code == 302
    assert [m.role for m in account.memberships.all()] == [Role.TABLE_HOST]


def test_a_link_works_once(cast, admin, client, clock):
    host = cast.own.account(Role.TABLE_HOST)
    post(admin, reverse("accounts:send_password_link", kwargs={"account_id": host.pk}))
    address = link_in(Message.objects.get())
    post(client, address, password=NEW)
    for answer in (client.get(address), post(client, address, password="iets-heel-anders-nu")):
        assert answer.status_code == 410
        assert FORGOTTEN in answer.content.decode()
    host.refresh_from_db()
    assert host.check_password(NEW)


def test_a_link_from_an_administrator_replaces_the_older_and_ends_in_time(cast, admin, client, clock, at):
    account = cast.own.account()
    for _ in range(2):
        post(admin, reverse("accounts:send_password_link", kwargs={"account_id": account.pk}))
    older, newer = (link_in(m) for m in Message.objects.order_by("id"))
    assert client.get(older).status_code == 410
    assert client.get(newer).status_code == 200
    clock.set(at + timedelta(hours=2))
    assert client.get(newer).status_code == 410


def test_who_only_knows_an_address_cannot_end_the_invitation_that_was_sent_there(
    cast, admin, client, clock, at
):
    typed = {"name": "Noor Zand", "email": "noor@house.example", "roles": [Role.TABLE_HOST]}
    post(admin, reverse("accounts:new_colleague"), **typed)
    post(client, FORGOTTEN, email="noor@house.example")
    invitation, asked = (link_in(m) for m in Message.objects.order_by("id"))
    clock.set(at + timedelta(days=6))
    assert client.get(asked).status_code == 410
    assert client.get(invitation).status_code == 200
    assert post(client, invitation, password=NEW).url == LOG_IN


def test_one_link_that_is_used_ends_all_others(cast, client, clock, at):
    account = cast.own.account()
    for _ in range(2):
        post(client, FORGOTTEN, email=account.email)
    older, newer = (link_in(m) for m in Message.objects.order_by("id"))
    assert client.get(newer).status_code == 200
    assert post(client, older, password=NEW).url == LOG_IN
    assert client.get(newer).status_code == 410


def test_a_link_for_something_else_or_tampered_with_opens_nothing(cast, client, clock, at):
    account = cast.own.account()
    commands.ask_password_link(actor=cast.own.actor(), at=at, email=account.email)
    address = link_in(Message.objects.get())
    assert client.get(address[:-3] + "AA/").status_code == 404
    token = links.make_single_link(
        organisation_id=cast.own.organisation.pk, purpose="invitation", holder_kind="account",
        holder_id=account.pk, at=at, expires_at=at + timedelta(days=1),
    )  # fmt: skip
    assert client.get(reverse("accounts:choose_password", kwargs={"token": token})).status_code == 404


def test_a_weak_password_is_refused_and_the_link_still_works(cast, client, clock, at):
    account = cast.own.account()
    post(client, FORGOTTEN, email=account.email)
    address = link_in(Message.objects.get())
    text = post(client, address, password="kort").content.decode()
    assert "12" in text and 'value="kort"' not in text
    assert post(client, address, password=NEW).status_code == 302


def test_who_asks_learns_nothing_about_who_has_an_account(cast, client, clock):
    left = cast.own.account(Role.COORDINATOR)
    left.memberships.update(is_active=False)
    keys = re.compile(r'"[A-Za-z0-9]{64}"|[0-9a-f-]{36}')
    pages = [
        keys.sub("", post(client, FORGOTTEN, email=email).content.decode())
        for email in (cast.own.account().email, left.email, "niemand@nergens.example")
    ]
    assert pages[0] == pages[1] == pages[2]
    assert [m.to_address for m in Message.objects.all()] == [cast.own.account().email]


def test_one_account_gets_three_links_an_hour_at_most(cast, client, clock, at):
    for _ in range(5):
        assert post(client, FORGOTTEN, email=cast.own.account().email).status_code == 200
    assert Message.objects.count() == 3
    clock.set(at + timedelta(minutes=61))
    post(client, FORGOTTEN, email=cast.own.account().email)
    assert Message.objects.count() == 4


def test_one_place_cannot_ask_on_and_on(cast, client, clock):
    answers = [post(client, FORGOTTEN, email=f"a{n}@house.example").status_code for n in range(22)]
    assert answers == [200] * 20 + [429] * 2


def test_an_administrator_cannot_choose_anothers_password(cast, admin, at):
    with pytest.raises(NotAllowed):
        commands.open_account(
            actor=cast.own.actor(Role.FUNCTIONAL_ADMIN), at=at, organisation_id=cast.own.organisation.pk,
            email="x@house.example", name="X", roles=[Role.TABLE_HOST], password=NEW,
        )  # fmt: skip
    host = cast.own.account(Role.TABLE_HOST)
    with pytest.raises(Refusal):
        commands.set_password(
            actor=cast.own.actor(Role.FUNCTIONAL_ADMIN), at=at, account_id=host.pk, password=NEW
        )
    with pytest.raises(Refusal):
        commands.choose_password(actor=cast.own.actor(Role.FUNCTIONAL_ADMIN), at=at, password=NEW)
    assert accounts_by_id([host.pk])[host.pk].check_password(PASSWORD)


def test_who_has_an_account_elsewhere_keeps_it_and_hears_of_the_new_roles(cast, admin, clock):
    there = cast.other.account()
    post(admin, reverse("accounts:new_colleague"), name="X", email=there.email, roles=[Role.TABLE_HOST])
    there.refresh_from_db()
    assert there.check_password(PASSWORD) and there.name != "X"
    assert "/wachtwoord/" not in Message.objects.get().body
    assert not Link.objects.exists()


def test_links_to_a_password_are_in_no_outbox(cast, log_in, client, clock):
    post(client, FORGOTTEN, email=cast.own.account(Role.TABLE_HOST).email)
    assert Message.objects.get().status == "waiting"
    page = log_in(cast.own.account()).get(reverse("post:outbox")).content.decode()
    assert cast.own.account(Role.TABLE_HOST).email not in page


@pytest.mark.django_db(transaction=True)
def test_one_link_used_twice_at_the_same_moment_sets_one_password(cast, at):
    account = cast.own.account()
    commands.ask_password_link(actor=cast.own.actor(), at=at, email=account.email)
    token = link_in(Message.objects.get()).split("/")[2]
    holder = links.actor_of(token, purpose="choose_password", at=at)
    gate, came = threading.Barrier(2), []

    def choose(password):
        try:
            gate.wait(timeout=10)
            commands.choose_password(actor=holder, at=at, password=password)
            came.append(password)
        except links.LinkIsOver:
            came.append("over")
        finally:
            connection.close()

    threads = [threading.Thread(target=choose, args=(p,)) for p in (NEW, "stoelen-om-een-tafel")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert came.count("over") == 1
    account.refresh_from_db()
    assert account.check_password(next(p for p in came if p != "over"))


def test_only_the_demo_shows_who_can_log_in_and_one_tap_fills_it_in(db, settings):
    page = Client().get(LOG_IN, {"als": LOGINS[0].email}).content.decode()
    assert LOGINS[0].email not in page and LOGINS[0].password not in page
    settings.DEMO_LOGINS = LOGINS
    page = Client().get(LOG_IN).content.decode()
    assert "Dit is de demo" in page and LOGINS[0].name in page and LOGINS[0].password not in page
    page = Client().get(LOG_IN, {"als": LOGINS[0].email}).content.decode()
    assert f'value="{LOGINS[0].email}"' in page and f'value="{LOGINS[0].password}"' in page
