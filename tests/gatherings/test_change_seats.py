"""Seats are changed by hand: told beforehand, safe against two hands at once, and undone."""

from __future__ import annotations

import threading
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from tests.gatherings.changing_seats import (
    ask,
    elsewhere,
    in_force,
    move,
    planned,
    seats,
    someone_elsewhere,
    swap,
)

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible, Refusal
from werktop.gatherings.commands.seat_plans import KEPT
from werktop.gatherings.commands.seat_rules import (
    add_chairs,
    add_pair_rule,
    close_tables,
    open_table,
    pin_guest,
    remove_pair_rule,
    unpin_guest,
)
from werktop.gatherings.commands.seats import undo_last_change
from werktop.gatherings.models import PairRule, Pin, Round, Seat, SeatPlan, Table
from werktop.gatherings.seat_refusals import (
    GuestHasNoChair,
    NothingToUndo,
    RoundHasBegun,
    SeatsChangedMeanwhile,
    TableIsFull,
)

pytestmark = pytest.mark.django_db


def test_a_guest_moves_to_a_free_chair_and_nobody_else_does(cast, at):
    made = planned(cast, at)
    before, guest = seats(made), made.candidates[0]
    table = elsewhere(made, guest)
    version = in_force(made).version
    assert move(cast, at, made, guest, table) == version + 1
    assert seats(made) == before | {(1, guest.pk): table.pk}
    assert list(in_force(made).seats.filter(is_moved=True).values_list("guest_id", flat=True)) == [guest.pk]


def test_a_guest_keeps_one_chair_in_a_round_whatever_happens(cast, at):
    made = planned(cast, at)
    with pytest.raises(IntegrityError, match="one_chair_per_guest_per_round"), transaction.atomic():
        Seat.objects.create(
            plan=in_force(made), round=1, guest=made.candidates[0], table=elsewhere(made, made.candidates[0])
        )


def test_a_full_table_takes_nobody_more(cast, at):
    made = planned(cast, at, 8, 4, 2, table_size=4)
    before = seats(made)
    with pytest.raises(TableIsFull):
        move(cast, at, made, made.candidates[0], elsewhere(made, made.candidates[0]))
    assert seats(made) == before


@pytest.mark.parametrize("kind", ["candidates", "entrepreneurs"])
def test_two_of_a_kind_change_places(cast, at, kind):
    made = planned(cast, at)
    guest = getattr(made, kind)[0]
    other, before = someone_elsewhere(made, guest), seats(made)
    swap(cast, at, made, guest, other)
    after = seats(made)
    assert (after[1, guest.pk], after[1, other.pk]) == (before[1, other.pk], before[1, guest.pk])
    assert {k: t for k, t in after.items() if k[1] not in (guest.pk, other.pk)} == {
        k: t for k, t in before.items() if k[1] not in (guest.pk, other.pk)
    }


def test_a_candidate_and_an_entrepreneur_do_not_change_places(cast, at):
    made = planned(cast, at)
    with pytest.raises(GuestHasNoChair):
        swap(cast, at, made, made.candidates[0], made.entrepreneurs[0])


def test_the_report_is_counted_anew_after_a_change(cast, at):
    made = planned(cast, at, 8, 4, 2, rounds=2)
    before = in_force(made).report
    swap(cast, at, made, made.candidates[0], someone_elsewhere(made, made.candidates[0]))
    after = in_force(made).report
    assert after["upper_bound"] == before["upper_bound"]
    assert after["objective"] != before["objective"]
    assert after["share_of_bound"] == pytest.approx(min(1, after["objective"] / after["upper_bound"]))


def test_who_saw_an_older_plan_is_told_what_happened_and_nothing_is_lost(cast, at):
    made = planned(cast, at)
    guest, seen = made.candidates[0], in_force(made).version
    table = elsewhere(made, guest)
    move(cast, at, made, guest, table, version=seen)
    after = seats(made)
    with pytest.raises(SeatsChangedMeanwhile) as refused:
        swap(cast, at, made, guest, made.candidates[1], version=seen)
    text = str(refused.value.text)
    assert cast.own.account().name in text
    assert f"nu aan tafel {table.number}" in text
    assert "El Amrani" not in text
    assert seats(made) == after


def test_a_round_that_has_begun_cannot_be_changed_by_hand(cast, at):
    made = planned(cast, at, 7, 4, 2, rounds=2)
    Round.objects.create(gathering=made.gathering, number=1, started_at=at)
    guest = made.candidates[0]
    with pytest.raises(RoundHasBegun):
        swap(cast, at, made, guest, someone_elsewhere(made, guest))
    swap(cast, at, made, guest, someone_elsewhere(made, guest, 2), round_number=2)


def test_the_last_change_is_undone_and_the_one_before_it_after_that(cast, at):
    made = planned(cast, at)
    first = seats(made)
    swap(cast, at, made, made.candidates[0], someone_elsewhere(made, made.candidates[0]))
    second = seats(made)
    swap(cast, at, made, made.candidates[1], someone_elsewhere(made, made.candidates[1]))
    for expected in (second, first):
        undo_last_change(**ask(cast, at, made, version=in_force(made).version))
        assert seats(made) == expected
    with pytest.raises(NothingToUndo):
        undo_last_change(**ask(cast, at, made, version=in_force(made).version))


def test_an_undo_leaves_rounds_that_have_begun(cast, at):
    made = planned(cast, at, 7, 4, 2, rounds=2)
    swap(cast, at, made, made.candidates[0], someone_elsewhere(made, made.candidates[0]))
    after = seats(made)
    Round.objects.create(gathering=made.gathering, number=1, started_at=at)
    undo_last_change(**ask(cast, at, made, version=in_force(made).version))
    assert {k: t for k, t in seats(made).items() if k[0] == 1} == {
        k: t for k, t in after.items() if k[0] == 1
    }


def test_an_undo_of_a_plan_that_changed_since_is_refused(cast, at):
    made = planned(cast, at)
    seen = in_force(made).version
    swap(cast, at, made, made.candidates[0], someone_elsewhere(made, made.candidates[0]))
    with pytest.raises(SeatsChangedMeanwhile):
        undo_last_change(**ask(cast, at, made, version=seen))


def test_only_so_many_replaced_plans_are_kept(cast, at):
    made = planned(cast, at)
    for _ in range(KEPT + 3):
        guest = made.candidates[0]
        swap(cast, at, made, guest, someone_elsewhere(made, guest))
    assert SeatPlan.objects.filter(gathering=made.gathering).count() == KEPT + 1


def commands_about_seats(cast, at, made):
    guest, other = made.candidates[0], someone_elsewhere(made, made.candidates[0])
    yield lambda actor: swap(cast, at, made, guest, other, actor=actor)
    yield lambda actor: move(cast, at, made, guest, elsewhere(made, guest), actor=actor)
    yield lambda actor: undo_last_change(**ask(cast, at, made, version=in_force(made).version, actor=actor))
    yield lambda actor: pin_guest(**ask(cast, at, made, guest_id=guest.pk, round_number=1, actor=actor))
    yield lambda actor: unpin_guest(**ask(cast, at, made, guest_id=guest.pk, actor=actor))
    yield lambda actor: add_pair_rule(
        **ask(cast, at, made, kind="apart", first_id=guest.pk, second_id=other.pk, actor=actor)
    )
    yield lambda actor: remove_pair_rule(**ask(cast, at, made, rule_id=uuid4(), actor=actor))
    yield lambda actor: close_tables(**ask(cast, at, made, actor=actor))
    yield lambda actor: add_chairs(**ask(cast, at, made, actor=actor))
    yield lambda actor: open_table(**ask(cast, at, made, table_id=uuid4(), actor=actor))


def test_only_who_plans_in_the_responsible_organisation_changes_seats(cast, at):
    made = planned(cast, at)
    before, tables = seats(made), list(Table.objects.order_by("id").values())
    for change in commands_about_seats(cast, at, made):
        for actor in (
            cast.own.actor(Role.TABLE_HOST),
            cast.own.actor(Role.TEAM_LEAD),
            cast.other.actor(),
            cast.far.actor(),
        ):
            with pytest.raises((NotAllowed, NotVisible)):
                change(actor)
    assert seats(made) == before
    assert list(Table.objects.order_by("id").values()) == tables
    assert not Pin.objects.exists()
    assert not PairRule.objects.exists()


def test_the_same_request_moves_once(cast, at):
    made = planned(cast, at)
    guest, key, seen = made.candidates[0], uuid4(), in_force(made).version
    other = someone_elsewhere(made, guest)
    first = swap(cast, at, made, guest, other, version=seen, key=key)
    assert swap(cast, at, made, guest, other, version=seen, key=key) == first
    assert in_force(made).version == first


@pytest.mark.django_db(transaction=True)
def test_two_people_move_the_same_guest_at_once_and_one_of_them_is_told(cast, at):
    made = planned(cast, at, 9, 6, 3)
    guest, seen = made.candidates[0], in_force(made).version
    here = seats(made)[1, guest.pk]
    targets = list(Table.objects.filter(gathering=made.gathering).exclude(pk=here).order_by("number"))
    colleagues = [cast.own.actor(), cast.own.actor(Role.COORDINATOR)]
    ready, outcomes = threading.Barrier(2), {}

    def act(number):
        try:
            ready.wait(timeout=10)
            outcomes[number] = move(
                cast, at, made, guest, targets[number], version=seen, actor=colleagues[number]
            )
        except Refusal as refusal:
            outcomes[number] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    done = [n for n, outcome in outcomes.items() if isinstance(outcome, int)]
    told = [outcome for outcome in outcomes.values() if isinstance(outcome, SeatsChangedMeanwhile)]
    assert (len(done), len(told)) == (1, 1)
    assert colleagues[done[0]].name in str(told[0].text)
    assert seats(made)[1, guest.pk] == targets[done[0]].pk
    assert len(seats(made)) == 15
