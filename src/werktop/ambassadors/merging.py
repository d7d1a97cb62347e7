"""What becomes of this room's rows where two firms, two entrepreneurs or two candidates are brought together."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .models import Ambassador, Coaching


def settle_ambassadors(kept: Any, lost: Any, book: Book) -> None:
    """Who is an ambassador under both rows is one since the earlier day."""
    running = Ambassador.objects.filter(until_date=None)
    there, other = running.filter(entrepreneur=kept).first(), running.filter(entrepreneur=lost).first()
    if there is not None and other is not None:
        book.drop(there if other.since_date < there.since_date else other)


def settle_coaching_by(kept: Any, lost: Any, book: Book) -> None:
    """Who coaches one candidate under both rows does so since the earlier day."""
    _once(
        book,
        Coaching.objects.filter(entrepreneur=kept),
        Coaching.objects.filter(entrepreneur=lost),
        "candidate_id",
    )


def settle_coaching_of(kept: Any, lost: Any, book: Book) -> None:
    """Who is coached by one entrepreneur under both rows is so since the earlier day."""
    _once(
        book,
        Coaching.objects.filter(candidate=kept),
        Coaching.objects.filter(candidate=lost),
        "entrepreneur_id",
    )


def _once(book: Book, kept: Any, lost: Any, other: str) -> None:
    there = {getattr(row, other): row for row in kept.filter(until_date=None)}
    for row in lost.filter(until_date=None):
        if (same := there.get(getattr(row, other))) is not None:
            book.drop(same if row.since_date < same.since_date else row)
