"""The JSON contract of matching (version 1): text in, text out, every error with the field's path."""

from collections.abc import Mapping
from typing import Any

from werktop.mechanisms.fields import (
    identity,
    integer,
    json_list,
    json_object,
    known_id,
    needed,
    optional_list,
    texts,
    unique_ids,
)
from werktop.mechanisms.refusals import MalformedProblem

from .problem import Candidate, Matching, Place, Problem, Tiers

MOST_TALKS = 1_000_000  # more than anybody has: keeps sums within machine numbers


def parse(document: Any) -> Problem:
    """The problem in a decoded JSON document. Raises MalformedProblem naming the first wrong field."""
    fields = json_object(document, "", ("version", "agreed", "candidates", "places"))
    if integer(needed(fields, "version"), "version", 1) != 1:
        raise MalformedProblem("version", "only version 1 is known")
    listed = {name: json_list(needed(fields, name), name) for name in ("candidates", "places")}
    ids = {
        name: [identity(json_object(x, f"{name}[{i}]", ()), f"{name}[{i}]") for i, x in enumerate(people)]
        for name, people in listed.items()
    }
    unique_ids(ids)
    candidate_ids, place_ids = set(ids["candidates"]), set(ids["places"])
    agreed = []
    for i, pair in enumerate(optional_list(fields, "agreed")):
        path = f"agreed[{i}]"
        if len(json_list(pair, path)) != 2:
            raise MalformedProblem(path, "must be a candidate and a place")
        one = known_id(pair[0], f"{path}[0]", candidate_ids, "candidate")
        agreed.append((one, known_id(pair[1], f"{path}[1]", place_ids, "place")))
    return Problem(
        candidates=[_candidate(x, f"candidates[{i}]", place_ids) for i, x in enumerate(listed["candidates"])],
        places=[_place(x, f"places[{i}]", candidate_ids) for i, x in enumerate(listed["places"])],
        agreed=agreed,
    )


def as_json(matching: Matching) -> dict[str, Any]:
    """The answer of the contract: {"pairs": ..., "report": ...}."""
    report = None
    if matching.report:
        report = {k: list(v) if isinstance(v, tuple) else v for k, v in vars(matching.report).items()}
    return {"pairs": [list(pair) for pair in matching.pairs], "report": report}


def _candidate(value: Any, path: str, places: set[str]) -> Candidate:
    fields = json_object(value, path, Candidate._fields)
    return Candidate(
        identity(fields, path),
        integer(needed(fields, "capacity", path), f"{path}.capacity", 0, MOST_TALKS),
        _wants(needed(fields, "wants", path), f"{path}.wants", places, "place"),
        frozenset(texts(optional_list(fields, "groups", path), f"{path}.groups")),
    )


def _place(value: Any, path: str, candidates: set[str]) -> Place:
    fields = json_object(value, path, Place._fields)
    reserve = {} if fields.get("reserve") is None else fields["reserve"]
    if not isinstance(reserve, Mapping):
        raise MalformedProblem(f"{path}.reserve", "must be a JSON object of group and number")
    return Place(
        identity(fields, path),
        integer(needed(fields, "capacity", path), f"{path}.capacity", 0, MOST_TALKS),
        _wants(needed(fields, "wants", path), f"{path}.wants", candidates, "candidate"),
        {group: integer(kept, f"{path}.reserve.{group}", 0, MOST_TALKS) for group, kept in reserve.items()},
    )


def _wants(value: Any, path: str, known: set[str], what: str) -> Tiers:
    tiers, seen = [], set()
    for i, tier in enumerate(json_list(value, path)):
        for j, name in enumerate(json_list(tier, f"{path}[{i}]")):
            if known_id(name, f"{path}[{i}][{j}]", known, what) in seen:
                raise MalformedProblem(f"{path}[{i}][{j}]", f"'{name}' is listed twice")
            seen.add(name)
        tiers.append(tuple(tier))
    return tuple(tiers)
