"""Where somebody could sit better is said in words: for whom, and what each gains and loses."""

from __future__ import annotations

import re

import pytest
from tests import making
from tests.gatherings.seating import hall_of_guests
from tests.gatherings.seats_asking import address, in_force, post, shown

from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Gathering, Seat
from werktop.gatherings.queries.guest_names import names_of
from werktop.gatherings.queries.move_reasons import move_reasons
from werktop.gatherings.queries.seat_moves import moves_of
from werktop.gatherings.queries.seating import hall

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def wrong(cast, at):
    """Two tables; Vera would like to build and sits with the cooks, Wout likes to cook and sits with the builders."""
    made = hall_of_guests(cast.own, candidates=4, entrepreneurs=0, tables=2, entrepreneurs_per_table=1)
    firms = [
        making.entrepreneur(making.employer(cast.own, name, term_codes=(term,)), "Kim")
        for name, term in (("Bouwers", "bouwen"), ("Eethuis", "koken"))
    ]
    making_guests = [making.guest(made.gathering, each) for each in firms]
    vera = making.guest(made.gathering, making.candidate(cast.own, "Vera", term_codes=("bouwen",)))
    wout = making.guest(made.gathering, making.candidate(cast.own, "Wout", term_codes=("koken",)))
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=500)
    tables = list(made.gathering.tables.order_by("number"))
    for guest, table in ((making_guests[0], 0), (making_guests[1], 1), (vera, 1), (wout, 0)):
        Seat.objects.filter(plan=in_force(made), guest=guest).update(table=tables[table])
    return made, vera, wout


def test_a_better_chair_says_for_whom_and_why(cast, log_in, wrong):
    made, vera, wout = wrong
    page = shown(log_in(cast.own.account()).get(address(made), {"stoel": vera.pk}))
    best = page.split("Waar het beter past")[1].split("Zet ergens anders")[0]
    assert "Tafel 1, " in best
    assert re.search(r"past samen (veel )?beter", best)
    assert "Vera: Bouwers zoekt dit" in best or "Vera: Bij Bouwers is er ruimte voor" in best
    assert not re.search(r"[+−]\d", best), "no bare numbers"


def test_one_tap_on_a_better_chair_moves_there_and_then_nothing_is_better(cast, log_in, wrong):
    made, vera, wout = wrong
    client = log_in(cast.own.account())
    page = shown(client.get(address(made), {"stoel": vera.pk}))
    best = page.split("Waar het beter past")[1].split("Zet ergens anders")[0]
    value = re.search(r'value="((?:swap|table):[^"]+)"', best).group(1)
    version = in_force(made).version
    post(client, made, "move_seat", guest=vera.pk, round=1, version=version, to=value)
    assert Seat.objects.get(plan=in_force(made), guest=vera).table.number == 1
    page = shown(client.get(address(made), {"stoel": vera.pk}))
    assert "Geen andere stoel is voor alle tafels samen beter dan deze." in page
    assert "Waar het beter past" not in page


def test_losses_are_told_beside_gains_for_who_comes_in_return_too(wrong):
    made, vera, wout = wrong
    found = hall(made.gathering)
    at_table = found.seats[(1, wout.pk)]
    told = [(r.is_gain, r.text) for r in move_reasons(found, vera, wout, at_table, 1, found.names)]
    assert any(is_gain and text.startswith("Vera: Bouwers ") for is_gain, text in told)
    assert any(not is_gain and text.startswith("Vera: Eethuis ") for is_gain, text in told), told
    assert any(is_gain and text.startswith("Wout: Eethuis ") for is_gain, text in told), told
    assert [is_gain for is_gain, _text in told] == sorted((g for g, _text in told), reverse=True)


def test_what_somebody_meets_in_another_round_anyway_is_no_gain(wrong):
    made, vera, wout = wrong
    found = hall(made.gathering)
    bouwers = found.seats[(1, wout.pk)]
    found.seats[(2, vera.pk)] = bouwers
    found.seats.update({(2, g.id): found.seats[(1, g.id)] for g in found.entrepreneurs})
    told = move_reasons(found, vera, wout, bouwers, 1, found.names)
    assert not any(r.is_gain and r.text.startswith("Vera: Bouwers") for r in told)


def test_who_sees_no_files_reads_no_reasons(cast, log_in, wrong):
    """A collective plans who sits where, and does not read what somebody wants or can."""
    made, vera, _ = wrong
    own = shown(log_in(cast.own.account()).get(address(made), {"stoel": vera.pk}))
    Gathering.objects.update(organisation=cast.private.organisation)
    private = shown(log_in(cast.private.account()).get(address(made), {"stoel": vera.pk}))
    for words in ("zoekt dit", "is er ruimte voor"):
        assert words not in private
    assert "zoekt dit" in own or "is er ruimte voor" in own
    assert "Waarom zit Vera hier?" in private and "weet de organisatie die hen begeleidt" in private


def test_a_free_chair_that_leaves_the_tables_uneven_says_so_and_is_no_better_one(cast, at, log_in):
    made = hall_of_guests(cast.own, candidates=4, entrepreneurs=0, tables=2, entrepreneurs_per_table=1)
    for name, term in (("Bouwers", "bouwen"), ("Eethuis", "koken")):
        making.guest(
            made.gathering, making.entrepreneur(making.employer(cast.own, name, term_codes=(term,)), "Kim")
        )
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=500)
    found = hall(Gathering.objects.get(pk=made.gathering.pk))
    guest = found.candidates[0]
    free = [m for m in moves_of(found, guest, 1, names_of(found.guests)) if m.value.startswith("table:")]
    assert free and all("ongelijk bezet: 3 tegen 1" in m.effect for m in free)
    assert not any(m.is_better for m in free)
