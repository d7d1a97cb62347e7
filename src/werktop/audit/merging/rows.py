"""Rows as they are written down, and what hangs on them."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core import serializers
from django.db import connection, models


def written(row: models.Model) -> dict[str, Any]:
    """The whole row as JSON, moments to the microsecond."""
    plain = serializers.serialize("python", [row])[0]
    return dict(json.loads(json.dumps(plain, default=_plain)))


def read(plain: dict[str, Any]) -> Any:
    """The row that was written down so, not saved."""
    return next(iter(serializers.deserialize("python", [plain]))).object


def only(plain: dict[str, Any], names: Collection[str]) -> dict[str, Any]:
    """Of a row that was written down these fields alone."""
    return plain | {"fields": {name: plain["fields"][name] for name in names}}


def named(row: models.Model) -> dict[str, Any]:
    """The row by model and key alone, where its history says the rest (`as_it_went`): what is erased there is kept nowhere else. In
    full for any other."""
    plain = written(row)
    history = getattr(row, "pgh_event_model", None)
    told = {field.attname for field in history._meta.concrete_fields} if history else set()
    return only(plain, ()) if told >= {field.attname for field in row._meta.concrete_fields} else plain


def as_it_went(plain: dict[str, Any]) -> Any:
    """The row that `named` wrote down, not saved; None where its history was erased since."""
    if plain["fields"]:
        return read(plain)
    model = apps.get_model(plain["model"])
    line = model.pgh_event_model.objects.filter(pgh_obj_id=plain["pk"]).order_by("pgh_id").last()
    return line and model(
        **{field.attname: getattr(line, field.attname) for field in model._meta.concrete_fields}
    )


def hanging_on(model: Any, keys: Collection[Any]) -> dict[UUID, set[str]]:
    """What would go with each of these: a mark of each row, which is another one once the row says something else."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and relation.on_delete is models.CASCADE:
            name = relation.field.attname
            for row in relation.related_model._base_manager.filter(**{f"{name}__in": keys}).order_by("pk"):
                found[getattr(row, name)].add(_mark(row))
    return found


def can_stand(row: Any) -> bool:
    """Whether what this row points at is still there; what may be let go of is let go of."""
    for one in row._meta.concrete_fields:
        key = getattr(row, one.attname)
        if not one.is_relation or key is None:
            continue
        if not one.related_model._base_manager.filter(**{one.target_field.attname: key}).exists():
            if not is_let_go(one):
                return False
            setattr(row, one.attname, None)
    return True


def is_let_go(column: Any) -> bool:
    """Whether this column says nothing any more where what it points at is gone."""
    return bool(column.is_relation and column.null and column.remote_field.on_delete is models.SET_NULL)


def _mark(row: models.Model) -> str:
    """Of a colleague who is erased meanwhile nobody says anything by it."""
    said = {
        each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields if not is_let_go(each)
    }
    plain = json.dumps([row._meta.label, said], sort_keys=True, default=_plain)
    return hashlib.sha256(plain.encode()).hexdigest()[:24]


@contextmanager
def all_checked() -> Iterator[None]:
    """What the database would ask at the end of the transaction, it asks at the end of this block."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
