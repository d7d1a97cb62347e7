"""Reads of the vocabulary."""

from werktop.catalogue.models import TermKind

from .finding import KINDS, Found, find, listed
from .instruments import instruments, instruments_offered
from .own import own_term, own_term_facts, own_term_version, own_terms
from .requirements import Masks, masks, requirements, requirements_by_id
from .words import (
    codes_by_label,
    counting_as,
    editions,
    ids_by_code,
    is_shared,
    is_shown_to,
    occupations,
    shared_of_own,
    shared_terms,
    shown_to,
    terms,
    terms_by_id,
    terms_by_sector,
    to_note,
    version,
    what_counts,
    words_by_way,
)

__all__ = [
    "KINDS",
    "Found",
    "Masks",
    "TermKind",
    "codes_by_label",
    "counting_as",
    "shared_of_own",
    "editions",
    "find",
    "ids_by_code",
    "instruments",
    "instruments_offered",
    "is_shared",
    "is_shown_to",
    "listed",
    "masks",
    "occupations",
    "own_term",
    "own_term_facts",
    "own_term_version",
    "own_terms",
    "requirements",
    "requirements_by_id",
    "shared_terms",
    "shown_to",
    "terms",
    "terms_by_id",
    "terms_by_sector",
    "to_note",
    "version",
    "what_counts",
    "words_by_way",
]
