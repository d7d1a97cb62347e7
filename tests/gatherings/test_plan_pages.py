"""The pages on which a gathering is planned: the form, the tables, the list of gatherings."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.audit.working_days import working_day_from
from werktop.gatherings import over
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.models import Gathering, Host
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
LIST = reverse("gatherings:gatherings")


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


@pytest.mark.parametrize(("day", "proposed"), [(11, 11), (12, 14), (13, 14), (14, 14), (25, 28)])
def test_a_new_gathering_is_proposed_on_a_working_day(day, proposed):
    assert working_day_from(date(2026, 12, day)) == date(2026, 12, proposed)


class TestPlanning:
    def asked(self, firm, **other):
        return {
            "host_employer": str(firm.pk),
            "day": "2026-12-03",
            "begins": "13:30",
            "ends": "16:00",
            "format": "standard",
        } | other

    def test_an_employer_and_a_day_are_enough(self, cast, staff):
        firm = making.employer(cast.own, "Houtbouw Rijnstroom", is_step_free=True)
        answer = post(staff, reverse("gatherings:new_gathering"), **self.asked(firm))
        made = Gathering.objects.get()
        assert answer["Location"] == at_page("gathering", made)
        assert (made.place_name, made.address) == ("Houtbouw Rijnstroom", "Industrieweg 12, Tiel")
        assert made.starts_at.isoformat() == "2026-12-03T12:30:00+00:00"
        assert made.tables.count() == 7 and all(t.is_step_free for t in made.tables.all())
        assert "Donderdag 3 december 2026, 13.30 tot 16.00 uur" in text_of(staff.get(answer["Location"]))

    @pytest.mark.parametrize(
        ("format", "numbers"),
        [("rotating", (3, 8, 2)), ("speed_dates", (8, 1, 1)), ("preparation", (1, 8, 0))],
    )
    def test_each_format_brings_its_numbers(self, cast, staff, format, numbers):
        post(
            staff,
            reverse("gatherings:new_gathering"),
            **self.asked(making.employer(cast.own), format=format, table_size="8"),
        )
        made = Gathering.objects.get()
        assert (made.rounds, made.table_size, made.entrepreneurs_per_table) == numbers

    def test_what_is_wrong_is_said_and_what_was_typed_stays(self, cast, staff):
        firm = making.employer(cast.own)
        answer = post(
            staff, reverse("gatherings:new_gathering"), **self.asked(firm, ends="12:00", travel_tip="Bus 44")
        )
        assert "Het einde ligt voor het begin" in text_of(answer)
        assert "Bus 44" in answer.content.decode()
        past = post(staff, reverse("gatherings:new_gathering"), **self.asked(firm, day="2026-11-01"))
        assert "al geweest" in text_of(past)
        assert not Gathering.objects.exists()

    def test_the_same_form_sent_twice_plans_once(self, cast, staff):
        asked = self.asked(making.employer(cast.own)) | {"request_key": str(uuid4())}
        first = staff.post(reverse("gatherings:new_gathering"), asked)
        assert staff.post(reverse("gatherings:new_gathering"), asked)["Location"] == first["Location"]
        assert Gathering.objects.count() == 1

    @pytest.mark.parametrize(
        ("today", "main_day", "offered"),
        [
            ("2026-11-24", "2026-12-01", "2026-11-27"),  # a Tuesday: not on Sunday
            ("2026-12-21", "2026-12-28", "2026-12-24"),  # Christmas
            ("2027-03-15", "2027-03-30", "2027-03-25"),  # Good Friday
            ("2027-04-12", "2027-04-29", "2027-04-26"),  # the King's birthday
            ("2026-11-28", "2026-12-01", "2026-11-30"),  # a Saturday: not today, nor before
            ("2026-11-28", "2026-11-30", None),  # no working day is left
        ],
    )
    def test_a_preparation_is_offered_on_a_working_day_before_it(
        self, cast, clock, log_in, today, main_day, offered
    ):
        clock.set(datetime.fromisoformat(f"{today}T09:00Z"))
        main = making.gathering(cast.own, starts_at=datetime.fromisoformat(f"{main_day}T12:00Z"))
        staff = log_in(cast.own.account())
        form = staff.get(reverse("gatherings:new_gathering") + f"?prepares_for={main.pk}").context["form"]
        assert form.initial["day"] == (offered and date.fromisoformat(offered))

    def test_a_preparation_belongs_to_its_gathering(self, cast, staff):
        main = making.gathering(cast.own)
        form = staff.get(reverse("gatherings:new_gathering") + f"?prepares_for={main.pk}")
        assert "Plan een voorbereiding" in text_of(form)
        post(
            staff,
            reverse("gatherings:new_gathering"),
            **self.asked(main.host_employer, format="preparation", day="2026-12-01"),
            prepares_for=str(main.pk),
        )
        assert main.preparations.count() == 1
        assert "1 december" in text_of(staff.get(at_page("gathering", main)))

    def test_a_preparation_after_its_gathering_is_refused_and_what_was_typed_stays(self, cast, staff):
        main = making.gathering(cast.own, starts_at=datetime(2026, 12, 10, 12, 30, tzinfo=UTC))
        asked = self.asked(main.host_employer, format="preparation", travel_tip="Bus 44")
        asked |= {"prepares_for": str(main.pk), "begins": "11:30", "ends": "13:31"}
        new = reverse("gatherings:new_gathering")
        words = "Het gesprek zelf begint op donderdag 10 december, 13.30 uur"
        for day in ("2026-12-10", "2026-12-11"):
            answer = post(staff, new, **asked | {"day": day})
            assert words in text_of(answer) and "Bus 44" in answer.content.decode()
        assert not main.preparations.exists()
        post(staff, new, **asked | {"day": "2026-12-10", "ends": "13:30"})
        made = main.preparations.get()
        moved = asked | {"day": "2026-12-11", "place_name": made.place_name, "address": made.address}
        answer = post(staff, at_page("change_gathering", made), **moved)
        assert words in text_of(answer) and "Bus 44" in answer.content.decode()
        made.refresh_from_db()
        assert made.starts_at.day == 10

    def test_a_gathering_that_moves_before_its_preparation_says_so_on_both_pages(self, cast, staff, at):
        main = making.gathering(cast.own, starts_at=datetime(2026, 12, 10, 12, 30, tzinfo=UTC))
        made = making.gathering(
            cast.own,
            starts_at=datetime(2026, 12, 8, 12, 30, tzinfo=UTC),
            format="preparation",
            prepares_for=main,
        )
        words = "De voorbereiding van 8 december komt nu te laat"
        assert f"Voorbereiding op {main.place_name}, donderdag 10 december" in text_of(
            staff.get(at_page("gathering", made))
        )
        for day, is_said in ((7, True), (9, False)):
            begins = datetime(2026, 12, day, 12, 30, tzinfo=UTC)
            ends = begins + timedelta(hours=2)
            change_gathering(
                actor=cast.own.actor(), at=at, gathering_id=main.pk, starts_at=begins, ends_at=ends
            )
            for each in (main, made):
                page = staff.get(at_page("gathering", each))
                assert (words in text_of(page)) is is_said
                if is_said:
                    warning = page.content.decode().split(words)[1].split('id="who-comes"')[0]
                    assert at_page("change_gathering", made) in warning

    def test_a_change_of_time_goes_to_who_was_asked(self, cast, staff):
        made = making.gathering(cast.own)
        making.guest(made, making.candidate(cast.own), channel="email")
        page = staff.get(at_page("change_gathering", made))
        assert page.status_code == 200
        post(
            staff,
            at_page("change_gathering", made),
            day="2026-12-10",
            begins="10:00",
            ends="12:00",
            place_name=made.place_name,
            address=made.address,
        )
        made.refresh_from_db()
        assert made.starts_at.isoformat() == "2026-12-10T09:00:00+00:00"
        assert Message.objects.get(purpose="changed").calendar.count("SEQUENCE") == 1

    def test_cancelling_asks_first_and_then_names_whom_to_call(self, cast, staff):
        made = making.gathering(cast.own)
        making.guest(made, making.candidate(cast.own, "Wil"), channel="call", reply="invited")
        asked = text_of(staff.get(at_page("cancel_gathering", made)))
        assert "Wil El Amrani" not in asked and "Wie jullie bellen, staat daarna met naam en nummer" in asked
        post(staff, at_page("cancel_gathering", made), reason="de hal is dicht")
        page = text_of(staff.get(at_page("gathering", made)))
        assert (
            "gaat niet door" in page and page.count("Wil El Amrani") == 2
        )  # the line, and its button's own name

    def test_a_refused_cancellation_keeps_the_reason(self, cast, staff):
        made, key = making.gathering(cast.own), str(uuid4())
        other = making.gathering(cast.own)
        staff.post(at_page("cancel_gathering", other), {"request_key": key, "reason": "Brand"})
        answer = staff.post(at_page("cancel_gathering", made), {"request_key": key, "reason": "Te weinig ja"})
        assert "al eerder verstuurd" in text_of(answer) and "Te weinig ja" in answer.content.decode()
        made.refresh_from_db()
        assert made.status == "preparing"


class TestTables:
    def test_hosts_languages_and_closed_tables_are_saved_at_once(self, cast, staff):
        made = making.gathering(cast.own, tables=2)
        one, two = made.tables.order_by("number")
        host, spare = cast.other.account("table_host"), cast.own.account("coordinator")
        answer = post(
            staff,
            at_page("tables", made),
            **{
                "t1-host": str(host.pk),
                "t1-languages": ["nl", "ar"],
                "t1-is_step_free": "on",
                "t2-is_closed": "on",
                "t2-languages": ["nl"],
                "spare": [str(spare.pk)],
            },
        )
        assert answer.status_code == 302
        one.refresh_from_db(), two.refresh_from_db()
        assert (one.host.account_id, one.languages, one.is_closed) == (host.pk, ["nl", "ar"], False)
        assert two.is_closed and not hasattr(two, "host")
        assert Host.objects.get(table=None).account_id == spare.pk

    def test_two_hosts_can_swap_tables(self, cast, staff):
        made = making.gathering(cast.own, tables=2)
        first, second = (t.host.account_id for t in made.tables.order_by("number"))
        post(staff, at_page("tables", made), **{"t1-host": str(second), "t2-host": str(first)})
        assert [t.host.account_id for t in made.tables.order_by("number")] == [second, first]

    def test_one_colleague_at_two_tables_is_refused_in_words(self, cast, staff):
        made = making.gathering(cast.own, tables=2)
        host = str(cast.own.account("table_host").pk)
        answer = post(staff, at_page("tables", made), **{"t1-host": host, "t2-host": host})
        assert "Een collega zit aan één tafel" in text_of(answer)

    def test_more_tables(self, cast, staff):
        made = making.gathering(cast.own, tables=2)
        post(staff, at_page("tables", made), do="count", count="4")
        assert made.tables.filter(is_closed=False).count() == 4


class TestTheList:
    def test_what_was_not_begun_nor_closed_stays_until_its_day_is_past(self, cast, staff, clock, at):
        """One rule for the list, for Today and for one gathering: the day where it is held, not the hour."""
        started = at.replace(hour=13)  # two in the afternoon; it ends at half past four
        made = making.gathering(
            cast.own, host_employer=making.employer(cast.own, "Straks BV"), starts_at=started
        )
        today, tomorrow = started.replace(hour=22, minute=59), started.replace(hour=23)
        for moment, status, is_over in (
            (today, "preparing", False),
            (today, "running", False),
            (today, "finished", True),
            (tomorrow, "preparing", True),
            (tomorrow, "running", True),
        ):
            clock.set(moment)
            made.status = status
            made.save()
            assert ("Straks BV" in text_of(staff.get(LIST))) != is_over, (moment, status)
            assert ("Straks BV" in text_of(staff.get(LIST + "?when=past"))) == is_over
            assert over.is_past(made, moment) == is_over
            first = re.search("Volgend prettig gesprek|Prettig gesprek van vandaag", text_of(staff.get("/")))
            assert (first is None) == is_over, "Today says the same"

    def test_what_goes_on_past_midnight_has_not_been_that_night(self, cast, staff, clock, at):
        making.gathering(
            cast.own,
            host_employer=making.employer(cast.own, "Nacht BV"),
            starts_at=at.replace(hour=21),
            ends_at=at.replace(hour=23, minute=30),  # half past midnight there
            status="running",
        )
        clock.set(at.replace(hour=23, minute=10))
        for page in (LIST, "/"):
            assert "Nacht BV" in text_of(staff.get(page))
        assert "Nacht BV" not in text_of(staff.get(LIST + "?when=past"))

    def test_what_comes_what_was_and_another_region(self, cast, staff, at):
        making.gathering(cast.own, host_employer=making.employer(cast.own, "Straks BV"))
        making.gathering(
            cast.other,
            host_employer=making.employer(cast.other, "Toen BV"),
            starts_at=at - timedelta(days=30),
        )
        making.gathering(cast.far, host_employer=making.employer(cast.far, "Elders BV"))
        assert "Straks BV" in text_of(staff.get(LIST)) and "Toen BV" not in text_of(staff.get(LIST))
        assert "Toen BV" in text_of(staff.get(LIST + "?when=past"))
        assert "Elders BV" not in text_of(staff.get(LIST + "?q=elders"))
