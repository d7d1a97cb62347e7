"""Rows as they are written down, and what hangs on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core import serializers
from django.db import connection, models
from django.db.models import Count


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


def hanging_on(model: Any, keys: Collection[Any]) -> Counter[UUID]:
    """How many rows would go with each of these."""
    found: Counter[UUID] = Counter()
    for relation in model._meta.related_objects:
        if relation.on_delete is models.CASCADE:
            name = relation.field.attname
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": keys}).order_by()
            found.update(dict(rows.values_list(name).annotate(number=Count("pk"))))
    return found


@contextmanager
def all_checked() -> Iterator[None]:
    """What the database would ask at the end of the transaction, it asks at the end of this block."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
