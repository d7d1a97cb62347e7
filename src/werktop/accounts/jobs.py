"""Jobs of the accounts. Jobs are where the clock is read."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock

from .commands import forget_old_questions


@app.periodic(cron="23 3 * * *")
@app.task(name="accounts.forget", queue="accounts", queueing_lock="accounts.forget")
def forget(timestamp: int) -> int:
    """Every night: how often places asked for a password link; returns how many counts went."""
    return forget_old_questions(at=clock.now())
