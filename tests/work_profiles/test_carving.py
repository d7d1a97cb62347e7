"""What carving does is reckoned in whole minutes, from tasks alone."""

import pytest

from werktop.work_profiles.carving import LEVELS, Task, outcome_of, proposed
from werktop.work_profiles.choices import Level
from werktop.work_profiles.spans import hours_in_words, minutes_of

TASKS = [
    Task(1, "behandelen", 1200, "specialist", "tandarts"),
    Task(2, "instrumenten schoonmaken", 300, "simple", "Assistente"),
    Task(3, "assisteren aan de stoel", 900, "trade", "assistente"),
    Task(4, "wachtkamer opruimen", 120, "simple", "balie"),
    Task(5, "telefoon aannemen", 600, "training", "balie"),
    Task(6, "voorraad aanvullen", 90, "training", "assistente"),
]


def test_the_levels_are_those_of_the_screen():
    assert list(LEVELS) == Level.values


def test_simple_tasks_are_proposed_with_the_reason_and_small_ones_that_need_some_explaining_beside_them():
    assert [(each.key, each.why) for each in proposed(TASKS)] == [(2, "frees"), (4, "simple"), (6, "small")]


def test_nothing_is_proposed_of_a_function_without_simple_tasks_or_of_what_was_carved_before():
    assert proposed([TASKS[0], TASKS[5]]) == []
    assert proposed([Task(2, "x", 60, "simple", is_taken=True)]) == []


def test_it_says_whom_it_frees_how_long_and_at_which_level():
    found = outcome_of(TASKS, {2, 4, 6, 99})
    assert (found.minutes, found.level, found.left) == (510, "training", 2700)
    assert [(each.done_by, each.minutes, each.whole) for each in found.freed] == [
        ("Assistente", 390, 1290), ("balie", 120, 720)
    ]  # fmt: skip
    assert found.by_level == {"simple": 420, "training": 90}
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("chosen", "warnings"), [({4}, ("few",)), ({1, 2, 3, 4}, ("many", "skilled")), (set(), ()), ({3}, ("skilled",))]
)  # fmt: skip
def test_it_warns_of_few_or_many_hours_and_of_a_trade(chosen, warnings):
    many = [*TASKS[:3], Task(4, "opruimen", 120, "simple")]
    assert outcome_of(many, chosen).warnings == warnings


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("4", 240), ("4,5", 270), ("4.25", 255), ("0,33", 20), ("4:30", 270), (" 8 uur ", 480), ("60", 3600),
     ("0", None), ("61", None), ("", None), ("veel", None), ("-4", None), ("4,555", None), ("1:75", None)],
)  # fmt: skip
def test_hours_are_read_with_a_comma(words, minutes):
    assert minutes_of(words) == minutes


@pytest.mark.parametrize(
    ("minutes", "words"), [(240, "4"), (270, "4,5"), (255, "4,25"), (20, "0,33"), (600, "10")]
)
def test_hours_are_written_with_a_comma(minutes, words):
    assert hours_in_words(minutes) == words
