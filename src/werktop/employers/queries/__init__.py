"""Reads about employers and entrepreneurs. They belong to the region; the responsible organisation edits."""

from .called import firms_called, lowered, merged_firms
from .comparing import compared, pairs_to_look_at, version_of_both
from .listing import Filters, employers_named, entrepreneurs_named, found_employers
from .naming import employers_called, employers_marked, entrepreneurs_marked
from .own import entrepreneurs_at, own_entrepreneur
from .versions import employer_version, entrepreneur_version, own_version
from .visible import (
    can_edit,
    employer_for,
    employers_by_id,
    employers_in_region,
    entrepreneur_for,
    entrepreneurs_by_id,
    entrepreneurs_in_region,
    held_employer,
    hold_entrepreneurs,
    known_firms_of,
    likely_duplicates,
    noted_term_ids,
    others_with_email,
    people_alike,
    people_of_firm,
    term_ids_of,
    term_uses,
)

__all__ = [
    "employers_called",
    "compared",
    "pairs_to_look_at",
    "version_of_both",
    "Filters",
    "can_edit",
    "employer_for",
    "employer_version",
    "employers_by_id",
    "held_employer",
    "hold_entrepreneurs",
    "employers_in_region",
    "employers_marked",
    "entrepreneurs_marked",
    "entrepreneur_for",
    "entrepreneur_version",
    "entrepreneurs_by_id",
    "entrepreneurs_at",
    "entrepreneurs_in_region",
    "own_entrepreneur",
    "own_version",
    "employers_named",
    "entrepreneurs_named",
    "firms_called",
    "found_employers",
    "known_firms_of",
    "likely_duplicates",
    "lowered",
    "merged_firms",
    "others_with_email",
    "people_alike",
    "people_of_firm",
    "noted_term_ids",
    "term_ids_of",
    "term_uses",
]
