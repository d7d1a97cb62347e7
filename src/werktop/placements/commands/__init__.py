"""Writes about placements."""

from .ending import end_placement, give_placement, reopen_placement
from .noting import change_placement, note_list_taken, note_placement, note_placement_of_proposal

__all__ = [
    "change_placement",
    "end_placement",
    "give_placement",
    "note_list_taken",
    "note_placement",
    "note_placement_of_proposal",
    "reopen_placement",
]
