"""Totals of what nobody may read of one person: rounded up or down to fives by lot, and none at all of a small group.

The one place for it (docs/decisions/0034-totals-without-labels.md). Pure: counts and lots go in, what may be told comes out. A lot
(0 <= lot < 1) is drawn by the group itself (`queries.spread`): the same people give the same lots however often one asks, and one
person more gives others. So what two groups differ in is the draw as well as the person.
"""

from __future__ import annotations

from collections.abc import Mapping

FEWEST = 10
"""Of fewer people nothing is told."""
STEP = 5
"""What is told is a multiple of this; 0 says "fewer than five", and not that there is nobody."""
WHOLE = ""
"""The lot of the group itself, beside those of its parts."""


def is_told_of(people: int) -> bool:
    """Whether so many people are enough to tell totals of."""
    return people >= FEWEST


def drawn(count: int, lot: float) -> int:
    """A count up or down to a multiple of `STEP`, the nearer one the likelier: on average it is what it was."""
    below, over = divmod(count, STEP)
    return STEP * (below + (lot < over / STEP))


def told_apart(counts: Mapping[str, int], lots: Mapping[str, float], people: int) -> dict[str, int]:
    """What may be told of counts that overlap (what people need) in a group of so many; no more than fit in the group."""
    most = people // STEP * STEP
    return {part: min(most, drawn(count, lots[part])) for part, count in counts.items()}


def divided(counts: Mapping[str, int], lots: Mapping[str, float]) -> dict[str, int]:
    """What may be told of parts into which a group falls: each up or down to a multiple of `STEP`, and together the whole group
    rounded down. Were they rounded one by one, the number of people, which is known, could tell what a small part is.

    Laid end to end, in an order and from a beginning that lots decide, the parts are cut at every `STEP`.
    """
    end = int(lots[WHOLE] * (STEP - sum(counts.values()) % STEP))
    found = dict.fromkeys(counts, 0)
    for part in sorted(counts, key=lambda each: lots[each]):
        begin, end = end, end + counts[part]
        found[part] = STEP * (end // STEP - begin // STEP)
    return found
