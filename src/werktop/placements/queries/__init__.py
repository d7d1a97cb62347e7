"""Reads of placements."""

from .due import DuePlacement, PlacementsDue, days_to_call, placements_due
from .history import Earlier, earlier_of
from .listing import Filters, firms_with_placements, found_placements
from .own import OnTheJob, own_placements, placements_with, readers_of
from .visible import (
    SAYS,
    colleagues_to_call,
    count_of_others,
    filled_places,
    may_see_footing,
    most_months_of_trial,
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
    "DuePlacement",
    "Earlier",
    "Filters",
    "OnTheJob",
    "PlacementsDue",
    "colleagues_to_call",
    "count_of_others",
    "days_to_call",
    "earlier_of",
    "filled_places",
    "firms_with_placements",
    "found_placements",
    "may_see_footing",
    "most_months_of_trial",
    "own_placements",
    "placement_facts",
    "placement_for",
    "placement_of_proposal",
    "placement_version",
    "placements_at",
    "placements_due",
    "placements_of_candidate",
    "placements_of_work",
    "placements_visible_to",
    "placements_with",
    "readers_of",
]
