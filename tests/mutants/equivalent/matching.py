"""Of matching: faults that no test can notice."""

from __future__ import annotations

from tests.mutants.equivalent.reasons import LENGTHS, SHAPES, SPEED, Fault

UNREAD = "a key that is not read: whoever is at the end of the list asks nobody"
TIGHT = "the integer programme has the same whole solutions; it is looser or tighter between them"
WEIGHTS = "a weight larger than it need be puts matchings in the same order"
NOBODY = "a mark that no wish, person or step has: any other such will do"

FAULTS: list[Fault] = [
    (
        "nobody, -1, has no wishes: their list would run from the end of all lists back to the beginning",
        "matching/enlarging.py",
        "while i >= 0:",
        ("while i >= 0: => while True:",),
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
    (UNREAD, "matching/many.py", "if wants.shape[1] == 0:", ("if wants.shape[1] == 0: => if False:",)),
    (SHAPES, "matching/many.py", "first[0] = 0", ("0 => 1",)),
    (
        "no two keys are equal: each ends in its row, and who asks sits nowhere",
        "matching/many.py",
        "if held[first + below] <= key:",
        ("held[first + below] <= key => held[first + below] < key",),
    ),
    (
        "as above, but for chairs that nobody has, and which of those is on top is the same to all",
        "matching/many.py",
        "if below + 1 < chairs and held[first + below + 1] > held[first + below]:",
        ("held[first + below + 1] > held[first + below] => held[first + below + 1] >= held[first + below]",),
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
]  # fmt: skip
