"""What is changed on the page of the seats: moves, pins and pairs, proposals, tables that close."""

from __future__ import annotations

from uuid import uuid4

import pytest
from tests.gatherings.seats_asking import address, in_force, planned, post, shown, table_of

from werktop.accounts.roles import Role
from werktop.gatherings.commands.seat_rules import add_pair_rule
from werktop.gatherings.models import Pin, Round, Seat, SeatPlan, Table

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_move_through_the_page_says_what_changed_and_can_be_undone(cast, at, log_in):
    made = planned(cast, at)
    client, guest = log_in(cast.own.account()), made.candidates[0]
    before, version = table_of(made, guest), in_force(made).version
    other = Table.objects.filter(gathering=made.gathering).exclude(pk=before.pk).get()
    page = shown(
        post(client, made, "move_seat", guest=guest.pk, round=1, version=version, to=f"table:{other.pk}")
    )
    assert "Maak ongedaan" in page
    assert "net verzet" in page
    assert table_of(made, guest) == other
    shown(post(client, made, "undo_seats", version=version + 1, round=1))
    assert table_of(made, guest) == before


def test_the_second_to_move_somebody_reads_what_happened(cast, at, log_in):
    made = planned(cast, at)
    guest, version = made.candidates[0], in_force(made).version
    other = Table.objects.filter(gathering=made.gathering).exclude(pk=table_of(made, guest).pk).get()
    typed = {"guest": guest.pk, "round": 1, "version": version, "to": f"table:{other.pk}"}
    shown(post(log_in(cast.own.account(Role.COORDINATOR)), made, "move_seat", **typed))
    page = shown(post(log_in(cast.own.account()), made, "move_seat", **typed))
    assert f"{cast.own.account(Role.COORDINATOR).name} heeft de opstelling" in page
    assert f"Fatima zit in ronde 1 nu aan tafel {other.number}" in page


def test_a_garbled_move_is_refused_in_words(cast, at, log_in):
    made = planned(cast, at)
    before = list(Seat.objects.order_by("id").values_list("guest_id", "table_id"))
    for to in ("", "table:", "swap:x", "chair:1", f"swap:{uuid4()}"):
        for guest in ("", "x", uuid4(), made.candidates[0].pk):
            page = shown(
                post(
                    log_in(cast.own.account()),
                    made,
                    "move_seat",
                    guest=guest,
                    to=to,
                    version=in_force(made).version,
                    round=1,
                )
            )
            assert "utrecht-alert" in page
    assert list(Seat.objects.order_by("id").values_list("guest_id", "table_id")) == before


def test_pins_and_pairs_are_listed_and_let_go(cast, at, log_in):
    made = planned(cast, at)
    client = log_in(cast.own.account())
    post(client, made, "pin_seat", guest=made.entrepreneurs[0].pk, round=1)
    post(
        client,
        made,
        "pair_rules",
        kind="apart",
        first=made.candidates[0].pk,
        second=made.candidates[1].pk,
        round=1,
    )
    page = shown(client.get(address(made)))
    assert f"Joris blijft aan tafel {table_of(made, made.entrepreneurs[0]).number}" in page
    assert "Fatima en Omar liever niet aan één tafel" in page
    rule = page.split('name="remove" value="')[1].split('"')[0]
    post(client, made, "pair_rules", remove=rule)
    post(client, made, "pin_seat", guest=made.entrepreneurs[0].pk, unpin=1)
    page = shown(client.get(address(made)))
    assert "Joris blijft" not in page
    assert "liever niet aan één tafel" not in page
    assert not Pin.objects.exists()


def test_it_says_of_candidates_and_of_entrepreneurs_what_a_pin_does_before_it_is_pressed(cast, at, log_in):
    made = planned(cast, at)
    client = log_in(cast.own.account())
    for guest, name in ((made.candidates[0], "Fatima"), (made.entrepreneurs[0], "Joris")):
        stays = f"{name} blijft aan tafel {table_of(made, guest).number}"
        told = f"Vast: {stays}, ook als je opnieuw indeelt."
        page = shown(client.get(address(made) + f"?ronde=1&stoel={guest.pk}"))
        assert told in page and "De andere kandidaten en ondernemers kunnen dan verhuizen" in page
        post(client, made, "pin_seat", guest=guest.pk, round=1)
        page = shown(client.get(address(made) + f"?ronde=1&stoel={guest.pk}"))
        assert told in page and page.count(stays) == 2  # and in the list of what is kept to


def test_over_more_rounds_a_pinned_entrepreneur_stays_at_one_table_and_it_says_what_that_changes(
    cast, at, log_in
):
    made = planned(cast, at, rounds=2)
    client = log_in(cast.own.account())
    joris = made.entrepreneurs[0]
    seats = Seat.objects.filter(plan=in_force(made), guest=joris)
    first = seats.get(round=1).table
    elsewhere = made.gathering.tables.exclude(pk=first.pk).first()
    told = f"Joris blijft in elke ronde aan tafel {first.number}"
    for table, changes in ((elsewhere, True), (first, False)):
        seats.filter(round=2).update(table=table)
        page = shown(client.get(address(made) + f"?ronde=1&stoel={joris.pk}"))
        assert told in page
        assert ("Opnieuw indelen verandert dan ronde 2 voor deze ondernemer." in page) is changes
    page = shown(client.get(address(made) + f"?ronde=1&stoel={made.candidates[0].pk}"))
    assert "Fatima blijft in elke ronde op de eigen stoel" in page


def test_a_broken_rule_is_counted(cast, at, log_in):
    made = planned(cast, at)
    a = made.candidates[0]
    b = next(g for g in made.candidates[1:] if table_of(made, g) == table_of(made, a))
    assert "0afspraken" in "".join(shown(log_in(cast.own.account()).get(address(made))).split()).replace(
        "</span><span>", ""
    )
    add_pair_rule(
        actor=cast.own.actor(),
        at=at,
        gathering_id=made.gathering.pk,
        kind="apart",
        first_id=a.pk,
        second_id=b.pk,
    )
    page = shown(log_in(cast.own.account()).get(address(made)))
    assert "afspraak geschonden" in page


def test_a_proposal_is_shown_applied_or_thrown_away(cast, at, log_in):
    made = planned(cast, at, 12, 6, 3)
    client = log_in(cast.own.account())
    for choice, is_applied in (({"drop": 1}, False), ({}, True)):
        before = in_force(made).version
        page = shown(post(client, made, is_proposal=1))
        assert "Er ligt een voorstel" in page
        assert "Je ziet nu het voorstel" in shown(client.get(address(made), {"voorstel": 1}))
        page = shown(
            post(client, made, "proposed_seats", **choice, plan=SeatPlan.objects.get(state="proposed").pk)
        )
        assert "Er ligt een voorstel" not in page
        assert (in_force(made).version > before) is is_applied


def test_a_begun_round_is_shown_but_not_changed(cast, at, log_in):
    made = planned(cast, at, 7, 4, 2, rounds=2)
    Round.objects.create(gathering=made.gathering, number=1, started_at=at)
    client = log_in(cast.own.account())
    page = shown(client.get(address(made), {"stoel": made.candidates[0].pk}))
    assert "Deze ronde is begonnen" in page
    assert 'name="to"' not in page
    assert 'name="to"' in shown(client.get(address(made), {"stoel": made.candidates[0].pk, "ronde": 2}))
