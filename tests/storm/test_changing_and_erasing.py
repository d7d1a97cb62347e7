"""A contact moment is changed while its candidate is erased: the one waits for the other, and neither fails."""

from __future__ import annotations

from functools import partial
from threading import Event

import pytest
from tests import making
from tests.contacts.noting import TODAY, moment
from tests.storm.side_by_side import Beside

from werktop.candidates.commands import erase_candidate
from werktop.contacts import commands
from werktop.contacts.commands import moments, quick
from werktop.contacts.models import ContactMoment

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("what", ["changed", "taken back", "undone"])
def test_a_moment_and_its_candidate_come_after_each_other(cast, at, monkeypatch, what):
    fatima, actor = making.candidate(cast.own), cast.own.actor()
    held, go = Event(), Event()

    def slowly(act):
        def wait(*asked, **more):
            held.set()
            assert go.wait(20)
            return act(*asked, **more)

        return wait

    if what == "undone":
        chip = {"kind": "contact", "channel": "call", "day": TODAY, "candidate_ids": [fatima.pk]}
        note_id = commands.save_quick_note(actor=actor, at=at, chips=[chip])["note_id"]
        act = partial(commands.take_back_quick_note, quick_note_id=note_id, talents=[])
        monkeypatch.setattr(quick, "take_back", slowly(quick.take_back))
    else:
        made = moment(cast.own, candidate_ids=[fatima.pk])
        more = {"channel": "talk", "day": TODAY, "candidate_ids": [fatima.pk]}
        act = partial(commands.take_back_contact, contact_moment_id=made.pk)
        if what == "changed":
            act = partial(commands.change_contact, contact_moment_id=made.pk, **more)
            monkeypatch.setattr(moments, "_somebody", slowly(moments._somebody))
        else:
            monkeypatch.setattr(moments, "take_back", slowly(moments.take_back))
    writing = Beside(partial(act, actor=actor, at=at))
    erasing = Beside(partial(erase_candidate, actor=actor, at=at, candidate_id=fatima.pk, reason="asked"))
    writing.start()
    assert held.wait(20)
    erasing.start()
    erasing.until_it_waits_or_is_done()
    go.set()
    came = [writing.end(), erasing.end()]
    assert not [each for each in came if isinstance(each, Exception)]
    assert not ContactMoment.objects.exists()


def test_a_quick_note_holds_its_people_in_one_order_whatever_its_chips(cast, at, monkeypatch):
    one, two = sorted((making.candidate(cast.own, name) for name in ("Aisha", "Bram")), key=lambda c: c.pk)
    held = []
    hold = moments.candidates.hold_candidates
    monkeypatch.setattr(
        moments.candidates, "hold_candidates", lambda keys: (held.append(set(keys)), hold(keys))
    )
    chips = [
        {"kind": "contact", "channel": "call", "day": TODAY, "candidate_ids": [key]}
        for key in (two.pk, one.pk)
    ]
    commands.save_quick_note(actor=cast.own.actor(), at=at, chips=chips)
    assert held[0] == {one.pk, two.pk}
