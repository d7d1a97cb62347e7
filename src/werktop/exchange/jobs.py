"""Jobs of the exchange: what was uploaded is forgotten after seven days."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.retention import clear

from . import (
    commands,  # noqa: F401 - says what goes when
    queries,
)


@app.periodic(cron="41 * * * *")
@app.task(name="exchange.forget_uploads", queue="exchange", queueing_lock="exchange.forget_uploads")
def forget(timestamp: int) -> int:
    """Every hour; returns how many went. Until then an expired upload cannot be seen either."""
    at = clock.now()
    if not queries.has_expired(at=at):
        return 0  # no line in the trail for nothing
    return clear("exchange", at=at)
