"""The ranking against one SQL query in another engine: the whole question, written once more by other hands."""

from __future__ import annotations

import duckdb
import numpy as np
import pytest
from tests.mechanisms.ranked import market

from werktop.mechanisms import ranking

BEST = """
with score as (
  select s.row as s, p.row as p,
    coalesce((select sum(2 * a.amount * b.amount) from s_has a join p_has b using (kind)
              where a.row = s.row and b.row = p.row), 0)
    + list_sum(list_transform(list_zip(s.likes, p.likes), lambda pair: pair[1] * pair[2])) as points
  from s join p on
    (p.x - s.x) * (p.x - s.x) + (p.y - s.y) * (p.y - s.y) <= s.r * s.r
    and s.low <= p.high and p.low <= s.high and p.day >= s.day and (p.bits & ~s.bits) = 0
)
select {one}, {other}, points from score
qualify row_number() over (partition by {one} order by points desc, {other}) <= {k}
order by {one}, points desc, {other}
"""


@pytest.fixture(scope="module")
def tables():
    return market(2026, 300, 250, kinds=40, land=60_000)


@pytest.fixture(scope="module")
def database(tables):
    """Both tables in DuckDB: a row each, and a row for each competency of theirs."""
    connection = duckdb.connect()
    for name, table, amounts in (("s", tables[0], "levels"), ("p", tables[1], "weights")):
        connection.execute(
            f"create table {name} (row int, x float, y float, r float, low int, high int, day int, "
            "bits ubigint, likes int[])"
        )
        connection.execute(f"create table {name}_has (row int, kind int, amount int)")
        reach = getattr(table, "radius_m", np.zeros(len(table)))
        day = table.available_day if name == "s" else table.start_day
        bits = table.abilities if name == "s" else table.required
        facts = zip(
            table.x_m, table.y_m, reach, table.hours_min, table.hours_max, day, bits, table.affinities,
            strict=True,
        )  # fmt: skip
        connection.executemany(
            f"insert into {name} values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                [row, *map(float, f[:3]), *map(int, f[3:7]), [int(a) for a in f[7]]]
                for row, f in enumerate(facts)
            ],
        )
        has = [
            [row, int(kind), int(amount)]
            for row in range(len(table))
            for kind, amount in zip(table.competencies[row], getattr(table, amounts)[row], strict=True)
            if amount
        ]
        connection.executemany(f"insert into {name}_has values (?, ?, ?)", has)
    return connection


@pytest.mark.parametrize(("one", "other"), [("s", "p"), ("p", "s")])
def test_the_ranking_is_what_one_query_says(tables, database, one, other):
    found = ranking.Index(*tables)
    rows, scores = (found.profiles_for if one == "s" else found.seekers_for)(k=10)
    said = database.execute(BEST.format(one=one, other=other, k=10)).fetchall()
    assert said == [
        (asking, int(row), int(points))
        for asking in range(len(rows))
        for row, points in zip(rows[asking], scores[asking], strict=True)
        if row >= 0
    ]
    assert len(said) > 500
