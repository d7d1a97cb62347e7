"""Means of travel out of words, as lists that are read in have them."""

from __future__ import annotations

import re

from .models import Travel

MEANS = {
    Travel.CAR: r"\bauto",
    Travel.MOPED: r"\bbrom|\bscooter|\bsnorfiets",
    Travel.BICYCLE: r"\bfiets|\bbakfiets|bike",
    Travel.MOTORCYCLE: r"\bmotor",
    Travel.PUBLIC: r"\bov\b|openbaar|\bbus|\btrein|\btram|\bmetro",
}
"""What each is known by. The migration that made means out of words reads them alike."""


def travel_in(words: str) -> list[str]:
    """ "fiets of bus" as ["bicycle", "public"]; words of something else are "other", and none are none."""
    found = [str(means) for means, known in MEANS.items() if re.search(known, words, re.IGNORECASE)]
    return found or ([str(Travel.OTHER)] if words.strip() else [])


def means_in(said: str) -> list[str]:
    """What an address of the list asks of travel: a means of the six, or words as they were typed before there were six."""
    return [said] if said in Travel.values else travel_in(said)
