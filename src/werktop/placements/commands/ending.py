"""A placement ends, goes on after all, or another colleague is called about it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.placements.models import NEVER_WAS, Ended
from werktop.placements.refusals import EndedAlready, EndsBeforeItStarts, EndsLater, WhyIsMissing

from .noting import colleague_to_call, held_placement, works_there_already


@command(about="placement")
def end_placement(
    *, actor: Actor, at: datetime, placement_id: UUID, ended_date: date | None, reason: str
) -> UUID:
    """The last day was `ended_date`, with why in the words of `Ended`; what never was (`NEVER_WAS`) takes its first
    day. Refuses `WhyIsMissing`, `EndsBeforeItStarts`, `EndsLater` and, where it ended otherwise already, `EndedAlready`."""
    row = held_placement(actor, placement_id)
    if reason not in Ended.values:
        raise WhyIsMissing(field="reason")
    ended = row.started_date if reason in NEVER_WAS or ended_date is None else ended_date
    if row.ended_date is not None:
        if (row.ended_date, row.ended_reason) != (ended, reason):
            raise EndedAlready()
        return row.pk
    if ended < row.started_date:
        raise EndsBeforeItStarts(field="ended_date")
    if ended > timezone.localdate(at) and reason not in NEVER_WAS:
        raise EndsLater(field="ended_date")
    row.ended_date, row.ended_reason = ended, reason
    row.save(update_fields=["ended_date", "ended_reason"])
    return row.pk


@command(about="placement")
def reopen_placement(*, actor: Actor, at: datetime, placement_id: UUID) -> UUID:
    """It did not end after all. Refuses `WorksThereAlready` where another began at the same firm meanwhile."""
    row = held_placement(actor, placement_id)
    row.ended_date, row.ended_reason = None, ""
    try:
        with transaction.atomic():
            row.save(update_fields=["ended_date", "ended_reason"])
    except IntegrityError as fault:
        raise works_there_already(row) from fault
    return row.pk


@command(about="placement")
def give_placement(*, actor: Actor, at: datetime, placement_id: UUID, account_id: UUID) -> UUID:
    """Another colleague of the own organisation is called about it from now on. Refuses `NobodyToCall`."""
    row = held_placement(actor, placement_id)
    row.contact_id = colleague_to_call(actor, account_id)
    row.save(update_fields=["contact"])
    return row.pk
