"""What the ways to speak of work have in common: words that say nothing of it, places, numbers before a verb."""

from __future__ import annotations

from werktop.contacts.reading.numbers import ABOUT
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.vocabulary import (
    ARTICLES,
    FILLERS,
    FINITE,
    FREE,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
)  # fmt: skip

NOISE = (
    FILLERS
    | ABOUT
    | PRONOUNS
    | FINITE
    | FREE
    | frozenset("te a altijd daarna pas straks later allemaal allebei beide beiden".split())
)
SOMEWHERE = frozenset({"voor", "in", "bij", "op", "als", "aan", "van"})
JOINED = frozenset({"en", "+", "&", "plus"})
HAVING = frozenset("hebben heb had hadden weten weet wist wisten kennen ken kende".split())
ASKED = frozenset("gevraagd gezocht gewenst geschikt gediplomeerd".split())


def is_a_place(piece: Piece) -> bool:
    return piece.low in PLACES or (piece.low.endswith(("plek", "plekken")) and len(piece.low) < 30)


def is_telling(pieces: list[Piece]) -> bool:
    return any(p.is_word and p.low not in NOISE | ARTICLES | PREPOSITIONS for p in pieces)


def from_number(pieces: list[Piece], at: int) -> list[Piece]:
    """From the first number on, or else from behind the verb."""
    verb = max((i for i, p in enumerate(pieces[:at]) if p.low in FINITE | {"dat"}), default=-1)
    numbers = [i for i, p in enumerate(pieces[:at]) if p.number is not None]
    first = next((i for i in numbers if i > verb), numbers[0] if numbers else None)
    if first is not None:
        return pieces[first:]
    return pieces[verb + 1 :]


def is_done(piece: Piece) -> bool:
    """'2 koks geplaatst': a participle says what was done."""
    low = piece.low
    return (
        low not in ASKED
        and len(low) > 6
        and ((low.startswith("ge") and low.endswith(("t", "d", "en"))) or low.endswith("gesteld"))
    )
