"""Two administrators who invite the same new colleague at the same moment: one account, and both are served."""

from __future__ import annotations

import pytest
from django.db import transaction
from tests import making

from werktop.accounts.commands import count_question, invite_colleague
from werktop.accounts.models import Account, QuestionCount
from werktop.accounts.roles import Role
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db(transaction=True)


def invite(house: making.House, at, role: Role):
    return invite_colleague(
        actor=house.actor(Role.FUNCTIONAL_ADMIN), at=at, organisation_id=house.organisation.pk,
        email="noor@house.example", name="Noor Zand", roles=[role],
    )  # fmt: skip


@pytest.mark.parametrize("second", ["own", "other"])
def test_two_invitations_at_once_are_one_account_with_both_roles(cast, at, beside, second):
    with transaction.atomic():
        key = invite(cast.own, at, Role.TABLE_HOST)
        beside(lambda: invite(getattr(cast, second), at, Role.COORDINATOR))
    assert beside.end() == [key]
    account = Account.objects.get(email="noor@house.example")
    assert {(m.organisation_id, m.role) for m in account.memberships.all()} == {
        (cast.own.organisation.pk, Role.TABLE_HOST),
        (getattr(cast, second).organisation.pk, Role.COORDINATOR),
    }
    assert Message.objects.filter(to_id=key).count() == 2
    assert Link.objects.filter(holder_id=key, withdrawn_at=None).count() == 1


def test_questions_at_once_are_all_counted(at, beside):
    with transaction.atomic():
        assert count_question(address="203.0.113.7", at=at) == 1
        beside(lambda: count_question(address="203.0.113.7", at=at))
    assert beside.end() == [2]
    assert QuestionCount.objects.get().count == 2
