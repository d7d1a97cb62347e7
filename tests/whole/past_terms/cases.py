"""Where the rooms lay down their rows, and how it is asked whether one still stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

IsThere = Callable[[], bool]
CASES: dict[tuple[str, str], Callable[[Any, datetime], IsThere]] = {}
TAKEN_BACK: dict[tuple[str, str], Callable[[Any, datetime], IsThere]] = {}
"""The same of what a colleague took back long before: no row says it any more, only history."""


def _one(make: Any, place: int, cast: Any, began: datetime) -> IsThere:
    answer: IsThere = make(cast, began)[place]
    return answer


def case(term: str, *models: str, among: Any = CASES) -> Any:
    def add(make: Any) -> Any:
        for place, model in enumerate(models):
            among[term, model] = partial(_one, make, place)
        return make

    return add


taken_back = partial(case, among=TAKEN_BACK)


def stands(*rows: Any) -> IsThere:
    """Whether one of these rows, or a line of its history, is there."""

    def ask() -> bool:
        return any(
            type(row).objects.filter(pk=row.pk).exists()
            or (
                hasattr(type(row), "pgh_event_model")
                and type(row).pgh_event_model.objects.filter(pgh_obj_id=row.pk).exists()
            )
            for row in rows
        )

    return ask


def says(row: Any, **values: Any) -> IsThere:
    """Whether the row, or a line of its history, says one of these values."""
    return lambda: any(
        type(row).objects.filter(pk=row.pk, **{name: value}).exists()
        or type(row).pgh_event_model.objects.filter(pgh_obj_id=row.pk, **{name: value}).exists()
        for name, value in values.items()
    )
