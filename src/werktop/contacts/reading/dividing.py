"""Where in a row of pieces a second fact begins without a mark: 'Fatima gebeld en Omar gemaild'."""

from __future__ import annotations

from werktop.contacts.reading.facts import cut_without_mark
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.verbs import ORDERS, TASKS
from werktop.contacts.reading.vocabulary import (
    AUXILIARY,
    FILLERS,
    FINITE,
    HAPPENED,
    OTHERS,
    OWN,
    PLACES,
    PREPOSITIONS,
    SAID,
    SEEKING,
    VACANCY,
)  # fmt: skip

STATES = HAPPENED | {"geweest", "bezoek", "rondleiding"} | SAID | SEEKING | TASKS | FINITE
BUT = frozenset("maar want dus omdat zodat terwijl".split())
NO_VERBS = frozenset({"het", "t", "dat", "niet", "wat", "tot"})


def states(pieces: tuple[Piece, ...]) -> bool:
    """Whether some pieces say something by themselves: a verb, an order, work."""
    return any(p.low in STATES or p.low in PLACES or p.low in VACANCY for p in pieces) or any(
        p.low in ORDERS for p in pieces[:2]
    )


def cut_in(pieces: tuple[Piece, ...]) -> tuple[int, int] | None:
    """(end of the first fact, begin of the second), if there are two."""
    for i in range(1, len(pieces) - 1):
        if pieces[i].low in BUT and (states(pieces[:i]) or _contrasts(pieces, i)):
            return i, i + 1
        if pieces[i].low in ("en", "&", "+") and _says_two_things(pieces[:i], pieces[i + 1 :]):
            return i, i + 1
    begin = cut_without_mark(pieces)
    return None if begin is None else (begin, begin)


def _contrasts(pieces: tuple[Piece, ...], i: int) -> bool:
    """'klantgericht maar niet flexibel'."""
    return pieces[i].low == "maar" and any(
        p.low in ("niet", "geen", "wel", "minder") for p in pieces[i + 1 : i + 3]
    )


def _is_said_of(pieces: tuple[Piece, ...]) -> bool:
    """Whether a name stands first with a verb behind it: 'Fatima luistert'."""
    at = next((i for i, p in enumerate(pieces[:-1]) if p.mention and not pieces[i + 1].mention), None)
    if at is None or any(p.low in ("en", "&") for p in pieces[:at]):
        return False
    low = pieces[at + 1].low
    is_verb = low.endswith("t") and not low.startswith("ge") and low not in PREPOSITIONS | FILLERS | NO_VERBS
    return low in FINITE - AUXILIARY or is_verb


def _says_verb(piece: Piece) -> bool:
    is_open = bool(piece.when or piece.mention or piece.low in FILLERS)
    return (
        is_open or piece.low in HAPPENED | FINITE | SEEKING | TASKS | PREPOSITIONS or piece.low.endswith("t")
    )


def _happened(pieces: tuple[Piece, ...]) -> bool:
    return any(p.low in HAPPENED or p.low == "geweest" for p in pieces)


def _says_two_things(left: tuple[Piece, ...], right: tuple[Piece, ...]) -> bool:
    """'Fatima gebeld en Omar gemaild', not 'Fatima en Omar gebeld' or 'gebeld en gemaild'."""
    starts = right[0]
    if starts.mention and _is_said_of(right) and _is_said_of(left):
        return True  # 'Omar plant goed en Fatima luistert goed'
    if not states(left) or not (starts.when or states(right)):
        return False
    if starts.mention and not any(p.low in STATES - AUXILIARY for p in left) and _happened(right):
        return False  # 'ik heb Fatima en Omar gesproken'
    if starts.low in OTHERS | OWN or starts.when or starts.low in ORDERS:
        return True
    if starts.mention and left[-1].mention and len(right) > 1 and not _says_verb(right[1]):
        return False  # 'gebeld met Dawit en Ewa samenwerken gaat goed'
    if starts.mention:
        return any(p.low in HAPPENED | FINITE | SEEKING | TASKS for p in right) and not (
            len(left) and left[-1].mention and not states(left[:-1])
        )
    return starts.low in HAPPENED | SEEKING or (
        starts.low in FINITE - AUXILIARY and any(p.low in FINITE for p in left) and len(right) > 1
    )
