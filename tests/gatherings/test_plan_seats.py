"""Seats are planned by the mechanism, by every rule, and refused in words where the rules leave no way."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.seating import hall_of_guests

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.commands.seat_rules import add_pair_rule, close_tables, pin_guest
from werktop.gatherings.commands.seating import (
    plan_seats,
    save_seat_plan,
)
from werktop.gatherings.models import Host, Pin, Round, Seat, SeatPlan, Table
from werktop.gatherings.seat_refusals import NobodyToSeat, SeatsChangedMeanwhile, SeatsDoNotFit

pytestmark = pytest.mark.django_db
STEPS = 3000


def plan(cast, at, made, **other):
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.gathering.pk, "steps": STEPS}
    return plan_seats(**asked | other)


def table_of(plan_id, guest, number=1):
    return Seat.objects.get(plan_id=plan_id, guest=guest, round=number).table


def test_everyone_who_comes_gets_one_chair_in_every_round(cast, at):
    made = hall_of_guests(cast.own, 11, 4, 2, rounds=3)
    found = plan(cast, at, made)
    chairs = Counter(Seat.objects.filter(plan_id=found).values_list("guest_id", "round"))
    assert set(chairs.values()) == {1}
    assert len(chairs) == (11 + 4) * 3
    assert SeatPlan.objects.get(pk=found).state == SeatPlan.State.IN_FORCE


def test_the_same_seed_and_steps_give_the_same_seats_and_the_report_tells_them(cast, at):
    made = hall_of_guests(cast.own, 10, 4, 2, rounds=2)

    def seats(found):
        return set(Seat.objects.filter(plan_id=found).values_list("round", "guest_id", "table_id"))

    one = plan(cast, at, made, seed=7)
    report = SeatPlan.objects.get(pk=one).report
    assert (report["seed"], SeatPlan.objects.get(pk=one).seed) == (7, 7)
    assert report["steps"] > 0
    assert 0 < report["share_of_bound"] <= 1
    first = seats(one)
    SeatPlan.objects.all().delete()
    assert seats(plan(cast, at, made, seed=7)) == first


def test_a_guest_who_cannot_come_gets_no_chair(cast, at):
    made = hall_of_guests(cast.own)
    away = making.guest(made.gathering, making.candidate(cast.own), "no")
    unsure = making.guest(made.gathering, making.candidate(cast.own), "invited")
    found = plan(cast, at, made)
    assert not Seat.objects.filter(plan_id=found, guest__in=[away, unsure]).exists()


def test_a_candidate_sits_where_the_host_or_the_table_speaks_the_same_language(cast, at):
    made = hall_of_guests(cast.own, 6, 4, 2)
    guest = making.guest(made.gathering, making.candidate(cast.own, "Salma", languages=["ar"]))
    host = Host.objects.get(gathering=made.gathering, table__number=2).account
    host.languages = ["ar"]
    host.save()
    for seed in range(3):
        assert table_of(plan(cast, at, made, seed=seed), guest).number == 2


def test_who_needs_a_step_free_table_sits_at_one(cast, at):
    made = hall_of_guests(cast.own, 6, 4, 2)
    Table.objects.filter(gathering=made.gathering, number=1).update(is_step_free=False)
    guest = making.guest(made.gathering, making.candidate(cast.own, "Omar", is_step_free_needed=True))
    for seed in range(3):
        assert table_of(plan(cast, at, made, seed=seed), guest).number == 2


def test_pairs_sit_apart_or_together_as_agreed(cast, at):
    made = hall_of_guests(cast.own, 8, 4, 2, rounds=2)
    a, b, c, d = (g.pk for g in made.candidates[:4])
    for kind, first, second in (("apart", a, b), ("together", c, d)):
        add_pair_rule(
            actor=cast.own.actor(),
            at=at,
            gathering_id=made.gathering.pk,
            kind=kind,
            first_id=first,
            second_id=second,
        )
    found = plan(cast, at, made)
    for number in (1, 2):
        assert table_of(found, a, number) != table_of(found, b, number)
        assert table_of(found, c, number) == table_of(found, d, number)


def test_a_pinned_guest_stays_when_the_rest_is_planned_anew(cast, at):
    made = hall_of_guests(cast.own, 12, 6, 3, rounds=2)
    first = plan(cast, at, made)
    candidate, entrepreneur = made.candidates[0], made.entrepreneurs[0]
    for guest in (candidate, entrepreneur):
        pin_guest(
            actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, guest_id=guest.pk, round_number=1
        )
    own = table_of(first, entrepreneur)
    for seed in range(4):
        found = plan(cast, at, made, seed=seed)
        for number in (1, 2):
            assert table_of(found, candidate, number) == table_of(first, candidate, number)
            assert table_of(found, entrepreneur, number) == own


def test_a_round_that_has_begun_stays_as_it_was(cast, at):
    made = hall_of_guests(cast.own, 12, 6, 3, rounds=2)
    first = plan(cast, at, made)
    Round.objects.create(gathering=made.gathering, number=1, started_at=at)
    late = making.guest(made.gathering, making.candidate(cast.own, "Laat"))
    gone = made.candidates[3]
    gone.reply = "no"
    gone.save()
    found = plan(cast, at, made, seed=5)
    for guest in (*made.candidates, *made.entrepreneurs):
        assert table_of(found, guest) == table_of(first, guest)
    assert Seat.objects.filter(plan_id=found, guest=late).values_list("round", flat=True).get() == 2
    assert not Seat.objects.filter(plan_id=found, guest=gone, round=2).exists()


def test_on_the_day_only_who_is_there_gets_a_chair(cast, at):
    made = hall_of_guests(cast.own, 8, 4, 2, status="running")
    for guest in (*made.candidates[:6], *made.entrepreneurs):
        guest.arrived_at = at
        guest.save()
    made.candidates[6].is_late_expected = True
    made.candidates[6].save()
    found = plan(cast, at, made)
    seated = set(
        Seat.objects.filter(plan_id=found, guest__kind="candidate").values_list("guest_id", flat=True)
    )
    assert seated == {g.pk for g in made.candidates[:7]}


def test_one_table_too_few_is_refused_with_what_to_do(cast, at):
    made = hall_of_guests(cast.own, 18, 4, 2)
    with pytest.raises(SeatsDoNotFit) as refused:
        plan(cast, at, made)
    assert "18 kandidaten" in refused.value.text
    assert "16 stoelen" in refused.value.text
    assert "9 stoelen" in refused.value.text
    assert not SeatPlan.objects.exists()


def test_too_few_entrepreneurs_are_refused_naming_how_many_tables_to_close(cast, at):
    made = hall_of_guests(cast.own, 8, 3, 2)
    with pytest.raises(SeatsDoNotFit) as refused:
        plan(cast, at, made)
    assert "1 ondernemer te weinig" in refused.value.text
    assert "Sluit 1 tafel" in refused.value.text
    close_tables(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, count=1)
    assert plan(cast, at, made)


def test_a_language_that_no_table_speaks_is_refused_by_first_name(cast, at):
    made = hall_of_guests(cast.own)
    making.guest(made.gathering, making.candidate(cast.own, "Salma", last_name="Haddad", languages=["ar"]))
    with pytest.raises(SeatsDoNotFit) as refused:
        plan(cast, at, made)
    assert "Salma" in refused.value.text
    assert "Haddad" not in refused.value.text


def test_apart_and_together_at_once_is_refused_naming_both(cast, at):
    made = hall_of_guests(cast.own)
    a, b, c = (g.pk for g in made.candidates[:3])
    for kind, first, second in (("together", a, b), ("together", b, c), ("apart", a, c)):
        add_pair_rule(
            actor=cast.own.actor(),
            at=at,
            gathering_id=made.gathering.pk,
            kind=kind,
            first_id=first,
            second_id=second,
        )
    with pytest.raises(SeatsDoNotFit) as refused:
        plan(cast, at, made)
    assert "Liever niet aan één tafel: Fatima en Hanna" in refused.value.text
    assert "Samen kan dit niet" in refused.value.text


def test_speed_dates_let_entrepreneurs_stay_and_those_who_wait_rotate(cast, at):
    made = hall_of_guests(cast.own, 6, 4, 4, rounds=3, format="speed_dates", starts_at=at + timedelta(days=2))
    found = plan(cast, at, made)
    turns = Counter(
        Seat.objects.filter(plan_id=found, guest__kind="candidate").values_list("guest_id", flat=True)
    )
    assert sorted(turns.values()) == [2] * 6  # 4 tables, 3 rounds, 6 candidates
    for guest in made.entrepreneurs:
        assert Seat.objects.filter(plan_id=found, guest=guest).values("table").distinct().count() == 1
    at_tables = Counter(Seat.objects.filter(plan_id=found).values_list("round", "table_id", "guest__kind"))
    assert set(at_tables.values()) == {1}
    pairs = Counter()
    for number, table in Seat.objects.filter(plan_id=found).values_list("round", "table_id").distinct():
        pairs[
            frozenset(
                Seat.objects.filter(plan_id=found, round=number, table=table).values_list(
                    "guest_id", flat=True
                )
            )
        ] += 1
    assert set(pairs.values()) == {1}  # nobody talks twice with the same entrepreneur


def test_in_a_preparation_candidates_sit_without_entrepreneurs(cast, at):
    made = hall_of_guests(cast.own, 9, 0, 2, format="preparation")
    assert Seat.objects.filter(plan_id=plan(cast, at, made)).count() == 9


def test_who_may_not_plan_is_refused(cast, at):
    made = hall_of_guests(cast.own)
    with pytest.raises(NotVisible):
        plan(cast, at, made, actor=cast.own.actor(Role.TABLE_HOST))
    with pytest.raises(NotAllowed):
        plan(cast, at, made, actor=cast.other.actor())
    with pytest.raises(NotVisible):
        plan(cast, at, made, actor=cast.far.actor())
    assert not SeatPlan.objects.exists()
    assert not Pin.objects.exists()


def test_a_plan_cannot_be_saved_around_the_mechanism(cast, at):
    made = hall_of_guests(cast.own)
    from werktop.gatherings.commands.seating import SolvedSeats

    with pytest.raises(SeatsChangedMeanwhile):
        save_seat_plan(
            actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, seed=0, is_proposal=False,
            solved=SolvedSeats({}, {}, "made up"),
        )  # fmt: skip


def test_without_guests_or_tables_there_is_nothing_to_plan(cast, at):
    for sizes in ((0, 4, 2), (4, 4, 0)):
        with pytest.raises(NobodyToSeat):
            plan(cast, at, hall_of_guests(cast.own, *sizes))
