"""Jobs of the post: deliver, pick up what was left, bring back what a dead worker held, forget,
end letters that are too late.

Jobs are where the clock is read. Each may run twice, or twice at once, without doing anything twice.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from uuid import UUID

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from werktop.audit import clock
from werktop.audit.actors import SYSTEM
from werktop.audit.retention import clear

from . import commands, queries

log = logging.getLogger("werktop.post")
SILENT_SECONDS = 120
"""A worker sends a sign of life every ten seconds; one that was silent for this long is dead."""


@app.task(name="post.deliver", queue="post")
def deliver(message_id: str) -> str:
    """Deliver one message. A failed try makes its own next job, so this one is done either way."""
    return commands.deliver_message(actor=SYSTEM, at=clock.now(), message_id=UUID(message_id))


@app.periodic(cron="* * * * *")
@app.task(name="post.sweep", queue="post", queueing_lock="post.sweep")
def sweep(timestamp: int) -> int:
    """Nudge messages that should have gone out and have no job; returns how many."""
    at = clock.now()
    due = queries.due_messages(at=at, laid_down_before=at - timedelta(minutes=2))
    return sum(commands.nudge(message_id) for message_id in due)


@app.periodic(cron="*/2 * * * *")
@app.task(name="post.rescue", queue="post", queueing_lock="post.rescue", pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> int:
    """Put back every room's jobs that a dead worker held (procrastinate does not by itself); returns how many."""
    jobs = context.app.job_manager
    stalled = list(await jobs.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS))
    for job in stalled:
        try:
            await jobs.retry_job(job)
        except UniqueViolation:  # a job like it waits already (periodic jobs): this one is not needed
            await jobs.finish_job(job, status=Status.ABORTED, delete_job=False)
    return len(stalled)


@app.periodic(cron="17 3 * * *")
@app.task(name="post.forget", queue="post", queueing_lock="post.forget")
def forget(timestamp: int) -> int:
    """Every night: messages and links that are past their term; returns how many messages."""
    return clear("post", at=clock.now())


@app.periodic(cron="7 3 * * *")
@app.task(name="post.end_late", queue="post", queueing_lock="post.end_late")
def end_late(timestamp: int) -> int:
    """Every night: letters that nobody printed before the gathering or talk that they are about; returns how many."""
    return commands.end_late_letters(actor=SYSTEM, at=clock.now())


@app.periodic(cron="41 3 * * *")
@app.task(name="post.tidy", queue="post", queueing_lock="post.tidy", pass_context=True)
async def tidy(context: JobContext, timestamp: int) -> None:
    """Every night: every room's jobs that ended more than a week ago."""
    await context.app.job_manager.delete_old_jobs(
        nb_hours=7 * 24, include_failed=True, include_cancelled=True, include_aborted=True
    )
