"""From when on somebody who has not answered may be reminded: not seconds after the invitation."""

from __future__ import annotations

from datetime import datetime, timedelta

WAIT = timedelta(days=2)
"""So long everybody has to answer."""
NEAR, WAIT_WHEN_NEAR = timedelta(days=4), timedelta(days=1)
"""Asked this shortly before the day, one day is enough."""


def remind_from(written_at: datetime, starts_at: datetime) -> datetime:
    """The moment from which who was written to at `written_at` (invitation or last reminder) is reminded."""
    is_near = starts_at - written_at <= NEAR
    return written_at + (WAIT_WHEN_NEAR if is_near else WAIT)
