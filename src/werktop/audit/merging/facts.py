"""What two rows said before they became one, put back where the merge changed it. Where it was changed since, nothing is guessed:
what the merge had brought may still be in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from .rows import can_stand, read, written


def values_of(plain: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """(column, value) of what was written down of a row."""
    row = read(plain)
    can_stand(row)
    for name in plain["fields"]:
        column = row._meta.get_field(name).attname
        yield column, getattr(row, column)


def facts_of_before(kept: Any, before: Any, undo: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """What the kept row says again, by column, of what the merge changed (`before`: that row as it was then): what stands as the
    merge left it or as it was, and words that were taken away since. Beside it the names of what nobody can tell: it was changed,
    and something that the merge brought, or words made of it, may still stand there. What was said anew in place of it is the kept
    row's and stays, as does what the merge left alone."""
    now, old = written(kept)["fields"], undo["before"]["fields"]
    said = {
        name: _Three(kept._meta.get_field(name), now[name], after, old[name])
        for name, after in undo["after"]["fields"].items()
    }
    groups = undo.get("together", [])
    alone = [[name] for name in said if not any(name in names for names in groups)]
    back: dict[str, Any] = {}
    doubted: list[str] = []
    for names in ([name for name in names if name in said] for names in (*groups, *alone)):
        brought = [name for name in names if said[name].after != said[name].before]
        told = [said[name] for name in names]
        is_untouched = _as_one(told, "now") in (_as_one(told, "after"), _as_one(told, "before"))
        is_taken_away = all(said[name].is_words and not said[name].now for name in names)
        if brought and (is_untouched or is_taken_away):
            columns = [kept._meta.get_field(name).attname for name in names]
            back |= {column: getattr(before, column) for column in columns}
        elif any(said[name].may_hold for name in brought):
            doubted += names[:1]
    return back, doubted


class _Three:
    """One fact as it is `now`, as the merge left it (`after`) and as it was `before`."""

    def __init__(self, field: Any, now: Any, after: Any, before: Any) -> None:
        self.field = field
        self.now, self.after, self.before = (field.to_python(value) for value in (now, after, before))

    @property
    def is_words(self) -> bool:
        is_text = isinstance(self.field, models.CharField | models.TextField) and not self.field.choices
        return is_text or isinstance(self.field, ArrayField)

    @property
    def may_hold(self) -> bool:
        """Whether something of what the merge brought may still be in it."""
        if isinstance(self.field, ArrayField):
            return bool(set(self.now) & (set(self.after) - set(self.before)))
        if self.is_words:
            return bool(self.now) and self.now != self.before
        return bool(self.now == self.after)


def _as_one(told: list[_Three], when: str) -> list[Any]:
    """What is chosen together, as it is read: where a first name ends says nothing."""
    values = [getattr(each, when) for each in told]
    is_text = all(isinstance(value, str) for value in values)
    return " ".join(values).split() if is_text else values


def say_less(changed: Iterable[Any]) -> list[Any]:
    """Rows that stayed and said more while two were one say no more than they had said: what was said since stays. The rows."""
    found = []
    for each in changed:
        before, after = read(each["before"]), read(each["after"])
        row = type(before)._base_manager.select_for_update().filter(pk=before.pk).first()
        if row is None:
            continue
        names = list(each["after"]["fields"])
        for name in names:
            now, had, left = (getattr(one, name) for one in (row, before, after))
            if now == left:
                setattr(row, name, had)
            elif isinstance(now, list):
                setattr(row, name, [one for one in now if one in had or one not in left])
        row.save(update_fields=names)
        found.append(row)
    return found


def told_anew(row: Any) -> None:
    """One line of history that says what stands there now."""
    pghistory.create_event(row, label="update")
