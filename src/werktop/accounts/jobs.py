"""Jobs of the accounts. Jobs are where the clock is read."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.retention import clear

from . import commands  # noqa: F401 - says what goes when


@app.periodic(cron="23 3 * * *")
@app.task(name="accounts.forget", queue="accounts", queueing_lock="accounts.forget")
def forget(timestamp: int) -> int:
    """Every night: who left, and how often places asked for a password link, past their term; returns how many."""
    return clear("accounts", at=clock.now())
