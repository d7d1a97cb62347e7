"""What becomes of placements where two candidates, or two firms, turn out to be one."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .models import Placement


def settle_of_candidate(kept: Any, lost: Any, book: Book) -> None:
    """Both work at the same firm: it is one placement."""
    _settle(
        Placement.objects.filter(candidate=kept),
        Placement.objects.filter(candidate=lost),
        "employer_id",
        book,
    )


def settle_of_firm(kept: Any, lost: Any, book: Book) -> None:
    """The same candidate works at both firms, which are one."""
    _settle(
        Placement.objects.filter(employer=kept), Placement.objects.filter(employer=lost), "candidate_id", book
    )


def _settle(mine: Any, theirs: Any, other: str, book: Book) -> None:
    there = {getattr(row, other): row for row in mine.filter(ended_date=None)}
    for row in theirs.filter(ended_date=None, **{f"{other}__in": list(there)}).order_by("id"):
        # what came of a proposal stays, else what began first
        _first, second = sorted((there[getattr(row, other)], row), key=_place)
        book.drop(second)


def _place(row: Placement) -> tuple[bool, Any, Any]:
    return row.proposal_id is None, row.started_date, row.pk
