"""Reading JSON field by field: whoever sent it learns the path of the first field that is wrong."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from werktop.mechanisms.refusals import MalformedProblem


def unique_ids(lists: Mapping[str, Iterable[str]]) -> None:
    """No id twice across several named lists."""
    seen: dict[str, str] = {}
    for name, ids in lists.items():
        for i, thing in enumerate(ids):
            path = f"{name}[{i}].id"
            if thing in seen:
                raise MalformedProblem(path, f"'{thing}' is already the id at {seen[thing]}")
            seen[thing] = path


def json_object(value: Any, path: str, fields: Iterable[str]) -> dict[str, Any]:
    """A JSON object; a key that looks like a slip of a known one is refused, other keys are left alone."""
    if not isinstance(value, dict):
        raise MalformedProblem(path, "must be a JSON object")
    for name in value:
        if name not in fields:  # a slip of the pen must not silently drop a rule
            near = difflib.get_close_matches(name, [k for k in fields if k not in value], 1, 0.75)
            if near:
                raise MalformedProblem(f"{path}.{name}" if path else name, f"unknown; '{near[0]}' was meant?")
    return value


def needed(fields: dict[str, Any], name: str, path: str = "") -> Any:
    """The value of a field that must be there."""
    if name not in fields:
        raise MalformedProblem(f"{path}.{name}" if path else name, "is missing")
    return fields[name]


def optional_list(fields: dict[str, Any], name: str, path: str = "") -> list[Any]:
    """The value of a list that may be missing or null."""
    value = fields.get(name)
    return [] if value is None else json_list(value, f"{path}.{name}" if path else name)


def json_list(value: Any, path: str) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise MalformedProblem(path, "must be a list")
    return value


def integer(value: Any, path: str, least: int, most: int | None = None) -> int:
    """A whole number within limits (no booleans, no 2.0)."""
    if type(value) is not int:
        raise MalformedProblem(path, "must be a whole number")
    if value < least or (most is not None and value > most):
        limits = f"from {least} to {most}" if most is not None else f"at least {least}"
        raise MalformedProblem(path, f"is {value}, must be {limits}")
    return value


def boolean(value: Any, path: str) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise MalformedProblem(path, "must be true or false")
    return value


def text(value: Any, path: str) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value:
        raise MalformedProblem(path, "must be a text that is not empty")
    if not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
        raise MalformedProblem(path, "has half of a letter in it (a lone surrogate)")
    return value


def texts(value: Any, path: str) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(text(x, f"{path}[{i}]") for i, x in enumerate(json_list(value, path)))


def identity(fields: dict[str, Any], path: str) -> str:
    """The `id` of an object."""
    return text(needed(fields, "id", path), f"{path}.id")


def known_id(value: Any, path: str, known: set[str], what: str) -> str:
    """The id of something that exists."""
    if text(value, path) not in known:
        raise MalformedProblem(path, f"'{value}' is not a known {what}")
    return value
