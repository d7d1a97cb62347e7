"""What becomes of this room's rows where two firms, or two rows of one person, are brought together, and are two again."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Apart, Book

from .models import Joining


def settle_joinings(kept: Any, lost: Any, book: Book) -> None:
    """A firm joins once: the earlier day stays."""
    there = Joining.objects.filter(employer=kept).first()
    other = Joining.objects.filter(employer=lost).first()
    if there is not None and other is not None:
        book.drop(there if other.joined_date < there.joined_date else other)


def settle_people_apart(kept: Any, back: Any, apart: Apart) -> None:
    """Who wants to be invited no more since the two were one, may be either."""
    for person, was in ((kept, apart.before.is_active), (back, back.is_active)):
        person.is_active = was and apart.now.is_active
        person.save(update_fields=["is_active"])
