"""The JSON contract of seating (version 1): text in, text out, every error with the field's path."""

from typing import Any

import numpy as np

from werktop.mechanisms.fields import (
    boolean,
    identity,
    integer,
    json_list,
    json_object,
    known_id,
    needed,
    optional_list,
    text,
    texts,
    unique_ids,
)
from werktop.mechanisms.refusals import MalformedProblem

from .problem import (
    Absence,
    Candidate,
    Entrepreneur,
    FixedSeat,
    Plan,
    Problem,
    Rounds,
    Table,
    TableSeating,
)

FIELDS = (
    *("version", "rounds", "max_table_size", "entrepreneurs_per_table", "repeat_penalty"),
    *("tables", "candidates", "entrepreneurs", "affinity"),
    *("apart", "together", "fixed", "absent", "previous", "change_cost"),
)
MOST_ROUNDS = 40
MOST_CHAIRS = 1_000_000  # more than any hall has: keeps sums within machine numbers
MOST_AFFINITY = 1000


def parse(document: Any) -> Problem:
    """The problem in a decoded JSON document. Raises MalformedProblem naming the first wrong field."""
    fields = json_object(document, "", FIELDS)
    if integer(needed(fields, "version"), "version", 1) != 1:
        raise MalformedProblem("version", "only version 1 is known")
    rounds = integer(needed(fields, "rounds"), "rounds", 1, MOST_ROUNDS)
    tables = [_table(x, f"tables[{i}]") for i, x in enumerate(json_list(needed(fields, "tables"), "tables"))]
    if not tables:
        raise MalformedProblem("tables", "at least one table is needed")
    candidates = [
        _candidate(x, f"candidates[{i}]")
        for i, x in enumerate(json_list(needed(fields, "candidates"), "candidates"))
    ]
    table_ids = {t.id for t in tables}
    entrepreneurs = [
        _entrepreneur(x, f"entrepreneurs[{i}]", table_ids)
        for i, x in enumerate(json_list(needed(fields, "entrepreneurs"), "entrepreneurs"))
    ]
    unique_ids(
        {
            "tables": [t.id for t in tables],
            "candidates": [c.id for c in candidates],
            "entrepreneurs": [e.id for e in entrepreneurs],
        }
    )
    candidate_ids = {c.id for c in candidates}
    people = candidate_ids | {e.id for e in entrepreneurs}
    fixed = [
        _fixed(x, f"fixed[{i}]", rounds, people, table_ids)
        for i, x in enumerate(optional_list(fields, "fixed"))
    ]
    seen: dict[tuple[int, str], str] = {}
    for i, seat in enumerate(fixed):
        if seen.setdefault((seat.round, seat.person), seat.table) != seat.table:
            raise MalformedProblem(
                f"fixed[{i}]", f"{seat.person} is already fixed elsewhere in round {seat.round}"
            )
    return Problem(
        rounds=rounds,
        tables=tables,
        candidates=candidates,
        entrepreneurs=entrepreneurs,
        affinity=_affinity(needed(fields, "affinity"), len(candidates), len(entrepreneurs)),
        max_table_size=integer(needed(fields, "max_table_size"), "max_table_size", 1, MOST_CHAIRS),
        entrepreneurs_per_table=integer(
            fields.get("entrepreneurs_per_table", 2), "entrepreneurs_per_table", 0, MOST_CHAIRS
        ),
        repeat_penalty=integer(fields.get("repeat_penalty", 50), "repeat_penalty", 0, 10**9),
        apart=_pairs(fields, "apart", candidate_ids),
        together=_pairs(fields, "together", candidate_ids),
        fixed=fixed,
        absent=[
            _absence(x, f"absent[{i}]", rounds, people) for i, x in enumerate(optional_list(fields, "absent"))
        ],
        previous=None if fields.get("previous") is None else parse_rounds(fields["previous"], "previous"),
        change_cost=integer(fields.get("change_cost", 0), "change_cost", 0, 10**9),
    )


def parse_rounds(document: Any, path: str = "rounds") -> Rounds:
    """The `rounds` of an answer, as they come back in `previous`; ids in it may be unknown by now."""
    rounds = []
    for r, seating in enumerate(json_list(document, path)):
        tables = []
        for t, table in enumerate(json_list(seating, f"{path}[{r}]")):
            where = f"{path}[{r}][{t}]"
            fields = json_object(table, where, ("table", "candidates", "entrepreneurs"))
            tables.append(
                TableSeating(
                    text(needed(fields, "table", where), f"{where}.table"),
                    texts(needed(fields, "candidates", where), f"{where}.candidates"),
                    texts(needed(fields, "entrepreneurs", where), f"{where}.entrepreneurs"),
                )
            )
        rounds.append(tuple(tables))
    return tuple(rounds)


def as_json(plan: Plan) -> dict[str, Any]:
    """The answer of the contract: {"rounds": ..., "report": ...}."""
    rounds = [
        [
            {"table": at.table, "candidates": list(at.candidates), "entrepreneurs": list(at.entrepreneurs)}
            for at in seating
        ]
        for seating in plan.rounds
    ]
    return {"rounds": rounds, "report": dict(vars(plan.report)) if plan.report else None}


def _table(value: Any, path: str) -> Table:
    fields = json_object(value, path, Table._fields)
    return Table(
        identity(fields, path),
        frozenset(texts(needed(fields, "languages", path), f"{path}.languages")),
        boolean(fields.get("step_free", False), f"{path}.step_free"),
    )


def _candidate(value: Any, path: str) -> Candidate:
    fields = json_object(value, path, Candidate._fields)
    return Candidate(
        identity(fields, path),
        frozenset(texts(needed(fields, "languages", path), f"{path}.languages")),
        boolean(fields.get("step_free", False), f"{path}.step_free"),
    )


def _entrepreneur(value: Any, path: str, tables: set[str]) -> Entrepreneur:
    fields = json_object(value, path, Entrepreneur._fields)
    own = fields.get("own_table")
    if own is not None:
        own = known_id(own, f"{path}.own_table", tables, "table")
    return Entrepreneur(identity(fields, path), own)


def _fixed(value: Any, path: str, rounds: int, people: set[str], tables: set[str]) -> FixedSeat:
    fields = json_object(value, path, FixedSeat._fields)
    return FixedSeat(
        integer(needed(fields, "round", path), f"{path}.round", 1, rounds),
        known_id(needed(fields, "person", path), f"{path}.person", people, "person"),
        known_id(needed(fields, "table", path), f"{path}.table", tables, "table"),
    )


def _absence(value: Any, path: str, rounds: int, people: set[str]) -> Absence:
    fields = json_object(value, path, Absence._fields)
    start = integer(needed(fields, "from_round", path), f"{path}.from_round", 1, rounds)
    return Absence(
        known_id(needed(fields, "person", path), f"{path}.person", people, "person"),
        start,
        integer(needed(fields, "to_round", path), f"{path}.to_round", start, rounds),
    )


def _pairs(fields: dict[str, Any], name: str, candidates: set[str]) -> list[tuple[str, str]]:
    pairs = []
    for i, pair in enumerate(optional_list(fields, name)):
        path = f"{name}[{i}]"
        if len(json_list(pair, path)) != 2:
            raise MalformedProblem(path, "must be a pair of candidates")
        one, other = (known_id(x, f"{path}[{j}]", candidates, "candidate") for j, x in enumerate(pair))
        if one == other:
            raise MalformedProblem(path, f"{one} is paired with itself")
        pairs.append((one, other))
    return pairs


def _affinity(value: Any, rows: int, columns: int) -> np.ndarray:
    matrix = json_list(value, "affinity")
    if len(matrix) != rows:
        raise MalformedProblem("affinity", f"has {len(matrix)} rows for {rows} candidates")
    for i, row in enumerate(matrix):
        if len(json_list(row, f"affinity[{i}]")) != columns:
            raise MalformedProblem(f"affinity[{i}]", f"has {len(row)} columns for {columns} entrepreneurs")
        if not all(type(x) is int and 0 <= x <= MOST_AFFINITY for x in row):
            for j, x in enumerate(row):
                integer(x, f"affinity[{i}][{j}]", 0, MOST_AFFINITY)
    return np.array(matrix, np.int64).reshape(rows, columns)
