"""Nobody is coached who left, and nobody coaches who stopped: not by an undo either."""

from __future__ import annotations

import pytest
from tests import making

from werktop.ambassadors import commands
from werktop.audit.refusals import TakesPartNoMore
from werktop.candidates.commands import note_left
from werktop.employers.commands import change_entrepreneur

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.mark.parametrize("who", ["candidate", "entrepreneur"])
def test_coaching_neither_begins_nor_goes_on_with_who_stopped(cast, at, who):
    own = {"actor": cast.own.actor(), "at": at}
    ann = making.candidate(cast.own, "Ann", assigned_to=cast.own.account())
    joris = making.entrepreneur(making.employer(cast.own), "Joris")
    asked = {
        "candidate_id": ann.pk, "entrepreneur_id": joris.pk, "about": "bellen", "agreed_how": "talk",
        "agreed_date": at.date(),
    }  # fmt: skip
    key = commands.start_coaching(**own, **asked)
    commands.end_coaching(**own, coaching_id=key)
    if who == "candidate":
        note_left(**own, candidate_id=ann.pk)
        with pytest.raises(TakesPartNoMore):
            commands.start_coaching(**own, **asked)
    else:
        change_entrepreneur(**own, entrepreneur_id=joris.pk, is_active=False)
    with pytest.raises(TakesPartNoMore):
        commands.resume_coaching(**own, coaching_id=key)
