"""The demo tells of other days than its own: what left then, left at its own moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.answering import answers, told

from werktop.demo.after import let_out
from werktop.gatherings.commands.inviting import invite_guests

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_message_of_then_has_left_at_its_own_moment(cast, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    sam = making.guest(made, making.candidate(cast.own, "Sam", preferred_channel="email"), "chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    let_out(at + timedelta(minutes=1))
    answers(sam, "yes", at + timedelta(days=1))
    let_out(at + timedelta(days=9))
    sent = [told(purpose, sam).get().sent_at for purpose in ("invitation", "confirmed", "day_before")]
    assert sent == [at, at + timedelta(days=1), at + timedelta(days=8)]
