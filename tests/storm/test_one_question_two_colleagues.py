"""An employer's question is taken by two colleagues at the same moment: one is the contact person, the other reads who."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

import pytest
from django.db import transaction

from werktop.audit.actors import NOBODY
from werktop.employers import commands
from werktop.employers.models import EmployerQuestion
from werktop.post.models import Message


@pytest.mark.django_db(transaction=True)
def test_the_same_question_pressed_twice_at_once_is_one_with_one_message(cast, at, beside):
    ask = partial(
        commands.ask_question, actor=NOBODY, at=at, region_id=cast.region.pk, words="Wie helpt?",
        asker="Joris, 06 1234 5678",
    )  # fmt: skip
    with transaction.atomic():
        ask(key=uuid4())
        beside(partial(ask, key=uuid4()))
    beside.end()
    assert EmployerQuestion.objects.count() == 1 == Message.objects.count()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_a_question_at_once_one_wins_and_the_other_reads_who(cast, at, beside):
    key = commands.ask_question(
        actor=NOBODY, at=at, key=uuid4(), region_id=cast.region.pk, words="Wie helpt ons aan twee mensen?",
        asker="Joris, Bakkerij Jansen, 06 1234 5678",
    )  # fmt: skip
    take = partial(commands.take_question, at=at, employer_question_id=key)
    first, second = cast.own.actor(), cast.other.actor()
    with transaction.atomic():
        take(actor=first)
        beside(partial(take, actor=second))
    (came,) = beside.end()
    assert isinstance(came, commands.AlreadyTaken) and first.name in str(came)
    row = EmployerQuestion.objects.get()
    assert (row.taken_by_id, row.organisation_id) == (first.id, cast.own.organisation.pk)
    told = Message.objects.get(purpose="contact_person")
    assert first.name in told.body, "who asked hears one name"
