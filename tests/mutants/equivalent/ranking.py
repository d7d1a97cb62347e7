"""Of ranking: faults that no test can notice."""

from __future__ import annotations

from tests.mutants.equivalent.reasons import LENGTHS, SHAPES, SPEED, Fault

WIDER = "strips or rows are read that lie beyond the circle; each row is asked itself whether it is within"
UNCHECKED = "compiled loops read on from where a slice begins, without asking where it ends"
HOLES = "what a hole says is not read: it lies beyond every reach"
BITS = "the same sixteen bits"
EQUAL = "a key that is there already, put before or after itself"
LAST = "a key of 0 would be the row after the last that there can be, without points"
BESIDE = "a largest amount of 0 stands beside a sum of 0, and the smaller product counts"

FAULTS: list[Fault] = [
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
]  # fmt: skip
