"""Typed rows as JSON and back, without loss."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

from .kinds.candidates import CandidateRow
from .kinds.entrepreneurs import EntrepreneurRow

AnyRow = CandidateRow | EntrepreneurRow
ROW_OF: dict[str, type[AnyRow]] = {
    "sonar": CandidateRow,
    "candidates": CandidateRow,
    "entrepreneurs": EntrepreneurRow,
}


def as_json(rows: Iterable[AnyRow]) -> list[dict[str, Any]]:
    """Plain values: dates as ISO text, decimals as text, tuples as lists. What a list does not say is left out."""
    return [
        {
            field.name: _plain(value)
            for field in dataclasses.fields(row)
            if (value := getattr(row, field.name)) != field.default
        }
        for row in rows
    ]


def from_json(kind: str, stored: Iterable[dict[str, Any]]) -> list[AnyRow]:
    """The rows that `as_json` was given."""
    row_type = ROW_OF[kind]
    types_ = get_type_hints(row_type)
    return [
        row_type(**{name: _typed(value, types_[name]) for name, value in plain.items()}) for plain in stored
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def _typed(value: Any, type_: Any) -> Any:
    if isinstance(type_, types.UnionType):  # "something, or None where the list does not say"
        if value is None:
            return None
        type_ = next(one for one in get_args(type_) if one is not type(None))
    if type_ is date:
        return date.fromisoformat(value)
    if type_ is Decimal:
        return Decimal(value)
    return tuple(value) if get_origin(type_) is tuple else value
