"""What happens to who was named by itself, every night."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.retention import clear

from .commands import fellows  # noqa: F401 - says what goes when


@app.periodic(cron="29 3 * * *")
@app.task(name="ambassadors.forget", queue="ambassadors", queueing_lock="ambassadors.forget")
def forget(timestamp: int) -> int:
    """Every night: what is past its term, with its history; returns how many went."""
    return clear("ambassadors", at=clock.now())
