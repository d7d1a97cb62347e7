"""A gathering on its day: two tables, eight candidates and two entrepreneurs at the first, everybody seated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from tests import making

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.gatherings.models import Gathering, Guest, Host, Round, Seat, SeatPlan, Table

CANDIDATES = ("Fatima", "Kees", "Rosa", "Yonas", "Marit", "Bilal", "Femke", "Stefan")


@dataclass(frozen=True)
class Day:
    gathering: Gathering
    tables: list[Table]
    guests: dict[str, Guest]
    plan: SeatPlan

    def host(self, number: int = 1) -> Actor:
        """The actor of the host at this table."""
        host = Host.objects.get(gathering=self.gathering, table__number=number)
        return accounts.actor_of(host.account)

    def host_account(self, number: int = 1):
        return Host.objects.get(gathering=self.gathering, table__number=number).account

    def link(self, name: str, purpose: str = "talk_on") -> Actor:
        """The actor of a guest who opened the own link."""
        guest = self.guests[name]
        return Actor(
            kind=guest.kind,
            id=guest.candidate_id or guest.entrepreneur_id,
            organisation_id=guest.organisation_id,
            region_id=guest.region_id,
            link_purpose=purpose,
            link_about_id=self.gathering.pk,
        )

    def holder(self, name: str) -> dict:
        guest = self.guests[name]
        return {"holder_kind": guest.kind, "holder_id": guest.candidate_id or guest.entrepreneur_id}


def running_day(
    house: making.House, *, rounds: int = 1, begun: int = 1, at=making.MOMENT, is_here: bool = True
) -> Day:
    """Everyone of table 1 in `CANDIDATES` with Joris and Ineke; Aisha and Henk at table 2."""
    gathering = making.gathering(
        house,
        tables=2,
        starts_at=at - timedelta(minutes=30),
        status="running",
        rounds=rounds,
        round_minutes=60,
    )
    tables = list(gathering.tables.order_by("number"))
    plan = SeatPlan.objects.create(gathering=gathering, state="in_force", made_at=at)
    guests: dict[str, Guest] = {}
    firms = {
        "Joris": "Houtbouw Rijnstroom",
        "Ineke": "De Linde Zorg",
        "Henk": "Bakkerij Linge",
        "Sanne": "Installatie Waal",
    }
    for name in (*CANDIDATES, "Aisha", *firms):
        person = (
            making.entrepreneur(making.employer(house, firms[name], term_codes=("bouwen",)), name)
            if name in firms
            else making.candidate(house, name, last_name="El Amrani")
        )
        guests[name] = making.guest(gathering, person, arrived_at=gathering.starts_at if is_here else None)
        table = tables[name in ("Aisha", "Henk", "Sanne")]
        for number in range(1, rounds + 1):
            Seat.objects.create(plan=plan, round=number, table=table, guest=guests[name])
    for number in range(1, begun + 1):
        Round.objects.create(
            gathering=gathering,
            number=number,
            started_at=at - timedelta(minutes=20),
            ended_at=None if number == begun else at - timedelta(minutes=20),
        )
    return Day(gathering, tables, guests, plan)
