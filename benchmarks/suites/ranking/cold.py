"""A cold start: two tables of PostgreSQL are read, an index is built, and the first rankings are asked, part by part."""

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, make_dataclass
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
from psycopg.rows import class_row

from benchmarks.tables import milliseconds, table
from werktop.config.commandline import postgres
from werktop.config.commandline.processes import stopping_in_order
from werktop.mechanisms.ranking import Index, Profiles, Seekers, profiles_from_rows, seekers_from_rows

from .towns import country

K = 20
RUNS = 5
PARTS = ("connect and read", "tables", "index", "first ranking of a seeker", "first ranking of a profile")
TYPES = {"f": "float4", "i": "int2", "u": "int8"}
LISTS = ("competencies", "levels", "weights")

Tables = tuple[Seekers, Profiles]


def cold_start(many: int) -> str:
    """What to print: each part for so many seekers, and two profiles for every five of them."""
    direct = country(many, max(1, many * 2 // 5))
    with _server() as url:
        version = _fill(url, direct)
        ways = [_runs(url, *way) for way in ((_read_rows, _by_columns), (_read_objects, _one_by_one))]
    expected = _all_answers(Index(*direct))
    said = ["exact" if _same(index, answers, expected) else "DIFFERS" for _, index, answers in ways]
    lines = [
        [part, *(milliseconds(seconds) for laps, _, _ in ways for seconds in laps[number])]
        for number, part in enumerate(PARTS)
    ]
    sums = [sum(column) for laps, _, _ in ways for column in zip(*laps, strict=True)]
    lines.append(["together", *map(milliseconds, sums)])
    return (
        f"A cold start: {len(direct[0]):,} seekers and {len(direct[1]):,} profiles in PostgreSQL {version}, from a new "
        f"connection to the first answers, compiled code loaded before; of {RUNS} runs the one with the median sum. "
        "Processor: of this process, not of the server. "
        f"Every row in both directions as from the arrays themselves: werktop {said[0]}, row objects {said[1]}.\n\n"
        + table(["", "werktop ms", "processor ms", "row objects one by one ms", "processor ms"], lines)
    )


@contextmanager
def _server() -> Iterator[str]:
    """The address of a PostgreSQL of the product's kind, in a folder that is gone at the end."""
    with stopping_in_order(), tempfile.TemporaryDirectory(prefix="werktop-cold-") as folder:
        cluster = postgres.Cluster(Path(folder) / "cluster", is_throwaway=True)
        try:
            with postgres.running(cluster):
                yield cluster.url(postgres.OWNER)
        finally:
            postgres.remove(cluster)


def _fill(url: str, direct: Tables) -> str:
    """Both tables written, without the places of competencies that nobody has; the server's version."""
    with psycopg.connect(url) as connection:
        for given in direct:
            names = [each.name for each in fields(given)]
            columns = [getattr(given, name) for name in names]
            types = [TYPES[column.dtype.kind] + "[]" * (column.ndim == 2) for column in columns]
            amounts = columns[names.index("levels" if "levels" in names else "weights")]
            words = ", ".join(f"{name} {each}" for name, each in zip(names, types, strict=True))
            connection.execute(f"create table {_name(type(given))} (row int primary key, {words})")
            with connection.cursor().copy(f"copy {_name(type(given))} from stdin (format binary)") as copy:
                copy.set_types(["int4", *types])
                for i in range(len(given)):
                    had = amounts[i] > 0
                    copy.write_row(
                        [i] + [
                            (column[i][had] if name in LISTS else column[i]).tolist()
                            for name, column in zip(names, columns, strict=True)
                        ]
                    )  # fmt: skip
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("vacuum analyze")
        return str(connection.execute("show server_version").fetchone()[0]).split()[0]


def _runs(
    url: str, read: Callable[..., Any], build: Callable[..., Any]
) -> tuple[list[tuple[float, float]], Index, list]:
    """(wall and processor seconds) of each part in the run with the median sum, and the last run's index and answers."""
    runs = []
    for _ in range(RUNS):
        gc.collect()
        at = [_now()]
        with psycopg.connect(url) as connection:
            found = [read(connection, kind) for kind in (Seekers, Profiles)]
        at.append(_now())
        tables = build(Seekers, found[0]), build(Profiles, found[1])
        at.append(_now())
        index = Index(*tables)
        at.append(_now())
        answers = [index.profiles_for([0], K)]
        at.append(_now())
        answers.append(index.seekers_for([0], K))
        at.append(_now())
        runs.append([(b[0] - a[0], b[1] - a[1]) for a, b in zip(at, at[1:], strict=False)])
        del found, tables
    runs.sort(key=lambda run: sum(wall for wall, _ in run))
    return runs[RUNS // 2], index, answers


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _all_answers(index: Index) -> list:
    return [index.profiles_for(k=K), index.seekers_for(k=K)]


def _same(index: Index, first: list, expected: list) -> bool:
    everything = zip(_all_answers(index), first, expected, strict=True)
    return all(
        np.array_equal(mine, theirs) and np.array_equal(one[0], theirs[0])
        for found, asked, wanted in everything
        for mine, one, theirs in zip(found, asked, wanted, strict=True)
    )


def _name(kind: type) -> str:
    return kind.__name__.lower()


def _question(kind: type) -> str:
    return f"select {', '.join(each.name for each in fields(kind))} from {_name(kind)} order by row"


def _read_rows(connection: psycopg.Connection, kind: type) -> list:
    """All rows at once, numbers in the form in which the server has them."""
    return connection.cursor(binary=True).execute(_question(kind)).fetchall()


def _by_columns(kind: type, rows: list) -> Seekers | Profiles:
    return seekers_from_rows(rows) if kind is Seekers else profiles_from_rows(rows)


def _read_objects(connection: psycopg.Connection, kind: type) -> list:
    """What is written first: an object for each row, with names for its values."""
    row = make_dataclass(kind.__name__, [each.name for each in fields(kind)])
    return connection.cursor(row_factory=class_row(row)).execute(_question(kind)).fetchall()


def _one_by_one(kind: type, objects: list) -> Seekers | Profiles:
    width = max(len(each.competencies) for each in objects)
    columns = {}
    for name in (each.name for each in fields(kind)):
        bits, metres = name in ("abilities", "required"), name in ("x_m", "y_m", "radius_m")
        wide = width if name in LISTS else 8 if name == "affinities" else None
        column = np.zeros(
            (len(objects), wide) if wide else len(objects),
            np.uint64 if bits else np.float32 if metres else np.int16,
        )
        for i, each in enumerate(objects):
            value = getattr(each, name)
            if wide:
                column[i, : len(value)] = value
            else:
                column[i] = value
        columns[name] = column
    return kind(**columns)
