"""Jobs of the exchange: what was uploaded is forgotten after seven days."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM

from . import commands


@app.periodic(cron="41 * * * *")
@app.task(name="exchange.forget_uploads", queue="exchange", queueing_lock="exchange.forget_uploads")
def forget_uploads(timestamp: int) -> int:
    """Every hour; returns how many went. Until then an expired upload cannot be seen either."""
    return commands.forget_uploads(actor=SYSTEM, at=clock.now())
