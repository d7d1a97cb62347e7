"""The page before a gathering: who comes, who is silent, what to expect, what is lacking."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, text_of

from werktop.accounts.roles import Role
from werktop.gatherings.commands.inviting import remind_guests
from werktop.gatherings.models import Host
from werktop.gatherings.queries.answers import answers_of
from werktop.gatherings.queries.cockpit import ENOUGH, expected_attendance
from werktop.gatherings.refusals import NobodyToRemind

pytestmark = pytest.mark.django_db
LIST = reverse("gatherings:gatherings")


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


def test_it_asks_the_database_little_however_many_guests(cast, staff, at):
    counts = []
    for guests in (2, 20):
        made = making.gathering(cast.own, tables=1)
        for _ in range(guests):
            making.guest(made, making.candidate(cast.own), reply="invited", invited_at=at)
            making.guest(made, making.candidate(cast.own), reply="yes", invited_at=at)
        staff.get(at_page("gathering", made))
        with CaptureQueriesContext(connection) as queries:
            staff.get(at_page("gathering", made))
        counts.append(len(queries))
    # five of these only open and close a transaction
    assert counts[0] == counts[1] <= 20


class TestCockpit:
    def test_it_tells_where_the_rounds_do_not_fit_between_begin_and_end(self, cast, staff):
        made = making.gathering(cast.own, tables=1, rounds=1, round_minutes=90)
        words = "Dat past niet tussen begin en einde."
        for minutes, is_said in ((89, True), (90, False)):
            made.ends_at = made.starts_at + timedelta(minutes=minutes)
            made.save()
            assert (words in text_of(staff.get(at_page("gathering", made)))) is is_said

    def test_it_tells_who_comes_who_is_silent_and_what_to_expect(self, cast, staff, at):
        made = making.gathering(cast.own, tables=1)
        for _ in range(5):
            making.guest(made, making.candidate(cast.own), invited_at=at)
        making.guest(
            made, making.candidate(cast.own, "Naima"), reply="invited", channel="email", invited_at=at
        )
        making.guest(made, making.candidate(cast.own, "Jan"), reply="invited", channel="call", invited_at=at)
        page = text_of(staff.get(at_page("gathering", made)))
        assert "5 kandidaten komen , van de 7" in page or "5 kandidaten komen, van de 7" in page
        assert "Naima en Jan hebben nog niet geantwoord." in page
        assert "Herinneren kan vanaf" in page and "Herinner 1" not in page and "Bel Jan" in page
        # four of the five who said yes, and none of the two who are silent yet
        assert "ongeveer 4 kandidaten" in page
        assert (
            "5 zeiden ja, we rekenen op 4." in page
            and "2 gaven geen antwoord, we rekenen op 0." in page
            and "schatting" in page
        )

    def test_reminding_is_offered_once_there_was_time_to_answer(self, cast, staff, at):
        made = making.gathering(cast.own, tables=1)
        for name, days in (("Naima", 3), ("Omar", 1)):
            making.guest(
                made, making.candidate(cast.own, name), reply="invited", channel="email",
                invited_at=at - timedelta(days=days),
            )  # fmt: skip
        page = text_of(staff.get(at_page("gathering", made)))
        assert "Herinner 1" in page and "Herinneren kan vanaf" not in page

    @pytest.mark.parametrize("hours", [20, 1, -1])
    def test_where_a_reminder_would_come_too_late_it_says_to_call(self, cast, staff, at, hours):
        """Asked hours ago for a gathering within a day, or for one that should have begun."""
        made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(hours=hours))
        for name, asked in (("Naima", 2), ("Omar", 3)):
            making.guest(
                made, making.candidate(cast.own, name), reply="invited", channel="email",
                invited_at=at - timedelta(hours=asked if hours > 0 else 40),
            )  # fmt: skip
        page = text_of(staff.get(at_page("gathering", made)))
        assert "Herinneren kan vanaf" not in page and "Herinner 2" not in page
        assert "Een herinnering komt te laat. Bel wie nog niet antwoordde" in page
        with pytest.raises(NobodyToRemind):
            remind_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)

    def test_a_guest_who_had_no_time_to_answer_is_reminded_all_the_same_by_choice_alone(
        self, cast, staff, at
    ):
        made = making.gathering(cast.own, tables=1)
        guests = [
            making.guest(
                made, making.candidate(cast.own, name), reply="invited", channel="email",
                invited_at=at - timedelta(days=days),
            )
            for name, days in (("Naima", 3), ("Omar", 1))
        ]  # fmt: skip
        page = staff.get(at_page("guests", made))
        early = {row["guest"].id: row["is_early"] for row in page.context["rows"]}
        assert early == {guests[0].pk: False, guests[1].pk: True}
        assert text_of(page).count("Herinner toch") == 1

    @pytest.mark.parametrize(
        ("each", "words", "tab"),
        [(2, "Kies ondernemers, daarna 50", "entrepreneur"), (0, "Kies 50", "candidate")],
    )
    def test_the_first_choice_opens_what_it_names(self, cast, staff, each, words, tab):
        made = making.gathering(cast.own, tables=1, entrepreneurs_per_table=each)
        assert words in text_of(staff.get(at_page("gathering", made)))
        assert staff.get(at_page("choose_guests", made)).context["kind"] == tab

    def test_the_day_is_a_tab_only_for_who_can_open_it(self, cast, staff, log_in):
        made = making.gathering(cast.own, tables=1)
        day = at_page("day", made)
        assert day in staff.get(at_page("gathering", made)).content.decode()
        other = log_in(cast.other.account())
        assert day not in other.get(at_page("gathering", made)).content.decode()
        Host.objects.create(gathering=made, account=cast.other.account())
        assert day in other.get(at_page("gathering", made)).content.decode()
        assert other.get(day).status_code == 200

    def test_the_regions_own_rate_counts_once_there_is_enough_of_it(self, cast, at):
        past = making.gathering(cast.own, status="finished")
        for n in range(ENOUGH):
            making.guest(past, making.candidate(cast.own), arrived_at=at if n % 2 else None)
        made = making.gathering(cast.own)
        for _ in range(10):
            making.guest(made, making.candidate(cast.own))
        expected = expected_attendance(made, answers_of(made))["candidate"]
        assert (expected.people, expected.is_own_rate) == (5, True)

    def test_too_few_entrepreneurs_and_hosts_is_said_with_what_to_do(self, cast, staff):
        made = making.gathering(cast.own, tables=2)
        Host.objects.filter(table__number=2).delete()
        making.guest(made, making.entrepreneur(making.employer(cast.own)))
        page = text_of(staff.get(at_page("gathering", made)))
        assert "3 ondernemers te weinig" in page and "Bel een ondernemer" in page
        assert "1 tafelhost te weinig" in page and "Tafel 2 heeft nog geen tafelhost" in page
        assert "Vraag een collega" in page

    @pytest.mark.parametrize(
        ("candidates", "rounds", "told"),
        [(4, 4, ""), (5, 4, "2 kandidaten praten"), (9, 4, "9 kandidaten praten"), (3, 1, "")],
    )
    def test_one_to_one_it_tells_how_many_talk_once_at_most(self, cast, staff, candidates, rounds, told):
        made = making.gathering(cast.own, tables=2, format="speed_dates", rounds=rounds, table_size=1)
        for _ in range(candidates):
            making.guest(made, making.candidate(cast.own))
        page = text_of(staff.get(at_page("gathering", made)))
        assert (f"{told} hooguit één keer" in page) if told else ("hooguit één keer" not in page)

    def test_nothing_is_lacking_before_anyone_was_invited(self, cast, staff):
        page = text_of(staff.get(at_page("gathering", making.gathering(cast.own, tables=2))))
        assert "te weinig" not in page and "Nog niemand uitgenodigd" in page

    def test_who_has_not_answered_counts_for_a_stated_share(self, cast, staff):
        made = making.gathering(cast.own)
        for _ in range(10):
            making.guest(made, making.candidate(cast.own))
            making.guest(made, making.candidate(cast.own), reply="invited")
        making.guest(made, making.candidate(cast.own), reply="no")
        making.guest(made, making.candidate(cast.own), reply="waiting")
        expected = expected_attendance(made, answers_of(made))["candidate"]
        assert (expected.of_yes, expected.of_open, expected.people) == (8, 2, 10)
        assert not expected.is_own_rate
        page = text_of(staff.get(at_page("gathering", made)))
        assert "10 zeiden ja, we rekenen op 8. 10 gaven geen antwoord, we rekenen op 2." in page

    def test_who_does_not_plan_reads_no_tasks(self, cast, clock, log_in):
        made = making.gathering(cast.own, tables=2)
        making.guest(made, making.entrepreneur(making.employer(cast.own)), reply="invited")
        host = Host.objects.get(gathering=made, table__number=1).account
        for account in (host, cast.own.account(Role.TEAM_LEAD)):
            page = text_of(log_in(account).get(at_page("gathering", made)))
            assert "te weinig" not in page and "Herinner" not in page and "Bel " not in page


def test_the_invite_button_says_how_many_and_by_what_way(cast, at, clock, log_in):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
    for name, channel in (("Naima", "email"), ("Omar", "letter"), ("Wil", "call")):
        person = making.candidate(cast.own, name, address="Dorpsstraat 1")
        making.guest(made, person, channel=channel, reply="chosen")
    page = text_of(log_in(cast.own.account()).get(at_page("gathering", made)))
    assert "Nodig 3 gasten uit" in page
    assert "1 per e-mail, 1 per brief, die jullie printen, 1 bel je zelf." in page
