"""What happens to follow-ups by itself, every night."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM

from .commands import forget_unshared_wishes


@app.periodic(cron="47 3 * * *")
@app.task(name="matches.forget_wishes", queue="matches", queueing_lock="matches.forget_wishes")
def forget_wishes(timestamp: int) -> int:
    """Every night: one-sided wishes of thirty days old, with their history; returns how many."""
    return forget_unshared_wishes(actor=SYSTEM, at=clock.now())
