"""Two colleagues say at the same moment that they go to a firm of the market plan: one goes, the other reads who."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import transaction

from werktop.market_plan import commands
from werktop.market_plan.commands import AnotherApproaches
from werktop.market_plan.models import Target


@pytest.mark.django_db(transaction=True)
def test_of_two_who_go_to_a_firm_at_once_one_goes_and_the_other_reads_who(cast, at, beside):
    (key,) = commands.plan_firms(actor=cast.own.actor(), at=at, names=["Kaasmakerij Zwaluw"])
    take = partial(commands.take_on, at=at, target_id=key)
    with transaction.atomic():
        take(actor=cast.own.actor())
        beside(partial(take, actor=cast.other.actor()))
    (came,) = beside.end()
    assert isinstance(came, AnotherApproaches) and cast.own.organisation.name in str(came)
    assert Target.objects.get().organisation_id == cast.own.organisation.pk
