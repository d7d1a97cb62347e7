"""Jobs of the employers. Jobs are where the clock is read."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM
from werktop.audit.retention import clear
from werktop.regions import queries as regions

from .commands import look_for_double_firms


@app.periodic(cron="37 4 * * *")
@app.task(
    name="employers.look_for_doubles",
    queue="employers",
    queueing_lock="employers.look_for_doubles",
    lock="employers.look_for_doubles",
)
def compare(timestamp: int) -> int:
    """Every night: which firms, and people at firms, may stand there twice; returns how many pairs there are to look at."""
    at = clock.now()
    return sum(
        look_for_double_firms(actor=SYSTEM, at=at, organisation_id=organisation_id)
        for organisation_id in regions.all_organisations()
    )


@app.periodic(cron="17 4 * * *")
@app.task(
    name="employers.forget",
    queue="employers",
    queueing_lock="employers.forget",
    lock="employers.forget",
)
def forget(timestamp: int) -> int:
    """Every night: questions of who never became a partner, past their term, go; returns how many."""
    return clear("employers", at=clock.now())
