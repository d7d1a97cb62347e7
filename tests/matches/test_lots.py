"""Between people who count alike a lot decides, drawn anew for each gathering: nobody is first everywhere."""

from collections import Counter
from uuid import UUID

import pytest

from werktop.matches.market import Wishes, lots_of, proposals_from

FIRST, SECOND, BAKER = UUID(int=1), UUID(int=2), UUID(int=3)


def wishes(**others) -> Wishes:
    """Two candidates who both chose the baker, who chose both and has one talk to give."""
    return Wishes(
        candidates=[FIRST, SECOND],
        entrepreneurs=[BAKER],
        chosen_by_candidate={FIRST: {BAKER}, SECOND: {BAKER}},
        chosen_by_entrepreneur={BAKER: {FIRST, SECOND}},
        most={BAKER: 1},
        **others,
    )


def winner(gathering: int, asked: Wishes | None = None) -> UUID:
    """Who of the two is proposed for a talk after this gathering."""
    found = proposals_from(asked or wishes(), drawn_for=UUID(int=gathering))
    return (found.mutual + found.agreed)[0][0]


def test_the_lot_falls_elsewhere_at_another_gathering() -> None:
    """Of two hundred gatherings each of the two gets some seventy at least."""
    fell = Counter(winner(number) for number in range(200))
    assert min(fell[FIRST], fell[SECOND]) > 70


def test_the_same_gathering_draws_the_same_lot_again() -> None:
    """Proposing anew, after an answer that changes nothing between the two, turns nobody's talk around."""
    again = wishes()
    again.candidates.reverse()
    assert [winner(number) for number in range(20)] == [winner(number, again) for number in range(20)]


@pytest.mark.parametrize("which", (FIRST, SECOND))
def test_a_lot_never_goes_before_what_was_agreed(which: UUID) -> None:
    """Whoever agreed aloud has the talk, whatever the lot says."""
    assert {winner(number, wishes(agreed={(which, BAKER)})) for number in range(20)} == {which}


def test_everybody_who_is_spoken_of_has_a_lot() -> None:
    """Also who was chosen and did not come, and who is in a talk that stands already."""
    absent, firm = UUID(int=8), UUID(int=9)
    asked = wishes(kept={(absent, firm)})
    asked.chosen_by_candidate[FIRST].add(firm)
    assert set(lots_of(asked, UUID(int=5))) == {FIRST, SECOND, BAKER, absent, firm}


def test_the_room_of_a_talk_that_was_ended_goes_to_who_else_wanted_it() -> None:
    """Whoever the lot fell on and then called off gives the baker's talk to the other, at every gathering."""
    for number in range(20):
        first = winner(number)
        other = {FIRST: SECOND, SECOND: FIRST}[first]
        assert winner(number, wishes(ended={(first, BAKER)})) == other


def test_what_was_agreed_and_then_ended_comes_back_as_nothing() -> None:
    """No talk, no call, and a next step for who has none."""
    found = proposals_from(wishes(agreed={(FIRST, BAKER)}, ended={(FIRST, BAKER)}), drawn_for=UUID(int=4))
    assert (found.agreed, found.mutual, found.calls, found.left_out) == ([], [(SECOND, BAKER)], [], [])
    assert found.without == [FIRST]
