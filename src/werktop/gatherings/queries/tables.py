"""The tables of a gathering and the colleagues at them."""

from __future__ import annotations

from ..models import Gathering, Host, Table


def tables_with_hosts(gathering: Gathering) -> list[Table]:
    """All tables with their hosts, closed ones too, by number. One query."""
    return list(Table.objects.filter(gathering=gathering).select_related("host__account").order_by("number"))


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
