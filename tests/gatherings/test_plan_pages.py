"""The pages before a gathering: planned, chosen with a reason, invited in three steps, the guest list."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.models import Entry, PersonalView
from werktop.gatherings.models import Gathering, Guest, Host
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
LIST = reverse("gatherings:gatherings")


def at_page(name: str, gathering: Gathering, **more) -> str:
    return reverse(f"gatherings:{name}", kwargs={"gathering_id": gathering.pk, **more})


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def post(client, url: str, **data):
    return client.post(url, {"request_key": str(uuid4())} | data)


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


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

    def test_cancelling_asks_first_and_names_whom_to_call(self, cast, staff):
        made = making.gathering(cast.own)
        making.guest(made, making.candidate(cast.own, "Wil"), channel="call", reply="invited")
        assert "Wil El Amrani" in text_of(staff.get(at_page("cancel_gathering", made)))
        post(staff, at_page("cancel_gathering", made), reason="de hal is dicht")
        assert "gaat niet door" in text_of(staff.get(at_page("gathering", made)))


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


class TestChoosing:
    def test_50_candidates_and_14_entrepreneurs_are_invited_in_three_steps(self, cast, staff):
        firm = making.employer(cast.own, term_codes=("koken",))
        made = making.gathering(cast.own, tables=7, host_employer=firm)
        for n in range(60):
            making.candidate(cast.own, f"K{n}", term_codes=("koken",) if n < 30 else ())
        for n in range(20):
            making.entrepreneur(making.employer(cast.own), f"O{n}")
        url = at_page("choose_guests", made)
        steps = [staff.get(url)]
        steps.append(staff.post(url, ticked(steps[-1]), follow=True))
        steps.append(staff.post(url, ticked(steps[-1]) | {"then": "invite"}))
        assert len(steps) == 3
        invited = Guest.objects.filter(reply="invited")
        assert invited.filter(kind="candidate").count() == 50
        assert invited.filter(kind="entrepreneur").count() == 14
        assert Message.objects.filter(purpose="invitation").count() == 64

    def test_who_fits_comes_first_and_it_says_why(self, cast, staff):
        firm = making.employer(cast.own, "Keuken Waal", term_codes=("koken",))
        made = making.gathering(cast.own, tables=1, host_employer=firm)
        making.candidate(cast.own, "Bo", postcode="4001 AB")
        making.candidate(cast.own, "Amir", term_codes=("koken",), postcode="4001 AB")
        page = text_of(staff.get(at_page("choose_guests", made) + "?kind=candidate"))
        assert page.index("Amir") < page.index("Bo")
        assert "gezocht door Keuken Waal" in page and "woont op 1 km" in page

    def test_what_must_not_count_does_not_change_the_order(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        first = making.candidate(cast.own, "Eerst")
        second = making.candidate(cast.own, "Daarna")
        url = at_page("choose_guests", made) + "?kind=candidate"
        before = text_of(staff.get(url))
        assert before.index("Eerst") < before.index("Daarna")
        first.is_step_free_needed = first.is_interpreter_needed = True
        first.education, first.last_name, first.day_note = "mbo", "Ould Ahmed", "belt liever"
        first.save()
        after = text_of(staff.get(url))
        assert after.index("Eerst") < after.index("Daarna")
        assert second.pk

    def test_another_organisations_candidate_has_no_name(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.candidate(cast.other, "Geheim", last_name="Verborgen")
        making.candidate(cast.other, "Nietgedeeld", is_shared=False)
        page = text_of(staff.get(at_page("choose_guests", made) + "?kind=candidate&whose=others"))
        assert "Kandidaat van een andere organisatie" in page
        assert "Gemeente Lingeveld" in page
        assert not {"Geheim", "Verborgen", "Nietgedeeld"} & set(page.split())

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ("q=amir", {"Amir"}),
            ("language=ar", {"Amir"}),
            ("place=Utrecht", {"Bo"}),
            ("within=5", {"Amir", "Cas"}),
            ("mine=on", {"Cas"}),
            ("rested=on", {"Amir", "Cas"}),
        ],
    )
    def test_each_filter_narrows(self, cast, staff, at, asked, found):
        made = making.gathering(cast.own, tables=1)
        making.candidate(cast.own, "Amir", languages=["ar", "nl"])
        bo = making.candidate(cast.own, "Bo", postcode="3511 AB")
        making.candidate(cast.own, "Cas", assigned_to=cast.own.account())
        making.guest(making.gathering(cast.own), bo, invited_at=at - timedelta(days=5))
        page = text_of(staff.get(at_page("choose_guests", made) + f"?kind=candidate&{asked}"))
        assert {n for n in ("Amir", "Bo", "Cas") if f" {n} " in page} == found

    def test_the_processing_log_knows_who_was_shown(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        shown = making.candidate(cast.own)
        staff.get(at_page("choose_guests", made) + "?kind=candidate")
        assert str(shown.pk) in PersonalView.objects.get(page="gatherings:choose_guests").about_ids


def ticked(response) -> dict:
    html = response.content.decode()
    found: dict = {"request_key": str(uuid4())}
    for name, value in re.findall(r'name="(candidate|entrepreneur)" value="([^"]+)" checked', html):
        found.setdefault(name, []).append(value)
    return found


class TestGuestList:
    def test_search_filters_and_order(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.guest(made, making.candidate(cast.own, "Amir"), reply="yes")
        making.guest(made, making.candidate(cast.own, "Bo"), reply="no")
        making.guest(made, making.entrepreneur(making.employer(cast.own, "Drukkerij Sterk"), "Cor"))
        url = at_page("guests", made)
        assert "Bo" not in text_of(staff.get(url + "?q=amir")).split()
        assert "Amir" not in text_of(staff.get(url + "?reply=no")).split()
        assert "Amir" not in text_of(staff.get(url + "?kind=entrepreneur")).split()
        assert "Cor" in text_of(staff.get(url + "?q=sterk")).split()
        page = text_of(staff.get(url + "?sort=-name"))
        assert page.index("Cor Maas") < page.index("Amir El")

    def test_a_name_from_elsewhere_is_told_after_a_yes(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        guest = making.guest(made, making.candidate(cast.other, "Geheim"), reply="invited")
        page = text_of(staff.get(at_page("guests", made)))
        assert "Geheim" not in page and "Kandidaat van Gemeente Lingeveld" in page
        assert "Geheim" not in text_of(staff.get(at_page("gathering", made)))
        Guest.objects.filter(pk=guest.pk).update(reply="yes")
        assert "Geheim" in text_of(staff.get(at_page("guests", made)))

    def test_called_yes_no_remind_and_remove(self, cast, staff, at):
        made = making.gathering(cast.own, tables=1)
        guest = making.guest(made, making.candidate(cast.own), reply="invited", channel="email")
        one = {"guest_id": guest.pk}
        post(staff, at_page("remind_guests", made), guest=str(guest.pk))
        assert Message.objects.filter(purpose="reminder").count() == 1
        post(staff, at_page("guest_reply", made, **one), answer="yes")
        guest.refresh_from_db()
        assert guest.reply == "yes"
        post(staff, at_page("remove_guest", made, **one))
        assert not Guest.objects.exists()

    def test_the_download_holds_the_filtered_list_and_leaves_a_line(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.guest(made, making.candidate(cast.own, "=Amir"), reply="yes")
        making.guest(made, making.candidate(cast.own, "Bo"), reply="no")
        answer = post(staff, at_page("download_guests", made) + "?reply=yes")
        lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
        assert len(lines) == 3 and lines[1].startswith("'=Amir")
        assert Entry.objects.get(verb="gatherings.note_guest_list_taken").detail == {"count": 1}

    def test_a_table_host_does_not_see_it(self, cast, clock, log_in):
        made = making.gathering(cast.own, tables=1)
        Host.objects.create(gathering=made, account=cast.own.account(Role.TABLE_HOST))
        host = log_in(cast.own.account(Role.TABLE_HOST))
        assert host.get(at_page("guests", made)).status_code == 403
        making.guest(made, making.candidate(cast.own, "Amir"), reply="invited")
        page = host.get(at_page("gathering", made))
        assert page.status_code == 200 and "Amir" not in text_of(page)

    def test_another_organisation_reads_and_another_region_finds_nothing(self, cast, clock, log_in):
        made = making.gathering(cast.own, tables=1)
        making.guest(made, making.candidate(cast.own, "Amir"), reply="invited")
        other, far = log_in(cast.other.account()), log_in(cast.far.account())
        page = other.get(at_page("guests", made))
        assert page.status_code == 200 and "Amir" not in text_of(page)
        assert other.get(at_page("choose_guests", made)).status_code == 404
        assert post(other, at_page("invite_guests", made)).status_code == 403
        assert far.get(at_page("guests", made)).status_code == 404
        assert far.get(at_page("gathering", made)).status_code == 404


class TestCockpit:
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
        assert "Herinner 1" in page and "Bel Jan" in page
        assert "zijn er 4 kandidaten" in page

    def test_the_regions_own_rate_counts_once_there_is_enough_of_it(self, cast, at):
        from werktop.gatherings.queries.cockpit import ENOUGH, answers_of, expected_attendance

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
        assert "3 ondernemers te weinig" in page and "sluit een tafel" in page
        assert "1 tafel zonder tafelhost" in page

    def test_nothing_is_lacking_before_anyone_was_invited(self, cast, staff):
        page = text_of(staff.get(at_page("gathering", making.gathering(cast.own, tables=2))))
        assert "te weinig" not in page and "Nog niemand uitgenodigd" in page


class TestTheList:
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


def queries(client, url: str) -> int:
    """How many questions a page asks the database (marks of transactions and the processing log apart)."""
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return sum(each["sql"].startswith("SELECT") for each in caught)


def test_every_page_asks_as_much_for_10_rows_as_for_1000(cast, staff, at):
    made = making.gathering(cast.own, tables=2)
    urls = {
        "list": LIST,
        "cockpit": at_page("gathering", made),
        "guests": at_page("guests", made),
        "candidates": at_page("choose_guests", made) + "?kind=candidate&whose=all",
        "entrepreneurs": at_page("choose_guests", made) + "?kind=entrepreneur",
    }

    def fill(count: int) -> None:
        people = [making.candidate(cast.own, f"K{n}") for n in range(count)]
        for n, person in enumerate(people[: count // 2]):
            making.guest(made, person, reply="invited" if n % 2 else "yes", invited_at=at)
        for _ in range(count // 10):
            firm = making.employer(cast.own)
            making.guest(made, making.entrepreneur(firm))
            making.entrepreneur(firm, "Nog een")
            making.gathering(cast.own, host_employer=firm)

    fill(10)
    few = {name: queries(staff, url) for name, url in urls.items()}
    fill(990)
    many = {name: queries(staff, url) for name, url in urls.items()}
    assert many == few
    # the widest suggestion also reads other organisations' profiles
    assert max(n for name, n in many.items() if name != "candidates") <= 15, many
    assert many["candidates"] <= 18, many
