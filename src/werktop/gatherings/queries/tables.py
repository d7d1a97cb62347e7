"""The tables of a gathering and the colleagues at them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from ..models import Gathering, Host, Round, Seat, SeatPlan, Table


def tables_with_hosts(gathering: Gathering) -> list[Table]:
    """All tables with their hosts, closed ones too, by number. One query."""
    return list(Table.objects.filter(gathering=gathering).select_related("host__account").order_by("number"))


def used_table_ids(gathering: Gathering) -> QuerySet[Seat, UUID]:
    """Keys of tables where somebody sat or sits in a round that has begun, closed ones too; a subquery or a query."""
    begun = Round.objects.filter(gathering=gathering).values("number")
    seats = Seat.objects.filter(
        plan__gathering=gathering, plan__state=SeatPlan.State.IN_FORCE, round__in=begun
    )
    return seats.order_by().values_list("table_id", flat=True).distinct()


def tables_to_record(gathering: Gathering) -> list[Table]:
    """Tables where there is or was something to note, by number: open ones, and those that closed after a round
    at them had begun. One query."""
    has_a_screen = Q(is_closed=False) | Q(pk__in=used_table_ids(gathering))
    return list(Table.objects.filter(has_a_screen, gathering=gathering).order_by("number"))


def host_at(table: Table) -> Host | None:
    """The colleague at this table, if any."""
    return getattr(table, "host", None)


def spare_hosts_of(gathering: Gathering) -> list[Host]:
    """Colleagues who help at the door or stand by, by name. One query."""
    return list(
        Host.objects.filter(gathering=gathering, table=None)
        .select_related("account")
        .order_by("account__name", "id")
    )
