"""Erasing a row for good: what hangs on it, and every history row of all of it (GDPR art. 17).

Rooms that keep something about a person without a foreign key say how they let go of it: `when_erased`. Rooms whose
commands hold several rows at a time say what to hold before a person is erased: `held_first`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, Func, Q, Value
from django.db.models.deletion import Collector
from django.utils.translation import gettext_lazy as _

from .merging import KINDS, known_before_as
from .models import Likeness, Merge


class ErasureReason(models.TextChoices):
    """Why a person is erased. Fixed words, since they stay in the trail."""

    ASKED = "asked", _("op eigen verzoek")
    NOT_NEEDED = "not_needed", _("we hebben de gegevens niet meer nodig")
    TWICE = "twice", _("staat dubbel in de lijst")
    MISTAKE = "mistake", _("had hier niet moeten staan")


Forget = Callable[[Any], Callable[[], None] | None]
_ALSO: dict[str, list[Forget]] = {}
Hold = Callable[[Sequence[UUID]], None]
_FIRST: dict[str, list[Hold]] = {}


def when_erased(label: str, forget: Forget) -> None:
    """Have `forget(row)` called, in the same transaction, before a row of the model `label` goes. What it gives back
    is called when the row is gone and its history is still there. Said once, in a room's `ready`."""
    known = _ALSO.setdefault(label, [])
    if forget not in known:
        known.append(forget)


def held_first(label: str, hold: Hold) -> None:
    """Have `hold(keys)` called before rows of the model `label` with these keys are locked and erased: it locks what
    they hang on in a room, in that room's own order. Said once, in a room's `ready`."""
    known = _FIRST.setdefault(label, [])
    if hold not in known:
        known.append(hold)


def hold_around(label: str, keys: Sequence[UUID]) -> None:
    """Wait for who works with what hangs on these rows, until the transaction ends. A command that erases calls this
    before it locks the rows: whoever works with a gathering holds it before pointing at a person."""
    for hold in _FIRST.get(label, ()):
        hold(keys)


class _WholeCollector(Collector):
    """Names every row that goes, also those that the database could drop unseen."""

    def can_fast_delete(self, objs: Any, from_field: Any = None) -> bool:
        return False


def forget_history(model: Any, keys: Iterable[UUID]) -> int:
    """Delete the history of rows of `model` that are gone; that of a row that is still there stays. How many lines.

    The role that serves may not delete history itself: the database does this for it, and no more.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_forget_history(%s, %s)", [model.pgh_event_model._meta.db_table, list(keys)]
        )
        return int(cursor.fetchone()[0])


def _gone_before(gone: Mapping[Any, Iterable[UUID]]) -> dict[Any, set[UUID]]:
    """Rows that were deleted earlier and hung on these, or on each other: only their history still says so. A talent
    that was unticked, a guest who was taken off a list, and the pin that went with it."""
    tracked = [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]
    found: dict[Any, set[UUID]] = {}
    todo: dict[Any, set[UUID]] = {model: set(keys) for model, keys in gone.items()}
    while todo:
        new: dict[Any, set[UUID]] = {}
        for model in tracked:
            lines = model.pgh_event_model.objects.filter(_hung_on(model, todo)).values_list("pgh_obj_id")
            keys = {key for (key,) in lines.distinct()} - set(gone.get(model, ())) - found.get(model, set())
            keys -= (
                set(model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
                if keys
                else set()
            )
            if keys:
                new[model] = keys
                found.setdefault(model, set()).update(keys)
        todo = new
    return found


def _hung_on(model: Any, rows: Mapping[Any, set[UUID]]) -> models.Q:
    asked = models.Q(pk__in=[])
    for field in model._meta.concrete_fields:
        if field.is_relation and field.remote_field.on_delete is models.CASCADE:
            asked |= models.Q(**{f"{field.attname}__in": rows.get(field.related_model, set())})
    return asked


def said_ever(person: Any, *fields: str) -> set[tuple[Any, ...]]:
    """What these fields of a person say and said, each time together, also in rows that became one with this one."""
    whose = [person.pk, *known_before_as(KINDS[person._meta.label], person.pk)]
    history = type(person).pgh_event_model.objects.filter(pgh_obj_id__in=whose)
    return {tuple(getattr(person, name) for name in fields), *history.values_list(*fields)}


def called_ever(person: Any) -> set[tuple[str, str]]:
    """The first and last names that a person has and had."""
    return {(first, last) for first, last in said_ever(person, "first_name", "last_name")}


def names_of(person: Any) -> list[str]:
    """The whole names (first and last) that a person has and had. A first name alone is no name of somebody."""
    return sorted(f"{first} {last}" for first, last in called_ever(person) if first.strip() and last.strip())


def blot_names(rows: models.QuerySet[Any], field: str, names: Sequence[str]) -> int:
    """Each of these names becomes "…" where it stands as whole words in this field of `rows`. How many rows."""
    told = Func(
        F(field),
        Value(list(names), output_field=ArrayField(models.TextField())),
        function="audit_blotted",
        output_field=models.TextField(),
    )
    return rows.annotate(blotted=told).exclude(blotted=F(field)).update(**{field: told})


def blot_history(model: Any, field: str, keys: Iterable[UUID], names: Sequence[str], person: Any) -> int:
    """These names of `person`, who is gone, become "…" in the history of these rows of `model`: words about somebody
    else. How many lines. Call it from what `when_erased` gives back.

    The role that serves may not change history itself: the database does this for it, where it finds the names in
    the person's own history, or in that of a row that became one with the person's.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_blot_history(%s, %s, %s, %s, %s, %s)",
            [
                model.pgh_event_model._meta.db_table,
                field,
                list(keys),
                list(names),
                person._meta.db_table,
                person.pk,
            ],
        )
        return int(cursor.fetchone()[0])


def erase(row: models.Model) -> dict[str, list[UUID]]:
    """Delete `row`, all rows that go with it in whichever room, and their history. Call it inside a command.

    Returns the keys of what went, by model ("candidates.Candidate"), so that the caller can let go of messages; among them
    those of rows that were brought together with it.
    The trail and the processing log keep plain keys.
    """
    person = copy(row)  # the collector takes the key from a row that it deletes
    later = [then for forget in _ALSO.get(row._meta.label, ()) if (then := forget(person))]
    collector = _WholeCollector(using="default")
    collector.collect([row])
    gone = {model: [instance.pk for instance in found] for model, found in collector.data.items()}
    collector.delete()
    for then in later:
        then()
    merged = _forget_merges(gone)
    with_merged = {model: [*keys, *merged.get(model, ())] for model, keys in gone.items()}
    for found in (with_merged, _gone_before(with_merged)):
        for model, keys in found.items():
            if hasattr(model, "pgh_event_model"):
                forget_history(model, keys)
    return {model._meta.label: list(keys) for model, keys in with_merged.items()}


def _forget_merges(gone: Mapping[Any, Iterable[UUID]]) -> dict[Any, list[UUID]]:
    """Nothing is kept of what was brought together with these rows; the keys of the rows that they were, by model."""
    found: dict[Any, list[UUID]] = {}
    for model, keys in gone.items():
        if model._meta.label not in KINDS:
            continue
        told = list(keys)
        into = Merge.objects.filter(kept_id__in=told)
        if lost := list(into.values_list("lost_id", flat=True)):
            found[model] = lost
            into.delete()
        Likeness.objects.filter(Q(first_id__in=told) | Q(second_id__in=told)).delete()
    return found


Unnamed = Callable[[str, UUID], str]
"""What some words are of an organisation without the name of who is erased."""


def rows_that_name(
    model: Any,
    rows: Q,
    fields: Sequence[str],
    likely: str,
    unnamed: Unnamed,
    *,
    house: str = "organisation_id",
    also: Collection[UUID] = (),
) -> Iterator[Any]:
    """Each of `rows` (of an organisation, or a region), locked, of which `unnamed(words, organisation_id)` changes any of `fields`,
    now or before, and those with a key of `also`: to be written anew, which lets go of their history. Of a row that is there no
    more it is let go of here. `likely` is a pattern that all such words hold, `house` the path to the organisation.

    For a command that erases, once the room above, where such words are noted, knows who is erased.
    """
    said = Q()
    for field in fields:
        said |= Q(**{f"{field}__iregex": likely})
    found = {
        *model.objects.filter(rows & said).values_list("pk", house, *fields),
        *model.pgh_event_model.objects.filter(rows & said).values_list("pgh_obj_id", house, *fields),
    }
    naming = {key for key, of, *told in found if any(unnamed(each, of) != each for each in told)}
    for key in sorted({*also, *naming}):
        row = model.objects.select_for_update().filter(pk=key).first()
        if row is None:
            # taken back long before: only history still says so
            forget_history(model, [key])
        else:
            yield row


def write_unnamed(row: Any, fields: Sequence[str], unnamed: Unnamed, **facts: Any) -> None:
    """Write a row anew (`write_anew`) with these fields without the name, and with other `facts`."""
    said = {field: unnamed(getattr(row, field), row.organisation_id) for field in fields}
    write_anew(row, **said, **facts)


def write_anew(row: models.Model, **facts: Any) -> None:
    """The same row, under its own key, with these facts instead of what it said, and without its history; what hung on it is
    erased with it (`erase`)."""
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} | facts
    erase(row)
    type(row)._default_manager.create(**kept)
