"""Two files of one candidate on one contact moment, when they become one."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .models import MomentPerson, Role


def settle_roles(kept: Any, lost: Any, book: Book) -> None:
    """Who was spoken with as the one and spoken about as the other was spoken with."""
    met = MomentPerson.objects.filter(candidate=lost, role=Role.WITH).values("moment_id")
    for row in MomentPerson.objects.filter(candidate=kept, role=Role.ABOUT, moment_id__in=met).order_by("id"):
        book.drop(row)
