"""What a plan has to keep to: pins, pairs apart or together, tables that close or open, chairs at each table.

All of it until the gathering is over or called off: `GatheringIsOver`, `GatheringIsCancelled`."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.gatherings.models import Gathering, PairRule, Pin, Table
from werktop.gatherings.queries.entrepreneur_chairs import MOST_CHAIRS
from werktop.gatherings.queries.gatherings import gathering_to_edit, open_gathering
from werktop.gatherings.queries.seating import hall
from werktop.gatherings.seat_refusals import (
    GuestHasNoChair,
    NobodySeatedYet,
    NoTableLeft,
    RuleNeedsTwoCandidates,
    RulesContradict,
)

from .waiting import let_waiting_in


@command(about="gathering")
def pin_guest(*, actor: Actor, at: datetime, gathering_id: UUID, guest_id: UUID, round_number: int) -> None:
    """Keep a guest at the table of this round when the rest is planned anew.

    An entrepreneur then stays at that table in every round; a candidate keeps the chairs of all rounds.
    """
    found = hall(open_gathering(gathering_to_edit(actor, gathering_id)))
    if found.plan is None:
        raise NobodySeatedYet()
    table_id = found.seats.get((round_number, guest_id))
    if table_id is None:
        raise GuestHasNoChair()
    Pin.objects.update_or_create(
        guest_id=guest_id, defaults={"gathering": found.gathering, "table_id": table_id}
    )


@command(about="gathering")
def unpin_guest(*, actor: Actor, at: datetime, gathering_id: UUID, guest_id: UUID) -> None:
    """Let a guest move again when the rest is planned anew; nothing happens when there is no pin."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    Pin.objects.filter(gathering=gathering, guest_id=guest_id).delete()


@command(about="gathering")
def add_pair_rule(
    *, actor: Actor, at: datetime, gathering_id: UUID, kind: str, first_id: UUID, second_id: UUID
) -> UUID:
    """Two candidates sit apart, or together, from the next plan on. Raises `RulesContradict` when the pair has a rule.

    Who sits with whom says something of both: only for who sees whole names.
    """
    actor.require("see_whole_names")
    found = hall(open_gathering(gathering_to_edit(actor, gathering_id)), with_expected=True)
    seated = {g.id for g in found.candidates}
    if first_id == second_id or not {first_id, second_id} <= seated or kind not in PairRule.Kind.values:
        raise RuleNeedsTwoCandidates()
    first, second = sorted((first_id, second_id))
    if PairRule.objects.filter(first_id=first, second_id=second).exists():
        raise RulesContradict()
    rule = PairRule.objects.create(gathering=found.gathering, kind=kind, first_id=first, second_id=second)
    return rule.id


@command(about="gathering")
def remove_pair_rule(*, actor: Actor, at: datetime, gathering_id: UUID, rule_id: UUID) -> None:
    """Drop a rule about two guests; nothing happens when it is gone."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    PairRule.objects.filter(gathering=gathering, id=rule_id).delete()


@command(about="gathering")
def close_tables(
    *, actor: Actor, at: datetime, gathering_id: UUID, count: int = 1, more_chairs: int = 0
) -> list[int]:
    """Close tables, and perhaps add chairs to those that stay. Gives the numbers of the closed tables.

    Tables without a host go first, then those without anyone pinned, then the highest numbers.
    """
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    found = hall(gathering)
    if not 1 <= count < len(found.tables):
        raise NoTableLeft()
    pinned = set(found.pins.values())
    order = sorted(
        found.tables, key=lambda t: (getattr(t, "host", None) is not None, t.id in pinned, -t.number)
    )
    for table in order[:count]:
        table.is_closed = True
        table.save(update_fields=["is_closed"])
    _more_chairs(gathering, more_chairs)
    let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
    return sorted(t.number for t in order[:count])


@command(about="gathering")
def open_table(*, actor: Actor, at: datetime, gathering_id: UUID, table_id: UUID) -> None:
    """Open a closed table again; its chairs go to who waits."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    Table.objects.filter(gathering=gathering, id=table_id).update(is_closed=False)
    let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)


@command(about="gathering")
def add_chairs(*, actor: Actor, at: datetime, gathering_id: UUID, chairs: int = 1) -> int:
    """Put more chairs for candidates at every table; they go to who waits. Gives how many there are then."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    _more_chairs(gathering, chairs)
    let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
    return gathering.table_size


def _more_chairs(gathering: Gathering, chairs: int) -> None:
    gathering.table_size = max(1, min(MOST_CHAIRS, gathering.table_size + chairs))
    gathering.save(update_fields=["table_size"])
