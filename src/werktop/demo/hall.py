"""The day of a gathering that is over: who came, what the tables noted."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from werktop.audit.actors import SYSTEM, Actor
from werktop.catalogue import queries as catalogue
from werktop.gatherings.commands import day, seating, table, talks
from werktop.gatherings.queries import gatherings
from werktop.gatherings.queries.seating import Hall, hall

SHOWS_UP = 0.88
STEPS = 40_000


def the_day(chance: Random, actor: Actor, key: UUID) -> None:
    """Doors open, guests come, seats are planned among who is there, one round, the tables tap, it ends."""
    gathering = gatherings.gathering_for(actor, key)
    opens_at = gathering.starts_at - timedelta(minutes=30)
    day.start_day(actor=actor, at=opens_at, gathering_id=key)
    for guest in hall(gatherings.gathering_for(actor, key)).everyone.values():
        # the entrepreneurs all came, or a table would have had to close
        if guest.reply == "yes" and (guest.kind == "entrepreneur" or chance.random() < SHOWS_UP):
            day.check_in(
                actor=actor, at=opens_at + timedelta(minutes=chance.randint(1, 28)), guest_id=guest.pk
            )
    seating.plan_seats(actor=actor, at=gathering.starts_at, gathering_id=key, seed=3, steps=STEPS)
    day.begin_round(actor=actor, at=gathering.starts_at, gathering_id=key, number=1)
    ends_at = gathering.starts_at + timedelta(minutes=gathering.round_minutes)
    found = hall(gatherings.gathering_for(actor, key))
    for each in found.tables:
        taps = _taps(chance, found, each.pk)
        if taps:
            table.record_table(
                actor=actor, at=ends_at + timedelta(minutes=5), gathering_id=key, table_id=each.pk, taps=taps
            )
    _impressions(chance, found, key, opens_at, ends_at)
    day.end_round(actor=actor, at=ends_at, gathering_id=key, number=1)
    day.finish_day(actor=actor, at=gathering.ends_at, gathering_id=key)


def _taps(chance: Random, found: Hall, table_id: UUID) -> list[table.Tap]:
    here = [g for g in found.guests if found.seats.get((1, g.pk)) == table_id]
    people = [g for g in here if g.kind == "candidate"]
    firms = [g for g in here if g.kind == "entrepreneur"]
    terms = [t.pk for t in catalogue.shared_terms("competency")]
    taps: list[table.Tap] = []
    for person in people:
        for firm in firms:
            fit = found.affinities.of(person.pk, firm.pk) / 1000
            if chance.random() < 0.15 + 0.5 * fit:
                taps.append({"what": "klik", "candidate": person.pk, "other": firm.pk, "is_on": True})
                if chance.random() < 0.25:
                    taps.append({"what": "visit", "candidate": person.pk, "other": firm.pk, "is_on": True})
        if chance.random() < 0.4:
            taps.append(
                {"what": "talent", "candidate": person.pk, "other": chance.choice(terms), "is_on": True}
            )
    return taps


def _impressions(chance: Random, found: Hall, key: UUID, before: datetime, after: datetime) -> None:
    for guest in found.guests:
        holder = guest.candidate_id or guest.entrepreneur_id
        for moment, at, scores in (("before", before, (2, 3, 3, 4)), ("after", after, (3, 4, 4, 5))):
            if holder is not None and chance.random() < 0.8:
                talks.answer_impression(
                    actor=SYSTEM,
                    at=at,
                    gathering_id=key,
                    holder_kind=guest.kind,
                    holder_id=holder,
                    moment=moment,
                    score=chance.choice(scores),
                )
