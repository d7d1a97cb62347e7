"""Reads of the vocabulary."""

from werktop.catalogue.models import TermKind

from .requirements import Masks, masks, requirements
from .words import (
    codes_by_label,
    counting_as,
    editions,
    ids_by_code,
    is_shared,
    is_shown_to,
    occupations,
    shared_terms,
    shown_to,
    terms,
    terms_by_id,
    to_note,
    version,
    what_counts,
)

__all__ = [
    "Masks",
    "TermKind",
    "codes_by_label",
    "counting_as",
    "editions",
    "ids_by_code",
    "is_shared",
    "is_shown_to",
    "masks",
    "occupations",
    "requirements",
    "shared_terms",
    "shown_to",
    "terms",
    "terms_by_id",
    "to_note",
    "version",
    "what_counts",
]
