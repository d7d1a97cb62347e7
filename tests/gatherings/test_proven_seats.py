"""What the page of the seats says is proven: only what is, and only about the seats and rules of now."""

from __future__ import annotations

import pytest
from tests.gatherings.changing_seats import ask, in_force, seats, someone_elsewhere, swap
from tests.gatherings.seating import hall_of_guests
from tests.gatherings.seats_asking import address, shown

from werktop.gatherings.commands.seat_rules import add_pair_rule, pin_guest, remove_pair_rule, unpin_guest
from werktop.gatherings.commands.seating import plan_seats

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PROVEN = "Beter dan dit kan niet"
CHANGED = "Er is iets veranderd sinds de indeling"


def test_what_was_the_best_with_a_pin_is_not_called_the_best_without(cast, at, log_in):
    made, client = hall_of_guests(cast.own, 8, 4, 2), log_in(cast.own.account())
    plan_seats(**ask(cast, at, made), steps=20_000)
    assert PROVEN in shown(client.get(address(made)))
    best = in_force(made).report["objective"]
    for guest in list(made.candidates)[:4]:
        swap(cast, at, made, guest, someone_elsewhere(made, guest))
    everyone = [*made.candidates, *made.entrepreneurs]
    for guest in everyone:
        pin_guest(**ask(cast, at, made, guest_id=guest.pk, round_number=1))
    plan_seats(**ask(cast, at, made), steps=20_000)
    assert in_force(made).report["objective"] < best
    for guest in everyone:
        unpin_guest(**ask(cast, at, made, guest_id=guest.pk))
    page = shown(client.get(address(made)))
    assert PROVEN not in page
    assert CHANGED in page


def test_what_was_the_best_under_a_rule_is_not_called_the_best_without(cast, at, log_in):
    made, client = hall_of_guests(cast.own, 8, 4, 2), log_in(cast.own.account())
    plan_seats(**ask(cast, at, made), steps=20_000)
    best, at_table = in_force(made).report["objective"], seats(made)
    people = sorted(made.candidates, key=lambda guest: str(at_table[1, guest.pk]))
    rules = [
        add_pair_rule(**ask(cast, at, made, kind=kind, first_id=one.pk, second_id=other.pk))
        for kind, one, other in (
            ("together", people[0], people[4]),
            ("together", people[1], people[5]),
            ("apart", people[2], people[3]),
        )
    ]
    plan_seats(**ask(cast, at, made), steps=20_000)
    assert in_force(made).report["objective"] < best
    assert PROVEN in shown(client.get(address(made)))
    for rule in rules:
        remove_pair_rule(**ask(cast, at, made, rule_id=rule))
    assert PROVEN not in shown(client.get(address(made)))
