"""Two rows that turn out to be about one person or firm become one: what pointed at the lost row points at the kept one.

Each room says in its `ready` what becomes of its rows (`rules`): `goes_over` for a field that points at a person or firm,
`named_by` for a plain key, `stays` with why for what is left as it is, and `settled_by` for what cannot be said of one field: it
settles or refuses first.

What was done is written down in a `Merge`, so that it can be undone for a while, and so that the old key leads to the kept row
(`known`). `doing` brings two rows together, `undoing` makes them two again, `facts` says what stands there then (decision 31). For
the rooms: `choosing` says what differs, `holding` locks the two.
"""

from .doing import Book, merge_rows
from .known import as_they_were, kept_by_identity, known_before_as, merge_to_undo, merges_into, stands_for
from .rows import can_stand
from .rules import (
    ASKED,
    BEFORE,
    KINDS,
    REFUSED,
    WHOLE,
    CannotMerge,
    CannotTakeApart,
    ChangedSince,
    LaterMergeFirst,
    MergedAlready,
    SaysOtherwise,
    TimeToTakeApartIsOver,
    goes_over,
    merges,
    named_by,
    settled_apart_by,
    settled_by,
    stays,
    ways_of,
)
from .undoing import Apart, take_apart_rows

__all__ = [
    "ASKED",
    "BEFORE",
    "KINDS",
    "REFUSED",
    "WHOLE",
    "Apart",
    "Book",
    "CannotMerge",
    "CannotTakeApart",
    "ChangedSince",
    "LaterMergeFirst",
    "MergedAlready",
    "SaysOtherwise",
    "TimeToTakeApartIsOver",
    "as_they_were",
    "can_stand",
    "goes_over",
    "kept_by_identity",
    "known_before_as",
    "merge_rows",
    "merge_to_undo",
    "merges",
    "merges_into",
    "named_by",
    "settled_apart_by",
    "settled_by",
    "stands_for",
    "stays",
    "take_apart_rows",
    "ways_of",
]
