"""Pages of accounts: logging in, colleagues, one's own page, the organisation and the trail."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making

from werktop.accounts import commands
from werktop.accounts.models import Account, Membership
from werktop.accounts.roles import Role
from werktop.audit.models import Entry
from werktop.audit.refusals import NotVisible

pytestmark = pytest.mark.django_db
LOG_IN, LIST = reverse("accounts:log_in"), reverse("accounts:colleagues")
PASSWORD = "een-lang-wachtwoord"


@pytest.fixture
def admin(cast, log_in):
    return log_in(cast.own.account(Role.FUNCTIONAL_ADMIN))


def page_of(account):
    return reverse("accounts:colleague", kwargs={"account_id": account.pk})


def post(client, address, **typed):
    return client.post(address, {"request_key": uuid4()} | typed)


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
    cache.clear()
    account = cast.own.account()
    for _ in range(settings.AXES_FAILURE_LIMIT + 1):
        response = client.post(LOG_IN, {"username": account.email, "password": "fout"})
    assert response.status_code == 429
    assert "Over een kwartier" in response.content.decode()


def test_a_new_colleague_can_log_in_with_the_roles_that_were_given(cast, admin, client):
    typed = {
        "name": "Noor Zand", "email": "Noor@house.example", "roles": [Role.TABLE_HOST], "password": "tafel-van-acht-groen",
    }  # fmt: skip
    account = Account.objects.get(
        pk=post(admin, reverse("accounts:new_colleague"), **typed).url.split("/")[-2]
    )
    assert (
        client.post(LOG_IN, {"username": "noor@house.example", "password": typed["password"]}).status_code
        == 302
    )
    assert [m.role for m in account.memberships.all()] == [Role.TABLE_HOST]


def test_a_weak_first_password_is_refused_and_the_rest_stays(cast, admin):
    typed = {
        "name": "Noor Zand",
        "email": "noor@house.example",
        "roles": [Role.TABLE_HOST],
        "password": "kort",
    }
    text = post(admin, reverse("accounts:new_colleague"), **typed).content.decode()
    assert "Noor Zand" in text and "noor@house.example" in text and 'value="kort"' not in text
    assert not Account.objects.filter(email="noor@house.example").exists()


def test_roles_are_changed_and_none_takes_a_colleague_off(cast, admin, log_in):
    host = cast.own.account(Role.TABLE_HOST)
    post(admin, page_of(host), what="roles", roles=[Role.COORDINATOR])
    assert log_in(host).get(reverse("employers:employers")).status_code == 200
    post(admin, page_of(host), what="roles")
    assert log_in(host).get(reverse("employers:employers")).status_code == 403
    assert host.name not in admin.get(LIST).content.decode()
    assert host.name in admin.get(LIST, {"left": "on"}).content.decode()


def test_the_last_administrator_stays(cast, admin):
    me = cast.own.account(Role.FUNCTIONAL_ADMIN)
    assert "laatste functioneel beheerder" in post(admin, page_of(me), what="roles").content.decode()
    assert Membership.objects.get(account=me).is_active


def test_a_colleague_of_another_organisation_is_not_there(cast, admin):
    for house in (cast.other, cast.far):
        address = page_of(house.account())
        assert admin.get(address).status_code == 404
        assert post(admin, address, what="password", password="tafel-van-acht-groen").status_code == 404


def test_an_administrator_cannot_take_over_an_account_of_another_organisation(cast, admin, at):
    victim = cast.other.account()
    actor = cast.own.actor(Role.FUNCTIONAL_ADMIN)
    commands.open_account(
        actor=actor, at=at, organisation_id=cast.own.organisation.pk, email=victim.email, name="X",
        roles=[Role.TABLE_HOST], password="tafel-van-acht-groen",
    )  # fmt: skip
    text = post(admin, page_of(victim), what="password", password="tafel-van-acht-groen").content.decode()
    assert "werkt ook voor een andere organisatie" in text
    victim.refresh_from_db()
    assert victim.check_password(PASSWORD) and victim.name != "X"


def test_a_lost_password_is_replaced_by_the_administrator(cast, admin):
    host = cast.own.account(Role.TABLE_HOST)
    post(admin, page_of(host), what="password", password="tafel-van-acht-groen")
    host.refresh_from_db()
    assert host.check_password("tafel-van-acht-groen")


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


def test_ones_own_page_is_ones_own(cast, log_in, at):
    account = cast.own.account(Role.TABLE_HOST)
    post(
        log_in(account), reverse("accounts:profile"), name="Fleur Achterberg", phone="0612345678",
        languages=["nl", "ar"],
    )  # fmt: skip
    account.refresh_from_db()
    assert (account.name, account.languages) == ("Fleur Achterberg", ["nl", "ar"])
    with pytest.raises(NotVisible):
        commands.change_profile(
            actor=cast.own.actor(), at=at, account_id=account.pk, name="X", phone="", languages=[]
        )


def test_who_works_for_two_organisations_chooses_one(cast, log_in):
    account = cast.own.account()
    client, address = log_in(account), reverse("accounts:switch_organisation")
    for house in (cast.own, cast.other):
        making.candidate(house, f"Iemand{house.organisation.pk.hex[-6:]}")
    name = f"Iemand{cast.other.organisation.pk.hex[-6:]}"
    client.post(address, {"organisation_id": str(cast.other.organisation.pk)})
    assert name not in client.get(reverse("candidates:candidates")).content.decode()
    Membership.objects.create(
        account=account, organisation=cast.other.organisation, role=Role.RELATIONSHIP_MANAGER
    )
    client.post(address, {"organisation_id": str(cast.other.organisation.pk)})
    assert name in client.get(reverse("candidates:candidates")).content.decode()
    assert client.post(address, {"organisation_id": "x"}).status_code == 302


def test_the_organisation_s_ground_goes_to_new_candidates(cast, admin, log_in, clock):
    post(
        admin, reverse("accounts:organisation"), phone="0344 123456", email="werk@gemeente.example",
        legal_ground="publieke taak", legal_purpose="samen naar werk",
    )  # fmt: skip
    text = log_in(cast.own.account()).get(reverse("candidates:new_candidate")).content.decode()
    assert "samen naar werk" in text
    assert "verplicht" in post(admin, reverse("accounts:organisation"), legal_ground="").content.decode()


def test_the_trail_shows_what_was_done_and_who_was_seen_without_names(cast, admin, log_in):
    candidate = making.candidate(cast.own, "Quirinella")
    address = reverse("candidates:leave_candidate", kwargs={"candidate_id": candidate.pk})
    manager = log_in(cast.own.account())
    post(manager, address)
    manager.get(reverse("candidates:candidate", kwargs={"candidate_id": candidate.pk}))
    done = admin.get(reverse("accounts:trail")).content.decode()
    seen = admin.get(reverse("accounts:trail"), {"wat": "gezien"}).content.decode()
    assert "candidates.note_left" in done and str(candidate.pk) in done
    assert "candidates:candidate" in seen and cast.own.account().name in seen
    assert "Quirinella" not in done + seen
    theirs = log_in(cast.other.account(Role.FUNCTIONAL_ADMIN)).get(reverse("accounts:trail")).content.decode()
    assert str(candidate.pk) not in theirs


@pytest.mark.parametrize("name", ["colleagues", "trail"])
def test_lists_ask_as_much_for_ten_as_for_a_thousand(cast, admin, at, name):
    counts = []
    for start, count in ((0, 10), (10, 990)):
        accounts = Account.objects.bulk_create(
            Account(email=f"c{n}@house.example", name=f"Collega {n}") for n in range(start, start + count)
        )
        Membership.objects.bulk_create(
            Membership(account=a, organisation=cast.own.organisation, role=Role.TABLE_HOST) for a in accounts
        )
        Entry.objects.bulk_create(
            Entry(
                at=at, verb="x.y", about_kind="x", actor_kind="staff", actor_id=a.pk,
                organisation_id=cast.own.organisation.pk,
            )
            for a in accounts
        )  # fmt: skip
        with CaptureQueriesContext(connection) as asked:
            assert admin.get(reverse(f"accounts:{name}")).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 15, "\n".join(q["sql"][:120] for q in asked)


def test_nobody_without_an_account_gets_past_the_door(db):
    assert Client().get(LIST).url.startswith(LOG_IN)
