"""Reads one Dutch sentence of a relationship manager: pure, the same for the same words, no clock and no model."""

from werktop.contacts.reading.attempts import was_missed
from werktop.contacts.reading.chips import (
    CHANNELS,
    Chip,
    CompetencySeen,
    Contact,
    Names,
    Opening,
    Reading,
    Reminder,
    Told,
    Unsure,
)
from werktop.contacts.reading.dates import first_day_in
from werktop.contacts.reading.directions import came_in
from werktop.contacts.reading.reader import names_said, read_note
from werktop.contacts.reading.spoken_of import only_spoken_of

__all__ = [
    "CHANNELS",
    "Chip",
    "CompetencySeen",
    "Contact",
    "Names",
    "Opening",
    "Reading",
    "Reminder",
    "Told",
    "Unsure",
    "came_in",
    "first_day_in",
    "names_said",
    "only_spoken_of",
    "read_note",
    "was_missed",
]
