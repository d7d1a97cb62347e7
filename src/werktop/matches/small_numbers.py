"""Which counts are not shown to who may not know the people: small ones, and those from which a small one follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from werktop.gatherings.queries.talk_totals import HIDDEN_BELOW


def hidden_in(
    counts: Mapping[str, int],
    *,
    ladders: Sequence[Sequence[str]] = (),
    sums: Mapping[str, Sequence[str]] | None = None,
) -> set[str]:
    """The keys of `counts` that are hidden.

    Hidden is each count below `HIDDEN_BELOW`. Then, of a ladder (each step counts people of the one before it) the lower
    of two shown steps less than that apart: who is in the one and not in the other would be a small group. Then, of a
    sum, enough of its parts, the smallest first, that what a reader can work out from the total is never a small number.
    """
    hidden = {key for key, count in counts.items() if count < HIDDEN_BELOW}
    for ladder in ladders:
        for place, lower in enumerate(ladder):
            shown = [key for key in ladder[:place] if key not in hidden]
            if lower not in hidden and any(abs(counts[key] - counts[lower]) < HIDDEN_BELOW for key in shown):
                hidden.add(lower)
    for total, parts in (sums or {}).items():
        hidden |= _of_sum(counts, total, parts, hidden)
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
