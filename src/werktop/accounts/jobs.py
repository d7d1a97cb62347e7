"""Jobs of the accounts. Jobs are where the clock is read."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from werktop.audit import clock
from werktop.audit.actors import SYSTEM
from werktop.audit.retention import BATCH, clear

from . import commands


@app.periodic(cron="23 3 * * *")
@app.task(name="accounts.forget", queue="accounts", queueing_lock="accounts.forget")
def forget(timestamp: int) -> int:
    """Every night: who left, how often places asked for a password link, codes and sessions of own pages, past their term;
    returns how many."""
    return clear("accounts", at=clock.now())


@app.periodic(cron="13 * * * *")
@app.task(name="accounts.forget_browsers", queue="accounts", queueing_lock="accounts.forget_browsers")
def forget_browsers(timestamp: int) -> int:
    """Every hour: sessions of browsers that are over; returns how many went. Nobody who may begin one is counted on to end it."""
    gone = all_gone = commands.forget_browsers(actor=SYSTEM, at=clock.now())
    while gone == BATCH:
        gone = commands.forget_browsers(actor=SYSTEM, at=clock.now())
        all_gone += gone
    return all_gone


@app.task(name="accounts.answer_question", queue="accounts")
def answer_question(question_id: str) -> int:
    """Who asked for a code gets one, where somebody is known at the address; returns how many messages."""
    return commands.send_codes(actor=SYSTEM, at=clock.now(), question_id=UUID(question_id))
