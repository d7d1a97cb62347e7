"""What becomes of this room's rows where two firms are brought together."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .models import Joining


def settle_joinings(kept: Any, lost: Any, book: Book) -> None:
    """A firm joins once: the earlier day stays."""
    there = Joining.objects.filter(employer=kept).first()
    other = Joining.objects.filter(employer=lost).first()
    if there is not None and other is not None:
        book.drop(there if other.joined_date < there.joined_date else other)
