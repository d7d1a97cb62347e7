"""What becomes of the plan where two firms turn out to be one."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .models import Standing, Target

FURTHER = (Standing.TO_APPROACH, Standing.NOT_NOW, Standing.APPROACHED, Standing.IN_TALK)


def settle_targets(kept: Any, lost: Any, book: Book) -> None:
    """A firm stands once in the plan: the line that is furthest stays, of two that are as far the one of the firm that stays."""
    on_the_list = Target.objects.exclude(standing=Standing.LEFT_OUT)
    there = on_the_list.filter(employer=kept).first()
    other = on_the_list.filter(employer=lost).first()
    if there is not None and other is not None:
        is_further = FURTHER.index(Standing(other.standing)) > FURTHER.index(Standing(there.standing))
        book.drop(there if is_further else other)
