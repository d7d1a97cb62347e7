"""Two at once: one invitation, one last chair, one reply."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests import making

from werktop.audit.refusals import Refusal
from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.commands.guests import choose_guests
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.models import Guest
from werktop.post.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """What each act gave, or the refusal it got; all begin at the same moment, each on its own connection."""
    begin = Barrier(len(acts))

    def run(act):
        try:
            begin.wait()
            return act()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_two_colleagues_who_invite_at_once_send_one_invitation(cast, at):
    made = making.gathering(cast.own, tables=1)
    for _ in range(5):
        making.guest(made, making.candidate(cast.own), reply="chosen")
    actors = cast.own.actor(), cast.own.actor("coordinator")
    outcomes = at_once(*(lambda a=a: invite_guests(actor=a, at=at, gathering_id=made.pk) for a in actors))
    assert sorted(isinstance(o, Refusal) for o in outcomes) == [False, True]
    assert Message.objects.filter(purpose="invitation").count() == 5


def test_two_colleagues_who_choose_the_same_person_make_one_guest(cast, at):
    made = making.gathering(cast.own, tables=1)
    key, actor = making.candidate(cast.own).pk, cast.own.actor()
    outcomes = at_once(
        *[lambda: choose_guests(actor=actor, at=at, gathering_id=made.pk, candidate_ids=[key])] * 2
    )
    assert sorted(o["added"] for o in outcomes) == [0, 1]
    assert Guest.objects.count() == 1


def test_the_last_chair_goes_to_one_and_the_other_waits(cast, at):
    made = making.gathering(cast.own, tables=1)
    for _ in range(7):
        making.guest(made, making.candidate(cast.own))
    late = [making.guest(made, making.candidate(cast.own), reply="invited") for _ in range(2)]
    actor = cast.own.actor()
    outcomes = at_once(
        *(
            lambda g=g: reply_to_invitation(
                actor=actor,
                at=at,
                gathering_id=made.pk,
                holder_kind="candidate",
                holder_id=g.candidate_id,
                reply="yes",
            )
            for g in late
        )
    )
    assert sorted(outcomes) == ["waiting", "yes"]
    assert Guest.objects.filter(reply="yes").count() == 8
