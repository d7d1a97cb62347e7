"""Corners of the day: a table that closes while people sit at it, chairs of who is not in yet, many without a chair,
a host who does not come."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import apply_proposal, at_page, post, text_of

from werktop.gatherings.commands.tables import TablePlan, arrange_tables
from werktop.gatherings.models import Click, Gathering, Guest, Host, PairRule, Seat, SeatPlan

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def closed(cast, at, clock, lead):
    """While round 1 of 2 runs, the second table is closed from the replan page and its people move."""
    day = running_day(cast.own, at=at, rounds=2, begun=1)
    Guest.objects.filter(pk__in=[day.guests[n].pk for n in ("Henk", "Sanne")]).update(left_at=at)
    post(lead, at_page("replan", day.gathering), way="close-2")
    apply_proposal(lead, day.gathering)
    day.tables[1].refresh_from_db()
    assert day.tables[1].is_closed
    return day


def tap_at_table_2(client, day):
    cell = f"klik:{day.guests['Aisha'].pk}:{day.guests['Henk'].pk}"
    return client.post(
        at_page("table_screen", day.gathering, table_number=2) + "?ronde=1",
        {
            "request_key": uuid4(),
            "tap": cell,
            "is_on": "1",
            "tapped_at": (day.gathering.starts_at + timedelta(minutes=20)).isoformat(),
        },
        headers={"Accept": "application/json"},
    )


def test_a_table_that_closed_after_its_round_began_keeps_its_screen_on_the_page_of_the_day(closed, lead):
    page = lead.get(at_page("day", closed.gathering)).content.decode()
    assert at_page("table_screen", closed.gathering, table_number=2) in page
    assert "Tafel 2 is dicht voor de rondes die nog komen" in page


def test_a_table_that_was_never_used_has_no_screen(cast, at, clock, lead):
    day = running_day(cast.own, at=at, rounds=2, begun=1)
    Seat.objects.filter(table=day.tables[1]).delete()
    day.gathering.tables.filter(number=2).update(is_closed=True)
    page = lead.get(at_page("day", day.gathering)).content.decode()
    assert at_page("table_screen", day.gathering, table_number=1) in page
    assert at_page("table_screen", day.gathering, table_number=2) not in page


def test_nobody_who_comes_late_is_sent_to_a_table_that_closed(closed, lead):
    Seat.objects.filter(guest=closed.guests["Stefan"]).delete()
    page = text_of(lead.get(at_page("day", closed.gathering)))
    assert "Naar tafel 1" in page
    assert "Naar tafel 2" not in page


def test_the_host_of_a_table_that_closed_notes_on_and_sends_what_waited(closed, log_in):
    client = log_in(closed.host_account(2))
    assert "Jouw tafel: 2" in text_of(client.get(at_page("day", closed.gathering)))
    screen = at_page("table_screen", closed.gathering, table_number=2)
    assert "Aisha" in text_of(client.get(screen + "?ronde=1"))
    assert tap_at_table_2(client, closed).json() == {"is_over": False}
    Gathering.objects.update(status="finished")
    assert tap_at_table_2(client, closed).status_code == 200
    assert Click.objects.count() == 2


def test_saving_the_tables_leaves_the_host_of_a_table_that_closed(closed, cast, at, log_in):
    host = closed.host_account(2)
    arrange_tables(
        actor=cast.own.actor(),
        at=at,
        gathering_id=closed.gathering.pk,
        tables=[
            TablePlan(t.pk, is_closed=t.is_closed, host_id=None if t.is_closed else t.host.account_id)
            for t in closed.gathering.tables.select_related("host")
        ],
        spare_ids=[],
    )
    assert Host.objects.get(gathering=closed.gathering, account=host).table == closed.tables[1]
    assert tap_at_table_2(log_in(host), closed).status_code == 200


def test_the_round_that_runs_is_drawn_with_the_table_that_closed(closed, lead):
    first = lead.get(at_page("seats", closed.gathering) + "?ronde=1").content.decode()
    assert 'aria-label="Tafel 2"' in first
    assert "Wacht deze ronde" not in first
    second = lead.get(at_page("seats", closed.gathering) + "?ronde=2").content.decode()
    assert 'aria-label="Tafel 2"' not in second


# ── before everybody is in ──


@pytest.fixture
def early(cast, at, clock):
    """The doors are open; only Fatima is in, of thirteen."""
    day = running_day(cast.own, at=at, rounds=2, begun=0, is_here=False)
    Guest.objects.filter(pk=day.guests["Fatima"].pk).update(arrived_at=at)
    return day


def test_a_chair_of_who_is_not_in_yet_is_not_free(early, lead):
    page = lead.get(at_page("seats", early.gathering)).content.decode()
    for name in ("Fatima", "Kees", "Henk"):
        assert name in page
    assert page.count("seat seat--awaited") == 13, "twelve chairs and the legend"
    assert "8 kandidaten" not in page and "9 kandidaten" in page
    assert "1 gast is binnen" in page
    assert "te weinig" not in page


def test_who_is_not_in_yet_can_be_moved_and_set_apart(early, cast, lead):
    kees, aisha = early.guests["Kees"], early.guests["Aisha"]
    page = lead.get(at_page("seats", early.gathering) + f"?stoel={kees.pk}").content.decode()
    assert "nog niet binnen" in page
    assert f'value="swap:{aisha.pk}"' in page
    post(
        lead, at_page("move_seat", early.gathering),
        guest=str(kees.pk), round="1", version=str(early.plan.version), to=f"swap:{aisha.pk}",
    )  # fmt: skip
    plan = SeatPlan.objects.get(state="in_force")
    assert Seat.objects.get(plan=plan, round=1, guest=kees).table == early.tables[1]
    assert Seat.objects.filter(plan=plan, round=1).count() == 13, "nobody lost a chair"
    post(
        lead, at_page("pair_rules", early.gathering),
        first=str(kees.pk), second=str(aisha.pk), kind="apart", round="1",
    )  # fmt: skip
    assert PairRule.objects.count() == 1


def test_on_the_day_planning_anew_goes_by_the_page_that_shows_it_first(early, lead):
    page = lead.get(at_page("seats", early.gathering)).content.decode()
    assert f'href="{at_page("replan", early.gathering)}"' in page
    assert f'action="{at_page("seats", early.gathering)}"' not in page


def test_before_anybody_is_in_the_replan_page_says_what_it_is_for(cast, at, clock, lead):
    day = running_day(cast.own, at=at, rounds=2, begun=0, is_here=False)
    page = text_of(lead.get(at_page("replan", day.gathering)))
    assert "Er is nog niemand binnen" in page
    assert "Tot dan houdt iedereen de eigen stoel" in page
    assert "te weinig" not in page
    before = SeatPlan.objects.count()
    assert post(lead, at_page("replan", day.gathering)).status_code == 302
    assert SeatPlan.objects.count() == before


def test_many_who_are_not_there_are_a_number_with_the_names_in_a_fold(early, lead):
    page = lead.get(at_page("replan", early.gathering)).content.decode()
    assert "12 gasten zijn er nog niet" in page
    fold = page.split("12 gasten zijn er nog niet", 1)[1].split("</details>", 1)[0]
    assert fold.count("<li>") == 12


def test_all_who_have_no_chair_get_one_from_the_day(cast, at, clock, log_in):
    day = running_day(cast.own, at=at, rounds=1, begun=1)
    for number in range(9):
        person = making.candidate(cast.own, f"Laat{number}", last_name="Bos")
        making.guest(day.gathering, person, arrived_at=at)
    client = log_in(day.host_account())
    page = client.get(at_page("day", day.gathering)).content.decode()
    assert "Nog 3 gasten zonder stoel" in page
    notice = page.split("Nog geen stoel:", 1)[1].split('role="search"', 1)[0]
    for number in range(9):
        late = Guest.objects.get(candidate__first_name=f"Laat{number}")
        assert at_page("guest_at_the_door", day.gathering, guest_id=late.pk) in notice


@pytest.mark.parametrize("has_spare", [True, False])
def test_a_host_who_does_not_come_is_told_from_the_day_with_or_without_a_spare_host(
    cast, at, clock, lead, has_spare
):
    day = running_day(cast.own, at=at, rounds=2, begun=0)
    if has_spare:
        Host.objects.create(gathering=day.gathering, account=cast.other.account("table_host"))
    assert (
        f"{at_page('replan', day.gathering)}#hosts"
        in lead.get(at_page("day", day.gathering)).content.decode()
    )
    page = lead.get(at_page("replan", day.gathering)).content.decode()
    hosts = page.split('id="hosts"', 1)[1]
    assert "Een tafelhost is er niet" in hosts
    assert ("Wie neemt de tafel over" in hosts) is has_spare
    assert at_page("tables", day.gathering) in hosts
    assert f"{at_page('day', day.gathering)}#table-screens" in hosts
    assert "dicht zetten" in hosts


def test_who_has_no_turn_in_a_round_of_speed_dates_waits_and_is_given_no_table(cast, at, clock, lead):
    day = running_day(cast.own, at=at, rounds=2, begun=1)
    Gathering.objects.update(format="speed_dates")
    Seat.objects.filter(guest=day.guests["Stefan"], round=1).delete()
    Seat.objects.filter(guest=day.guests["Bilal"]).delete()
    page = lead.get(at_page("day", day.gathering)).content.decode()
    notice = page.split("Nog geen stoel:", 1)[1].split('role="search"', 1)[0]
    assert "Bilal" in notice
    assert "Stefan" not in notice
    found = lead.get(at_page("day", day.gathering) + "?q=stefan").content.decode()
    found = found.split('id="group-here"', 1)[1]
    assert "wacht deze ronde" in found
    assert "Naar tafel" not in found


@pytest.mark.parametrize("where", ["own", "other"])
def test_a_host_finds_the_free_hours_of_entrepreneurs_and_notes_them(cast, at, clock, log_in, where):
    day = running_day(cast.own, at=at)
    account = day.host_account() if where == "own" else cast.other.account("table_host")
    if where == "other":
        Host.objects.filter(table=day.tables[0]).update(account=account)
    client = log_in(account)
    address = reverse("matches:hours_of_all", args=[day.gathering.pk])
    assert f'href="{address}"' in client.get(at_page("day", day.gathering)).content.decode()
    joris = day.guests["Joris"].entrepreneur_id
    one = reverse("matches:hours", args=[day.gathering.pk, joris])
    assert f'href="{one}"' in client.get(address).content.decode()
    block = re.search(r'name="block" value="([^"]+)"', client.get(one).content.decode())
    assert block
    assert post(client, one, block=block[1], most_talks="2").status_code == 302
    assert "1 vrij uur" in text_of(client.get(address))
    Host.objects.filter(account=account).delete()
    assert log_in(cast.other.account("table_host")).get(address).status_code == 404
