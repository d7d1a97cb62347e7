"""Firms of a region by their whole names, as the database tells two names apart."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models.functions import Lower

from werktop.employers.models import Employer


def lowered(names: Iterable[str]) -> dict[str, str]:
    """Each of these names in the small letters of the database, whose constraint says which firms are one: Python makes others
    ("İ", "ẞ"). One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, lower(name) FROM unnest(%s::text[]) name", [list(set(names))])
        return dict(cursor.fetchall())


def firms_called(region_id: UUID, small_names: Iterable[str]) -> dict[tuple[str, str], UUID]:
    """The firms of a region with one of these names in small letters (`lowered`), by that name and postcode. One query, by the
    index of the constraint; for commands."""
    found = Employer.objects.annotate(small=Lower("name")).filter(
        region_id=region_id, small__in=set(small_names)
    )
    return {(name, postcode): key for name, postcode, key in found.values_list("small", "postcode", "id")}
