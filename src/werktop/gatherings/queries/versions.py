"""What the forms about a gathering and about its tables start from, and their versions."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from werktop.audit.versions import version_of

from ..models import Gathering
from .tables import host_at, spare_hosts_of, tables_with_hosts

ASKED = """
theme place_name address travel_tip candidates_wanted rounds round_minutes table_size entrepreneurs_per_table
is_impression_asked
"""


def facts_of(gathering: Gathering) -> dict[str, Any]:
    """The facts that the form asks for, by question: the moments as a day and two times in the gathering's time zone."""
    zone = ZoneInfo(gathering.time_zone)
    starts, ends = (timezone.localtime(at, zone) for at in (gathering.starts_at, gathering.ends_at))
    moments = {"day": starts.date(), "begins": starts.time(), "ends": ends.time()}
    contact = {"contact": str(gathering.contact_id or "")}
    return moments | contact | {name: getattr(gathering, name) for name in ASKED.split()}


def gathering_version(gathering: Gathering) -> str:
    """The version that a form carries, for `change_gathering`."""
    return version_of(facts_of(gathering))


def table_facts_of(gathering: Gathering) -> dict[str, Any]:
    """The facts of all tables by question ("t3-host" is asked of table 3), which `tables` there are, and `spare`.
    Two queries."""
    tables = tables_with_hosts(gathering)
    facts: dict[str, Any] = {
        "tables": [table.number for table in tables],
        "spare": [str(host.account_id) for host in spare_hosts_of(gathering)],
    }
    for table in tables:
        host = host_at(table)
        facts |= {
            f"t{table.number}-host": str(host.account_id) if host else "",
            f"t{table.number}-is_step_free": table.is_step_free,
            f"t{table.number}-is_closed": table.is_closed,
            f"t{table.number}-languages": table.languages,
        }
    return facts
