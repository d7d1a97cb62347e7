"""What is measured beside us: a compiled loop over a grid, general engines, and vector search."""

import duckdb
import faiss
import numpy as np
import polars as pl
from numba import njit

from werktop.mechanisms.ranking import Profiles, Seekers

from .towns import KINDS

CELL = 4_000.0
QUERY = f"""
with score as (
  select s.row as s, p.row as p,
    coalesce((select sum(2 * a.amount * b.amount) from s_has a join p_has b using (kind)
              where a.row = s.row and b.row = p.row), 0)
    + {" + ".join(f"s.likes{k} * p.likes{k}" for k in range(8))} as points
  from s join p on (p.x - s.x) * (p.x - s.x) + (p.y - s.y) * (p.y - s.y) <= s.r * s.r
    and s.low <= p.high and p.low <= s.high and p.day >= s.day and (p.bits & ~s.bits) = 0
)
select s, p, points from score qualify row_number() over (partition by s order by points desc, p) <= {{k}}
order by s, points desc, p
"""


class Grid:
    """Profiles in cells of four kilometres, and the compiled loop over the cells around a seeker: what a good engineer
    writes in a day."""

    def __init__(self, seekers: Seekers, profiles: Profiles):
        x, y = profiles.x_m, profiles.y_m
        self.corner = float(x.min()), float(y.min())
        column, row = ((v - low) / CELL for v, low in zip((x, y), self.corner, strict=True))
        cell = row.astype(np.int64) * (width := int(column.max()) + 1) + column.astype(np.int64)
        self.shape = width, int(row.max()) + 1
        self.order = np.argsort(cell, kind="stable").astype(np.int32)
        self.start = np.concatenate([[0], np.cumsum(np.bincount(cell, minlength=width * self.shape[1]))])
        self.seekers = tuple(vars(seekers).values())
        self.profiles = tuple(np.ascontiguousarray(column[self.order]) for column in vars(profiles).values())

    def profiles_for(self, rows: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
        """(rows, scores) as `Index.profiles_for` gives them."""
        keys = _best_in_cells(
            rows.astype(np.int64), *self.seekers, *self.profiles, *self.corner, *self.shape, self.order, self.start, k,
            KINDS,
        )  # fmt: skip
        found = keys >= 0
        return (
            np.where(found, 0x7FFFFFFF - (keys & 0xFFFFFFFF), -1).astype(np.int32),
            np.where(found, keys >> 32, -1).astype(np.int32),
        )


@njit(nogil=True, cache=True)
def _best_in_cells(
    rows, sx, sy, sr, low, high, day, able, kinds, levels, likes, px, py, asked, most, start_day, needs, its_kinds,
    weights, its_likes, x0, y0, width, height, order, start, k, every_kind,
):  # fmt: skip
    level = np.zeros(every_kind, np.int32)
    keys = np.full((rows.size, k), -1, np.int64)
    for t in range(rows.size):
        s = rows[t]
        for j in range(kinds.shape[1]):
            if levels[s, j]:
                level[kinds[s, j]] = levels[s, j]
        mine, reach = keys[t], sr[s] * sr[s]
        left, right = (
            max(0, int((sx[s] - sr[s] - x0) / CELL)),
            min(width - 1, int((sx[s] + sr[s] - x0) / CELL)),
        )
        down, up = max(0, int((sy[s] - sr[s] - y0) / CELL)), min(height - 1, int((sy[s] + sr[s] - y0) / CELL))
        for row in range(down, up + 1):
            for p in range(start[row * width + left], start[row * width + max(left, right) + 1]):
                dx, dy = px[p] - sx[s], py[p] - sy[s]
                if (
                    dx * dx + dy * dy > reach
                    or most[p] < low[s]
                    or asked[p] > high[s]
                    or start_day[p] < day[s]
                    or needs[p] & ~able[s]
                ):
                    continue
                points = 0
                for j in range(its_kinds.shape[1]):
                    points += level[its_kinds[p, j]] * weights[p, j]
                points *= 2
                for j in range(8):
                    points += np.int32(likes[s, j]) * its_likes[p, j]
                key = (np.int64(points) << 32) | (0x7FFFFFFF - np.int64(order[p]))
                if key > mine[k - 1]:
                    j = k - 1
                    while j > 0 and mine[j - 1] < key:
                        mine[j] = mine[j - 1]
                        j -= 1
                    mine[j] = key
        for j in range(kinds.shape[1]):
            level[kinds[s, j]] = 0
    return keys


def by_duckdb(database: duckdb.DuckDBPyConnection, seekers: int, k: int) -> tuple[np.ndarray, np.ndarray]:
    """One SQL query over the tables of `load_duckdb`, on two threads."""
    found = database.execute(QUERY.format(k=k)).fetchnumpy()
    return _as_rows(seekers, k, found["s"], found["p"], found["points"])


def load_duckdb(seekers: Seekers, profiles: Profiles) -> duckdb.DuckDBPyConnection:
    """Both tables, and a row for each competency of theirs."""
    connection = duckdb.connect(config={"threads": 2})
    for name, given in (("s", seekers), ("p", profiles)):
        for said, columns in zip(("", "_has"), _columns(given), strict=True):
            connection.register("given", columns)
            connection.execute(f"create table {name}{said} as from given")
            connection.unregister("given")
    return connection


def by_polars(seekers: Seekers, profiles: Profiles, k: int) -> tuple[np.ndarray, np.ndarray]:
    """Each seeker's profiles by expressions over columns, in polars' own threads."""
    frame, has = map(pl.DataFrame, _columns(profiles))
    likes = np.asarray(profiles.affinities, np.int32)
    out = np.full((len(seekers), k), -1, np.int32), np.full((len(seekers), k), -1, np.int32)
    for s in range(len(seekers)):
        near = frame.lazy().with_columns(liked=pl.Series(likes @ np.asarray(seekers.affinities[s], np.int32))).filter(
            ((pl.col("x") - seekers.x_m[s]) ** 2 + (pl.col("y") - seekers.y_m[s]) ** 2 <= seekers.radius_m[s] ** 2)
            & (pl.col("high") >= int(seekers.hours_min[s])) & (pl.col("low") <= int(seekers.hours_max[s]))
            & (pl.col("day") >= int(seekers.available_day[s]))
            & (pl.col("bits") & ~np.uint64(seekers.abilities[s]) == 0)
        )  # fmt: skip
        mine = pl.LazyFrame(
            {"kind": seekers.competencies[s], "level": seekers.levels[s].astype(np.int32)}
        ).filter(pl.col("level") > 0)
        shared = (
            has.lazy().join(near.select("row"), on="row", how="semi").join(mine, on="kind")
            .group_by("row").agg(shared=(2 * pl.col("amount") * pl.col("level")).sum())
        )  # fmt: skip
        best = (
            near.join(shared, on="row", how="left")
            .select("row", points=pl.col("liked") + pl.col("shared").fill_null(0))
            .sort(["points", "row"], descending=[True, False]).head(k).collect()
        )  # fmt: skip
        out[0][s, : len(best)], out[1][s, : len(best)] = best["row"].to_numpy(), best["points"].to_numpy()
    return out


def dense(table: Seekers | Profiles) -> np.ndarray:
    """A vector for each row, so that the score is a product of two: levels or weights, and affinities."""
    amounts = table.levels if isinstance(table, Seekers) else table.weights
    vectors = np.zeros((len(table), KINDS + 8), np.float32)
    np.put_along_axis(vectors, np.asarray(table.competencies, np.int64), np.asarray(amounts, np.float32), 1)
    if isinstance(table, Seekers):
        vectors *= 2
    vectors[:, KINDS:] = table.affinities
    return vectors


def by_blas(seekers: np.ndarray, profiles: np.ndarray) -> float:
    """The products alone, a thousand seekers at a time, on all cores: no filter, no best twenty. Returns a sum of them."""
    told = 0.0
    for a in range(0, len(seekers), 1_000):
        told += float((seekers[a : a + 1_000] @ profiles.T)[:, 0].sum())
    return told


class Faiss:
    """The nearest by inner product in an inverted file of 1,024 lists, 32 of them looked through; filters come after, on
    `many` found."""

    def __init__(self, profiles: np.ndarray):
        faiss.omp_set_num_threads(2)
        self.index = faiss.IndexIVFFlat(
            faiss.IndexFlatIP(profiles.shape[1]), profiles.shape[1], 1_024, faiss.METRIC_INNER_PRODUCT
        )
        chance = np.random.default_rng(1)
        self.index.train(profiles[chance.choice(len(profiles), min(len(profiles), 50_000), replace=False)])
        self.index.add(profiles)
        self.index.nprobe = 32

    def found(self, seekers: np.ndarray, many: int = 400) -> np.ndarray:
        """Rows that may be among the best."""
        return self.index.search(seekers, many)[1]


def _columns(given: Seekers | Profiles) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """A row for each of them, and a row for each of their competencies."""
    is_seekers = isinstance(given, Seekers)
    amounts = np.asarray(given.levels if is_seekers else given.weights)
    row, slot = np.nonzero(amounts)
    facts = {
        "row": np.arange(len(given), dtype=np.int32),
        "x": given.x_m,
        "y": given.y_m,
        "r": given.radius_m if is_seekers else given.x_m,
        "low": given.hours_min,
        "high": given.hours_max,
        "day": given.available_day if is_seekers else given.start_day,
        "bits": given.abilities if is_seekers else given.required,
    } | {f"likes{k}": np.ascontiguousarray(given.affinities[:, k], np.int32) for k in range(8)}
    return facts, {
        "row": row.astype(np.int32),
        "kind": np.asarray(given.competencies)[row, slot],
        "amount": amounts[row, slot].astype(np.int32),
    }


def _as_rows(
    count: int, k: int, asking: np.ndarray, row: np.ndarray, points: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    out = np.full((count, k), -1, np.int32), np.full((count, k), -1, np.int32)
    rank = np.arange(len(asking)) - np.searchsorted(asking, asking)
    out[0][asking, rank], out[1][asking, rank] = row, points
    return out
