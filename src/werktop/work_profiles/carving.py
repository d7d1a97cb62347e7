"""What carving simple tasks out of a function does: whom it frees, and what the new function asks. Pure: whole minutes in, whole
minutes out, the same for the same tasks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

LEVELS = ("simple", "training", "trade", "specialist")
"""From what anybody can do after a day to what few can (`choices.Level`)."""
SIMPLE, SKILLED = LEVELS[0], LEVELS[2:]
SMALL_MINUTES = 120
"""A task that needs some explaining goes along where it is at most this small."""
FEW_MINUTES = 8 * 60
MANY_MINUTES = 40 * 60


@dataclass(frozen=True)
class Task:
    """A task as it is reckoned with: minutes in a week, a level of `LEVELS`, and by which function it is done now."""

    key: Any
    what: str
    minutes: int
    level: str
    done_by: str = ""
    is_taken: bool = False


@dataclass(frozen=True)
class Proposed:
    """A task that may go along, and why: "frees" (simple work that somebody with a trade does), "simple" (simple work), "small" (a
    little work that needs some explaining, beside the simple)."""

    key: Any
    why: str


@dataclass(frozen=True)
class Freed:
    """How much time one function wins: `minutes` of the `whole` that its tasks take in a week."""

    done_by: str
    minutes: int
    whole: int


@dataclass(frozen=True)
class Outcome:
    """What the chosen tasks make together. `level` is the highest of them, "" where none is chosen; `by_level` their minutes by
    level; `warnings`: "few" or "many" hours for a function, "skilled" where a task asks a trade."""

    minutes: int
    level: str
    freed: tuple[Freed, ...]
    left: int
    by_level: dict[str, int]
    warnings: tuple[str, ...]


def proposed(tasks: Iterable[Task]) -> list[Proposed]:
    """Which of the tasks may become a function of their own, in their order: the simple ones, and beside them small ones that need
    some explaining. What was carved before is not proposed again."""
    free = [task for task in tasks if not task.is_taken]
    skilled = {task.done_by.casefold() for task in free if task.level in SKILLED and task.done_by}
    has_simple = any(task.level == SIMPLE for task in free)
    found = []
    for task in free:
        if task.level == SIMPLE:
            found.append(Proposed(task.key, "frees" if task.done_by.casefold() in skilled else "simple"))
        elif has_simple and task.level == LEVELS[1] and task.minutes <= SMALL_MINUTES:
            found.append(Proposed(task.key, "small"))
    return found


def outcome_of(tasks: Iterable[Task], chosen: Collection[Any]) -> Outcome:
    """What it makes when the tasks with these keys are carved out. Keys of no task, and of tasks that were carved before, count for
    nothing. Functions are told apart whatever their capitals; the one that wins most stands first."""
    tasks = [task for task in tasks if not task.is_taken]
    picked = [task for task in tasks if task.key in chosen]
    minutes = sum(task.minutes for task in picked)
    by_level = {level: sum(t.minutes for t in picked if t.level == level) for level in LEVELS}
    level = next((level for level in reversed(LEVELS) if by_level[level]), "")
    warnings = []
    if picked and minutes < FEW_MINUTES:
        warnings.append("few")
    if minutes > MANY_MINUTES:
        warnings.append("many")
    if level in SKILLED:
        warnings.append("skilled")
    return Outcome(
        minutes=minutes,
        level=level,
        freed=tuple(_freed(tasks, picked)),
        left=sum(task.minutes for task in tasks) - minutes,
        by_level={level: spent for level, spent in by_level.items() if spent},
        warnings=tuple(warnings),
    )


def _freed(tasks: list[Task], picked: list[Task]) -> list[Freed]:
    names: dict[str, str] = {}
    whole: dict[str, int] = {}
    won: dict[str, int] = {}
    for task in tasks:
        here = task.done_by.casefold()
        names.setdefault(here, task.done_by)
        whole[here] = whole.get(here, 0) + task.minutes
    for task in picked:
        here = task.done_by.casefold()
        won[here] = won.get(here, 0) + task.minutes
    return sorted(
        (Freed(names[here], minutes, whole[here]) for here, minutes in won.items()),
        key=lambda each: (-each.minutes, each.done_by.casefold()),
    )
