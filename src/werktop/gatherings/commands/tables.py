"""The tables of a gathering, all at once or one: their languages, who hosts them, which are used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import refuse_changed
from werktop.catalogue.choices import Language

from ..host_messages import tasks_at, tell_new_hosts
from ..models import Host, Round, Table
from ..queries.gatherings import gathering_to_edit, open_gathering
from ..queries.tables import used_table_ids
from ..queries.versions import table_facts_of
from ..refusals import ColleagueAtTwoTables, TableHasRoundsBegun
from .waiting import let_waiting_in


@dataclass(frozen=True)
class TablePlan:
    """How one table should be: its number stays."""

    table_id: UUID
    languages: tuple[str, ...] = ("nl",)
    is_step_free: bool = True
    is_closed: bool = False
    host_id: UUID | None = None


@command(about="gathering")
def arrange_tables(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    tables: list[TablePlan],
    spare_ids: list[UUID] | None = None,
    version: str = "",
) -> None:
    """Languages, step-free, closed or open and the host of these tables, and who is a spare host.

    Hosts are colleagues of the region, each at one table at most. A closed table has no host, unless a round
    at it has begun: that host may have something to hand in. Chairs that come free go to who waits. What `tables`
    does not name stays. Whose task is another than before gets an e-mail, and so does who has none any more.
    `ChangedMeanwhile` where somebody else changed what `version` saw, a version of `queries.versions.table_facts_of`.
    """
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    known = {t.pk: t for t in Table.objects.select_for_update().filter(gathering=gathering)}
    if version:
        refuse_changed(version, table_facts_of(gathering))
    asked = {plan.table_id: plan for plan in tables}
    if not set(asked) <= set(known):
        raise NotVisible()
    hosts = [plan.host_id for plan in tables if plan.host_id and not plan.is_closed]
    if len(hosts) != len(set(hosts)):
        raise ColleagueAtTwoTables()
    spare = [key for key in dict.fromkeys(spare_ids or []) if key not in hosts]
    here = set(
        accounts.colleagues_in_region(actor).filter(pk__in=[*hosts, *spare]).values_list("pk", flat=True)
    )
    # who hosts already may have left the organisation since: they may stay
    here |= set(Host.objects.filter(gathering=gathering).values_list("account_id", flat=True))
    if not {*hosts, *spare} <= here:
        raise NotVisible()
    has_begun = Round.objects.filter(gathering=gathering).exists()
    for key, plan in asked.items():
        table = known[key]
        if plan.is_closed and not table.is_closed and has_begun:
            raise TableHasRoundsBegun()
        table.languages = [code for code in plan.languages if code in Language.values] or [
            Language.DUTCH.value
        ]
        table.is_step_free, table.is_closed = plan.is_step_free, plan.is_closed
        table.save(update_fields=["languages", "is_step_free", "is_closed"])
    used, closed = set(used_table_ids(gathering)), {key for key, plan in asked.items() if plan.is_closed}
    before = tasks_at(gathering)
    rows = {h.account_id: h for h in Host.objects.select_for_update().filter(gathering=gathering)}
    wanted: dict[UUID, UUID | None] = {p.host_id: p.table_id for p in tables if p.host_id and not p.is_closed}
    wanted |= dict.fromkeys(spare, None)
    for account_id, row in rows.items():
        if account_id not in wanted and row.table_id in used and row.table_id in closed:
            continue
        if account_id not in wanted and (
            row.table_id in asked or (row.table_id is None and spare_ids is not None)
        ):
            # history keeps who let which table go: what was tapped until then may still come in
            Host.objects.filter(pk=row.pk).update(table=None)
            row.delete()
        elif account_id in wanted and row.table_id != wanted[account_id]:
            # free the chair first: two hosts may swap tables
            Host.objects.filter(pk=row.pk).update(table=None)
    for account_id, table_id in wanted.items():
        Host.objects.update_or_create(
            gathering=gathering, account_id=account_id, defaults={"table_id": table_id}
        )
    tell_new_hosts(actor=actor, at=at, gathering=gathering, before=before)
    let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)


@command(about="gathering")
def set_table(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    table_id: UUID,
    languages: list[str],
    is_step_free: bool,
    is_closed: bool = False,
    host_account_id: UUID | None = None,
) -> None:
    """The languages of a table, whether it is step-free, whether it is used, and who hosts it.

    A colleague hosts one table; taking another one frees the first. Refused to close it once a round has begun.
    """
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    table = Table.objects.select_for_update().filter(pk=table_id, gathering=gathering).first()
    if table is None:
        raise NotVisible()
    if is_closed and not table.is_closed and Round.objects.filter(gathering=gathering).exists():
        raise TableHasRoundsBegun()
    known = [code for code in languages if code in Language.values]
    table.languages, table.is_step_free, table.is_closed = known or ["nl"], is_step_free, is_closed
    table.save()
    before = tasks_at(gathering)
    others = Host.objects.filter(table=table)
    (others.exclude(account_id=host_account_id) if host_account_id else others).update(table=None)
    if host_account_id is not None and not is_closed:
        if not accounts.colleagues_in_region(actor).filter(pk=host_account_id).exists():
            raise NotVisible()
        Host.objects.update_or_create(
            gathering=gathering, account_id=host_account_id, defaults={"table": table}
        )
    tell_new_hosts(actor=actor, at=at, gathering=gathering, before=before)


@command(about="gathering")
def hand_over_table(*, actor: Actor, at: datetime, gathering_id: UUID, table_id: UUID, host_id: UUID) -> None:
    """A colleague who helps at this gathering takes a table over; who hosted it is a spare host from then on.

    For the day, when a host is not there: only a spare host (else a table would lose its own). The same again changes
    nothing. `NotVisible` for another gathering's table or colleague, `ColleagueAtTwoTables` for who has a table.
    """
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    table = Table.objects.filter(gathering=gathering, pk=table_id, is_closed=False).first()
    rows = {h.account_id: h for h in Host.objects.select_for_update().filter(gathering=gathering)}
    if table is None or host_id not in rows:
        raise NotVisible()
    if rows[host_id].table_id == table.pk:
        return
    if rows[host_id].table_id is not None:
        raise ColleagueAtTwoTables()
    Host.objects.filter(gathering=gathering, table=table).update(table=None)
    Host.objects.filter(pk=rows[host_id].pk).update(table=table)
