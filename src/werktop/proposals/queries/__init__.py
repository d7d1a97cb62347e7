"""Reads of proposals."""

from .listing import Filters, found_proposals
from .visible import (
    PURPOSE,
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
    "found_proposals",
    "is_to_ask",
    "is_to_tell",
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
