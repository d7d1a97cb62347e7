"""What became one is two again.

The row that comes back is as it was, with what went over from it as that was: nothing that was said since is its. The kept row has
what it had before, and all that was said since. Where a row that went over was changed since, its room said what becomes of it
(`rules.WHOLE`); where nobody can tell whose it is, the undo is refused before anything is written. What concerns rights is as
strict on both as it is on either: the rooms settle that (`settled_apart_by`).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import pghistory
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from werktop.audit.keys import new_key
from werktop.audit.models import Entry, Merge

from .rows import all_checked, as_it_went, hanging_on, read, written
from .rules import (
    BOTH,
    REFUSED,
    WHOLE,
    CannotTakeApart,
    ChangedSince,
    LaterMergeFirst,
    TimeToTakeApartIsOver,
    Way,
    settles_apart,
    since_of,
    ways_of,
)


@dataclass
class Apart:
    """What the rooms know of a merge that is undone: `since` when it was made, `at` now, what the kept row said `before` it and
    `now`, what was `said` about the kept row since (verbs of the trail, each with its details), and the rows that the merge had
    taken away and that are there again (`put_back`)."""

    since: datetime
    at: datetime
    before: Any
    now: Any
    said: list[tuple[str, dict[str, Any]]]
    put_back: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class _Moved:
    """A row that went over: the `row` as it is now (None: it is there no more) and the line of its history as it was `before`."""

    model: Any
    name: str
    key: UUID
    row: Any
    before: Any

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than before. A colleague who was erased since is nothing that was said."""
        return self.before is None or any(
            getattr(self.row, one.attname) != getattr(self.before, one.attname)
            for one in self._fields()
            if not (_is_let_go(one) and getattr(self.row, one.attname) is None)
        )

    def said_before(self) -> dict[str, Any]:
        """What it said before, by column."""
        return {one.attname: getattr(self.before, one.attname) for one in self._fields()}

    def _fields(self) -> Iterator[Any]:
        for one in self.model._meta.concrete_fields:
            if not one.primary_key and one.attname != self.name and hasattr(self.before, one.attname):
                yield one


def take_apart_rows(*, kept: Any, merge: Merge, at: datetime) -> Any:
    """The lost row is there again, as it was; gives it. Call it inside a command, with `kept` locked and what hangs on it held.
    `CannotTakeApart` where that cannot be."""
    if at >= merge.undo_until or not merge.undo:
        raise TimeToTakeApartIsOver()
    if Merge.objects.filter(kind=merge.kind, kept_id=merge.kept_id, at__gt=merge.at).exists():
        raise LaterMergeFirst()
    undo, label = merge.undo, kept._meta.label
    moved = [
        (way, place_moved)
        for place, keys in undo["moved"].items()
        for way, place_moved in [_moved(label, place, keys, merge)]
    ]
    for way, rows in moved:
        if since_of(label, way) == REFUSED:
            _refuse_changed(way, rows, merge)
    pghistory.context(takes_apart=str(merge.lost_id))
    before = copy(kept)
    for name, value in _values(undo["before"]):
        setattr(before, name, value)
    apart = Apart(merge.at, at, before, copy(kept), _said_since(merge))
    try:
        with transaction.atomic(), all_checked():
            if not _can_stand(lost := read(undo["lost"])):
                raise CannotTakeApart()
            lost.save_base(raw=True, force_insert=True)
            _forget_since(type(kept), [merge.kept_id], merge, type(kept))
            for way, rows in moved:
                _give_back(since_of(label, way), rows, merge, type(kept))
            apart.put_back = list(_put_back(undo["dropped"], merge, type(kept)))
            _put_facts_back(kept, undo)
            back = type(kept)._base_manager.get(pk=lost.pk)
            for settle in settles_apart(label):
                settle(kept, back, apart)
            kept.refresh_from_db()
            pghistory.create_event(kept, label="update")
            merge.delete()
    except IntegrityError as clash:
        raise CannotTakeApart() from clash
    return back


def _moved(label: str, place: str, keys: list[str], merge: Merge) -> tuple[Way, list[_Moved]]:
    of, name = place.rsplit(".", 1)
    model = apps.get_model(of)
    found = [way for way in ways_of(label).values() if way.model == of]
    way = next(way for way in found if model._meta.get_field(way.field).attname == name)
    rows = {row.pk: row for row in model._base_manager.select_for_update().filter(pk__in=keys).order_by("pk")}
    before: dict[UUID, Any] = {}
    if since_of(label, way) != WHOLE:
        lines = model.pgh_event_model.objects.filter(pgh_obj_id__in=keys, **{name: merge.lost_id})
        before = {line.pgh_obj_id: line for line in lines.order_by("pgh_id")}
    told = [(key, rows.get(key)) for key in map(UUID, keys)]
    # what points at somebody else by now is left alone
    return way, [
        _Moved(model, name, key, row, before.get(key))
        for key, row in told
        if row is None or getattr(row, name) == merge.kept_id
    ]


def _refuse_changed(way: Way, rows: list[_Moved], merge: Merge) -> None:
    there = [each for each in rows if each.row is not None]
    if not there:
        return
    hung = merge.undo.get("hanging", {})
    now = hanging_on(there[0].model, [each.key for each in there])
    if any(each.is_changed or now[each.key] > hung.get(str(each.key), 0) for each in there):
        raise ChangedSince(merge.lost_name, way.words or apps.get_model(way.model)._meta.verbose_name)


def _said_since(merge: Merge) -> list[tuple[str, dict[str, Any]]]:
    lines = Entry.objects.filter(about_kind=merge.kind, about_id=merge.kept_id, at__gte=merge.at)
    return list(lines.order_by("at", "id").values_list("verb", "detail"))


def _give_back(since: str, rows: list[_Moved], merge: Merge, person: Any) -> None:
    """These rows point at the row that is back again."""
    if not rows:
        return
    model, name = rows[0].model, rows[0].name
    if hasattr(model, "pgh_event_model"):
        _forget_since(model, [each.key for each in rows], merge, person)
    may_differ = since not in (WHOLE, REFUSED)
    changed = [each for each in rows if may_differ and (each.row is None or each.is_changed)]
    as_it_is = {each.key for each in rows if each.row is not None} - {each.key for each in changed}
    model._base_manager.filter(pk__in=as_it_is).update(**{name: merge.lost_id})
    for each in changed:
        if each.before is None:
            continue  # its history is erased: so is what it said
        as_it_was = model(pk=each.key, **each.said_before() | {name: merge.lost_id})
        if not _can_stand(as_it_was):
            continue
        as_it_was.save_base(raw=True, force_insert=each.row is None)
        if each.row is not None and since == BOTH:
            each.row.pk = new_key()
            each.row.save_base(raw=True, force_insert=True)


def _put_back(dropped: list[Any], merge: Merge, person: Any) -> Iterator[Any]:
    """What the merge took away is there again: not what was erased since, nor what the kept row had and has otherwise by now."""
    for plain in dropped:
        row = as_it_went(plain)
        if row is None or not _can_stand(row):
            continue
        try:
            with transaction.atomic():
                if hasattr(row, "pgh_event_model"):
                    _forget_since(type(row), [row.pk], merge, person)
                row.save_base(raw=True, force_insert=True)
        except IntegrityError:
            if merge.kept_id not in [getattr(row, one.attname) for one in row._meta.concrete_fields]:
                raise
            continue
        yield row


def _can_stand(row: Any) -> bool:
    """Whether what this row points at is still there; what may be let go of is let go of."""
    for one in row._meta.concrete_fields:
        key = getattr(row, one.attname)
        if not one.is_relation or key is None:
            continue
        if not one.related_model._base_manager.filter(**{one.target_field.attname: key}).exists():
            if not _is_let_go(one):
                return False
            setattr(row, one.attname, None)
    return True


def _is_let_go(one: Any) -> bool:
    return bool(one.is_relation and one.null and one.remote_field.on_delete is models.SET_NULL)


def _values(plain: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """(column, value) of what was written down of a row."""
    row = read(plain)
    _can_stand(row)
    for name in plain["fields"]:
        column = row._meta.get_field(name).attname
        yield column, getattr(row, column)


def _put_facts_back(kept: Any, undo: dict[str, Any]) -> None:
    """What the merge changed on the kept row stands there as before, unless that, or what was chosen with it, was changed since."""
    now, after, old = written(kept)["fields"], undo["after"]["fields"], dict(_values(undo["before"]))
    together = undo.get("together", [])
    alone = [[name] for name in after if not any(name in names for names in together)]
    back = []
    for names in (*together, *alone):
        told = [name for name in names if name in after]
        if all(now[name] == after[name] for name in told):
            for name in told:
                column = kept._meta.get_field(name).attname
                setattr(kept, column, old[column])
                back.append(name)
    kept.save(update_fields=back)


def _forget_since(model: Any, keys: list[UUID], merge: Merge, person: Any) -> None:
    """The history of these rows forgets all since the merge: it says of one what was the other's. The role that serves may not
    delete history itself: the database does this for it, for a merge that is being undone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_forget_since_merge(%s, %s, %s, %s)",
            [model.pgh_event_model._meta.db_table, keys, person._meta.db_table, merge.lost_id],
        )
