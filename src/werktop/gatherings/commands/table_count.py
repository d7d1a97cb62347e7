"""How many tables a gathering uses, and how many chairs that gives."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command

from ..formats import chairs_for, tables_for
from ..models import Gathering, GuestKind, Table
from ..queries.gatherings import gathering_to_edit, open_gathering
from ..refusals import NumberOutOfReach
from .waiting import let_waiting_in

MOST_TABLES = 60


@command(about="gathering")
def set_table_count(*, actor: Actor, at: datetime, gathering_id: UUID, count: int) -> None:
    """So many open tables: new ones are added at the end, the last ones close."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    if not 0 <= count <= MOST_TABLES:
        raise NumberOutOfReach(field="count")
    set_tables(gathering, count)
    let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)


def set_tables(gathering: Gathering, count: int, *, is_step_free: bool = False) -> None:
    """Open the first `count` tables, new ones where they are lacking, and close the others. Inside a command."""
    tables = list(Table.objects.filter(gathering=gathering).order_by("number"))
    for table in tables:
        is_closed = table.number > count
        if table.is_closed != is_closed:
            table.is_closed = is_closed
            table.save(update_fields=["is_closed"])
    there = {t.number for t in tables}
    Table.objects.bulk_create(
        Table(gathering=gathering, number=number, languages=["nl"], is_step_free=is_step_free)
        for number in range(1, count + 1)
        if number not in there
    )


def open_tables(gathering: Gathering) -> int:
    """How many tables are used."""
    return Table.objects.filter(gathering=gathering, is_closed=False).count()


def tables_needed(gathering: Gathering) -> int:
    """How many tables its format asks for, for the candidates that are wanted."""
    return tables_for(gathering.format, gathering.candidates_wanted, gathering.table_size)


def chairs_of(gathering: Gathering) -> dict[str, int]:
    """Kind of guest to how many chairs the open tables have."""
    return {kind: chairs_for(gathering, kind, open_tables(gathering)) for kind in GuestKind.values}


def open_more(gathering: Gathering, count: int) -> int:
    """So many tables more: closed ones first, then new ones. Returns how many; none where the count is not above 0."""
    if count <= 0:
        return 0
    closed = list(Table.objects.filter(gathering=gathering, is_closed=True).order_by("number")[:count])
    Table.objects.filter(pk__in=[table.pk for table in closed]).update(is_closed=False)
    there = Table.objects.filter(gathering=gathering).count()
    Table.objects.bulk_create(
        Table(
            gathering=gathering,
            number=number,
            languages=["nl"],
            is_step_free=gathering.host_employer.is_step_free,
        )
        for number in range(there + 1, there + 1 + count - len(closed))
    )
    return count
