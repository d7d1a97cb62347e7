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
from werktop.contacts.reading.reader import names_said, read_note

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
    "names_said",
    "read_note",
    "was_missed",
]
