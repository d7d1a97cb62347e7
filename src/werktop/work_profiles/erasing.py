"""Letting go of a name in words about work. The room above, where such words are noted, knows who is erased."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import CASCADE, SET_NULL, Q

from werktop.audit.erasure import Unnamed, rows_that_name, write_unnamed

from .models import EmployerFunction, FunctionTask, WorkProfile

WORDS: dict[Any, tuple[str, ...]] = {
    WorkProfile: ("what", "own_words", "wage_words", "place_words", "travel", "select_how", "reason"),
    EmployerFunction: ("name",),
    FunctionTask: ("what", "done_by"),
}


def forget_in_work(rows: Q, likely: str, unnamed: Unnamed) -> None:
    """Work, functions and tasks stay without the name (`rows_that_name`), with what the work asks."""
    for model, words in WORDS.items():
        for row in rows_that_name(model, rows, words, likely, unnamed):
            hung, named = _hung_on(model, row.pk)
            write_unnamed(row, words, unnamed)
            for other, there in hung:
                other._default_manager.bulk_create(there)
            for other, field, keys in named:
                other._default_manager.filter(pk__in=keys).update(**{field: row.pk})


def _hung_on(about: Any, key: UUID) -> tuple[list[tuple[Any, list[Any]]], list[tuple[Any, str, list[UUID]]]]:
    """The rows that would go with this one, and those that would forget that they point at it."""
    hung, named = [], []
    for relation in about._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and not relation.concrete):
            continue
        field: Any = relation.field
        rows = field.model._default_manager.filter(**{field.attname: key})
        if field.remote_field.on_delete is CASCADE:
            hung.append((field.model, list(rows)))
        elif field.remote_field.on_delete is SET_NULL:
            named.append((field.model, field.attname, list(rows.values_list("pk", flat=True))))
    return hung, named
