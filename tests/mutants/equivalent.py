"""Mutants that no test can notice, and why. Only those that survive are looked up here."""

from __future__ import annotations

SHAPES = "more room, or a first value that is written over before it is read"
UNREAD = "a key that is not read: whoever is at the end of the list asks nobody"
TIGHT = "the integer programme has the same whole solutions; it is looser or tighter between them"
SPEED = "how fast an answer is found, not which"
UNCHECKED = "compiled loops read on from where a slice begins, without asking where it ends"

EQUIVALENT: dict[tuple[str, str, str], str] = {
    (
        "matching/enlarging.py",
        "if state.noted[0] > ENOUGH - 4 or (is_loss and _below(state, 1_000_000) >= LOSSES_KEPT * 1_000_000):",
        "state.noted[0] > ENOUGH - 4 => state.noted[0] >= ENOUGH - 4",
    ): "one very long step more is taken back: which is kept is chance",
    ("matching/enlarging.py", "alone = np.full(2, -1)", "2 => 3"): SHAPES,
    ("matching/enlarging.py", "leaving = np.full(2, -1)", "2 => 3"): SHAPES,
    ("matching/exact.py", "weight = -1.0 if all(one) else 0.0 if any(one) else 1.0", "-1.0 => 1.0"): TIGHT,
    ("matching/exact.py", "left_out = self._variable(1.0, whole=False)", "1.0 => 2.0"): TIGHT,
    (
        "matching/exact.py",
        "bound = int(np.floor(-dual + 1e-6)) if dual is not None and np.isfinite(dual) else 2**31",
        "2 => 3",
    ): "a bound above any other, cut down to the flow's right after",
    (
        "matching/many.py",
        "key[x] = (np.int64(ranks[i, min(k, length - 1)]) << 32) | i",
        "length - 1 => length + 1",
    ): UNREAD,
    ("matching/proposals.py", "tier_of = [0] * len(market.pairs)", "0 => 1"): SHAPES,
    ("ranking/ground.py", "USUAL_REACH = 18_000.0", "18000.0 => 18001.0"): SPEED,
    (
        "ranking/index.py",
        "return np.lexsort((side.x[rows], ((y - y.min()) / 4_000).astype(np.int64)))",
        "4000 => 4001",
    ): SPEED,
    (
        "ranking/search.py",
        "c2, c3 = columns[2, first : first + n], columns[3, first : first + n]",
        "first + n => first - n",
    ): UNCHECKED,
    ("ranking/search.py", "level = np.zeros(1 << 15, np.int64)", "1 => 2"): SHAPES,
    (
        "ranking/search.py",
        "if _is_worth_a_look(lanes, start, least):",
        "if _is_worth_a_look(lanes, start, least): => if True:",
    ): SPEED,
}
"""By module, line of the program and fault."""
