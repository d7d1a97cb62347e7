"""What happens to follow-ups by itself, every night."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.retention import clear

from .commands import forgetting  # noqa: F401 - says what goes when


@app.periodic(cron="47 3 * * *")
@app.task(name="matches.forget", queue="matches", queueing_lock="matches.forget")
def forget(timestamp: int) -> int:
    """Every night: what is past its term, with its history; returns how many went."""
    return clear("matches", at=clock.now())
