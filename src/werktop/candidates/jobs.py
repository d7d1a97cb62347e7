"""Jobs of the candidates. Jobs are where the clock is read."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM
from werktop.audit.retention import BATCH, clear
from werktop.regions import queries as regions

from .commands import announce_erasures, lapse_certificates, look_for_doubles, take_back_erasures


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


@app.periodic(cron="7 1 * * *")
@app.task(name="candidates.lapse", queue="candidates", queueing_lock="candidates.lapse")
def lapse(timestamp: int) -> int:
    """Every night: papers whose last day is over; returns how many."""
    at, count = clock.now(), 0
    while lapsed := lapse_certificates(actor=SYSTEM, at=at):
        count += lapsed
    return count


@app.periodic(cron="29 4 * * *")
@app.task(
    name="candidates.look_for_doubles",
    queue="candidates",
    queueing_lock="candidates.look_for_doubles",
    lock="candidates.look_for_doubles",
)
def compare(timestamp: int) -> int:
    """Every night: who may stand twice in the files of an organisation; returns how many pairs there are to look at."""
    at = clock.now()
    return sum(
        look_for_doubles(actor=SYSTEM, at=at, organisation_id=organisation_id)
        for organisation_id in regions.organisations_with_files()
    )
