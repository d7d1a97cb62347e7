"""Jobs of the exchange: what was uploaded is forgotten after seven days."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM

from . import commands, queries


@app.periodic(cron="41 * * * *")
@app.task(name="exchange.forget_uploads", queue="exchange", queueing_lock="exchange.forget_uploads")
def forget_uploads(timestamp: int) -> int:
    """Every hour; returns how many went. Until then an expired upload cannot be seen either."""
    at = clock.now()
    if not queries.has_expired(at=at):
        return 0  # no line in the trail for nothing
    return commands.forget_uploads(actor=SYSTEM, at=at)
