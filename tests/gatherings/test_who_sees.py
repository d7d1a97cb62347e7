"""Who sees what of a gathering: its guests for who has a part in it, and a name only where it may be shared."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from pypdf import PdfReader
from tests import making
from tests.gatherings.day_making import running_day
from tests.gatherings.seating import hall_of_guests

from werktop.accounts.roles import Role
from werktop.audit.models import PersonalView
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Gathering, Host, PairRule, Seat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PRINTS = ("table_sheets", "badges", "personal_cards")


@pytest.fixture
def made(cast, at):
    """A gathering of Waalsteen with two candidates of Lingeveld's who said yes: Nora, who is shared, and Xander, who
    is not; a third organisation of the region has a guest too."""
    found = hall_of_guests(cast.own, 6, 4, 2, place_name="Houtbouw Rijnstroom")
    for name, is_shared in (("Nora", True), ("Xander", False)):
        person = making.candidate(cast.other, name, last_name="Quispel", is_shared=is_shared)
        making.guest(found.gathering, person)
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=200)
    return found


@pytest.fixture
def third(cast, made):
    """Another public body of the region, with a guest of its own."""
    house = making.house(cast.region, "Gemeente Derdeland")
    making.guest(made.gathering, making.candidate(house, "Derk"))
    return house


def text(client, name, gathering, **asked) -> str:
    answer = client.get(reverse(f"gatherings:{name}", args=[gathering.pk]), asked)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def sheet(client, gathering) -> str:
    address = reverse("gatherings:download_guests", args=[gathering.pk])
    return b"".join(client.post(address, {"request_key": uuid4()})).decode()


def test_who_is_not_shared_has_no_name_outside_the_own_and_the_responsible_organisation(
    cast, log_in, made, third
):
    client = log_in(third.account())
    guest = made.gathering.guests.get(candidate__first_name="Xander")
    shown = {
        "list": text(client, "guests", made.gathering),
        "sheet": sheet(client, made.gathering),
        "seats": text(client, "seats", made.gathering),
        "chair": text(client, "seats", made.gathering, stoel=guest.pk),
        "before": text(client, "gathering", made.gathering),
    }
    for where, words in shown.items():
        assert "Xander" not in words, where
    for where in ("list", "sheet", "chair"):
        assert "Nora" in shown[where] and "Een kandidaat" in shown[where], where
    chairs = re.findall(r'class="seat__name"[^>]*>([^<]+)<', shown["seats"])
    assert "Een" not in chairs and "gast" in chairs, "a word that is no name"
    seen = {key for line in PersonalView.objects.filter(about_kind="candidate") for key in line.about_ids}
    assert str(guest.candidate_id) not in seen
    for house in (cast.own, cast.other):
        client = log_in(house.account())
        for words in (text(client, "guests", made.gathering), sheet(client, made.gathering)):
            assert "Xander Quispel" in words
        assert "Xander" in text(client, "seats", made.gathering)


def test_a_host_of_another_organisation_prints_the_sheet_of_the_own_table_and_no_badges(
    cast, log_in, made, third
):
    here = Seat.objects.get(guest__candidate__first_name="Xander", plan__state="in_force").table
    Host.objects.filter(table=here).update(account=third.account())
    client, key = log_in(third.account()), made.gathering.pk
    address = reverse("gatherings:table_sheets", args=[key])
    sheets = [page.extract_text() for page in PdfReader(io.BytesIO(client.get(address).content)).pages]
    assert len(sheets) == 1 and f"Tafel {here.number}" in sheets[0]
    assert "Xander" in sheets[0] and "Een kandidaat" not in sheets[0], "as on the screen of that table"
    seats = Seat.objects.filter(plan__state="in_force", guest__kind="candidate").select_related(
        "guest__candidate"
    )
    there = {str(seat.guest.candidate_id) for seat in seats if seat.table_id == here.pk}
    elsewhere = [seat.guest.candidate.first_name for seat in seats if seat.table_id != here.pk]
    assert not [name for name in elsewhere if name in sheets[0]]
    viewed = PersonalView.objects.filter(about_kind="candidate", page="gatherings:table_sheets")
    assert {key for line in viewed for key in line.about_ids} == there
    page = text(client, "seats", made.gathering)
    assert address in page and address in text(client, "day", made.gathering)
    for name in ("badges", "personal_cards"):
        paper = reverse(f"gatherings:{name}", args=[key])
        assert client.get(paper).status_code == 404 and paper not in page
        words = PdfReader(io.BytesIO(log_in(cast.own.account()).get(paper).content)).pages
        assert "Xander" in " ".join(each.extract_text() for each in words)


def test_a_host_of_another_organisation_without_a_table_prints_nothing(log_in, made, third):
    Host.objects.create(gathering=made.gathering, account=third.account())
    for name in PRINTS:
        address = reverse(f"gatherings:{name}", args=[made.gathering.pk])
        assert log_in(third.account()).get(address).status_code == 404, name


def test_a_private_organisation_that_answers_for_it_reads_the_first_name(cast, log_in):
    gathering = making.gathering(cast.private, tables=1)
    making.guest(gathering, making.candidate(cast.own, "Xander", last_name="Quispel", is_shared=False))
    words = text(log_in(cast.private.account()), "guests", gathering)
    assert "Xander" in words and "Quispel" not in words


def test_what_the_seats_rest_on_is_for_who_plans_them(cast, log_in, made):
    one, other = sorted(made.candidates[:2], key=lambda g: g.id)
    PairRule.objects.create(gathering=made.gathering, kind="apart", first=one, second=other)
    made.gathering.tables.update(is_step_free=False)
    for each in made.candidates:
        type(each.candidate).objects.filter(pk=each.candidate_id).update(
            is_step_free_needed=True, languages=["ti"]
        )
    told = ("liever niet aan één tafel", "niet drempelvrij voor", "spreekt niemand", "liever apart", "let op")
    own = text(log_in(cast.own.account()), "seats", made.gathering, stoel=one.pk)
    assert all(words in own for words in told)
    theirs = text(log_in(cast.other.account()), "seats", made.gathering, stoel=one.pk)
    assert not [words for words in told if words in theirs]
    Gathering.objects.update(organisation=cast.private.organisation)
    private = text(log_in(cast.private.account()), "seats", made.gathering, stoel=one.pk)
    assert not [words for words in told[:-1] if words in private]
    assert "die tafel past niet voor deze gast" in private


def test_a_private_organiser_plans_and_reads_no_need_where_it_does_not_fit(cast, log_in, made):
    Gathering.objects.update(organisation=cast.private.organisation)
    client = log_in(cast.private.account())
    address = reverse("gatherings:seats", args=[made.gathering.pk])
    assert client.post(address, {"request_key": uuid4()}).status_code == 302
    person = made.candidates[0].candidate
    type(person).objects.filter(pk=person.pk).update(is_step_free_needed=True)
    made.gathering.tables.update(is_step_free=False)
    refused = client.post(address, {"request_key": uuid4()})
    words = refused.content.decode()
    assert refused.status_code == 409 and "Niet voor iedere gast is er een tafel die past." in words
    assert f"Voor {person.first_name}" not in words
    pair = {"first": made.candidates[0].pk, "second": made.candidates[1].pk, "kind": "apart"}
    rules = reverse("gatherings:pair_rules", args=[made.gathering.pk])
    assert client.post(rules, pair | {"request_key": uuid4()}).status_code == 403


@pytest.mark.parametrize("who", ["without a part", "private"])
def test_who_has_no_part_sees_the_gathering_and_not_its_guests(cast, log_in, made, who):
    house = making.house(cast.region, "Gemeente Buiten") if who == "without a part" else cast.private
    if who == "private":
        Host.objects.create(gathering=made.gathering, account=house.account())
    client, key = log_in(house.account()), made.gathering.pk
    page = text(client, "gathering", made.gathering)
    assert "Houtbouw Rijnstroom" in page and "Fatima" not in page
    for name in ("guests", "seats", *PRINTS):
        address = reverse(f"gatherings:{name}", args=[key])
        assert f'"{address}"' not in page and f"{address}?" not in page, name
        assert client.get(address).status_code == 404, name
    download = reverse("gatherings:download_guests", args=[key])
    assert client.post(download, {"request_key": uuid4()}).status_code == 404


def test_a_host_of_another_organisation_gives_it_a_part(cast, log_in, made):
    house = making.house(cast.region, "Gemeente Buiten")
    client = log_in(house.account(Role.COORDINATOR))
    Host.objects.create(gathering=made.gathering, account=house.account(Role.TABLE_HOST))
    assert "Fatima" in text(client, "guests", made.gathering)
    assert reverse("gatherings:guests", args=[made.gathering.pk]) in text(client, "gathering", made.gathering)


def test_prints_are_for_the_responsible_organisation_and_its_hosts(cast, log_in, made):
    for name in PRINTS:
        address = reverse(f"gatherings:{name}", args=[made.gathering.pk])
        assert log_in(cast.own.account()).get(address).status_code == 200
        assert log_in(cast.other.account()).get(address).status_code == 404
        assert address not in text(log_in(cast.other.account()), "seats", made.gathering)
    Host.objects.create(gathering=made.gathering, account=cast.own.account(Role.TABLE_HOST))
    assert log_in(cast.own.account(Role.TABLE_HOST)).get(address).status_code == 200


@pytest.mark.parametrize("how", ["finished", "its day is past"])
def test_prints_close_once_it_is_over(cast, log_in, made, at, how):
    yesterday = {"starts_at": at - timedelta(days=1, hours=2), "ends_at": at - timedelta(days=1)}
    fields = {"status": "finished"} if how == "finished" else yesterday
    Gathering.objects.filter(pk=made.gathering.pk).update(**fields)
    client = log_in(cast.own.account())
    for name in PRINTS:
        answer = client.get(reverse(f"gatherings:{name}", args=[made.gathering.pk]))
        assert answer.status_code == 409 and "Dit gesprek is voorbij" in answer.content.decode()
    page = text(client, "seats", made.gathering)
    assert reverse("gatherings:badges", args=[made.gathering.pk]) not in page


@pytest.mark.parametrize("how", ["finished", "a day later"])
def test_who_only_hosts_reads_who_was_there_no_longer_once_it_is_over(cast, log_in, at, clock, how):
    day = running_day(cast.own, at=at, is_here=False, rounds=2, begun=0)
    door = reverse("gatherings:day", args=[day.gathering.pk])
    badge = reverse("gatherings:badge", args=[day.guests["Fatima"].badge])
    table = reverse("gatherings:table_screen", args=[day.gathering.pk, 1])
    host, lead = log_in(day.host_account()), log_in(cast.own.account())
    assert door in text(host, "gathering", day.gathering)
    assert all("Fatima" in host.get(each).content.decode() for each in (door, badge, table))
    if how == "finished":
        Gathering.objects.update(status="finished")
    else:
        clock.set(at + timedelta(days=1))
    for each in (door, badge, reverse("matches:hours_of_all", args=[day.gathering.pk])):
        answer = host.get(each)
        assert answer.status_code == 409, each
        page = answer.content.decode()
        assert "Dit gesprek is voorbij" in page and "Fatima" not in page
        # nobody was earlier, and no button leads to the same answer
        assert (
            "Dit kan nu niet</h1>" in page and "net iets eerder" not in page and f'href="{each}"' not in page
        )
    assert "Fatima" not in host.get(table).content.decode()
    assert "Fatima" in lead.get(door + "?q=fat").content.decode()
    assert door not in text(host, "gathering", day.gathering)
    assert door in text(lead, "gathering", day.gathering)
