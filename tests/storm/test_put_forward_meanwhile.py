"""Somebody is put forward while a colleague notes that this one left, or that the work is gone: nothing is put forward."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import transaction
from tests import making
from tests.proposals.work_making import work_at

from werktop.audit.refusals import TakesPartNoMore
from werktop.candidates.commands import note_left
from werktop.proposals import commands
from werktop.proposals.models import Proposal
from werktop.proposals.refusals import WorkIsClosed
from werktop.work_profiles.commands import close_work_profile

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize(("about", "refusal"), [("candidate", TakesPartNoMore), ("work", WorkIsClosed)])
def test_who_or_what_goes_meanwhile_is_put_forward_no_more(cast, at, beside, about, refusal):
    work, own = work_at(cast.own, at), {"actor": cast.own.actor(), "at": at}
    fatima = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())
    people = [{"candidate_id": fatima.pk, "reason": "Werkt netjes.", "said_how": "talk"}]
    with transaction.atomic():
        if about == "candidate":
            note_left(**own, candidate_id=fatima.pk)
        else:
            close_work_profile(**own, work_profile_id=work.pk, status="gone")
        put = partial(commands.propose, work_profile_id=work.pk, entrepreneur_id=work.to_call_id)
        beside(partial(put, **own, people=people))
    (came,) = beside.end()
    assert isinstance(came, refusal) and not Proposal.objects.exists()
