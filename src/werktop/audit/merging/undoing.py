"""What became one is two again.

The row that comes back is as it was, with what went over from it as that was: nothing that was said since is its. The kept row has
what it had before, and all that was said since. Where a row that went over was changed since, its room said what becomes of it
(`rules.WHOLE`); where nobody can tell whose it is, the undo is refused before anything is written. What concerns rights is as
strict on both as it is on either: the rooms settle that (`settled_apart_by`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import pghistory
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from werktop.audit.keys import new_key
from werktop.audit.models import Entry, Merge, PersonalView
from werktop.audit.put_back import was_put_back

from .facts import facts_of_before, say_less, told_anew, values_of
from .rows import all_checked, as_it_went, can_stand, hanging_on, is_let_go, read
from .rules import (
    ASKED,
    REFUSED,
    WHOLE,
    CannotTakeApart,
    ChangedSince,
    LaterMergeFirst,
    SaysOtherwise,
    TimeToTakeApartIsOver,
    Way,
    settles_apart,
    since_of,
    ways_of,
)


@dataclass
class Apart:
    """What the rooms know of a merge that is undone: `since` when it was made, `at` now, what the kept row said `before` it and
    `now`, what was `said` about the kept row since (verbs of the trail, each with its details), what its room `knew` before any
    row went back, and the rows that the merge had taken away and that are there again (`put_back`)."""

    since: datetime
    at: datetime
    before: Any
    now: Any
    said: list[tuple[str, dict[str, Any]]]
    knew: Any = None
    put_back: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class _Moved:
    """A row that went over: the `row` as it is now (None: it is there no more) and the line of its history as it was `before`."""

    model: Any
    name: str
    key: UUID
    row: Any
    before: Any
    says: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything of it is otherwise than before. A colleague who was erased since is nothing that was said."""
        return self.before is None or any(map(self._differs, self._fields()))

    @property
    def says_otherwise(self) -> bool:
        """Whether it is there and what it says is otherwise than before. Of what was erased nobody can tell."""
        fields = (one for one in self._fields() if not self.says or one.attname in self.says)
        return self.row is not None and (self.before is None or any(map(self._differs, fields)))

    def _differs(self, one: Any) -> bool:
        now, then = getattr(self.row, one.attname), getattr(self.before, one.attname)
        return now != then and not (is_let_go(one) and now is None)

    def said_before(self) -> dict[str, Any]:
        """What it said before, by column."""
        return {one.attname: getattr(self.before, one.attname) for one in self._fields()}

    def _fields(self) -> Iterator[Any]:
        for one in self.model._meta.concrete_fields:
            if not one.primary_key and one.attname != self.name and hasattr(self.before, one.attname):
                yield one


def take_apart_rows(
    *, kept: Any, merge: Merge, at: datetime, words: Mapping[str, Any] | None = None, knew: Any = None
) -> Any:
    """The lost row is there again, as it was; gives it. Call it inside a command, with `kept` locked and what hangs on it held.
    `words` say of a field of the kept row what it is, `knew` is for the room itself (`Apart`). `CannotTakeApart` where that
    cannot be."""
    if at >= merge.undo_until or not merge.undo:
        raise TimeToTakeApartIsOver()
    if Merge.objects.filter(kind=merge.kind, kept_id=merge.kept_id, at__gt=merge.at).exists():
        raise LaterMergeFirst()
    undo, label = merge.undo, kept._meta.label
    pghistory.context(takes_apart=str(merge.lost_id))
    before = copy(kept)
    for name, value in values_of(undo["before"]):
        setattr(before, name, value)
    apart = Apart(merge.at, at, before, copy(kept), _said_since(merge), knew)
    try:
        with transaction.atomic(), all_checked():
            changed = say_less(undo.get("changed", ()))
            moved = [
                (way, place_moved)
                for place, keys in undo["moved"].items()
                for way, place_moved in [_moved(label, place, keys, merge)]
            ]
            facts, doubted = facts_of_before(kept, before, undo)
            _refuse_what_nobody_can_tell(
                label, moved, [(words or {}).get(each, each) for each in doubted], merge
            )
            if not can_stand(lost := read(undo["lost"])):
                raise CannotTakeApart()
            lost.save_base(raw=True, force_insert=True)
            _forget_since(type(kept), [merge.kept_id], merge, type(kept))
            for way, rows in moved:
                _give_back(since_of(label, way), rows, merge, type(kept))
            for row in changed:
                _tell_of_kept_alone(row, moved, merge, type(kept))
            apart.put_back = list(_put_back(undo["dropped"], merge, type(kept)))
            for column, value in facts.items():
                setattr(kept, column, value)
            kept.save(update_fields=[kept._meta.get_field(column).name for column in facts])
            back = type(kept)._base_manager.get(pk=lost.pk)
            for settle in settles_apart(label):
                settle(kept, back, apart)
            kept.refresh_from_db()
            told_anew(kept)
            _tell_who_looked(merge)
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
        for line in lines.select_related("pgh_context").order_by("pgh_id"):
            # what the merge itself settled before the row went over is not how it was
            if not _is_of_the_merge(line, merge):
                before[line.pgh_obj_id] = line
    told = [(key, rows.get(key)) for key in map(UUID, keys)]
    # what points at somebody else by now is left alone
    return way, [
        _Moved(model, name, key, row, before.get(key), way.says)
        for key, row in told
        if row is None or getattr(row, name) == merge.kept_id
    ]


def _is_of_the_merge(line: Any, merge: Merge) -> bool:
    return bool(line.pgh_context and line.pgh_context.metadata.get("merges") == str(merge.lost_id))


def _refuse_what_nobody_can_tell(
    label: str, moved: list[tuple[Way, list[_Moved]]], doubted: list[Any], merge: Merge
) -> None:
    """All of it at once, so that a colleague looks once."""
    hangs = [
        way for way, rows in moved if since_of(label, way) == REFUSED and _is_worked_with(rows, merge.undo)
    ]
    says = [
        way
        for way, rows in moved
        if since_of(label, way) == ASKED and any(each.says_otherwise for each in rows)
    ]
    if hangs:
        raise ChangedSince(merge.lost_name, _in_one_line(map(_words_of, hangs)))
    if says or doubted:
        raise SaysOtherwise(merge.lost_name, _in_one_line((*map(_words_of, says), *doubted)))


def _is_worked_with(rows: list[_Moved], undo: dict[str, Any]) -> bool:
    """Whether one of these rows was changed since, or something hangs on it that did not or that says something else."""
    there = [each for each in rows if each.row is not None]
    if not there:
        return False
    hung = undo.get("hanging", {})
    now = hanging_on(there[0].model, [each.key for each in there])
    return any(
        each.is_changed or now.get(each.key, set()) - set(hung.get(str(each.key), ())) for each in there
    )


def _words_of(way: Way) -> Any:
    return way.words or apps.get_model(way.model)._meta.verbose_name


def _in_one_line(words: Iterable[Any]) -> str:
    return ", ".join(sorted(set(map(str, words))))


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
        if not can_stand(as_it_was):
            continue
        as_it_was.save_base(raw=True, force_insert=each.row is None)
        if each.row is None:
            was_put_back(as_it_was)


def _put_back(dropped: list[Any], merge: Merge, person: Any) -> Iterator[Any]:
    """What the merge took away is there again: not what was erased since, nor what the kept row had and has otherwise by now."""
    for plain in dropped:
        row = as_it_went(plain)
        if row is None or not can_stand(row):
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


def _tell_of_kept_alone(row: Any, moved: list[tuple[Way, list[_Moved]]], merge: Merge, person: Any) -> None:
    """The history of a row of the kept one that said more while the two were one says what it says now."""
    went = {each.key for _way, rows in moved for each in rows}
    if row.pk not in went and hasattr(row, "pgh_event_model"):
        _forget_since(type(row), [row.pk], merge, person)
        told_anew(row)


def _tell_who_looked(merge: Merge) -> None:
    """Whoever looked at the one in between saw what is of the other too: lines are added for that one, and none is changed."""
    looked = PersonalView.objects.filter(about_ids__contains=[str(merge.kept_id)], at__gte=merge.at)
    lines = list(looked.defer("about_ids").order_by("at", "id"))
    for line in lines:
        line.pk, line.about_ids = new_key(), [str(merge.lost_id)]
    PersonalView.objects.bulk_create(lines)


def _forget_since(model: Any, keys: list[UUID], merge: Merge, person: Any) -> None:
    """The history of these rows forgets all since the merge: it says of one what was the other's. The role that serves may not
    delete history itself: the database does this for it, for a merge that is being undone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_forget_since_merge(%s, %s, %s, %s)",
            [model.pgh_event_model._meta.db_table, keys, person._meta.db_table, merge.lost_id],
        )
