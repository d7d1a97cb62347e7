"""Writes of the vocabulary."""

from .instruments import InstrumentIsNameless, offer_instrument, retire_instrument
from .listing import note_list_taken
from .loading import BitIsTaken, load_catalogue
from .own import (
    CountsAsNothing,
    NamesAGroup,
    WordIsMissing,
    WordIsThere,
    add_own_term,
    change_own_term,
    restore_own_term,
    retire_own_term,
)

__all__ = [
    "BitIsTaken",
    "CountsAsNothing",
    "NamesAGroup",
    "InstrumentIsNameless",
    "WordIsMissing",
    "WordIsThere",
    "add_own_term",
    "change_own_term",
    "load_catalogue",
    "note_list_taken",
    "offer_instrument",
    "restore_own_term",
    "retire_instrument",
    "retire_own_term",
]
