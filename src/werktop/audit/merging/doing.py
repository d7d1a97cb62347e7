"""Two rows become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pghistory
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models.deletion import Collector

from werktop.audit.actors import Actor
from werktop.audit.models import Likeness, Merge
from werktop.audit.retention import TERMS

from .rows import all_checked, hanging_on, named, only, written
from .rules import KINDS, REFUSED, CannotMerge, Way, settles_of, since_of, ways_of


@dataclass
class Book:
    """What a merge did, as it is written down: keys of rows that went over, by model and field, what hung on those of which an
    undo asks that, rows that went, and rows that say more by it. `takes` are names of things that there are once and of which
    the lost row's was chosen."""

    at: datetime
    takes: frozenset[str] = frozenset()
    moved: dict[str, list[str]] = field(default_factory=dict)
    hanging: dict[str, list[str]] = field(default_factory=dict)
    dropped: list[Any] = field(default_factory=list)
    changed: list[Any] = field(default_factory=list)

    def say(self, row: models.Model, **facts: Any) -> None:
        """Have a row that stays say this from now on, for as long as the two are one."""
        before = only(written(row), facts)
        for name, value in facts.items():
            setattr(row, name, value)
        row.save(update_fields=list(facts))
        self.changed.append({"before": before, "after": only(written(row), facts)})

    def drop(self, row: models.Model, *, with_it: Iterable[str] = ()) -> bool:
        """Take this row away, and what hangs on it if that is of `with_it` alone; else nothing happens: False."""
        collector = Collector(using="default")
        collector.collect([row])
        hangs_on = [*collector.data, *(queryset.model for queryset in collector.fast_deletes)]
        allowed = {row._meta.label, *with_it}
        if any(model._meta.label not in allowed for model in hangs_on if _has_any(model, collector)):
            return False
        there = [row, *(each for model, rows in collector.data.items() for each in rows if each.pk != row.pk)]
        there += [each for rows in collector.fast_deletes for each in rows]
        kept = {(type(each), each.pk): each for each in there}
        self.dropped += [named(each) for each in kept.values()]
        collector.delete()
        return True


def merge_rows(
    *,
    kept: Any,
    lost: Any,
    facts: dict[str, Any],
    actor: Actor,
    at: datetime,
    settled: dict[str, Any] | None = None,
    together: Iterable[Sequence[str]] = (),
    takes: frozenset[str] = frozenset(),
    identity: str = "",
) -> Merge:
    """Bring `lost` together with `kept`, both locked: `facts` and `settled` are what the kept row says from now on. An undo puts
    `facts` back, those that are chosen `together` with one another, and never what was `settled`: a room does that itself.
    `identity` is the key by which a list finds the lost row. Call it inside a command that holds what hangs on both
    (`erasure.hold_around`). `CannotMerge` where a room refuses or a constraint would break."""
    label = kept._meta.label
    book, before, gone = Book(at, takes), written(kept), written(lost)
    # the lines of history that this leaves say of what they came
    pghistory.context(merges=str(lost.pk))
    try:
        with transaction.atomic(), all_checked():
            for settle in settles_of(label):
                settle(kept, lost, book)
            for way in ways_of(label).values():
                _go_over(way, kept, lost, book, KINDS[label])
            _note_hanging(label, book)
            _leave(lost)
            facts, settled = _by_name(kept, facts), _by_name(kept, settled or {})
            for name, value in (facts | settled).items():
                setattr(kept, kept._meta.get_field(name).attname, value)
            kept.save(update_fields=[*facts, *settled])
            made = Merge.objects.create(
                kind=KINDS[label],
                kept_id=kept.pk,
                lost_id=lost.pk,
                organisation_id=getattr(kept, "organisation_id", None) or kept.employer.organisation_id,
                region_id=getattr(kept, "region_id", None) or kept.employer.region_id,
                at=at,
                by_id=actor.id,
                lost_name=str(lost)[:200],
                identity=identity or getattr(lost, "identity", ""),
                undo_until=TERMS["merge"].end(at),
                undo={
                    "lost": gone,
                    "before": only(before, facts | settled),
                    "after": only(written(kept), facts),
                    "together": [[kept._meta.get_field(name).name for name in names] for names in together],
                    "moved": book.moved,
                    "hanging": book.hanging,
                    "dropped": book.dropped,
                    "changed": book.changed,
                },
            )
    except IntegrityError as clash:
        raise CannotMerge() from clash
    return made


def _by_name(kept: Any, facts: dict[str, Any]) -> dict[str, Any]:
    return {kept._meta.get_field(name).name: getattr(value, "pk", value) for name, value in facts.items()}


def _go_over(way: Way, kept: Any, lost: Any, book: Book, kind: str) -> None:
    if way.why:
        return
    model = apps.get_model(way.model)
    manager, name = model._base_manager, model._meta.get_field(way.field).attname
    of_kind = {way.kind_field: kind} if way.kind_field else {}
    rows = list(manager.select_for_update().filter(**{name: lost.pk}, **of_kind).order_by("pk"))
    if way.beside and rows:
        there = set(manager.filter(**{name: kept.pk}, **of_kind).values_list(*way.beside))
        for row in [r for r in rows if tuple(getattr(r, each) for each in way.beside) in there]:
            if not way.is_left and not book.drop(row):
                raise CannotMerge()
            rows.remove(row)
    if not rows:
        return
    keys = [row.pk for row in rows]
    manager.filter(pk__in=keys).update(**{name: kept.pk})
    book.moved.setdefault(f"{way.model}.{name}", []).extend(str(key) for key in keys)


def _note_hanging(label: str, book: Book) -> None:
    """Once all rows are where they belong: what hangs on those that went over."""
    for way in ways_of(label).values():
        model = apps.get_model(way.model)
        keys = book.moved.get(f"{way.model}.{model._meta.get_field(way.field).attname}", [])
        if keys and since_of(label, way) == REFUSED:
            found = hanging_on(model, keys)
            book.hanging |= {str(key): sorted(marks) for key, marks in found.items()}


def _leave(lost: Any) -> None:
    """The lost row goes; that anything would go with it is a rule that was forgotten, and stops everything."""
    collector = Collector(using="default")
    collector.collect([lost])
    others = [model for model in collector.data if model is not type(lost)]
    others += [rows.model for rows in collector.fast_deletes if rows.exists()]
    updates: list[Any] = [rows for found in collector.field_updates.values() for rows in found]
    others += [rows[0] for rows in updates if len(rows)]
    if others:
        raise RuntimeError(f"no rule for what points at a {lost._meta.label}: {others}")
    key = lost.pk
    Likeness.objects.filter(models.Q(first_id=key) | models.Q(second_id=key)).delete()
    type(lost)._base_manager.filter(pk=key).delete()


def _has_any(model: Any, collector: Collector) -> bool:
    return model in collector.data or any(
        rows.model is model and rows.exists() for rows in collector.fast_deletes
    )
