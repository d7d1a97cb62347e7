"""Reads of support for employers. Rules and agreements are no secret: an employer reads them without logging in."""

from .amounts import amount_history, rules_for
from .practices import (
    DAYS,
    SAID,
    SubjectRow,
    practice_at,
    practice_history,
    practice_row,
    said_of,
    said_version,
    side_by_side,
)

__all__ = [
    "DAYS",
    "SAID",
    "SubjectRow",
    "amount_history",
    "practice_at",
    "practice_history",
    "practice_row",
    "rules_for",
    "said_of",
    "said_version",
    "side_by_side",
]
