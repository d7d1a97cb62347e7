"""Entrepreneurs who do not turn up: every way on that is offered can be planned, shown and applied."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.gatherings.page_asking import apply_proposal, at_page, post, text_of
from tests.gatherings.seating import hall_of_guests

from werktop.accounts.models import Account
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Gathering, GuestKind, Host, Round, Seat, SeatPlan, Table
from werktop.gatherings.queries.seating import hall
from werktop.gatherings.queries.short_of_entrepreneurs import ways_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(cast, log_in):
    return log_in(cast.own.account())


def day_of(cast, at, *, missing: int, rounds: int = 1, begun: int = 0, candidates: int = 12, **fields):
    """Four tables with two entrepreneurs each, planned; so many entrepreneurs of the first tables are not there."""
    made = hall_of_guests(
        cast.own, candidates=candidates, entrepreneurs=8, tables=4, rounds=rounds, table_size=6, **fields
    )
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=2000)
    seats = Seat.objects.filter(plan__gathering=made.gathering, round=begun + 1)
    order = dict(seats.values_list("guest_id", "table__number"))
    firms = sorted(made.entrepreneurs, key=lambda g: (order[g.pk], str(g.pk)))
    away = {g.pk for g in firms[:missing]}
    for guest in (*made.candidates, *made.entrepreneurs):
        guest.arrived_at = None if guest.pk in away else at
        guest.save()
    for number in range(1, begun + 1):
        Round.objects.create(gathering=made.gathering, number=number, started_at=at, ended_at=at)
    Gathering.objects.filter(pk=made.gathering.pk).update(status="running")
    return Gathering.objects.get(pk=made.gathering.pk)


def firms_at(plan: SeatPlan, number: int) -> list[int]:
    """How many entrepreneurs sit at each table that is used, the most first."""
    rows = Seat.objects.filter(plan=plan, round=number).values_list("table_id", "guest__kind")
    tables = {table for table, _kind in rows}
    count = Counter(table for table, kind in rows if kind == GuestKind.ENTREPRENEUR)
    return sorted((count[table] for table in tables), reverse=True)


def seated(plan: SeatPlan, number: int) -> set:
    return set(Seat.objects.filter(plan=plan, round=number).values_list("guest_id", flat=True))


@pytest.mark.parametrize(
    ("missing", "first", "words"),
    [
        (1, "go_on", "Ga door: tafel 1 heeft één ondernemer"),
        (2, "shift", "Schuif"),
        (3, "shift", "Schuif"),
        (7, "close-2-3-4", "Sluit tafels 2, 3 en 4"),
    ],
)
def test_the_first_offer_is_the_smallest_that_can_be_done(cast, at, clock, lead, missing, first, words):
    gathering = day_of(cast, at, missing=missing)
    ways = ways_on(hall(gathering))
    assert ways[0].key.split("-")[0] == first.split("-")[0]
    assert ways[0].text.startswith(words.split(" 2, 3")[0])
    page = text_of(lead.get(at_page("replan", gathering)))
    assert "te weinig" in page and "Zo kun je verder" in page
    assert all(way.text in page and way.detail in page for way in ways)
    assert "Deel opnieuw in" not in page, "no button that cannot work"


@pytest.mark.parametrize("missing", [1, 2, 3, 7])
@pytest.mark.parametrize(("rounds", "begun"), [(1, 0), (3, 0), (3, 1)])
def test_every_offer_is_shown_and_then_applied(cast, at, clock, lead, missing, rounds, begun):
    gathering = day_of(cast, at, missing=missing, rounds=rounds, begun=begun)
    found = hall(gathering)
    here = {g.pk for g in found.guests}
    began = {key: table for key, table in found.seats.items() if key[0] <= begun}
    ways = ways_on(found)
    assert ways
    for way in ways:
        answer = post(lead, at_page("replan", gathering), way=way.key)
        assert answer["Location"] == at_page("replan", gathering)
        proposed = SeatPlan.objects.get(gathering=gathering, state="proposed")
        assert SeatPlan.objects.get(gathering=gathering, state="in_force").pk == found.plan.pk
        assert Table.objects.filter(gathering=gathering, is_closed=False).count() == 4, "shown first"
        assert "Wat dit doet" in text_of(lead.get(at_page("replan", gathering)))
        candidates = {g.pk for g in found.candidates}
        for number in range(begun + 1, rounds + 1):
            assert candidates <= seated(proposed, number) <= here
            if way.key != "go_on" or missing == 1:
                assert min(firms_at(proposed, number)) >= 1, "no table without an entrepreneur"
    chosen = ways[0]
    post(lead, at_page("replan", gathering), way=chosen.key)
    apply_proposal(lead, gathering)
    plan = SeatPlan.objects.get(gathering=gathering, state="in_force")
    closed = set(Table.objects.filter(gathering=gathering, is_closed=True).values_list("pk", flat=True))
    assert closed == set(chosen.closes)
    kept = {
        (n, g): t for n, g, t in Seat.objects.filter(plan=plan).values_list("round", "guest_id", "table_id")
    }
    assert {key: table for key, table in kept.items() if key[0] <= begun} == began, "rounds begun stay"


def test_going_on_leaves_every_entrepreneur_at_the_table(cast, at, clock, lead):
    gathering = day_of(cast, at, missing=1, rounds=2)
    found = hall(gathering)
    post(lead, at_page("replan", gathering), way="go_on")
    apply_proposal(lead, gathering)
    after = hall(Gathering.objects.get(pk=gathering.pk))
    for guest in found.entrepreneurs:
        for number in (1, 2):
            assert after.seats[(number, guest.pk)] == found.seats[(number, guest.pk)]
    assert firms_at(after.plan, 1) == [2, 2, 2, 1]


def test_a_speed_date_closes_the_table_of_who_is_missing(cast, at, clock, lead):
    made = hall_of_guests(
        cast.own, candidates=6, entrepreneurs=4, tables=4, rounds=3, format="speed_dates", status="running"
    )
    for guest in (*made.candidates, *made.entrepreneurs):
        guest.arrived_at = at
        guest.save()
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=500)
    away = made.entrepreneurs[0]
    table = Seat.objects.filter(plan__gathering=made.gathering, guest=away, round=1).get().table
    away.arrived_at = None
    away.save()
    [way] = ways_on(hall(made.gathering))
    assert way.closes == (table.pk,) and "Wie geen beurt heeft, wacht" in way.detail
    post(lead, at_page("replan", made.gathering), way=way.key)
    apply_proposal(lead, made.gathering)
    assert Table.objects.get(pk=table.pk).is_closed


@pytest.mark.parametrize("way", ["close-99", "x", "shift"])
def test_a_way_that_is_not_offered_changes_nothing(cast, at, clock, lead, way):
    gathering = day_of(cast, at, missing=1)
    assert post(lead, at_page("replan", gathering), way=way).status_code == 409
    assert not SeatPlan.objects.filter(gathering=gathering, state="proposed").exists()


def test_more_people_than_chairs_are_offered_chairs(cast, at, clock, lead):
    gathering = day_of(cast, at, missing=0)
    Gathering.objects.filter(pk=gathering.pk).update(table_size=2)
    assert "Zet 1 stoel per tafel bij" in text_of(lead.get(at_page("replan", gathering)))
    post(lead, at_page("replan", gathering), way="chairs")
    apply_proposal(lead, gathering)
    assert Gathering.objects.get(pk=gathering.pk).table_size == 3


def test_a_spare_host_takes_over_a_table(cast, at, clock, lead):
    gathering = day_of(cast, at, missing=0)
    table = Table.objects.filter(gathering=gathering).order_by("number").first()
    Host.objects.filter(table=table).update(table=None)
    spare = Host.objects.create(gathering=gathering, account=cast.own.account("table_host"))
    page = text_of(lead.get(at_page("replan", gathering)))
    assert "Tafel 1: wie neemt die over?" in page and f"{spare.account.first_name} neemt tafel 1" in page
    asked = {"what": "host", "table": str(table.pk), "host": str(spare.account_id)}
    post(lead, at_page("replan", gathering), **asked)
    assert Host.objects.get(table=table).account == Account.objects.get(pk=spare.account_id)
    asked["table"] = str(Table.objects.get(gathering=gathering, number=2).pk)
    assert post(lead, at_page("replan", gathering), **asked).status_code in (200, 409)
    assert Host.objects.get(table=table).account_id == spare.account_id, "nobody is pulled from a table"


@pytest.mark.parametrize("garbled", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_garbled_host_changes_nothing(cast, at, clock, lead, garbled):
    gathering = day_of(cast, at, missing=0)
    before = list(Host.objects.filter(gathering=gathering).order_by("id").values_list("id", "table_id"))
    table = Table.objects.filter(gathering=gathering).order_by("number").first()
    answer = post(lead, at_page("replan", gathering), what="host", table=str(table.pk), host=garbled)
    assert answer.status_code in (400, 404, 409, 422)
    assert (
        list(Host.objects.filter(gathering=gathering).order_by("id").values_list("id", "table_id")) == before
    )
