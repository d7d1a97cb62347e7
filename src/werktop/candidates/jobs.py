"""Jobs of the candidates. Jobs are where the clock is read."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM
from werktop.audit.retention import BATCH, clear

from .commands import announce_erasures, take_back_erasures


@app.periodic(cron="53 3 * * *")
@app.task(name="candidates.forget", queue="candidates", queueing_lock="candidates.forget")
def forget(timestamp: int) -> int:
    """Every night: announce who will be erased in a month, and erase whose day has come; returns how many went."""
    at = clock.now()
    after = None
    while after := take_back_erasures(actor=SYSTEM, at=at, after=after):
        pass
    while announce_erasures(actor=SYSTEM, at=at) >= BATCH:
        pass
    return clear("candidates", at=at)
