"""Which counts are not shown to who may not know the people: small ones, and those from which a small one follows.

The one place for it: the page before a gathering, the list of gatherings, the result and its download all ask here, so
that what one of them hides does not stand on another, nor follow from what two of them show together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

HIDDEN_BELOW = 10
"""From this many on a count is told, and so is the mean of so many answers."""

LADDERS = (("invited", "yes", "came"), ("yes", "unconfirmed"))
"""Of one kind of guest: counts of which each is part of the one before it."""
SUMS = {"invited": ("yes", "open", "waiting", "no")}
"""Everybody who was asked gave one of these answers."""


def hidden_of_guests(counts: Mapping[str, int]) -> set[str]:
    """The keys of one kind of guest that are hidden: of how many were `invited`, said `yes` or `no`, are `open`, are
    `waiting`, are `unconfirmed` on a new day, and `came`."""
    return hidden_in(counts, ladders=LADDERS, sums=SUMS)


def hidden_in(
    counts: Mapping[str, int],
    *,
    ladders: Sequence[Sequence[str]] = (),
    sums: Mapping[str, Sequence[str]] | None = None,
    products: Mapping[str, Sequence[str]] | None = None,
    away: Collection[str] = (),
) -> set[str]:
    """The keys of `counts` that are hidden; those of `away` are so for another reason.

    Hidden is each count below `HIDDEN_BELOW`. Then, of a ladder (each step counts people of the one before it) the lower
    of two shown steps less than that apart: who is in the one and not in the other would be a small group. Then, of a
    sum, enough of its parts, the smallest first, that what a reader can work out from the total is never a small number.
    Then a product of which a factor is hidden: at tables of two, over so many rounds, everybody met as many.
    """
    hidden = {key for key, count in counts.items() if count < HIDDEN_BELOW or key in away}
    for ladder in ladders:
        for place, lower in enumerate(ladder):
            shown = [key for key in ladder[:place] if key not in hidden]
            if lower not in hidden and any(abs(counts[key] - counts[lower]) < HIDDEN_BELOW for key in shown):
                hidden.add(lower)
    for total, parts in (sums or {}).items():
        hidden |= _of_sum(counts, total, parts, hidden)
    hidden |= {product for product, factors in (products or {}).items() if hidden & set(factors)}
    return hidden


def _of_sum(counts: Mapping[str, int], total: str, parts: Sequence[str], hidden: set[str]) -> set[str]:
    """The parts to hide besides those that are hidden already."""
    away = [key for key in parts if key in hidden]
    if not away and total not in hidden:
        return set()
    shown = sorted((key for key in parts if key not in hidden), key=lambda key: (counts[key], key))
    found: set[str] = set()
    # without the total nothing follows from the parts; with all of them it does
    while shown and (
        not (away or found)
        if total in hidden
        else sum(counts[key] for key in (*away, *found)) < HIDDEN_BELOW or len(away) + len(found) < 2
    ):
        found.add(shown.pop(0))
    return found
