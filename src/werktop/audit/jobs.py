"""Jobs of the audit. Jobs are where the clock is read."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import (
    clock,
    forgetting,  # noqa: F401 - says what goes when
)
from .retention import clear


@app.periodic(cron="11 3 * * *")
@app.task(name="audit.forget", queue="audit", queueing_lock="audit.forget")
def forget(timestamp: int) -> int:
    """Every night: what of trail, log and receipts is past its term; returns how many went."""
    return clear("audit", at=clock.now())
