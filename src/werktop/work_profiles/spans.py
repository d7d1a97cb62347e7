"""Time in a week as people write it: "4,5" hours are 270 minutes."""

from __future__ import annotations

import re

HOURS = re.compile(r"\s*(\d{1,2})(?:[.,](\d{1,2}))?\s*(?:u|uur)?\s*|\s*(\d{1,2}):([0-5]\d)\s*", re.IGNORECASE)
MOST_MINUTES = 60 * 60


def minutes_of(words: str) -> int | None:
    """Whole minutes of "4", "4,5", "4.25" or "4:30" hours, at most sixty; None for other words and for nothing."""
    read = HOURS.fullmatch(words)
    if read is None:
        return None
    if read[3]:
        minutes = int(read[3]) * 60 + int(read[4])
    else:
        hundredths = int((read[2] or "0").ljust(2, "0"))
        minutes = int(read[1]) * 60 + (hundredths * 60 + 50) // 100
    return minutes if 1 <= minutes <= MOST_MINUTES else None


def hours_in_words(minutes: int) -> str:
    """ "4,5" of 270 minutes: at most two places behind the comma."""
    hundredths = (minutes * 100 + 30) // 60
    return f"{hundredths // 100},{hundredths % 100:02}".rstrip("0").rstrip(",")
