"""A stable matching made larger by walking from one stable matching to the next.

A step: two people who would lose nothing by each other, and are not both free, are brought together; each lets go one
partner liked least. The one who was let go on one side is passed over, while the one on the other side takes the best who
would gain by it, whose partner of before takes the best, and so on; then the first looks around in the same way. Either
chain ends, and both leave nobody who would block (Blum, Roth and Rothblum, Vacancy chains and equilibration in
senior-level labor markets, Journal of Economic Theory 76, 1997). A step that loses a pair is kept now and then only, the
largest matching met is the answer (simulated annealing at one temperature).
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .market import Market
from .wishes import wishes_of

STEPS = 40
"""For each wish in the market."""
LOSSES_KEPT = 5_000
"""Of a million steps that lose a pair; measured: 20,000 and 1,000 end lower at 1,000 people."""
STRIDE = 64 * 1024
"""Steps between two looks at the clock, a multiple of 64."""
LEAST = 8 * STRIDE
"""Steps taken in any case: less than a quarter of a second, and all that a market of ten thousand wishes is given."""
ENOUGH = 1 << 12
"""Changes in one step; a step with more is taken back."""


class State(NamedTuple):
    """A matching that is changed in place: `held` over the wishes; for each person how many talks are `left` and the
    tier of the partner liked least (`worst`, -1 without one); who `counts` as without a talk when none is held; the
    `tally` of pairs, candidates and places with a talk; what this step changed (`notes`, `noted`); and chance."""

    held: np.ndarray
    left: np.ndarray
    worst: np.ndarray
    counts: np.ndarray
    tally: np.ndarray
    notes: np.ndarray
    noted: np.ndarray
    chance: np.ndarray


def enlarge(
    market: Market,
    chosen: np.ndarray,
    most: tuple[int, int, int],
    keep_going: Callable[[], bool] | None = None,
) -> np.ndarray:
    """A stable matching (mask over `market.pairs`) at least as large as the stable matching `chosen`, and of those that
    it met one with most candidates, then places, who have a talk. It stops at `most`: bounds on these three numbers, and
    where `keep_going`, asked every `STRIDE` steps from `LEAST` on, says no. Else the same market gives the same answer."""
    lists = wishes_of(market)
    state = State(
        np.zeros(len(chosen), np.bool_),
        lists.room.copy(),
        np.full(len(lists.room), -1, np.int64),
        ~np.concatenate([market.has_talk, market.has_guest]),
        np.zeros(3, np.int64),
        np.empty(ENOUGH, np.int64),
        np.zeros(1, np.int64),
        np.array([0x9E3779B97F4A7C15], np.uint64),
    )
    _hold(lists, state, chosen)
    best, best_tally, steps = state.held.copy(), state.tally.copy(), STEPS * len(chosen)
    for begin in range(0, steps, STRIDE):
        if begin >= LEAST and keep_going is not None and not keep_going():
            break
        _walk(lists, state, np.array(most), begin, min(steps, begin + STRIDE), best, best_tally)
    return best


@njit(**OPTIONS)
def _below(state, limit):
    """A whole number from 0 to under `limit`, by chance (xorshift64, Marsaglia 2003)."""
    x = state.chance[0]
    x ^= x << np.uint64(13)
    x ^= x >> np.uint64(7)
    x ^= x << np.uint64(17)
    state.chance[0] = x
    return np.int64((x >> np.uint64(11)) % np.uint64(limit))


@njit(**OPTIONS)
def _hold(lists, state, chosen):
    for x in range(chosen.size):
        if chosen[x]:
            state.noted[0] = 0  # none of this is ever taken back
            _change(lists, state, x)


@njit(**OPTIONS)
def _walk(lists, state, most, begin, end, best, best_tally):
    """The steps from `begin` to `end`; `best` and `best_tally` are the best matching met so far."""
    tally = state.tally.copy()
    free, waiting = np.empty(lists.room.size, np.int64), 0
    for step in range(begin, end):
        if not _is_less(best_tally, most):
            break
        if step % 64 == 0:
            waiting = 0
            for i in range(lists.room.size):
                if state.left[i] > 0 and lists.first[i] < lists.first[i + 1]:
                    free[waiting] = i
                    waiting += 1
        if step % 2 and waiting:  # half the steps begin with somebody who has a talk left
            i = free[_below(state, waiting)]
            x = lists.rows[lists.first[i] + _below(state, lists.first[i + 1] - lists.first[i])]
        else:
            x = _below(state, state.held.size)
        if not _loses_nothing(lists, state, x):
            continue
        tally[:] = state.tally
        _bring_together(lists, state, x)
        # while there may be larger ones, it does not matter who is in
        is_loss = state.tally[0] < tally[0] or (tally[0] >= most[0] and _is_less(state.tally, tally))
        if state.noted[0] > ENOUGH - 4 or (is_loss and _below(state, 1_000_000) >= LOSSES_KEPT):
            _take_back(lists, state)
        elif _is_less(best_tally, state.tally):
            best_tally[:] = state.tally
            best[:] = state.held


@njit(**OPTIONS)
def _is_less(one, other):
    """Whether the numbers of `one` come before those of `other`, as words in a dictionary do."""
    for k in range(other.size):
        if one[k] != other[k]:
            return one[k] < other[k]
    return False


@njit(**OPTIONS)
def _loses_nothing(lists, state, x):
    """Whether both people of wish x could take it, though neither need gain."""
    if state.held[x]:
        return False
    for s in range(2):
        i = lists.who[s, x]
        if state.left[i] <= 0 and state.worst[i] < lists.tier[s, x]:
            return False
    return True


@njit(**OPTIONS)
def _bring_together(lists, state, x):
    """Wish x is met, and whoever was let go for it is settled again."""
    state.noted[0] = 0
    alone = np.full(2, -1)
    leaving = np.full(2, -1)
    for s in range(2):
        if state.left[lists.who[s, x]] <= 0:
            leaving[s] = _liked_least(lists, state, lists.who[s, x], s)
            alone[1 - s] = lists.who[1 - s, leaving[s]]
    for s in range(2):
        if leaving[s] >= 0:
            _change(lists, state, leaving[s])
    _change(lists, state, x)
    s = _below(state, 2)
    outside, kept_out = alone[1 - s], 0
    if outside >= 0:
        # while one chain runs nobody takes the talk that this person lost: that would pass over others who like both.
        # Talks that are held may change hands, or who loses one in this chain would be passed over in turn
        kept_out, state.left[outside] = state.left[outside], 0
    _settle(lists, state, alone[s], s)
    if outside >= 0:
        state.left[outside] = kept_out
        for _ in range(kept_out):
            _settle(lists, state, outside, 1 - s)


@njit(**OPTIONS)
def _settle(lists, state, i, s):
    """Person i on side s takes the best who would gain by it; who loses a partner by that does the same."""
    while i >= 0:
        x = _best_who_gains(lists, state, i, s)
        if x < 0 or state.noted[0] > ENOUGH - 4:
            return
        other = lists.who[1 - s, x]
        i = -1
        if state.left[other] <= 0:
            y = _liked_least(lists, state, other, 1 - s)
            i = lists.who[s, y]
            _change(lists, state, y)
        _change(lists, state, x)


@njit(**OPTIONS)
def _best_who_gains(lists, state, i, s):
    """The wish of i, in the best tier where there is one, whose other would gain; those with a talk left come first,
    and chance decides between equals. -1 where there is none."""
    found, ties, is_free = -1, 0, False
    for z in range(lists.first[i], lists.first[i + 1]):
        x = lists.rows[z]
        if found >= 0 and lists.tier[s, x] > lists.tier[s, found]:
            break
        other = lists.who[1 - s, x]
        has_room = state.left[other] > 0
        if state.held[x] or (not has_room and (is_free or state.worst[other] <= lists.tier[1 - s, x])):
            continue
        ties = 1 if has_room and not is_free else ties + 1
        is_free = has_room
        if _below(state, ties) == 0:
            found = x
    return found


@njit(**OPTIONS)
def _liked_least(lists, state, i, s):
    """One of the partners whom i likes least, by chance between equals."""
    found, ties = -1, 0
    for z in range(lists.first[i + 1] - 1, lists.first[i] - 1, -1):
        x = lists.rows[z]
        if found >= 0 and lists.tier[s, x] < lists.tier[s, found]:
            break
        if state.held[x]:
            ties += 1
            if _below(state, ties) == 0:
                found = x
    return found


@njit(**OPTIONS)
def _change(lists, state, x):
    """A pair that was held is no more, or the other way round, and this is noted."""
    _turn(lists, state, x)
    state.notes[state.noted[0]] = x
    state.noted[0] += 1
    for s in range(2):
        _note_worst(lists, state, lists.who[s, x], s)


@njit(**OPTIONS)
def _turn(lists, state, x):
    state.held[x] = not state.held[x]
    by = 1 if state.held[x] else -1
    state.tally[0] += by
    for s in range(2):
        i = lists.who[s, x]
        state.left[i] -= by
        # the first talk that somebody got, or the last one lost
        if state.counts[i] and lists.room[i] - state.left[i] == int(state.held[x]):
            state.tally[1 + s] += by


@njit(**OPTIONS)
def _note_worst(lists, state, i, s):
    state.worst[i] = -1
    for z in range(lists.first[i + 1] - 1, lists.first[i] - 1, -1):
        if state.held[lists.rows[z]]:
            state.worst[i] = lists.tier[s, lists.rows[z]]
            return


@njit(**OPTIONS)
def _take_back(lists, state):
    for z in range(state.noted[0] - 1, -1, -1):
        _turn(lists, state, state.notes[z])
    for z in range(state.noted[0]):
        for s in range(2):
            _note_worst(lists, state, lists.who[s, state.notes[z]], s)
