"""Rows of a list that may be about somebody who is there already: what is asked of them, and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .models import Upload

OTHER, SAME = "other", "same"
"""What is said of a row: somebody else; of many at once, that each is the one who was found."""


@dataclass(frozen=True)
class AskedRow:
    """A row by its number, the keys of who it may be about, and what was said: one of these, `OTHER`, or "" for nothing yet."""

    row: int
    keys: tuple[str, ...]
    choice: str

    @property
    def is_held(self) -> bool:
        """Nothing was said: it does not come in."""
        return not self.choice

    @property
    def is_same(self) -> bool:
        """It was said who of those it is."""
        return self.choice not in ("", OTHER)

    @property
    def has_several(self) -> bool:
        """More than one may be meant: it is said of this row alone who."""
        return len(self.keys) > 1


def asked_rows(upload: Upload) -> list[AskedRow]:
    """All such rows of a list that was read and did not have their turn yet, by number. A choice for somebody who is not there any
    more counts as none; where nobody is left nothing is asked."""
    found = []
    for problem in upload.report.get("problems", []):
        keys = tuple(problem.get("alike", ())) if problem["code"] == "alike_in_file" else ()
        if keys and problem["row"] > upload.taken_to_row:
            said = upload.choices.get(str(problem["row"]), "")
            found.append(AskedRow(problem["row"], keys, said if said in (OTHER, *keys) else ""))
    return sorted(found, key=lambda each: each.row)


def chosen(upload: Upload, choice: str, row: int | None) -> dict[str, Any]:
    """The choices of a list with this one: of one row, or (None) of every row of which nothing was said. "" takes one back; what
    does not fit a row is left out, and so is of many at once a row that may be about more than one."""
    choices = dict(upload.choices)
    for each in asked_rows(upload):
        if row is None and not each.is_held or row not in (None, each.row):
            continue
        if choice == SAME and each.has_several:
            continue
        said = each.keys[0] if choice == SAME else choice
        if said in (OTHER, *each.keys):
            choices[str(each.row)] = said
        elif not said:
            choices.pop(str(each.row), None)
    return choices


def said_same(upload: Upload) -> list[int]:
    """The numbers of rows that came to their turn and of which somebody said that they are about who was there."""
    said = {int(row) for row, choice in upload.choices.items() if choice not in ("", OTHER)}
    return sorted(said & set(upload.outcome.get("there", [])))
