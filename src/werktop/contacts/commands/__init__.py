"""Writes about contact moments and reminders."""

from .moments import change_contact, note_contact, take_back_contact
from .quick import save_quick_note, take_back_quick_note
from .reminding import (
    add_reminder,
    change_reminder,
    do_reminder,
    hand_reminder_to,
    put_off_reminder,
    reopen_reminder,
    take_back_reminder,
)
from .taking import note_moments_taken, note_reminders_taken
from .visits import (
    call_off_visit,
    change_visit,
    note_unvisited_taken,
    note_visit,
    note_visits_taken,
    plan_visit,
    reopen_visit,
    take_back_visit,
)

__all__ = [
    "call_off_visit",
    "change_visit",
    "note_unvisited_taken",
    "note_visit",
    "note_visits_taken",
    "plan_visit",
    "reopen_visit",
    "take_back_visit",
    "add_reminder",
    "change_contact",
    "change_reminder",
    "do_reminder",
    "hand_reminder_to",
    "note_contact",
    "note_moments_taken",
    "note_reminders_taken",
    "put_off_reminder",
    "reopen_reminder",
    "save_quick_note",
    "take_back_contact",
    "take_back_quick_note",
    "take_back_reminder",
]
