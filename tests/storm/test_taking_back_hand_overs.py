"""A hand-over is taken back while somebody else gives the same candidates: one comes after the other, in no circle."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

import pytest
from django.db import transaction
from tests import making

from werktop.candidates import commands
from werktop.candidates.models import Candidate


@pytest.mark.django_db(transaction=True)
def test_who_takes_back_several_hand_overs_waits_with_nobody_in_hand(cast, at, beside):
    actor, me, batch_id = cast.own.actor(), cast.own.account().pk, uuid4()
    karim = making.colleague_beside(cast.own, name="Karim")
    one, other = (making.candidate(cast.own, name, assigned_to=karim) for name in ("Aisha", "Bram"))
    for each in (other, one):
        commands.hand_over_candidates(
            actor=actor, at=at, from_id=karim.pk, to_id=me, candidate_ids=[each.pk], batch_id=batch_id
        )
    with transaction.atomic():
        held = Candidate.objects.select_for_update()
        held.get(pk=one.pk)
        beside(partial(commands.take_back_transfer, actor=actor, at=at, batch_id=batch_id))
        held.get(pk=other.pk)
    assert beside.end() == [2]
    assert Candidate.objects.filter(assigned_to=karim).count() == 2
