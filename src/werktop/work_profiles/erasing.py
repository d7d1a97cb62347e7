"""Letting go of a name in words about work. The room above, where such words are noted, knows who is erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import CASCADE, SET_NULL, Q

from werktop.audit.erasure import forget_history, write_anew

from .models import EmployerFunction, FunctionTask, WorkProfile

WORDS: dict[Any, tuple[str, ...]] = {
    WorkProfile: ("what", "own_words", "wage_words", "place_words", "travel", "select_how", "reason"),
    EmployerFunction: ("name",),
    FunctionTask: ("what", "done_by"),
}


def forget_in_work(rows: Q, likely: str, unnamed: Callable[[str, UUID], str]) -> None:
    """Write anew those of `rows` (of an organisation, or a region) of which `unnamed(words, organisation_id)` changes any words,
    now or before, and let go of their history. `likely` is a pattern that all such words hold. What the work asks stays.

    Called in the command that erases.
    """
    for model, words in WORDS.items():
        _forget_in(model, words, rows, likely, unnamed)


def _forget_in(
    model: Any, words: tuple[str, ...], rows: Q, likely: str, unnamed: Callable[[str, UUID], str]
) -> None:
    said = Q()
    for field in words:
        said |= Q(**{f"{field}__iregex": likely})
    history = model.pgh_event_model.objects.filter(rows & said)
    found = {
        *model.objects.filter(rows & said).values_list("pk", "organisation_id", *words),
        *history.values_list("pgh_obj_id", "organisation_id", *words),
    }
    naming = {key for key, of, *told in found if any(unnamed(each, of) != each for each in told)}
    for key in sorted(naming):
        row = model.objects.select_for_update().filter(pk=key).first()
        if row is None:
            # taken back long before: only history still says so
            forget_history(model, [key])
            continue
        hung, named = _hung_on(model, key)
        of = row.organisation_id
        write_anew(row, **{field: unnamed(getattr(row, field), of) for field in words})
        for other, there in hung:
            other._default_manager.bulk_create(there)
        for other, field, keys in named:
            other._default_manager.filter(pk__in=keys).update(**{field: key})


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
