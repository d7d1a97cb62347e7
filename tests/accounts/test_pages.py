"""Pages of accounts: colleagues, one's own page, the organisation."""

from __future__ import annotations

from uuid import uuid4

import pytest
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


def test_roles_are_changed_and_none_takes_a_colleague_off(cast, admin, log_in):
    host = cast.own.account(Role.TABLE_HOST)
    post(admin, page_of(host), roles=[Role.COORDINATOR])
    assert log_in(host).get(reverse("employers:employers")).status_code == 200
    post(admin, page_of(host))
    assert log_in(host).get(reverse("employers:employers")).status_code == 403
    assert host.name not in admin.get(LIST).content.decode()
    assert host.name in admin.get(LIST, {"left": "on"}).content.decode()
    assert host.name not in admin.get(LIST, {"left": "on", "role": Role.COORDINATOR}).content.decode()


def test_the_last_administrator_stays(cast, admin):
    me = cast.own.account(Role.FUNCTIONAL_ADMIN)
    assert "laatste functioneel beheerder" in post(admin, page_of(me)).content.decode()
    assert Membership.objects.get(account=me).is_active


def test_what_belongs_to_another_role_names_who_gives_roles(cast, admin, log_in):
    closed = reverse("desk:candidates")
    mine = admin.get(closed)
    assert mine.status_code == 403 and "Vraag je functioneel beheerder" not in mine.content.decode()
    assert "De rollen in jullie organisatie geef je zelf, bij Collega" in mine.content.decode()
    host = log_in(cast.own.account(Role.TABLE_HOST)).get(closed)
    assert host.status_code == 403 and "Vraag je functioneel beheerder" in host.content.decode()


def test_a_colleague_of_another_organisation_is_not_there(cast, admin):
    for house in (cast.other, cast.far):
        address = page_of(house.account())
        assert admin.get(address).status_code == 404
        link = reverse("accounts:send_password_link", kwargs={"account_id": house.account().pk})
        assert post(admin, link).status_code == 404


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
    assert name not in client.get(reverse("desk:candidates")).content.decode()
    Membership.objects.create(
        account=account, organisation=cast.other.organisation, role=Role.RELATIONSHIP_MANAGER
    )
    client.post(address, {"organisation_id": str(cast.other.organisation.pk)})
    assert name in client.get(reverse("desk:candidates")).content.decode()
    assert client.post(address, {"organisation_id": "x"}).status_code == 302


def test_the_organisation_s_ground_goes_to_new_candidates(cast, admin, log_in, clock):
    post(
        admin, reverse("accounts:organisation"), phone="0344 123456", email="werk@gemeente.example",
        legal_ground="publieke taak", legal_purpose="samen naar werk",
    )  # fmt: skip
    text = log_in(cast.own.account()).get(reverse("candidates:new_candidate")).content.decode()
    assert "samen naar werk" in text
    assert "Vul dit in" in post(admin, reverse("accounts:organisation"), legal_ground="").content.decode()


def test_the_return_address_keeps_its_lines_and_is_refused_where_it_does_not_fit_a_letter(cast, admin):
    own, page = cast.own.organisation, reverse("accounts:organisation")
    typed = {"legal_ground": "publieke taak", "legal_purpose": "samen naar werk"}
    post(admin, page, return_address=" Antwoordnummer 100 \r\n\r\n4001 VB  Waalsteen\r\n", **typed)
    own.refresh_from_db()
    assert own.return_address == "Antwoordnummer 100\n4001 VB Waalsteen"
    assert "Antwoordnummer 100\n4001 VB Waalsteen</textarea>" in admin.get(page).content.decode()
    for too_much in ("a\nb\nc\nd", "Postbus 1\n" + "x" * 191):
        answer = post(admin, page, return_address=too_much, **typed).content.decode()
        assert "Gebruik hoogstens drie regels" in answer and too_much in answer
    own.refresh_from_db()
    assert own.return_address.startswith("Antwoordnummer")


def test_an_enter_in_the_legal_ground_is_a_space(cast, admin):
    post(
        admin, reverse("accounts:organisation"), phone="0344 123456", email="werk@gemeente.example",
        legal_ground="publieke taak\r\n (AVG)", legal_purpose="samen\nnaar werk",
    )  # fmt: skip
    cast.own.organisation.refresh_from_db()
    assert cast.own.organisation.legal_ground == "publieke taak (AVG)"
    assert cast.own.organisation.legal_purpose == "samen naar werk"


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


def test_who_taps_log_out_twice_ends_where_one_tap_ends(admin):
    left = [admin.post(reverse("accounts:log_out")) for _ in range(2)]
    assert [(each.status_code, each.url) for each in left] == [(302, LOG_IN)] * 2
    assert all("storage" in each["Clear-Site-Data"] for each in left)
    assert admin.get(LIST).url.startswith(LOG_IN)


def test_nobody_without_an_account_gets_past_the_door(db):
    assert Client().get(LIST).url.startswith(LOG_IN)


def test_the_list_of_colleagues_is_sorted_and_downloaded_with_an_audit_line(cast, admin):
    first, last = (admin.get(LIST, {"sort": sort}).content.decode() for sort in ("name", "-name"))
    names = [cast.own.account(r).name for r in (Role.COORDINATOR, Role.TEAM_LEAD)]
    assert first.index(names[0]) < first.index(names[1]) and last.index(names[0]) > last.index(names[1])
    answer = post(admin, reverse("accounts:download_colleagues") + f"?role={Role.COORDINATOR}")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert names[0] in text and names[1] not in text
    assert Entry.objects.get(verb="accounts.note_list_taken").detail == {"what": "colleagues", "count": 1}


def test_of_two_who_change_the_roles_of_one_colleague_the_later_is_told(cast, log_in, at):
    admin, other = cast.own.actor("functional_admin"), cast.own.account("table_host")
    client = log_in(cast.own.account("functional_admin"))
    address = reverse("accounts:colleague", kwargs={"account_id": other.pk})
    version = client.get(address).context["roles"].initial["version"]
    commands.set_roles(
        actor=admin, at=at, account_id=other.pk, organisation_id=cast.own.organisation.pk,
        roles=["table_host", "coordinator"],
    )  # fmt: skip
    typed = {"request_key": uuid4(), "version": version, "roles": ["relationship_manager"]}
    answer = client.post(address, typed)
    assert answer.status_code == 409
    held = {"account_id": other.pk, "is_active": True}
    assert {m.role for m in Membership.objects.filter(**held)} == {"table_host", "coordinator"}
    typed |= {"request_key": uuid4(), "version": answer.context["roles"].data["version"]}
    assert client.post(address, typed).status_code == 302
    assert {m.role for m in Membership.objects.filter(**held)} == {"relationship_manager"}
