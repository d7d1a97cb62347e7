"""Jobs of the exchange: long lists are taken over block by block, and what was uploaded is forgotten after seven days."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM
from werktop.audit.retention import clear

from . import commands, queries


@app.task(name=commands.TASK, queue="exchange")
def take_over(upload_id: str) -> int:
    """One block of a list; it lays down the job of the next in the same transaction. Returns how many rows came in."""
    return commands.take_block(actor=SYSTEM, at=clock.now(), upload_id=UUID(upload_id))


@app.periodic(cron="* * * * *")
@app.task(name="exchange.sweep", queue="exchange", queueing_lock="exchange.sweep")
def sweep(timestamp: int) -> int:
    """Every minute: lists that stood still for a minute get their job again, or are stopped where that does not help; returns how
    many got it."""
    at = clock.now()
    lying = queries.left_lying(moved_before=at - timedelta(minutes=1))
    return sum(commands.pick_up(actor=SYSTEM, at=at, upload_id=upload_id) for upload_id in lying)


@app.periodic(cron="41 * * * *")
@app.task(name="exchange.forget_uploads", queue="exchange", queueing_lock="exchange.forget_uploads")
def forget(timestamp: int) -> int:
    """Every hour; returns how many went. Until then an expired upload cannot be seen either."""
    at = clock.now()
    if not queries.has_expired(at=at):
        return 0  # no line in the trail for nothing
    return clear("exchange", at=at)
