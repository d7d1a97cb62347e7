"""Writes about work at employers."""

from .closing import close_work_profile, move_work_profile, reopen_work_profile
from .listing import note_work_list_taken
from .noting import (
    change_work_profile,
    copy_work_profile,
    note_work_profile,
    take_back_work_profiles,
    work_profile_to_edit,
)

__all__ = [
    "change_work_profile",
    "close_work_profile",
    "copy_work_profile",
    "move_work_profile",
    "note_work_list_taken",
    "note_work_profile",
    "reopen_work_profile",
    "take_back_work_profiles",
    "work_profile_to_edit",
]
