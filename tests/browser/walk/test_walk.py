"""The main job in a real browser, from a new candidate to what came of it, by taps alone.

A relationship manager, a table host, candidates and entrepreneurs each have a browser of their own. Everything is
done on the screen: only the accounts, and people who would be typed in over and over, are there beforehand. Every
page that anybody arrives at is looked at by axe, and nothing scrolls sideways.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.browser.walk import after, before, day

from werktop.accounts.models import Account, Membership
from werktop.accounts.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = datetime(2026, 12, 3, 13, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def hosts(cast):
    """Two colleagues who host a table."""
    second = Account.objects.create(email="bram@house.example", name="Bram van Huis")
    Membership.objects.create(account=second, organisation=cast.own.organisation, role=Role.TABLE_HOST)
    return cast.own.account(Role.TABLE_HOST), second


@pytest.mark.parametrize("width", (390, 1280))
def test_the_main_job_by_taps_alone(somebody, cast, clock, hosts, carry_post, tmp_path, width):
    manager = somebody("relatiemanager", width)

    def the_time_is(moment: datetime) -> None:
        carry_post()
        clock.set(moment)
        manager.page.context.clock.set_fixed_time(moment)
        carry_post()

    manager.log_in(cast.own.account())
    before.a_candidate_by_form(manager)
    before.an_employer_by_form(manager)
    before.a_list_from_a_spreadsheet(manager, tmp_path)
    before.the_rest_is_there_already(cast.own)
    before.a_gathering_is_planned(manager)
    before.guests_are_chosen_and_invited(manager)
    carry_post()
    before.guests_answer_from_their_messages(manager, somebody, width)
    before.tables_get_a_host(manager, tuple(host.name for host in hosts))
    before.everyone_gets_a_chair(manager)

    the_time_is(DAY - timedelta(minutes=30))
    day.guests_come_in(manager)
    day.who_does_not_come_leaves_no_gap(manager)
    the_time_is(DAY)
    day.a_round_begins(manager)
    the_time_is(DAY + timedelta(minutes=80))
    host = somebody("tafelhost", width)
    host.log_in(hosts[0])
    day.a_host_notes_the_table(host)
    the_time_is(DAY + timedelta(minutes=100))
    day.the_talk_ends(manager)

    after.guests_say_with_whom(manager, somebody, width)
    after.talks_are_proposed_changed_and_sent(manager)
    carry_post()
    after.an_appointment_does_not_suit(manager, somebody, width)
    the_time_is(DAY + timedelta(days=20))
    after.what_came_of_it_is_noted(manager)
    after.the_result_is_told(manager)
