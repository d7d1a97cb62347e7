"""Jobs of gatherings: reminders in the week before, chairs that came free or did not, messages of gatherings that are
over, what is past its term. Each may run twice without harm."""

from __future__ import annotations

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import system_for
from werktop.audit.retention import clear

from .commands import (
    forgetting,  # noqa: F401 - says what goes when
    talks,  # noqa: F401
)
from .commands.inviting import remind_in_time
from .commands.outdated import withdraw_outdated
from .commands.waiting import let_waiting_in, tell_who_still_waits
from .outdated import waits_too_late
from .queries.gathering_list import gatherings_ahead, gatherings_now_or_just_over


@app.periodic(cron="0 9 * * *")
@app.task(name="gatherings.remind", queue="gatherings", queueing_lock="gatherings.remind")
def remind(timestamp: int) -> int:
    """Every morning: one reminder for who has not answered and whose gathering is within a week; returns how many."""
    at = clock.now()
    return sum(
        remind_in_time(actor=system_for(g.organisation_id, g.region_id), at=at, gathering_id=g.pk)
        for g in gatherings_ahead(at=at)
    )


@app.periodic(cron="5 9 * * *")
@app.task(name="gatherings.tell_waiting", queue="gatherings", queueing_lock="gatherings.tell_waiting")
def tell_waiting(timestamp: int) -> int:
    """Every morning: who still waits for a chair at a gathering of tomorrow hears that there is none; returns how many."""
    at = clock.now()
    return sum(
        tell_who_still_waits(actor=system_for(g.organisation_id, g.region_id), at=at, gathering_id=g.pk)
        for g in gatherings_ahead(at=at, is_waited_for=True)
    )


@app.periodic(cron="*/10 * * * *")
@app.task(name="gatherings.let_in", queue="gatherings", queueing_lock="gatherings.let_in")
def let_in(timestamp: int) -> int:
    """Chairs that came free without a command that knew of it (an erased file): who waits gets them."""
    at = clock.now()
    return sum(
        let_waiting_in(actor=system_for(g.organisation_id, g.region_id), at=at, gathering_id=g.pk)
        for g in gatherings_ahead(at=at, is_waited_for=True)
    )


@app.periodic(cron="41 3 * * *")
@app.task(name="gatherings.forget", queue="gatherings", queueing_lock="gatherings.forget")
def forget(timestamp: int) -> int:
    """Every night: what is past its term, with its history; returns how many went."""
    return clear("gatherings", at=clock.now())


@app.periodic(cron="27 3 * * *")
@app.task(name="gatherings.withdraw", queue="gatherings", queueing_lock="gatherings.withdraw")
def withdraw(timestamp: int) -> int:
    """Every night: letters and mails that wait about a gathering that is over, finished by a colleague or not,
    and what says "tomorrow" about a gathering of today; returns how many. Of where nothing waits nothing is noted."""
    at = clock.now()
    return sum(
        withdraw_outdated(actor=system_for(g.organisation_id, g.region_id), at=at, gathering_id=g.pk)
        for g in gatherings_now_or_just_over(at=at)
        if waits_too_late(g, at)
    )
