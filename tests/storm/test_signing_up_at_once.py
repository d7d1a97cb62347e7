"""Two colleagues sign somebody up for the last place at the same time: one gets it, the other is next, and nobody passes."""

from __future__ import annotations

import pytest
from tests import making

from werktop.work_profiles.commands import hiring, note_work_profile, sign_up
from werktop.work_profiles.models import SignUp, WorkProfile

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_once(cast, at, beside, monkeypatch):
    """Both press; the second does so when the first one is about to be written."""
    firm = making.employer(cast.own)
    work = note_work_profile(
        actor=cast.own.actor(), at=at, employer_id=firm.pk, what="inpakker", is_open_hiring=True
    )
    people = [(cast.own, making.candidate(cast.own)), (cast.other, making.candidate(cast.other))]

    def press(house, person):
        return sign_up(
            actor=house.actor(), at=at, work_profile_id=work, candidate_ids=[person.pk], asked_how="talk"
        )

    def do():
        first_lot, pressed = hiring.lot_of, []

        def slowly(key):
            if not pressed:
                pressed.append(key)
                beside(lambda: press(*people[1]))
            return first_lot(key)

        monkeypatch.setattr(hiring, "lot_of", slowly)
        came = press(*people[0])
        return came, beside.end()

    return do


def test_two_who_sign_up_at_once_stand_behind_each_other_and_one_has_the_place(at_once):
    first, second = at_once()
    assert (first, second) == ([1], [[2]])
    rows = SignUp.objects.order_by("number").values_list("number", "state", "place")
    assert list(rows) == [(1, "offered", 1), (2, "waiting", None)]


def test_without_the_lock_they_would_want_one_turn_and_the_database_refuses(at_once, monkeypatch):
    monkeypatch.setattr(
        hiring, "held_profile", lambda actor, work_profile_id: WorkProfile.objects.get(pk=work_profile_id)
    )
    with pytest.raises(Exception, match="a_turn_is_given_once"):
        at_once()
