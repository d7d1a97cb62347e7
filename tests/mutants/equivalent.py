"""Mutants that no test can notice, and why. Only those that survive are looked up here."""

from __future__ import annotations

SHAPES = "more room, or a first value that is written over before it is read"
UNREAD = "a key that is not read: whoever is at the end of the list asks nobody"
TIGHT = "the integer programme has the same whole solutions; it is looser or tighter between them"
SPEED = "how fast an answer is found, not which"
WIDER = "strips or rows are read that lie beyond the circle; each row is asked itself whether it is within"
UNCHECKED = "compiled loops read on from where a slice begins, without asking where it ends"
LENGTHS = "both are as long by how they are made"
HOLES = "what a hole says is not read: it lies beyond every reach"
BITS = "the same sixteen bits"
EQUAL = "a key that is there already, put before or after itself"
LAST = "a key of 0 would be the row after the last that there can be, without points"
BESIDE = "a largest amount of 0 stands beside a sum of 0, and the smaller product counts"
ONE_BY_ONE = "which rows are looked through again, number by number"
WEIGHTS = "a weight larger than it need be puts matchings in the same order"
NOBODY = "a mark that no wish, person or step has: any other such will do"

_KNOWN: list[tuple[str, str, str, tuple[str, ...]]] = [
    (
        "one very long step more is taken back: which is kept is chance",
        "matching/enlarging.py",
        "if state.noted[0] > ENOUGH - 4 or (is_loss and _below(state, 1_000_000) >= LOSSES_KEPT * 1_000_000):",
        ("state.noted[0] > ENOUGH - 4 => state.noted[0] >= ENOUGH - 4", "4 => 5"),
    ),
    (SHAPES, "matching/enlarging.py", "alone = np.full(2, -1)", ("2 => 3",)),
    (SHAPES, "matching/enlarging.py", "leaving = np.full(2, -1)", ("2 => 3",)),
    (SHAPES, "matching/enlarging.py", "np.full(len(lists.room), -1, np.int64),", ("-1 => 1",)),
    (SHAPES, "matching/enlarging.py", "np.zeros(3, np.int64),", ("3 => 4",)),
    (SHAPES, "matching/enlarging.py", "np.zeros(1, np.int64),", ("1 => 2",)),
    (SHAPES, "matching/enlarging.py", "free, waiting = np.empty(lists.room.size, np.int64), 0", ("0 => 1",)),
    (SHAPES, "matching/enlarging.py", "outside, kept_out = alone[1 - s], 0", ("0 => 1",)),
    (WEIGHTS, "matching/exact.py", "self.place = 1 + self.most_used", ("1 => 2",)),
    (WEIGHTS, "matching/exact.py", "self.candidate = self.place * (1 + len(self.without[1]))", ("1 => 2",)),
    (
        LENGTHS,
        "matching/exact.py",
        "for left, members in zip(reserves.left, reserves.pairs, strict=True):",
        ("True => False",),
    ),
    (
        LENGTHS,
        "matching/exact.py",
        "row, column, value = (np.array(x) for x in zip(*self.entries, strict=True))",
        ("True => False",),
    ),
    (
        TIGHT,
        "matching/exact.py",
        "weight = -1.0 if all(one) else 0.0 if any(one) else 1.0",
        (
            "-1.0 => 1.0",
            "-1.0 if all(one) else 0.0 if any(one) else 1.0 => -1.0 if False else 0.0 if any(one) else 1.0",
            "0.0 if any(one) else 1.0 => 0.0 if False else 1.0",
            "0.0 => 1.0",
            "1.0 => 2.0",
        ),
    ),
    (TIGHT, "matching/exact.py", "terms = [(filled[0][x], 1.0), (filled[1][x], 1.0)]", ("1.0 => 2.0",)),
    (
        TIGHT,
        "matching/exact.py",
        "self._constrain(terms + ([(x, weight)] if weight else []), 1, np.inf)",
        ("[(x, weight)] if weight else [] => [(x, weight)] if True else []",),
    ),
    (TIGHT, "matching/exact.py", "used = self._variable(min(left, len(here)), whole=False)", ("False => True",)),
    (
        TIGHT,
        "matching/exact.py",
        "filled = self._variable(1.0 if len(good) >= room else 0.0, whole=room > 1)",
        (
            "1.0 if len(good) >= room else 0.0 => 1.0 if True else 0.0",
            "0.0 => 1.0",
            "1.0 => 2.0",
            "room > 1 => room >= 1",
        ),
    ),
    (TIGHT, "matching/exact.py", "left_out = self._variable(1.0, whole=False)", ("1.0 => 2.0", "False => True")),
    (TIGHT, "matching/exact.py", "terms = [(int(x), 1.0) for x in np.flatnonzero(person == who)]", ("1.0 => 2.0",)),
    (
        "what is whole is never a half",
        "matching/exact.py",
        "chosen = None if answer.x is None else self.rows[answer.x[: self.p] > 0.5]",
        ("answer.x[:self.p] > 0.5 => answer.x[:self.p] >= 0.5",),
    ),
    (
        "a bound above any other, cut down to the flow's right after",
        "matching/exact.py",
        "bound = int(np.floor(-dual + 1e-6)) if dual is not None and np.isfinite(dual) else 2**31",
        ("2 => 3", "31 => 32"),
    ),
    (SPEED, "matching/many.py", "BATCH = 128", ("128 => 129",)),
    (SPEED, "matching/many.py", "lowest, highest = np.int32(0), np.int32(-1)", ("0 => 1", "-1 => 1")),
    (
        SPEED,
        "matching/many.py",
        "if lowest >= 0 and highest < places:",
        ("if lowest >= 0 and highest < places: => if False:", "lowest >= 0 => lowest > 0", "0 => 1"),
    ),
    (SPEED, "matching/many.py", "if column.dtype == np.int32:", ("if column.dtype == np.int32: => if False:",)),
    (SPEED, "matching/many.py", "waiting, touched = n, np.int64(0)", ("0 => 1",)),
    (
        SPEED,
        "matching/many.py",
        "touched += held[where[x]]",
        ("touched += held[where[x]] => touched -= held[where[x]]", "touched += held[where[x]] => pass"),
    ),
    (
        UNREAD,
        "matching/many.py",
        "key[x] = (np.int64(ranks[i, min(k, length - 1)]) << 32) | i",
        ("length - 1 => length + 1",),
    ),
    (SHAPES, "matching/proposals.py", "tier_of = [0] * len(market.pairs)", ("0 => 1",)),
    (NOBODY, "matching/proposals.py", "last = (-1, -1)", ("-1 => 1",)),
    (
        "whoever has no wish or no talk left is asked, and proposes to nobody",
        "matching/proposals.py",
        "waiting = deque(i for i in range(n) if seats[i] > 0 and wants[i])",
        ("seats[i] > 0 and wants[i] => seats[i] > 0 or wants[i]", "seats[i] > 0 => seats[i] >= 0"),
    ),
    (
        "no more people press for a place than wish it",
        "matching/reduction.py",
        "room[e] = min(lists.room[e], wished + 1)",
        ("1 => 2",),
    ),
    (SHAPES, "matching/reduction.py", "begin[e + 1] = begin[e] + wished + 1", ("1 => 2",)),
    *(
        (SHAPES, "matching/reduction.py", line, ("-1 => 1",))
        for line in (
            "depth = np.full(people, -1)  # how far down the list somebody who presses may look; -1: does not press",
            "only = np.full(people, -1)  # the one to whom a person with too few others must go",
        )
    ),
    (SHAPES, "matching/reduction.py", "paths = np.empty((4, max(people, begin[-1])), np.int64)", ("4 => 5",)),
    (NOBODY, "matching/reduction.py", "mark, struck = 0, 0", ("0 => 1",)),
    (NOBODY, "matching/reduction.py", "mark += 1", ("mark += 1 => mark -= 1", "1 => 2")),
    (
        "whether any went is asked, not how many",
        "matching/reduction.py",
        "struck += 1",
        ("struck += 1 => struck -= 1", "1 => 2"),
    ),
    (
        "more of the tier in which the place was found full are asked, and say so again",
        "matching/reduction.py",
        "elif kept[x] and full_from < 0:",
        ("full_from < 0 => full_from <= 0", "0 => 1"),
    ),
    (
        "what is at rest is set to rest once more",
        "matching/reduction.py",
        "if depth[i] >= 0:",
        ("if depth[i] >= 0: => if True:",),
    ),
    ("as above", "matching/reduction.py", "depth[i] = -1", ("-1 => 1",)),
    (
        SPEED,
        "matching/search.py",
        "if len(rows) == 1:  # two people with no other choice",
        ("if len(rows) == 1: => if False:",),
    ),
    (SPEED, "ranking/ground.py", "STARTS = 1 << 24", ("1 => 2", "24 => 25")),
    (SPEED, "ranking/ground.py", "MOST_STRIPS = 4096", ("4096 => 4097",)),
    (SPEED, "ranking/ground.py", "LAYER = 1.7", ("1.7 => 2.7",)),
    (SPEED, "ranking/ground.py", "USUAL_REACH = 18_000.0", ("18000.0 => 18001.0",)),
    (
        SPEED,
        "ranking/ground.py",
        "return np.floor(np.log(np.maximum(reach, 1.0)) / np.log(LAYER)).astype(np.int64)",
        ("1.0 => 2.0",),
    ),
    (
        HOLES,
        "ranking/ground.py",
        "def _by_place(column: np.ndarray, row: np.ndarray, hole: float = 0) -> np.ndarray:",
        ("0 => 1",),
    ),
    (SPEED, "ranking/index.py", "BATCH = 2_000", ("2000 => 2001",)),
    (SPEED, "ranking/index.py", "MOST_CHANGED = 4_096", ("4096 => 4097",)),
    *(
        (SPEED, "ranking/index.py", f"self, {rows}: Any = None, k: int = 20, threads: int = 2, relaxed: Relaxed = STRICT",
         ("2 => 3",))
        for rows in ("seeker_rows", "profile_rows")
    ),
    (BESIDE, "ranking/index.py", "int(side.amounts.max(initial=0)),", ("0 => 1",)),
    (BESIDE, "ranking/index.py", "int(side.amounts.sum(1, np.int64).max(initial=0)),", ("0 => 1",)),
    (SHAPES, "ranking/index.py", "self.place = np.full(len(self.side), -1, np.int64)", ("-1 => 1",)),
    (
        SPEED,
        "ranking/index.py",
        "self._lane = np.int16 if top <= np.iinfo(np.int16).max else np.int32",
        (
            "np.int16 if top <= np.iinfo(np.int16).max else np.int32 => np.int16 if False else np.int32",
            "top <= np.iinfo(np.int16).max => top < np.iinfo(np.int16).max",
        ),
    ),
    (
        SPEED,
        "ranking/index.py",
        "if len(rows) < BATCH:",
        ("if len(rows) < BATCH: => if True:", "len(rows) < BATCH => len(rows) <= BATCH"),
    ),
    (
        SPEED,
        "ranking/index.py",
        "return np.lexsort((side.x[rows], ((y - y.min()) / 4_000).astype(np.int64)))",
        ("4000 => 4001", "(y - y.min()) / 4000 => (y - y.min()) * 4000", "y - y.min() => y + y.min()"),
    ),
    (
        LENGTHS,
        "ranking/reasons.py",
        "for c, w in zip(profiles.kinds[profile], profiles.amounts[profile], strict=True)",
        ("True => False",),
    ),
    (
        LENGTHS,
        "ranking/reasons.py",
        "for c, level in zip(seekers.kinds[seeker], seekers.amounts[seeker], strict=True)",
        ("True => False",),
    ),
    (
        "there is no bit beyond the sixty-fourth",
        "ranking/reasons.py",
        "missing=tuple(bit for bit in range(64) if lacking >> bit & 1),",
        ("64 => 65",),
    ),
    (SHAPES, "ranking/search.py", "LANES = 4096", ("4096 => 4097",)),
    (SHAPES, "ranking/search.py", "ROW_BITS = 31", ("31 => 32",)),
    (WIDER, "ranking/search.py", "SAFE = 1.00001", ("1.00001 => 2.00001",)),
    *(
        (UNCHECKED, "ranking/search.py", line, ("first + n => first - n",))
        for line in (
            "c0, c1 = columns[0, first : first + n], columns[1, first : first + n]",
            "c2, c3 = columns[2, first : first + n], columns[3, first : first + n]",
            "c4, c5 = columns[4, first : first + n], columns[5, first : first + n]",
            "c6, c7 = columns[6, first : first + n], columns[7, first : first + n]",
            "px, py = xs[first : first + n], ys[first : first + n]",
            "px, py, r2 = xs[first : first + n], ys[first : first + n], reach2s[first : first + n]",
            "p, q, d = lows[first : first + n], highs[first : first + n], days[first : first + n]",
            "b = column[first : first + n]",
        )
    ),
    (EQUAL, "ranking/search.py", "while i > 0 and best[i - 1] < key:", ("best[i - 1] < key => best[i - 1] <= key",)),
    (EQUAL, "ranking/search.py", "if key > best[k - 1]:", ("key > best[k - 1] => key >= best[k - 1]",)),
    (SHAPES, "ranking/search.py", "level = np.zeros(1 << 15, np.int64)", ("1 => 2", "15 => 16")),
    (
        "a reach that is read only where the asking side has one",
        "ranking/search.py",
        "reach = np.float32(0) if they_reach else reach_[i]",
        ("0 => 1",),
    ),
    (
        BITS,
        "ranking/search.py",
        "low, high = (np.int16(-32768), np.int16(32767)) if any_hours else (low_[i], high_[i])",
        ("-32768 => 32768",),
    ),
    (BITS, "ranking/search.py", "day = np.int16(-32768) if any_day else np.int16(-day_[i])", ("-32768 => 32768",)),
    (
        WIDER,
        "ranking/search.py",
        "wide = float(layer_reach[layer] if they_reach else reach) * SAFE + 1",
        ("1 => 2",),
    ),
    (
        WIDER,
        "ranking/search.py",
        "last_strip = int(max(-1.0, min((y + wide - south) / height, strips - 1.0)))",
        ("(y + wide - south) / height => (y + wide - south) * height",),
    ),
    (
        "half of a circle a metre and more too wide is a little less wide, at least as wide as the circle",
        "ranking/search.py",
        "off = max(0.0, max(bottom - y, y - (bottom + height)))",
        ("0.0 => 1.0",),
    ),
    (
        "a strip beyond the circle is read from nowhere to nowhere: its half is no number",
        "ranking/search.py",
        "if off > wide:",
        ("if off > wide: => if False:", "off > wide => off >= wide"),
    ),
    ("as above: nothing of the strip is read", "ranking/search.py", "continue", ("continue => pass",)),
    (
        WIDER,
        "ranking/search.py",
        "half = np.sqrt(wide * wide - off * off) + 1",
        ("1 => 2", "wide * wide - off * off => wide * wide + off * off"),
    ),
    (WIDER, "ranking/search.py", "b = max(begin, _first_from(west, begin, end, x - half) - 1)", ("1 => 2",)),
    (
        SPEED,
        "ranking/search.py",
        "if _is_worth_a_look(lanes, start, least):",
        ("if _is_worth_a_look(lanes, start, least): => if True:",),
    ),
    (
        "a lane below the least gives a key below the last of the best",
        "ranking/search.py",
        "if lanes[lane] >= least:",
        ("if lanes[lane] >= least: => if True:",),
    ),
    (LAST, "ranking/search.py", "if best[j] >= 0:", ("best[j] >= 0 => best[j] > 0", "0 => 1")),
    (
        ONE_BY_ONE,
        "seating/contract.py",
        "if not all(type(x) is int and 0 <= x <= MOST_AFFINITY for x in row):",
        (
            "if not all((type(x) is int and 0 <= x <= MOST_AFFINITY for x in row)): => if True:",
            "0 <= x <= MOST_AFFINITY => 0 < x <= MOST_AFFINITY",
            "0 <= x <= MOST_AFFINITY => 0 <= x < MOST_AFFINITY",
            "0 => 1",
        ),
    ),
    (
        LENGTHS,
        "seating/scoring.py",
        "for x, name in zip(chairs, (*at.candidates, *at.entrepreneurs), strict=True):",
        ("True => False",),
    ),
]  # fmt: skip
"""Why, the module, the line of the program, and the faults in it."""

EQUIVALENT = {(module, line, change): why for why, module, line, changes in _KNOWN for change in changes}
"""By module, line of the program and fault."""
