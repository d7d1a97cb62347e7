"""A command is one transaction with a receipt, a history context and an audit line."""

from uuid import uuid4

import pytest
from django.db import connection
from tests import making

from werktop.accounts.commands import open_account
from werktop.accounts.models import Account
from werktop.accounts.roles import Role
from werktop.audit.commands import command
from werktop.audit.models import Entry, Receipt
from werktop.audit.refusals import KeyReused, NotAllowed, NotVisible

pytestmark = pytest.mark.django_db


def ask(cast, at, **other):
    asked = {
        "actor": cast.own.actor(Role.FUNCTIONAL_ADMIN),
        "at": at,
        "organisation_id": cast.own.organisation.pk,
        "email": "noor@house.example",
        "name": "Noor",
        "roles": [Role.TABLE_HOST],
    }
    return open_account(**asked | other)


def test_the_same_key_and_content_give_the_same_outcome_and_change_nothing(cast, at):
    key = uuid4()
    first = ask(cast, at, key=key)
    lines = Entry.objects.count()
    assert ask(cast, at, key=key) == first
    assert Entry.objects.count() == lines
    assert Account.objects.filter(email="noor@house.example").count() == 1


def test_the_same_key_with_other_content_is_refused(cast, at):
    key = uuid4()
    ask(cast, at, key=key)
    with pytest.raises(KeyReused):
        ask(cast, at, key=key, name="Iemand anders")
    assert Account.objects.get(email="noor@house.example").name == "Noor"


def test_another_actor_cannot_read_an_outcome_with_a_key_that_was_used(cast, at):
    key = uuid4()
    ask(cast, at, key=key)
    with pytest.raises(KeyReused):
        ask(cast, at, key=key, actor=cast.other.actor(Role.FUNCTIONAL_ADMIN))


def test_a_refused_command_leaves_no_receipt_no_line_and_no_row(cast, at):
    key, lines = uuid4(), Entry.objects.count()
    with pytest.raises(NotAllowed):
        ask(cast, at, key=key, actor=cast.own.actor(Role.TABLE_HOST))
    assert not Receipt.objects.filter(pk=key).exists()
    assert Entry.objects.count() == lines
    assert not Account.objects.filter(email="noor@house.example").exists()


def test_a_command_writes_who_did_what_to_what(cast, at):
    made = ask(cast, at)
    line = Entry.objects.get(about_id=made)
    assert (line.verb, line.about_kind, line.at) == ("accounts.open_account", "account", at)
    assert line.actor_id == cast.own.account(Role.FUNCTIONAL_ADMIN).pk


def test_the_history_knows_the_command_and_the_actor(cast, at):
    made = ask(cast, at)
    event = Account.pgh_event_model.objects.select_related("pgh_context").get(
        pgh_obj_id=made, pgh_label="insert"
    )
    assert event.pgh_context.metadata["command"] == "accounts.open_account"
    assert event.pgh_context.metadata["actor"] == str(cast.own.account(Role.FUNCTIONAL_ADMIN).pk)


def test_another_organisation_is_not_visible_to_a_command(cast, at):
    with pytest.raises(NotVisible):
        ask(cast, at, organisation_id=cast.other.organisation.pk)


def test_history_sees_changes_made_in_bulk(cast):
    firm = making.employer(cast.own)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE employers_employer SET place = 'Buren' WHERE id = %s", [firm.pk])
    assert type(firm).pgh_event_model.objects.filter(pgh_obj_id=firm.pk, place="Buren").count() == 1


@pytest.mark.parametrize(
    "outcome",
    [None, True, 3, "woord", uuid4(), [uuid4(), uuid4()], {"made": [uuid4()], "left": {"uuid": "x"}}, []],
)
def test_a_repeated_request_gets_back_what_the_first_got(cast, at, outcome):
    calls = []

    @command(about="thing")
    def make_things(*, actor, at):
        calls.append(at)
        return outcome

    asked = {"actor": cast.own.actor(), "at": at, "key": uuid4()}
    first = make_things(**asked)
    assert (make_things(**asked), len(calls)) == (first, 1)
    assert first == outcome


def test_an_outcome_that_cannot_be_given_back_is_refused_at_once(cast, at):
    @command(about="thing")
    def make_a_moment(*, actor, at):
        return at

    with pytest.raises(TypeError, match="datetime"):
        make_a_moment(actor=cast.own.actor(), at=at, key=uuid4())
