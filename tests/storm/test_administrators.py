"""Two administrators who take each other's role at the same moment: one of them stays."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from tests import making

from werktop.accounts.commands import LastAdministrator, set_roles
from werktop.accounts.models import Account, Membership
from werktop.accounts.roles import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def second(cast) -> Account:
    """Another functional administrator of the same organisation."""
    account = Account.objects.create(email="noor@house.example", name="Noor")
    Membership.objects.create(account=account, organisation=cast.own.organisation, role=Role.FUNCTIONAL_ADMIN)
    return account


def take_role(house: making.House, account: Account, at) -> None:
    set_roles(
        actor=house.actor(Role.FUNCTIONAL_ADMIN),
        at=at,
        account_id=account.pk,
        organisation_id=house.organisation.pk,
        roles=[Role.TEAM_LEAD],
    )


def test_of_two_administrators_who_take_each_others_role_one_stays(cast, second, at, beside):
    first = cast.own.account(Role.FUNCTIONAL_ADMIN)
    with transaction.atomic():
        take_role(cast.own, second, at)
        beside(lambda: take_role(cast.own, first, at))
    (came,) = beside.end()
    assert isinstance(came, LastAdministrator)
    left = Membership.objects.filter(
        organisation=cast.own.organisation, role=Role.FUNCTIONAL_ADMIN, is_active=True
    )
    assert [each.account_id for each in left] == [first.pk]


def test_memberships_are_locked_in_one_order(cast, second, at):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        take_role(cast.own, second, at)
    locks = [
        each["sql"] for each in asked if "FOR UPDATE" in each["sql"] and "accounts_membership" in each["sql"]
    ]
    assert 'ORDER BY "accounts_membership"."id" ASC' in locks[0]
