"""Functions to begin a work profile with, by sector: what is shipped, as rows."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils import translation

REFERENCE = Path(__file__).parent / "reference"


@dataclass(frozen=True)
class ExampleTask:
    """A task of a function: whole hours a week, and a level of `choices.Level`."""

    what: str
    hours: int
    level: str


@dataclass(frozen=True)
class Example:
    """A function as it is often found in a sector. `must`, `learn`, `likes` and `needs` are codes of the catalogue."""

    code: str
    sector: str
    title_nl: str
    title_en: str
    hours: int
    tasks: tuple[ExampleTask, ...]
    must: tuple[str, ...]
    learn: tuple[str, ...]
    likes: tuple[str, ...]
    needs: tuple[str, ...]
    place_words: str

    @property
    def title(self) -> str:
        """What the function is called, in the language of the screen."""
        return self.title_en if translation.get_language() == "en" else self.title_nl


@lru_cache(maxsize=1)
def examples() -> tuple[Example, ...]:
    """All shipped functions, by sector."""
    with (REFERENCE / "templates.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_example(row) for row in csv.DictReader(file))


def example_by_code(code: str) -> Example | None:
    """The shipped function with this code."""
    return next((each for each in examples() if each.code == code), None)


def _example(row: dict[str, str]) -> Example:
    tasks = (task.split(":") for task in row["tasks"].split("|"))
    return Example(
        row["code"],
        row["sector"],
        row["title_nl"],
        row["title_en"],
        int(row["hours"]),
        tuple(ExampleTask(what, int(hours), level) for what, hours, level in tasks),
        tuple(row["must"].split()),
        tuple(row["learn"].split()),
        tuple(row["likes"].split()),
        tuple(row["needs"].split()),
        row["place_words"],
    )
