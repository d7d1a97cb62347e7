"""What is told of a group whose people one may not read: in fives, by lot, and nothing of a small group."""

from __future__ import annotations

from itertools import permutations

import pytest

from werktop.candidates.totals import WHOLE, divided, drawn, is_told_of, told_apart


@pytest.mark.parametrize(("people", "is_told"), [(0, False), (1, False), (9, False), (10, True), (11, True)])
def test_of_fewer_than_ten_nothing_is_told(people, is_told):
    assert is_told_of(people) is is_told


@pytest.mark.parametrize(
    ("count", "lot", "shown"),
    [
        (0, 0.0, 0), (1, 0.19, 5), (1, 0.2, 0), (4, 0.79, 5), (4, 0.8, 0), (5, 0.0, 5), (5, 0.999, 5),
        (6, 0.1, 10), (6, 0.3, 5), (9, 0.81, 5), (49, 0.5, 50), (50, 0.0, 50),
    ],
)  # fmt: skip
def test_a_total_goes_up_or_down_to_a_five_as_the_lot_says(count, lot, shown):
    assert drawn(count, lot) == shown


def test_over_all_lots_a_total_is_what_it_is_and_never_five_off():
    lots = [(each + 0.5) / 100 for each in range(100)]
    for count in range(23):
        assert sum(drawn(count, lot) for lot in lots) == pytest.approx(100 * count)
        assert all(abs(drawn(count, lot) - count) < 5 for lot in lots)


@pytest.mark.parametrize(
    ("count", "people", "shown"), [(10, 10, 10), (12, 12, 10), (14, 14, 10), (13, 20, 15)]
)
def test_no_more_is_told_than_there_are_people(count, people, shown):
    assert told_apart({"debts": count, "care": 0}, {"debts": 0.0, "care": 0.0}, people) == {
        "debts": shown,
        "care": 0,
    }


def every_telling(counts):
    """What is told of these parts under all draws: every order, every beginning."""
    for order in permutations(range(len(counts))):
        for beginning in (0.0, 0.21, 0.41, 0.61, 0.81):
            lots = {part: place / 10 for part, place in zip(counts, order, strict=True)} | {WHOLE: beginning}
            yield divided(counts, lots)


@pytest.mark.parametrize("people", [10, 11, 12, 13, 14, 23])
def test_of_parts_that_are_told_none_follows_from_the_others_and_the_whole(people):
    """Who reads what is told of all parts, and knows how many there are, is left with at least five answers for each part."""
    answers: dict[tuple[int, ...], set[int]] = {}
    for low in range(people + 1):
        counts = {"low": low, "fit": people - low}
        for shown in every_telling(counts):
            assert sum(shown.values()) == people // 5 * 5
            assert all(number % 5 == 0 and abs(number - counts[part]) < 5 for part, number in shown.items())
            answers.setdefault(tuple(shown.values()), set()).add(low)
    assert min(map(len, answers.values())) >= 5


def test_one_person_more_does_not_show_what_that_person_is():
    """Whoever comes, the same can be told after it: the group draws anew."""
    one, other = (
        {each["low"] for each in every_telling(counts)}
        for counts in ({"low": 8, "fit": 7}, {"low": 7, "fit": 8})
    )
    assert one == other == {5, 10}
