"""Reads of placements."""

from .history import Earlier, earlier_of
from .listing import Filters, firms_with_placements, found_placements
from .own import OnTheJob, own_placements, placements_with
from .visible import (
    SAYS,
    colleagues_to_call,
    count_of_others,
    filled_places,
    may_see_footing,
    placement_facts,
    placement_for,
    placement_of_proposal,
    placement_version,
    placements_at,
    placements_of_candidate,
    placements_of_work,
    placements_visible_to,
)

__all__ = [
    "SAYS",
    "Earlier",
    "Filters",
    "OnTheJob",
    "colleagues_to_call",
    "count_of_others",
    "earlier_of",
    "filled_places",
    "firms_with_placements",
    "found_placements",
    "may_see_footing",
    "own_placements",
    "placement_facts",
    "placement_for",
    "placement_of_proposal",
    "placement_version",
    "placements_at",
    "placements_of_candidate",
    "placements_of_work",
    "placements_visible_to",
    "placements_with",
]
