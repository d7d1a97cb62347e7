"""Three gatherings of the demo, told through the rooms' own commands: one finished, one today, one in preparation."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from werktop.accounts import queries as accounts
from werktop.audit.actors import SYSTEM, Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.commands import answering, guests, inviting, planning, seating, table_count, tables
from werktop.gatherings.queries import gatherings
from werktop.gatherings.queries.guests import GuestRow, guest_rows

from .after import afterwards, let_out, on_a_workday
from .firms import HOST
from .hall import the_day

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CANDIDATES, ENTREPRENEURS, TABLES = 50, 14, 5
LIKELY_YES, LIKELY_NO = 0.76, 0.14
STEPS = 40_000
"""Enough for a good plan of this size, and the same one on every machine."""


def tell(*, chance: Random, at: datetime, marieke: Actor) -> None:
    """The gatherings as they are at `at`: a past one with all that came of it, today's, and one to come."""
    finished = _gathering(chance, marieke, at, days=-10, host="Metaal")
    the_day(chance, marieke, finished)
    afterwards(chance, marieke, finished, at)
    today = _gathering(chance, marieke, at, days=0, host=HOST)
    seating.plan_seats(actor=marieke, at=at, gathering_id=today, seed=7, steps=STEPS)
    _gathering(chance, marieke, at, days=9, host="Bakkerij", is_early=True)
    # what was told before this morning has left, also where the demo is started at night
    let_out(at)


def _gathering(
    chance: Random, actor: Actor, at: datetime, *, days: int, host: str, is_early: bool = False
) -> UUID:
    """A gathering `days` from today, planned three weeks before, with its guests invited and most answers in."""
    starts_at = datetime.combine(at.date() + timedelta(days=days), time(13, 30), AMSTERDAM)
    if days:  # today's is today, whatever day that is
        starts_at = on_a_workday(starts_at)
    planned_at = min(at, starts_at - timedelta(days=21))
    firm = employers.employers_in_region(actor).filter(name__startswith=host).order_by("name", "id").first()
    if firm is None:
        raise LookupError(f"the demo has no employer called {host}")
    key = planning.plan_gathering(
        actor=actor,
        at=planned_at,
        host_employer_id=firm.pk,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2, minutes=30),
        travel_tip="De buurtbus stopt voor de deur.",
    )
    table_count.set_table_count(actor=actor, at=planned_at, gathering_id=key, count=TABLES)
    _hosts(actor, planned_at, key)
    _choose(chance, actor, planned_at, key, firm.pk)
    inviting.invite_guests(actor=actor, at=planned_at, gathering_id=key)
    # who answers got the invitation, and who comes what followed
    let_out(planned_at + timedelta(minutes=1))
    _answers(chance, actor, key, planned_at, at, share=0.45 if is_early else 1.0)
    let_out(min(at, starts_at))
    return key


def _hosts(actor: Actor, at: datetime, key: UUID) -> None:
    """A colleague at each table; those with a log-in of the demo first."""
    colleagues = list(accounts.colleagues_of(actor, "table_host"))
    colleagues += list(
        accounts.colleagues_in_region(actor, "table_host").exclude(pk__in=[c.pk for c in colleagues])
    )
    for table, host in zip(gatherings.tables_of(key), colleagues, strict=False):
        tables.set_table(
            actor=actor,
            at=at,
            gathering_id=key,
            table_id=table.pk,
            languages=list(host.languages),
            is_step_free=table.number != TABLES,
            host_account_id=host.pk,
        )


def _choose(chance: Random, actor: Actor, at: datetime, key: UUID, firm: UUID) -> None:
    """Candidates who like what the firms do, most from the own organisation; the host's own people and others."""
    partners = list(employers.entrepreneurs_in_region(actor).order_by("employer__name", "id"))
    own_first = [p for p in partners if p.employer_id == firm]
    rest = [p for p in partners if p.employer_id != firm]
    # one person of each firm: two colleagues at one evening meet the same people
    others = list({p.employer_id: p for p in chance.sample(rest, k=40)}.values())[: ENTREPRENEURS - 1]
    # who speaks no Dutch needs a table with another language; two of the tables have one
    own = [c for c in candidates.candidates_visible_to(actor).order_by("id") if "nl" in c.languages]
    arabic = [c for c in candidates.candidates_visible_to(actor).order_by("id") if c.languages == ["ar"]]
    people = chance.sample(own, k=CANDIDATES - 8) + arabic[:2]
    profiles = sorted(candidates.search_profiles_in_region(actor), key=lambda p: p.id)
    shared = chance.sample([p for p in profiles if "nl" in p.languages], k=6)
    guests.choose_guests(
        actor=actor,
        at=at,
        gathering_id=key,
        candidate_ids=[c.pk for c in people] + [p.id for p in shared],
        entrepreneur_ids=[p.pk for p in (own_first[:1] + others)],
    )


def _answers(
    chance: Random, actor: Actor, key: UUID, planned_at: datetime, at: datetime, *, share: float
) -> None:
    """Most say yes, some no, some nothing; entrepreneurs nearly always come."""
    for row in _rows(actor, key):
        if chance.random() > share:
            continue
        roll = chance.random() * (0.8 if row.kind == "entrepreneur" else 1.0)
        if roll > LIKELY_YES + LIKELY_NO:
            continue
        answering.reply_to_invitation(
            actor=SYSTEM,
            at=min(at, _by_day(chance, planned_at)),
            gathering_id=key,
            holder_kind=row.kind,
            holder_id=holder_of(row),
            reply="yes" if roll <= LIKELY_YES else "no",
            # who says nothing needs what the file says
            wants_travel_paid=(chance.random() < 0.3 and row.kind == "candidate") or None,
        )


def _by_day(chance: Random, planned_at: datetime) -> datetime:
    """Some day in the week after, at an hour at which people answer."""
    day = planned_at.astimezone(AMSTERDAM).date() + timedelta(days=chance.randint(1, 8))
    return datetime.combine(day, time(chance.randint(8, 21), chance.randint(0, 59)), AMSTERDAM)


def _rows(actor: Actor, key: UUID) -> list[GuestRow]:
    return guest_rows(actor, gatherings.gathering_for(actor, key))


def holder_of(row: GuestRow) -> UUID:
    """The candidate or entrepreneur behind a guest."""
    key = row.candidate_id or row.entrepreneur_id
    if key is None:
        raise LookupError("a guest is somebody")
    return key
