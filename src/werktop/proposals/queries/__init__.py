"""Reads of proposals."""

from .likely import Likely, asked_by, likely_candidates
from .listing import Filters, found_proposals
from .visible import (
    PURPOSE,
    is_taken,
    is_to_ask,
    is_to_tell,
    own_proposals,
    proposal_for,
    proposals_due,
    proposals_of_candidate,
    proposals_of_work,
    proposals_to_decide,
    proposals_visible_to,
    put_forward_ids,
    read_about,
)

__all__ = [
    "PURPOSE",
    "Filters",
    "Likely",
    "asked_by",
    "found_proposals",
    "is_taken",
    "is_to_ask",
    "is_to_tell",
    "likely_candidates",
    "own_proposals",
    "proposal_for",
    "proposals_due",
    "proposals_of_candidate",
    "proposals_of_work",
    "proposals_to_decide",
    "proposals_visible_to",
    "put_forward_ids",
    "read_about",
]
