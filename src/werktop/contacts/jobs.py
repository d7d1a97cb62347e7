"""Jobs of the contacts: reminders about nobody by name go in time."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.retention import clear

from .commands import forgetting  # noqa: F401 - says what goes when


@app.periodic(cron="33 3 * * *")
@app.task(name="contacts.forget", queue="contacts", queueing_lock="contacts.forget")
def forget(timestamp: int) -> int:
    """Every night: what is past its term, with its history; returns how many went."""
    return clear("contacts", at=clock.now())
