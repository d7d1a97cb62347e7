"""Writes about employers and entrepreneurs."""

from .bulk import add_employers
from .facts import EmployerIsHereAlready, NameIsMissing
from .keeping import add_employer, change_employer, note_list_taken
from .openings import close_opening, note_opening, reopen_opening, take_back_openings
from .people import (
    add_entrepreneur,
    change_entrepreneur,
    erase_entrepreneur,
    say_what_work_there_may_be,
)

__all__ = [
    "EmployerIsHereAlready",
    "NameIsMissing",
    "add_employer",
    "add_employers",
    "add_entrepreneur",
    "change_employer",
    "change_entrepreneur",
    "close_opening",
    "erase_entrepreneur",
    "note_list_taken",
    "note_opening",
    "reopen_opening",
    "say_what_work_there_may_be",
    "take_back_openings",
]
