"""Firms of a region by their whole names, as the database tells two names apart."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models.functions import Lower

from werktop.audit.merging import as_they_were
from werktop.employers.models import Employer, Entrepreneur


def lowered(names: Iterable[str]) -> dict[str, str]:
    """Each of these names in the small letters of the database, whose constraint says which firms are one: Python makes others
    ("İ", "ẞ"). One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, lower(name) FROM unnest(%s::text[]) name", [list(set(names))])
        return dict(cursor.fetchall())


def firms_called(region_id: UUID, small_names: Iterable[str]) -> dict[tuple[str, str], UUID]:
    """The firms of a region with one of these names in small letters (`lowered`), by that name and postcode; also by that of a firm
    that became part of another. Two queries, one by the index of the constraint; for commands."""
    small_names = set(small_names)
    found = Employer.objects.annotate(small=Lower("name")).filter(region_id=region_id, small__in=small_names)
    there = {(name, postcode): key for name, postcode, key in found.values_list("small", "postcode", "id")}
    return {place: key for place, key in merged_firms(region_id).items() if place[0] in small_names} | there


def merged_firms(region_id: UUID) -> dict[tuple[str, str], UUID]:
    """Name in small letters and postcode of each firm of a region that became part of another, to the key of that one."""
    gone = as_they_were(Employer, "employer", region_id).annotate(small=Lower("name"))
    return {(name, postcode): key for name, postcode, key in gone.values_list("small", "postcode", "kept_id")}


def merged_people(region_id: UUID) -> list[tuple[UUID, str, str]]:
    """(firm, name, e-mail address) of each row of a person that became part of another, at the firm where it was; of a firm that
    became part of another, that one."""
    firms = dict(as_they_were(Employer, "employer", region_id).values_list("pgh_obj_id", "kept_id"))
    gone = as_they_were(Entrepreneur, "entrepreneur", region_id)
    return [
        (firms.get(firm, firm), f"{first} {last}".strip(), email)
        for firm, first, last, email in gone.values_list("employer_id", "first_name", "last_name", "email")
    ]
