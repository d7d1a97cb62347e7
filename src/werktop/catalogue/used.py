"""How often a word is in use. The rooms above say in their `ready` how to count; this room stays below them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor

Count = Callable[[Actor, Iterable[UUID]], dict[UUID, int]]
Words = Callable[[int], str]
_COUNTS: dict[str, tuple[Words, Count]] = {}


def counted_in(room: str, words: Words, count: Count) -> None:
    """Have `count(viewer, term_ids)` asked how often each word is noted, as far as the viewer may see; `words(number)`
    says it ("12 kandidaten")."""
    _COUNTS[room] = (words, count)


def used_in(viewer: Actor, term_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """Per word in how many rows of each room it is noted, in words; nothing for who may see none of these."""
    asked = list(term_ids)
    told: dict[UUID, list[str]] = {key: [] for key in asked}
    for _room, (words, count) in sorted(_COUNTS.items()):
        for key, number in count(viewer, asked).items():
            told[key].append(words(number))
    return told


__all__: list[Any] = ["counted_in", "used_in"]
