"""Planning a gathering: its format's tables, its messages when it moves or is cancelled."""

from datetime import UTC, datetime, timedelta

import pytest
from tests import making

from werktop.audit.refusals import DayOutOfReach, NotAllowed, NotVisible
from werktop.gatherings.commands import cancelling, changing, planning, table_count
from werktop.gatherings.commands.tables import set_table
from werktop.gatherings.models import Gathering, Host, Table
from werktop.gatherings.refusals import EndsBeforeItStarts, GatheringIsCancelled, LiesInThePast
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def plan(cast, at, **other):
    start = at + timedelta(days=9)
    asked = {
        "actor": cast.own.actor(),
        "at": at,
        "host_employer_id": other.pop("firm", None) or making.employer(cast.own).pk,
        "starts_at": start,
        "ends_at": start + timedelta(hours=2),
    }
    return planning.plan_gathering(**asked | other)


def test_the_default_is_50_invited_in_one_round_at_tables_of_8(cast, at):
    made = Gathering.objects.get(pk=plan(cast, at))
    assert (made.candidates_wanted, made.rounds, made.table_size, made.entrepreneurs_per_table) == (
        50,
        1,
        8,
        2,
    )
    assert made.tables.filter(is_closed=False).count() == 7
    assert made.address == "Industrieweg 12, Tiel"


def test_speed_dates_are_tables_of_one_and_one(cast, at):
    made = Gathering.objects.get(pk=plan(cast, at, format="speed_dates"))
    assert (made.table_size, made.entrepreneurs_per_table) == (1, 1)


def test_a_gathering_cannot_end_before_it_starts_or_lie_in_the_past(cast, at):
    with pytest.raises(EndsBeforeItStarts):
        plan(cast, at, ends_at=at)
    with pytest.raises(LiesInThePast):
        plan(cast, at, starts_at=at - timedelta(days=2))
    with pytest.raises(LiesInThePast):
        plan(cast, at, starts_at=at - timedelta(hours=2), ends_at=at)
    assert plan(cast, at, starts_at=at - timedelta(hours=2), ends_at=at + timedelta(minutes=1))


@pytest.mark.parametrize("year", [2029, 9999])
def test_a_gathering_lies_at_most_two_years_ahead_also_when_it_moves(cast, at, year):
    far = datetime(year, 12, 31, 23, tzinfo=UTC)
    there = {"starts_at": far, "ends_at": far + timedelta(minutes=50)}
    with pytest.raises(DayOutOfReach):
        plan(cast, at, **there)
    made = making.gathering(cast.own)
    making.guest(made, making.candidate(cast.own), reply="yes")
    with pytest.raises(DayOutOfReach):
        changing.change_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk, **there)


def test_an_employer_of_another_region_cannot_host(cast, at):
    with pytest.raises(NotVisible):
        plan(cast, at, firm=making.employer(cast.far).pk)


def test_cancelling_tells_everyone_who_was_invited_once_with_a_calendar_cancellation(cast, at):
    made = making.gathering(cast.own)
    making.guest(made, making.candidate(cast.own), reply="yes")
    making.guest(made, making.candidate(cast.own, preferred_channel="sms"), reply="invited")
    making.guest(made, making.candidate(cast.own), reply="no")
    making.guest(made, making.candidate(cast.own), reply="chosen")
    assert cancelling.cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk) == 2
    assert cancelling.cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk) == 0
    told = Message.objects.filter(purpose="cancelled")
    assert {m.channel for m in told} == {"email", "sms"}
    mail = told.get(channel="email")
    assert "METHOD:CANCEL" in mail.calendar
    assert "gaat niet door" in mail.body
    with pytest.raises(GatheringIsCancelled):
        table_count.set_table_count(actor=cast.own.actor(), at=at, gathering_id=made.pk, count=3)


def test_moving_a_gathering_tells_who_was_invited(cast, at):
    made = making.gathering(cast.own)
    making.guest(made, making.candidate(cast.own), reply="yes")
    later = made.starts_at + timedelta(days=1)
    changing.change_gathering(
        actor=cast.own.actor(),
        at=at,
        gathering_id=made.pk,
        starts_at=later,
        ends_at=later + timedelta(hours=2),
    )
    assert "is veranderd" in Message.objects.get(purpose="changed").body


def test_only_the_responsible_organisation_changes_it(cast, at):
    made = making.gathering(cast.own)
    with pytest.raises(NotAllowed):
        cancelling.cancel_gathering(actor=cast.other.actor(), at=at, gathering_id=made.pk)


def test_whom_guests_call_is_a_colleague_of_the_region_after_a_change_too(cast, at):
    made = making.gathering(cast.own)
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
    with pytest.raises(NotVisible):
        changing.change_gathering(**asked, contact_id=cast.far.account().pk)
    made.refresh_from_db()
    assert made.contact == cast.own.account()
    changing.change_gathering(**asked, contact_id=cast.other.account().pk)
    made.refresh_from_db()
    assert made.contact == cast.other.account()


def test_a_colleague_hosts_one_table(cast, at):
    made = making.gathering(cast.own)
    tables = [Table.objects.create(gathering=made, number=n, languages=["nl"]) for n in (1, 2)]
    host = cast.own.account("table_host").pk
    for table in tables:
        set_table(
            actor=cast.own.actor(), at=at, gathering_id=made.pk, table_id=table.pk, languages=["nl", "ar"],
            is_step_free=True, host_account_id=host,
        )  # fmt: skip
    assert Host.objects.get(account_id=host).table == tables[1]
