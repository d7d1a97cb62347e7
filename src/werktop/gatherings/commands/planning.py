"""Planning a gathering: where, when, in which format, with the tables it asks for; and which numbers and moments are
sensible, also for who changes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.clock import is_within_reach
from werktop.audit.commands import command
from werktop.audit.keys import new_key
from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.employers import queries as employers

from ..formats import shape_of, tables_for
from ..models import Gathering, GatheringFormat
from ..moments import prepares_in_time
from ..place import address_of
from ..queries.gatherings import gathering_to_edit
from ..refusals import EndsBeforeItStarts, LiesInThePast, NumberOutOfReach, PreparationComesTooLate
from .idea import take_up_idea
from .table_count import set_tables

LIMITS = {
    "rounds": (1, 40),
    "round_minutes": (3, 240),
    "table_size": (1, 12),
    "entrepreneurs_per_table": (0, 4),
    "candidates_wanted": (1, 400),
}
FIELDS = frozenset(
    "format theme place_name address travel_tip starts_at ends_at time_zone rounds round_minutes table_size "
    "entrepreneurs_per_table candidates_wanted is_impression_asked".split()
)


@command(about="gathering")
def plan_gathering(
    *,
    actor: Actor,
    at: datetime,
    host_employer_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    format: str = GatheringFormat.STANDARD,
    prepares_for_id: UUID | None = None,
    idea_id: UUID | None = None,
    contact_id: UUID | None = None,
    **facts: Any,
) -> UUID:
    """A new gathering of the actor's organisation, with the tables its format asks for. Returns its key.

    Where it is made of an idea of an entrepreneur it keeps which, and who answers for that firm looks at it from then on.
    Place and address come from the host employer where they are not given. Refused in the past, where it ends
    before it starts, and where it prepares for a gathering that begins before it is over.
    """
    actor.require("plan_gatherings")
    firm = employers.employer_for(actor, host_employer_id)
    if prepares_for_id is not None:
        gathering_to_edit(actor, prepares_for_id)
    if idea_id is not None:
        take_up_idea(actor, at, idea_id)
    check_moments(starts_at, ends_at, at)
    if set(facts) - FIELDS:
        raise TypeError(f"a gathering has no {sorted(set(facts) - FIELDS)}")
    values = shape_of(format) | {k: v for k, v in facts.items() if v not in ("", None)}
    gathering = Gathering.objects.create(
        id=new_key(),
        region_id=actor.region_id,
        organisation_id=actor.organisation_id,
        host_employer_id=firm.pk,
        prepares_for_id=prepares_for_id,
        idea_id=idea_id,
        format=format,
        starts_at=starts_at,
        ends_at=ends_at,
        contact_id=colleague_of(actor, contact_id)
        if contact_id
        else actor.id
        if actor.kind == "staff"
        else None,
        created_at=at,
        **{
            "place_name": firm.name,
            "address": address_of(firm),
            **values,
        },
    )
    check_prepares(gathering)
    check_numbers(gathering)
    count = tables_for(format, gathering.candidates_wanted, gathering.table_size)
    set_tables(gathering, count, is_step_free=firm.is_step_free)
    return gathering.pk


def check_moments(starts_at: datetime, ends_at: datetime, at: datetime, *, is_moved: bool = True) -> None:
    """`EndsBeforeItStarts`; `LiesInThePast` where it `is_moved` to a day or hours that are over; `DayOutOfReach` past two
    years from now."""
    if ends_at <= starts_at:
        raise EndsBeforeItStarts(field="ends_at")
    if is_moved and (starts_at.date() < at.date() or ends_at <= at):
        raise LiesInThePast(field="date")
    if ends_at > at and not is_within_reach(ends_at, at):
        raise DayOutOfReach(field="date")


def check_prepares(gathering: Gathering) -> None:
    """`PreparationComesTooLate` where it prepares for a gathering that begins before it is over."""
    if gathering.prepares_for and not prepares_in_time(gathering):
        raise PreparationComesTooLate(gathering.prepares_for.starts_at)


def colleague_of(actor: Actor, account_id: UUID) -> UUID:
    """The same key, where it is a colleague in the actor's region; `NotVisible` otherwise."""
    if actor.kind != "system" and not accounts.colleagues_in_region(actor).filter(pk=account_id).exists():
        raise NotVisible()
    return account_id


def check_numbers(gathering: Gathering) -> None:
    """`NumberOutOfReach` for the first number outside `LIMITS`."""
    for name, (least, most) in LIMITS.items():
        if not least <= getattr(gathering, name) <= most:
            raise NumberOutOfReach(field=name)
