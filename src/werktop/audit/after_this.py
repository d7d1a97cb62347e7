"""Jobs that look at what a command has changed: they run after it, however many ask for them at once."""

from __future__ import annotations

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

HELD = "SELECT id FROM procrastinate_jobs WHERE queueing_lock = %s AND status = 'todo' FOR SHARE"


def run_after_this(task: str, *, queue: str) -> None:
    """Have `task` run once this transaction is there to be seen, in the transaction of the caller: the job that lies in the queue
    already where there is one, else a new one. A job that runs by now may have read before us, so it is not enough.

    Who finds a job lying there holds it until the end of their transaction: workers pass over what is held, so it cannot begin
    before what was changed can be seen. The task has `task` for its `queueing_lock` and for its `lock`: one runs at a time.
    """
    while True:
        try:
            with transaction.atomic():
                app.configure_task(task, queue=queue, queueing_lock=task, lock=task).defer(timestamp=0)
            return
        except AlreadyEnqueued:
            with connection.cursor() as cursor:
                cursor.execute(HELD, [task])
                if cursor.fetchone():
                    return  # else a worker took it just now
