"""What becomes of turns in a queue where two files of one candidate are brought together."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .choices import Turn
from .models import SignUp


def settle_turns(kept: Any, lost: Any, book: Book) -> None:
    """One person stands in a queue once: the earlier turn stays, with what came of it."""
    theirs = {
        row.profile_id: row for row in SignUp.objects.filter(candidate=lost).exclude(state=Turn.DECLINED)
    }
    for row in SignUp.objects.filter(candidate=kept, profile_id__in=theirs).exclude(state=Turn.DECLINED):
        other = theirs[row.profile_id]
        book.drop(row if other.number < row.number else other)
