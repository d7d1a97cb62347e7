"""Prints for the day: first names only, the right table for everyone, and codes that the door can read."""

from __future__ import annotations

import io

import pytest
from django.conf import settings
from django.urls import reverse
from pypdf import PdfReader
from tests import making
from tests.gatherings.seating import hall_of_guests

from werktop.accounts.roles import Role
from werktop.gatherings import prints
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Host, Seat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PRINTS = ("table_sheets", "badges", "personal_cards")


@pytest.fixture
def made(cast, at):
    found = hall_of_guests(cast.own, 9, 4, 2, rounds=2, place_name="Houtbouw Rijnstroom")
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=2000)
    return found


def pages_of(client, made, name) -> list[str]:
    response = client.get(reverse(f"gatherings:{name}", args=[made.gathering.pk]))
    assert response.status_code == 200, response.content[:500]
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "no-store"
    return [page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages]


@pytest.mark.parametrize("name", PRINTS)
def test_prints_hold_first_names_and_no_last_names(cast, made, log_in, name):
    text = " ".join(pages_of(log_in(cast.own.account()), made, name))
    for word in ("Fatima", "Yonas", "Henk"):
        assert word in text
    for word in ("Amrani", "Maas", "post.example", "+316", "4001 AB"):
        assert word not in text


def test_a_table_sheet_for_each_table_and_round_names_who_sits_there(cast, made, log_in):
    pages = pages_of(log_in(cast.own.account()), made, "table_sheets")
    assert len(pages) == 4
    plan = made.gathering.plans.get(state="in_force")
    for number in (1, 2):
        for table in made.gathering.tables.all():
            page = next(p for p in pages if f"Tafel {table.number} · ronde {number}" in p)
            here = Seat.objects.filter(plan=plan, round=number, table=table, guest__kind="entrepreneur")
            for seat in here.select_related("guest__entrepreneur__employer"):
                assert seat.guest.entrepreneur.employer.name in page
                assert seat.guest.entrepreneur.first_name in page
            for seat in Seat.objects.filter(plan=plan, round=number, table=table, guest__kind="candidate"):
                assert seat.guest.candidate.first_name in page
            assert f"Tafelhost: {table.host.account.first_name}" in page
            assert "Aantekeningen" in page


def test_a_card_tells_each_round_s_table(cast, made, log_in):
    text = " ".join(pages_of(log_in(cast.own.account()), made, "personal_cards"))
    seat = Seat.objects.get(plan__state="in_force", guest=made.candidates[0], round=2)
    after = text.split("Fatima", 1)[1][:120]
    assert "Ronde 2" in after
    assert f"tafel {seat.table.number}" in after.split("Ronde 2", 1)[1][:20]


def test_a_card_of_one_round_tells_table_host_place_time_and_whom_one_meets(cast, at, log_in):
    found = hall_of_guests(cast.own, 9, 4, 2, place_name="Houtbouw Rijnstroom")
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=500)
    pages = pages_of(log_in(cast.own.account()), found, "personal_cards")
    assert len(pages) == 2, "eight on a sheet of A4"
    seat = Seat.objects.get(plan__state="in_force", guest=found.candidates[0])
    card = " ".join(pages).split("Fatima", 1)[1].split("Welkom", 1)[0]
    host = Host.objects.get(table=seat.table).account.first_name
    for words in (
        f"tafel {seat.table.number}",
        f"Tafelhost: {host}",
        "U praat met",
        "3 december 2026",
        "uur",
    ):
        assert words in card, (words, card)
    assert "Houtbouw Rijnstroom" in pages[0]


def test_who_waits_in_a_round_reads_so(cast, at, log_in):
    found = hall_of_guests(cast.own, 3, 2, 2, rounds=3, format="speed_dates")
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=500)
    text = " ".join(pages_of(log_in(cast.own.account()), found, "personal_cards"))
    assert text.count("u wacht even") == 3


def test_badges_need_no_plan_and_hold_the_code_of_the_door(cast, log_in):
    found = hall_of_guests(cast.own)
    pages = pages_of(log_in(cast.own.account()), found, "badges")
    text = " ".join(pages)
    for guest in (*found.candidates, *found.entrepreneurs):
        assert guest.badge in text
    assert "tafelhost" in text


def test_the_code_on_a_badge_opens_the_check_in_of_that_guest(cast, at, log_in):
    found = hall_of_guests(cast.own, 1, 0, 1, starts_at=at)
    address = prints.address_of_badge(found.candidates[0].badge)
    assert address.startswith(settings.BASE_URL + "/")
    response = log_in(cast.own.account()).get(address.removeprefix(settings.BASE_URL), follow=True)
    assert response.status_code == 200
    assert "Fatima" in response.content.decode()


def test_two_of_the_same_name_are_told_apart_by_a_letter(cast, log_in):
    found = hall_of_guests(cast.own, 1, 0, 1)
    making.guest(found.gathering, making.candidate(cast.own, "Fatima", last_name="Bakker"))
    text = " ".join(pages_of(log_in(cast.own.account()), found, "badges"))
    assert "Fatima E." in text
    assert "Fatima B." in text


def test_fifty_badges_are_five_pages_and_more_where_needed(cast, log_in):
    found = hall_of_guests(cast.own, 36, 7, 7)
    assert len(pages_of(log_in(cast.own.account()), found, "badges")) == 5


def test_a_host_at_a_table_may_print(cast, made, log_in):
    colleague = cast.own.account(Role.TABLE_HOST)
    address = reverse("gatherings:table_sheets", args=[made.gathering.pk])
    assert log_in(colleague).get(address).status_code == 404
    Host.objects.create(gathering=made.gathering, account=colleague)
    assert log_in(colleague).get(address).status_code == 200


def test_with_nothing_to_print_the_page_says_why(cast, log_in):
    client = log_in(cast.own.account())
    empty = hall_of_guests(cast.own, 0, 0, 2)
    for name in PRINTS:
        response = client.get(reverse(f"gatherings:{name}", args=[empty.gathering.pk]))
        assert response.status_code == 409
        words = response.content.decode()
        assert "Er is nog" in words


def test_odd_names_are_printed_as_they_are(cast, log_in):
    found = hall_of_guests(cast.own, 0, 0, 1)
    for name in ("#Łukasz", "*Ömer*", "$Zoë_", "Anne-Marijke Wilhelmina"):
        making.guest(found.gathering, making.candidate(cast.own, name, last_name=""))
    text = " ".join(pages_of(log_in(cast.own.account()), found, "badges"))
    for name in ("#Łukasz", "*Ömer*", "$Zoë_", "Anne-Marijke"):
        assert name in text


@pytest.mark.parametrize("name", PRINTS)
def test_prints_of_the_day_hold_who_has_yet_to_come_in(cast, made, log_in, at, name):
    type(made.gathering).objects.filter(pk=made.gathering.pk).update(status="running")
    first, *_others = made.candidates
    type(first).objects.filter(pk=first.pk).update(arrived_at=at, left_at=at)
    text = " ".join(pages_of(log_in(cast.own.account()), made, name))
    assert "Yonas" in text and "Henk" in text
    assert "Fatima" not in text, "who went home needs none"


@pytest.mark.parametrize("people", [8, 12])
def test_a_full_table_is_one_page_since_sheets_are_counted(cast, log_in, at, people):
    found = hall_of_guests(cast.own, people, 2, 1, table_size=people)
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=100)
    assert len(pages_of(log_in(cast.own.account()), found, "table_sheets")) == 1


def test_one_to_one_has_a_sheet_for_each_table_and_all_rounds_on_a_card(cast, at, log_in):
    found = hall_of_guests(cast.own, 6, 3, 3, rounds=8, format="speed_dates")
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=500)
    client = log_in(cast.own.account())
    sheets = pages_of(client, found, "table_sheets")
    assert len(sheets) == 3
    for seat in Seat.objects.filter(plan__state="in_force", guest__kind="candidate"):
        page = sheets[seat.table.number - 1]
        assert f"Ronde {seat.round}: {seat.guest.candidate.first_name}" in page
    cards = " ".join(pages_of(client, found, "personal_cards"))
    for number in range(1, 9):
        assert cards.count(f"Ronde {number}") == 9
    assert "De tafelhost helpt" not in cards, "there is none"
