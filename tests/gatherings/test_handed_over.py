"""A table gets another host while the first has no network: what the first tapped until then still counts, nothing later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import at_page, text_of
from tests.gatherings.test_table import note, tap

from werktop.accounts.models import Account, Membership
from werktop.audit.refusals import NotVisible
from werktop.gatherings.commands.tables import TablePlan, arrange_tables, hand_over_table
from werktop.gatherings.commands.talks import answer_talk_on
from werktop.gatherings.day_refusals import NotAtThisTable, TableHandedOver
from werktop.gatherings.models import Agreement, Click, Gathering, Host

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def day(cast, at, clock):
    return running_day(cast.own, at=at)


@pytest.fixture
def first(day):
    """The host of table 1 before it goes to another."""
    return day.host_account()


def hand_over(day, cast, at):
    spare = Account.objects.create(email="reserve@house.example", name="Reserve")
    Membership.objects.create(account=spare, organisation=cast.own.organisation, role="table_host")
    Host.objects.create(gathering=day.gathering, account=spare)
    hand_over_table(
        actor=cast.own.actor(),
        at=at,
        gathering_id=day.gathering.pk,
        table_id=day.tables[0].pk,
        host_id=spare.pk,
    )


def take_off(day, cast, at):
    arrange_tables(
        actor=cast.own.actor(), at=at, gathering_id=day.gathering.pk,
        tables=[TablePlan(day.tables[0].pk), TablePlan(day.tables[1].pk, host_id=day.host_account(2).pk)],
        spare_ids=[],
    )  # fmt: skip


WAYS = pytest.mark.parametrize("goes", [hand_over, take_off])


@WAYS
def test_what_the_first_host_tapped_before_it_still_counts(day, cast, at, goes):
    first = day.host()
    goes(day, cast, at)
    assert note(day, at, tap(day, "Fatima", "Joris"), actor=first, tapped_at=timezone.now() - HOUR) == 1
    assert Click.objects.count() == 2


@WAYS
@pytest.mark.parametrize("tapped", ["after", "unknown", "years off"])
def test_what_the_first_host_taps_after_it_is_refused_in_words(day, cast, at, goes, tapped):
    first = day.host()
    goes(day, cast, at)
    years_off = datetime(2000, 1, 1, tzinfo=UTC)
    when = {"after": timezone.now() + HOUR, "unknown": None, "years off": years_off}[tapped]
    with pytest.raises(TableHandedOver):
        note(day, at, tap(day, "Fatima", "Joris"), actor=first, tapped_at=when)
    assert not Click.objects.exists()


@pytest.mark.parametrize("what", ["klik", "visit"])
def test_what_the_first_host_took_back_before_it_undoes_nothing_that_the_next_one_noted(cast, what):
    at = timezone.now()  # history keeps in real time when a table changed hands
    day = running_day(cast.own, at=at)
    first = day.host()
    hand_over(day, cast, at)
    note(day, at, tap(day, "Fatima", "Joris", what=what))
    noted = Click.objects.count(), Agreement.objects.count()
    note(day, at, tap(day, "Fatima", "Joris", what=what, is_on=False), actor=first, tapped_at=at - HOUR)
    assert (Click.objects.count(), Agreement.objects.count()) == noted
    assert sum(noted)


def test_of_who_sat_elsewhere_the_first_host_notes_nothing(day, cast, at):
    first = day.host()
    hand_over(day, cast, at)
    with pytest.raises(NotAtThisTable):
        note(day, at, tap(day, "Aisha", "Henk"), actor=first, tapped_at=timezone.now() - HOUR)


def test_who_never_hosted_the_table_finds_none(day, cast, at):
    with pytest.raises(NotVisible):
        note(day, at, tap(day, "Fatima", "Joris"), actor=day.host(2), tapped_at=timezone.now() - HOUR)
    hand_over(day, cast, at)
    with pytest.raises(NotVisible):
        note(day, at, tap(day, "Fatima", "Joris"), actor=day.host(2), tapped_at=timezone.now() - HOUR)


def send(client, day, tapped_at, *, is_device=True):
    cell = f"klik:{day.guests['Fatima'].pk}:{day.guests['Joris'].pk}"
    tapped = {"request_key": uuid4(), "tap": cell, "is_on": "1", "tapped_at": tapped_at.isoformat()}
    headers = {"Accept": "application/json"} if is_device else {}
    return client.post(at_page("table_screen", day.gathering, table_number=1), tapped, headers=headers)


def test_a_device_reads_every_no_of_its_table_as_words(day, cast, at, log_in, first):
    client = log_in(first)
    hand_over(day, cast, at)
    assert send(client, day, timezone.now() - HOUR).json() == {"is_over": False}
    late = send(client, day, timezone.now() + HOUR)
    assert (late.status_code, "andere tafelhost" in late.json()["refused"]) == (409, True)
    stranger = send(log_in(day.host_account(2)), day, timezone.now() - HOUR)
    assert stranger.status_code == 404
    assert stranger.json()["refused"]
    assert send(log_in(day.host_account(2)), day, timezone.now(), is_device=False).status_code == 404


@WAYS
def test_in_place_of_the_screen_the_first_host_gets_a_page_that_sends_what_waits_and_names_nobody(
    day, cast, at, log_in, first, goes
):
    client = log_in(first)
    goes(day, cast, at)
    page = client.get(at_page("table_screen", day.gathering, table_number=1))
    assert page.status_code == 200
    assert "Tafel 1 heeft nu een andere tafelhost" in text_of(page)
    assert "table-screen" in page.content.decode()
    assert "Fatima" not in text_of(page)
    assert ("Terug naar de dag" in text_of(page)) == (goes is hand_over)


def test_an_earlier_tap_that_comes_in_later_undoes_no_agreement_that_was_noted_after_it(day, at):
    note(day, at + HOUR, tap(day, "Fatima", "Joris", what="visit"))
    late = {"tapped_at": at}
    note(day, at + 2 * HOUR, tap(day, "Fatima", "Joris", what="visit", is_on=False), **late)
    assert Agreement.objects.count() == 1
    note(day, at + 2 * HOUR, tap(day, "Fatima", "Joris", what="visit", is_on=False))
    assert Agreement.objects.count() == 0


def test_an_agreement_that_comes_in_after_the_guests_own_answer_does_not_overrule_it(day, at, cast):
    Gathering.objects.update(status="finished")
    answer_talk_on(
        actor=day.link("Fatima"), at=at + HOUR, gathering_id=day.gathering.pk, **day.holder("Fatima"),
        chosen_guest_ids=[day.guests["Ineke"].pk],
    )  # fmt: skip
    by = {"actor": cast.own.actor(), "tapped_at": at}
    note(
        day,
        at + 2 * HOUR,
        tap(day, "Fatima", "Joris", what="visit"),
        tap(day, "Fatima", "Ineke", what="visit"),
        **by,
    )
    said = Agreement.objects.values_list(
        "entrepreneur_guest", "left_out_by_candidate_at", "left_out_by_entrepreneur_at"
    )
    assert set(said) == {(day.guests["Joris"].pk, at + HOUR, None), (day.guests["Ineke"].pk, None, None)}
