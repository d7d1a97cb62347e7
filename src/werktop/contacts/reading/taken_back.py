"""What the writer puts right while writing: 'woensdag bellen, nee, donderdag', 'zoekt 2 koks, nee 3'."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from werktop.contacts.reading.pieces import Piece

PUTS_RIGHT = frozenset("nee neen correctie pardon sorry oftewel beter bedoel excuus".split())
BEFORE_IT = frozenset("van bij met naar voor aan".split())
AROUND = frozenset("of oh o ik en dus toch is het wel eh uh".split())
ENDS = frozenset(".!\n;")
LONGEST = 24  # pieces between what was said and what puts it right


def put_right(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a day, number or name that is put right in the place of the one that was said first."""
    kept = list(pieces)
    i = 1
    while i < len(kept):
        if kept[i].low in PUTS_RIGHT and (found := _found(kept, i)):
            was, first, new = found
            kept = _placed(kept, was, first, new)
            i = was
        i += 1
    return kept


def _found(pieces: list[Piece], i: int) -> tuple[int, int, int] | None:
    """(what was said, where the putting right begins, what is meant), where all three stand around 'nee'."""
    new = i + 1
    while new < len(pieces) and (
        pieces[new].low in AROUND | BEFORE_IT or pieces[new].low in (",", ":", "-", "…")
    ):
        new += 1
    kind = _kind(pieces[new]) if new < len(pieces) else None
    if kind is None:
        return None
    first = i
    while first and (
        pieces[first - 1].low in AROUND | PUTS_RIGHT or pieces[first - 1].low in (",", "-", "(", "?", "…")
    ):
        first -= 1
    for was in range(first - 1, max(-1, first - 1 - LONGEST), -1):
        if pieces[was].low in ENDS:
            return None
        if kind(pieces[was]):
            return was, first, new
    return None


def _kind(piece: Piece) -> Callable[[Piece], bool] | None:
    if piece.when:
        return lambda other: other.when is not None
    if piece.number is not None and piece.low != "een":
        return lambda other: other.number is not None
    if (mention := piece.mention) and mention.name:
        of = mention.name.kind
        return lambda other: other.mention is not None and any(n.kind == of for n in other.mention.names)
    return None


def _placed(pieces: list[Piece], was: int, first: int, new: int) -> list[Piece]:
    """A number with a noun behind it comes with it; anything else takes the place of what was said."""
    after = pieces[new + 1] if new + 1 < len(pieces) else None
    if pieces[new].number is not None and after is not None and after.is_word:
        return [*pieces[:was], *pieces[new:]]
    meant = replace(pieces[new], is_tight=False)
    return [*pieces[:was], meant, *pieces[was + 1 : first], *pieces[new + 1 :]]
