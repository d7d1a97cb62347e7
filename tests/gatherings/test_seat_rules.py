"""Pins, pairs and tables: what a plan keeps to."""

from __future__ import annotations

from uuid import uuid4

import pytest
from tests.gatherings.changing_seats import (
    ask,
    planned,
    seats,
    someone_elsewhere,
    swap,
)
from tests.gatherings.seating import hall_of_guests

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
from werktop.gatherings.models import Gathering, PairRule, Pin, Table
from werktop.gatherings.seat_refusals import (
    NobodySeatedYet,
    NoTableLeft,
    RuleNeedsTwoCandidates,
    RulesContradict,
)

pytestmark = pytest.mark.django_db


def test_a_pin_goes_along_with_the_hand_that_moves_the_guest(cast, at):
    made = planned(cast, at)
    guest = made.entrepreneurs[0]
    pin_guest(**ask(cast, at, made, guest_id=guest.pk, round_number=1))
    other = someone_elsewhere(made, guest)
    there = seats(made)[1, other.pk]
    swap(cast, at, made, guest, other)
    assert Pin.objects.get(guest=guest).table_id == there
    unpin_guest(**ask(cast, at, made, guest_id=guest.pk))
    assert not Pin.objects.exists()


def test_without_a_plan_nobody_is_moved_or_pinned(cast, at):
    made = hall_of_guests(cast.own)
    with pytest.raises(NobodySeatedYet):
        pin_guest(**ask(cast, at, made, guest_id=made.candidates[0].pk, round_number=1))
    with pytest.raises(NobodySeatedYet):
        undo_last_change(**ask(cast, at, made, version=1))


def test_a_pair_has_one_rule_between_two_candidates_who_come(cast, at):
    made = hall_of_guests(cast.own)
    a, b = made.candidates[:2]
    rule = add_pair_rule(**ask(cast, at, made, kind="apart", first_id=b.pk, second_id=a.pk))
    with pytest.raises(RulesContradict):
        add_pair_rule(**ask(cast, at, made, kind="together", first_id=a.pk, second_id=b.pk))
    for first, second in ((a.pk, a.pk), (a.pk, made.entrepreneurs[0].pk), (a.pk, uuid4())):
        with pytest.raises(RuleNeedsTwoCandidates):
            add_pair_rule(**ask(cast, at, made, kind="apart", first_id=first, second_id=second))
    remove_pair_rule(**ask(cast, at, made, rule_id=rule))
    assert not PairRule.objects.exists()


def test_tables_without_a_host_close_first_and_one_stays(cast, at):
    made = hall_of_guests(cast.own, 8, 6, 3)
    Table.objects.get(gathering=made.gathering, number=2).host.delete()
    assert close_tables(**ask(cast, at, made, count=1, more_chairs=1)) == [2]
    assert Gathering.objects.get(pk=made.gathering.pk).table_size == 9
    with pytest.raises(NoTableLeft):
        close_tables(**ask(cast, at, made, count=2))
    open_table(**ask(cast, at, made, table_id=Table.objects.get(gathering=made.gathering, number=2).pk))
    assert not Table.objects.filter(gathering=made.gathering, is_closed=True).exists()
    assert add_chairs(**ask(cast, at, made, chairs=1)) == 10
