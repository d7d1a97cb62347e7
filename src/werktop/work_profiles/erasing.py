"""Letting go of a name in words about work. The room above, where such words are noted, knows who is erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import CASCADE, SET_NULL, Q

from werktop.audit.erasure import forget_history, write_anew

from .models import WorkProfile

WORDS = ("what", "own_words", "wage_words", "place_words", "travel", "select_how", "reason")


def forget_in_work(rows: Q, likely: str, unnamed: Callable[[str, UUID], str]) -> None:
    """Write anew those of `rows` (of an organisation, or a region) of which `unnamed(words, organisation_id)` changes any words,
    now or before, and let go of their history. `likely` is a pattern that all such words hold. What the work asks stays.

    Called in the command that erases.
    """
    said = Q()
    for field in WORDS:
        said |= Q(**{f"{field}__iregex": likely})
    history = WorkProfile.pgh_event_model.objects.filter(rows & said)  # type: ignore[attr-defined]
    found = {
        *WorkProfile.objects.filter(rows & said).values_list("pk", "organisation_id", *WORDS),
        *history.values_list("pgh_obj_id", "organisation_id", *WORDS),
    }
    naming = {key for key, of, *words in found if any(unnamed(each, of) != each for each in words)}
    for key in sorted(naming):
        profile = WorkProfile.objects.select_for_update().filter(pk=key).first()
        if profile is None:
            # taken back long before: only history still says so
            forget_history(WorkProfile, [key])
            continue
        hung, named = _hung_on(key)
        of = profile.organisation_id
        write_anew(profile, **{field: unnamed(getattr(profile, field), of) for field in WORDS})
        for model, there in hung:
            model._default_manager.bulk_create(there)
        for model, field, keys in named:
            model._default_manager.filter(pk__in=keys).update(**{field: key})


def _hung_on(key: UUID) -> tuple[list[tuple[Any, list[Any]]], list[tuple[Any, str, list[UUID]]]]:
    """The rows that would go with this one, and those that would forget that they point at it."""
    hung, named = [], []
    for relation in WorkProfile._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and not relation.concrete):
            continue
        field: Any = relation.field  # type: ignore[union-attr]
        rows = field.model._default_manager.filter(**{field.attname: key})
        if field.remote_field.on_delete is CASCADE:
            hung.append((field.model, list(rows)))
        elif field.remote_field.on_delete is SET_NULL:
            named.append((field.model, field.attname, list(rows.values_list("pk", flat=True))))
    return hung, named
