"""What a host notes at the table: both directions, once, only the own table, and never over a guest's own answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from tests.gatherings.day_making import running_day

from werktop.audit.refusals import KeyReused, NotVisible
from werktop.candidates import queries as candidates
from werktop.catalogue.models import Term
from werktop.gatherings.commands.day import finish_day
from werktop.gatherings.commands.table import record_table
from werktop.gatherings.commands.talks import answer_talk_on
from werktop.gatherings.day_refusals import DayIsOver, DayNotRunning, NotAtThisTable, TapUnclear
from werktop.gatherings.models import Agreement, Click, Gathering, Host, TalentSeen
from werktop.gatherings.queries.table import table_sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(cast, at):
    return running_day(cast.own, at=at)


def tap(day, candidate, other, what="klik", is_on=True):
    key = day.guests[other].pk if isinstance(other, str) else other
    return {"what": what, "candidate": day.guests[candidate].pk, "other": key, "is_on": is_on}


def note(day, at, *taps, actor=None, table=1, **more):
    return record_table(
        actor=actor or day.host(table), at=at, gathering_id=day.gathering.pk,
        table_id=day.tables[table - 1].pk, taps=list(taps), **more,
    )  # fmt: skip


def clicks():
    return set(Click.objects.values_list("chooser__candidate__first_name", "chosen__candidate__first_name"))


def test_a_hosts_tap_records_both_directions_and_a_second_tap_takes_them_back(day, at):
    assert note(day, at, tap(day, "Fatima", "Joris")) == 1
    pair = (day.guests["Fatima"].pk, day.guests["Joris"].pk)
    assert set(Click.objects.values_list("chooser_id", "chosen_id")) == {pair, pair[::-1]}
    assert note(day, at, tap(day, "Fatima", "Joris")) == 0
    assert note(day, at, tap(day, "Fatima", "Joris", is_on=False)) == 1
    assert not Click.objects.exists()


def test_the_same_request_key_notes_once_and_other_content_under_it_is_refused(day, at):
    key, first = uuid4(), tap(day, "Fatima", "Joris")
    assert note(day, at, first, key=key) == 1
    note(day, at, tap(day, "Fatima", "Joris", is_on=False))
    assert note(day, at, first, key=key) == 1  # the receipt's answer
    assert not Click.objects.exists()  # and nothing done again
    with pytest.raises(KeyReused):
        note(day, at, tap(day, "Kees", "Joris"), key=key)


def test_taps_are_applied_in_the_order_given(day, at):
    on, off = tap(day, "Fatima", "Joris"), tap(day, "Fatima", "Joris", is_on=False)
    note(day, at, on, off, on)
    assert Click.objects.count() == 2
    note(day, at, on, off)
    assert Click.objects.count() == 0


def test_a_late_tap_of_another_device_does_not_undo_what_was_noted_after_it(day, at):
    note(day, at, tap(day, "Fatima", "Joris"))
    earlier = at - timedelta(minutes=5)
    assert note(day, at, tap(day, "Fatima", "Joris", is_on=False), tapped_at=earlier) == 0
    assert Click.objects.count() == 2


def test_a_late_tap_of_another_device_does_not_take_a_talent_away_that_was_noted_after_it(day, at):
    bouwen = Term.objects.get(code="bouwen").pk
    note(day, at, tap(day, "Fatima", bouwen, "talent"))
    off = tap(day, "Fatima", bouwen, "talent", is_on=False)
    assert note(day, at, off, tapped_at=at - timedelta(minutes=5)) == 0
    assert TalentSeen.objects.count() == 1
    assert note(day, at, off, tapped_at=at + timedelta(minutes=5)) == 1
    assert not TalentSeen.objects.exists()


def test_a_device_whose_clock_runs_ahead_notes_nothing_in_the_future(day, at):
    note(day, at, tap(day, "Fatima", "Joris"), tapped_at=at + timedelta(hours=3))
    assert set(Click.objects.values_list("noted_at", flat=True)) == {at}


def test_a_device_whose_clock_is_years_off_notes_now(day, at):
    note(day, at, tap(day, "Fatima", "Joris"), tapped_at=datetime(1, 1, 1, tzinfo=UTC))
    assert set(Click.objects.values_list("noted_at", flat=True)) == {at}


def test_a_guests_own_answer_stands_against_a_hosts_tap(day, at):
    answer_talk_on(
        actor=day.link("Fatima"),
        at=at,
        gathering_id=day.gathering.pk,
        chosen_guest_ids=[],
        **day.holder("Fatima"),
    )
    note(day, at, tap(day, "Fatima", "Joris"))
    assert list(Click.objects.values_list("chooser_id", flat=True)) == [day.guests["Joris"].pk]


def test_talents_and_agreements_are_noted_and_taken_back(day, at):
    term = Term.objects.get(code="uitleggen").pk
    assert (
        note(
            day,
            at,
            tap(day, "Fatima", term, "talent"),
            tap(day, "Fatima", "Joris", "visit"),
            tap(day, "Fatima", "Joris", "call"),
        )
        == 3
    )
    assert Agreement.objects.get().words == "visit,call"
    sheet = table_sheet(day.gathering, day.tables[0])
    assert (sheet.talents_seen, sheet.agreements, sheet.clicks) == (1, 1, 0)
    note(day, at, tap(day, "Fatima", "Joris", "visit", False))
    assert Agreement.objects.get().words == "call"
    note(day, at, tap(day, "Fatima", "Joris", "call", False), tap(day, "Fatima", term, "talent", False))
    assert not Agreement.objects.exists()
    assert not TalentSeen.objects.exists()


def test_talents_seen_become_part_of_the_candidates_picture_when_the_day_is_finished(day, at, cast):
    term, late = (Term.objects.get(code=c).pk for c in ("uitleggen", "bouwen"))
    note(day, at, tap(day, "Fatima", term, "talent"))
    person = day.guests["Fatima"].candidate_id
    assert candidates.term_ids_of([person]) == {}
    finish_day(actor=cast.own.actor(), at=at, gathering_id=day.gathering.pk)
    assert candidates.term_ids_of([person]) == {person: {term}}
    note(day, at, tap(day, "Fatima", late, "talent"))  # a device that had no network
    assert candidates.term_ids_of([person]) == {person: {term, late}}


def test_a_host_notes_for_the_own_table_only_and_the_coordinator_for_any(day, at, cast):
    with pytest.raises(NotVisible):
        note(day, at, tap(day, "Fatima", "Joris"), actor=day.host(2))
    with pytest.raises(NotAtThisTable):
        note(day, at, tap(day, "Fatima", "Henk"))
    assert note(day, at, tap(day, "Fatima", "Henk"), actor=cast.own.actor("coordinator")) == 1


@pytest.mark.parametrize("role", ["relationship_manager", "coordinator", "table_host"])
def test_who_has_no_part_in_this_gathering_notes_nothing(day, at, cast, role):
    for house in (cast.other, cast.far):
        with pytest.raises(NotVisible):
            note(day, at, tap(day, "Fatima", "Joris"), actor=house.actor(role))


def test_a_host_of_another_organisation_notes_for_the_table_where_he_was_put(day, at, cast):
    guest_host = cast.other.actor("table_host")
    Host.objects.filter(table=day.tables[0]).update(account_id=guest_host.id)
    assert note(day, at, tap(day, "Fatima", "Joris"), actor=guest_host) == 1
    with pytest.raises(NotVisible):
        note(day, at, tap(day, "Aisha", "Henk"), actor=guest_host, table=2)


def test_taps_come_in_after_the_end_but_not_before_the_day_nor_long_after(day, at):
    Gathering.objects.update(status="finished")
    assert note(day, at, tap(day, "Fatima", "Joris")) == 1
    with pytest.raises(DayIsOver):
        note(day, at + timedelta(days=9), tap(day, "Kees", "Joris"))
    Gathering.objects.update(status="preparing")
    with pytest.raises(DayNotRunning):
        note(day, at, tap(day, "Kees", "Joris"))


def test_a_tap_that_makes_no_sense_is_refused_and_the_others_with_it(day, at):
    with pytest.raises(TapUnclear):
        note(day, at, tap(day, "Fatima", "Joris"), tap(day, "Joris", "Fatima"))
    with pytest.raises(TapUnclear):
        note(day, at, tap(day, "Fatima", uuid4(), "talent"))
    with pytest.raises(TapUnclear):
        note(day, at, tap(day, "Fatima", "Joris", "marries"))
    assert not Click.objects.exists()


def test_the_talents_that_the_firms_at_the_table_look_for_come_first(day):
    assert table_sheet(day.gathering, day.tables[0]).talents[0].label == Term.objects.get(code="bouwen").label
