"""Planning a gathering: where, when, in which format; its tables and hosts; cancelling it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.keys import new_key
from werktop.audit.refusals import NotVisible
from werktop.catalogue.choices import Language
from werktop.employers import queries as employers
from werktop.post.commands import withdraw_messages

from .. import messages
from ..formats import chairs_for, shape_of, tables_for
from ..models import (
    Gathering,
    GatheringFormat,
    GatheringStatus,
    Guest,
    GuestKind,
    Host,
    Reply,
    Round,
    Table,
)
from ..moments import day_of
from ..queries.gatherings import gathering_to_edit
from ..queries.hearing import TO_CALL, keep_for_calls, ways_to_hear
from ..refusals import (
    EndsBeforeItStarts,
    GatheringIsCancelled,
    GatheringIsOver,
    LiesInThePast,
    NumberOutOfReach,
    TableHasRoundsBegun,
)
from .waiting import let_waiting_in

MOST_TABLES = 60
LIMITS = {
    "rounds": (1, 40),
    "round_minutes": (3, 240),
    "table_size": (1, 12),
    "entrepreneurs_per_table": (0, 4),
    "candidates_wanted": (1, 400),
}
FIELDS = frozenset(
    "format place_name address travel_tip starts_at ends_at time_zone rounds round_minutes table_size "
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
    contact_id: UUID | None = None,
    **facts: Any,
) -> UUID:
    """A new gathering of the actor's organisation, with the tables its format asks for. Returns its key.

    Place and address come from the host employer where they are not given. Refused in the past or where it ends
    before it starts.
    """
    actor.require("plan_gatherings")
    firm = employers.employer_for(actor, host_employer_id)
    if prepares_for_id is not None:
        gathering_to_edit(actor, prepares_for_id)
    _sensible(starts_at, ends_at, at)
    if set(facts) - FIELDS:
        raise TypeError(f"a gathering has no {sorted(set(facts) - FIELDS)}")
    values = shape_of(format) | {k: v for k, v in facts.items() if v not in ("", None)}
    gathering = Gathering.objects.create(
        id=new_key(),
        region_id=actor.region_id,
        organisation_id=actor.organisation_id,
        host_employer_id=firm.pk,
        prepares_for_id=prepares_for_id,
        format=format,
        starts_at=starts_at,
        ends_at=ends_at,
        contact_id=_colleague(actor, contact_id)
        if contact_id
        else actor.id
        if actor.kind == "staff"
        else None,
        created_at=at,
        **{
            "place_name": firm.name,
            "address": ", ".join(part for part in (firm.address, firm.place) if part) or firm.name,
            **values,
        },
    )
    _check_numbers(gathering)
    count = tables_for(format, gathering.candidates_wanted, gathering.table_size)
    _set_tables(gathering, count, is_step_free=firm.is_step_free)
    return gathering.pk


@command(about="gathering")
def change_gathering(*, actor: Actor, at: datetime, gathering_id: UUID, **facts: Any) -> dict[str, int]:
    """Change where, when or how. Who was invited already gets a message with the new place or time and a calendar
    file that replaces the old one, in words that fit the own answer. On another day a yes is asked again: that guest stays
    expected, and counts as not confirmed until the next answer.

    What is asked as it already was changes nothing: a table closed by hand stays closed, and who waits is let in only
    where chairs come free. Returns how many tables (`tables`) and guests from the waiting list (`came`) came in.
    """
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    if set(facts) - FIELDS - {"contact_id"}:
        raise TypeError(f"a gathering has no {sorted(set(facts) - FIELDS)}")
    facts = {name: value for name, value in facts.items() if getattr(gathering, name) != value}
    before = (gathering.starts_at, gathering.ends_at, gathering.place_name, gathering.address)
    chairs, needed = _chairs(gathering), _tables_needed(gathering)
    day = day_of(gathering.starts_at, gathering.time_zone)
    if facts.get("contact_id"):
        _colleague(actor, facts["contact_id"])
    for name, value in facts.items():
        setattr(gathering, name, value)
    _sensible(gathering.starts_at, gathering.ends_at, at, is_moved=gathering.starts_at != before[0])
    _check_numbers(gathering)
    gathering.save()
    now_needed = _tables_needed(gathering)
    more = _open_more(gathering, min(now_needed - needed, now_needed - _open(gathering)))
    if (gathering.starts_at, gathering.ends_at, gathering.place_name, gathering.address) != before:
        # what waits tells the old place or time; the new message says everything
        withdraw_messages(actor=actor, at=at, about_kind="gathering", about_id=gathering.pk)
        asked = list(Guest.objects.filter(gathering=gathering, reply__in=messages.ASKED).order_by("id"))
        is_other_day = day_of(gathering.starts_at, gathering.time_zone) != day
        if is_other_day:
            _ask_again(asked, at)
        written = keep_for_calls(asked, gathering, at)
        coming = [g for g in written if g.reply == Reply.YES]
        was = {"starts_at": before[0], "place_name": before[2], "is_other_day": is_other_day}
        told = messages.tell_all(
            actor=actor, at=at, gathering=gathering, guests=written, purpose="changed", was=was
        )
        messages.tell_all(actor=actor, at=at, gathering=gathering, guests=coming, purpose="day_before")
        tell(told=told)
    came = 0
    if _chairs(gathering) != chairs:
        came = let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
    return {"tables": more, "came": came}


@command(about="gathering")
def cancel_gathering(*, actor: Actor, at: datetime, gathering_id: UUID, reason: str = "") -> int:
    """It does not go on, nor do its preparations. Messages that wait are withdrawn, everyone who heard of it is told
    (calendars included) or stands on the list of calls, and the links say so. Doing it
    again changes nothing. Returns how many are told."""
    gathering = gathering_to_edit(actor, gathering_id)
    if gathering.status == GatheringStatus.CANCELLED:
        return 0
    if gathering.status == GatheringStatus.FINISHED:
        raise GatheringIsOver()
    gathering.status, gathering.cancelled_at = GatheringStatus.CANCELLED, at
    gathering.cancel_reason = reason.strip()[:200]
    gathering.save()
    # before anything is withdrawn: whose invitation still waits has not heard of it, and need not
    ways = {key: way for key, way in ways_to_hear(gathering, at).items() if way}
    withdraw_messages(actor=actor, at=at, about_kind="gathering", about_id=gathering.pk)
    # what a change before this left to call about is past, also for who said no since or never heard of it
    Guest.objects.filter(gathering=gathering).exclude(hears_by="").update(hears_by="", called_at=None)
    heard = list(Guest.objects.filter(pk__in=ways).order_by("id"))
    for guest in heard:
        guest.hears_by, guest.called_at = ways[guest.pk], None
    Guest.objects.bulk_update(heard, ["hears_by", "called_at"])
    written = [guest for guest in heard if guest.hears_by not in TO_CALL]
    told = messages.tell_all(actor=actor, at=at, gathering=gathering, guests=written, purpose="cancelled")
    for preparation in gathering.preparations.filter(status=GatheringStatus.PREPARING).order_by("id"):
        told += cancel_gathering(actor=actor, at=at, gathering_id=preparation.pk, reason=reason)
    tell(told=told)
    return told


@command(about="gathering")
def set_table_count(*, actor: Actor, at: datetime, gathering_id: UUID, count: int) -> None:
    """So many open tables: new ones are added at the end, the last ones close."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    if not 0 <= count <= MOST_TABLES:
        raise NumberOutOfReach(field="count")
    _set_tables(gathering, count)
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
    others = Host.objects.filter(table=table)
    (others.exclude(account_id=host_account_id) if host_account_id else others).update(table=None)
    if host_account_id is not None and not is_closed:
        if not accounts.colleagues_in_region(actor).filter(pk=host_account_id).exists():
            raise NotVisible()
        Host.objects.update_or_create(
            gathering=gathering, account_id=host_account_id, defaults={"table": table}
        )


def open_gathering(gathering: Gathering) -> Gathering:
    """The same gathering, where it can still change: `GatheringIsCancelled` and `GatheringIsOver` otherwise."""
    if gathering.status == GatheringStatus.CANCELLED:
        raise GatheringIsCancelled()
    if gathering.status == GatheringStatus.FINISHED:
        raise GatheringIsOver()
    return gathering


def _ask_again(guests: list[Guest], at: datetime) -> None:
    """A yes was to the old day, of who waits for a chair too."""
    for guest in guests:
        if guest.reply != Reply.INVITED:
            guest.asked_again_at = at
    Guest.objects.bulk_update(guests, ["asked_again_at"])


def _sensible(starts_at: datetime, ends_at: datetime, at: datetime, *, is_moved: bool = True) -> None:
    if ends_at <= starts_at:
        raise EndsBeforeItStarts(field="ends_at")
    if is_moved and starts_at.date() < at.date():
        raise LiesInThePast(field="date")


def _colleague(actor: Actor, account_id: UUID) -> UUID:
    if actor.kind != "system" and not accounts.colleagues_in_region(actor).filter(pk=account_id).exists():
        raise NotVisible()
    return account_id


def _check_numbers(gathering: Gathering) -> None:
    for name, (least, most) in LIMITS.items():
        if not least <= getattr(gathering, name) <= most:
            raise NumberOutOfReach(field=name)


def _set_tables(gathering: Gathering, count: int, *, is_step_free: bool = False) -> None:
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


def _open(gathering: Gathering) -> int:
    return Table.objects.filter(gathering=gathering, is_closed=False).count()


def _tables_needed(gathering: Gathering) -> int:
    return tables_for(gathering.format, gathering.candidates_wanted, gathering.table_size)


def _chairs(gathering: Gathering) -> dict[str, int]:
    return {kind: chairs_for(gathering, kind, _open(gathering)) for kind in GuestKind.values}


def _open_more(gathering: Gathering, count: int) -> int:
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


__all__ = [
    "cancel_gathering",
    "change_gathering",
    "plan_gathering",
    "set_table",
    "set_table_count",
]
