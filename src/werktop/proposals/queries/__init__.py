"""Reads of proposals."""

from .listing import Filters, found_proposals
from .visible import (
    PURPOSE,
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
