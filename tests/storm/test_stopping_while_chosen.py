"""Somebody stops while a colleague chooses them for a gathering: they are not invited any more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests import making

from werktop.audit.refusals import NotVisible
from werktop.candidates.commands import note_left
from werktop.employers.commands import change_entrepreneur
from werktop.gatherings.commands.guests import choose_guests
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.models import Guest
from werktop.gatherings.refusals import NobodyToInvite

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def made(cast, at):
    return making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=10))


@pytest.mark.parametrize("kind", ["candidate", "entrepreneur"])
def test_who_stops_while_a_colleague_chooses_them_does_not_come_on_the_list(cast, at, made, beside, kind):
    asked = {"actor": cast.own.actor(), "at": at}
    is_candidate = kind == "candidate"
    person = making.candidate(cast.own) if is_candidate else making.entrepreneur(making.employer(cast.own))
    with transaction.atomic():
        if is_candidate:
            note_left(candidate_id=person.pk, **asked)
        else:
            change_entrepreneur(entrepreneur_id=person.pk, is_active=False, **asked)
        # what is written is not stored yet: without the lock the colleague still reads somebody who takes part
        beside(lambda: choose_guests(gathering_id=made.pk, **{f"{kind}_ids": [person.pk]}, **asked))
    (came,) = beside.end()
    assert isinstance(came, NotVisible)
    assert not Guest.objects.exists()


def test_who_is_on_the_list_and_stopped_is_not_invited(cast, at, made):
    gone = making.candidate(cast.own, left_at=at)
    quiet = making.entrepreneur(making.employer(cast.own), is_active=False)
    for person in (gone, quiet):
        making.guest(made, person, reply="chosen")
    with pytest.raises(NobodyToInvite):
        invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    making.guest(made, making.candidate(cast.own), reply="chosen")
    outcome = invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert outcome == {"sent": 1, "texts": 0, "letters": 0, "to_call": 0, "late": 0, "elsewhere": 0}
    assert Guest.objects.filter(reply="chosen").count() == 2
