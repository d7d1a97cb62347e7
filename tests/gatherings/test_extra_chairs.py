"""Who brings somebody along (a job coach, an interpreter, a partner) has a chair more: a number on sheets and screens, and
no place in the plan."""

import re

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.seating import hall_of_guests
from tests.gatherings.test_prints import pages_of

from werktop.accounts.roles import Role
from werktop.candidates.models import Candidate
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Seat
from werktop.gatherings.queries.seating import hall

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def made(cast, at):
    """Nine candidates at two tables for two rounds; Fatima brings somebody."""
    found = hall_of_guests(cast.own, 9, 4, 2, rounds=2)
    Candidate.objects.filter(pk=found.candidates[0].candidate_id).update(has_companion=True)
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=2000)
    return found


def page(client, name, *args) -> str:
    return client.get(reverse(f"gatherings:{name}", args=args)).content.decode()


def test_the_sheet_of_the_own_table_asks_for_a_chair_more_and_names_nobody(cast, made, log_in):
    pages = pages_of(log_in(cast.own.account()), made, "table_sheets")
    own = Seat.objects.filter(plan__state="in_force", guest=made.candidates[0]).select_related("table")
    titles = {f"Tafel {seat.table.number} · ronde {seat.round}" for seat in own}
    assert len(titles) == 2
    for text in pages:
        is_own = any(title in text for title in titles)
        assert ("1 stoel extra" in text) is is_own
        for stigma in ("begeleid", "jobcoach", "meekomt"):
            assert stigma not in text


def test_the_host_reads_it_on_the_screen_of_the_table(cast, made, log_in):
    client = log_in(cast.own.account())
    own = Seat.objects.get(plan__state="in_force", guest=made.candidates[0], round=1).table
    for table in made.gathering.tables.all():
        shown = page(client, "table_screen", made.gathering.pk, table.number)
        assert ("1 stoel extra" in shown) is (table.pk == own.pk)


def test_who_arranges_the_day_reads_how_many_chairs_more(cast, made, log_in):
    client = log_in(cast.own.account())
    assert "Zet 1 stoel extra neer" in page(client, "gathering", made.gathering.pk)
    assert "stoel extra" in page(client, "guests", made.gathering.pk)
    Candidate.objects.update(has_companion=False)
    assert "stoel extra" not in page(client, "gathering", made.gathering.pk)


def test_a_private_organiser_reads_a_number_and_not_of_whom(cast, log_in):
    gathering = making.gathering(cast.private, tables=1)
    making.guest(gathering, making.candidate(cast.own, "Zahra"), brings_somebody=True)
    shown = page(log_in(cast.private.account(Role.COORDINATOR)), "guests", gathering.pk)
    assert "stoel extra: 1" in shown
    assert shown.count("stoel extra") == 1


def test_a_companion_is_nobody_in_the_plan(made):
    found = hall(made.gathering)
    before = found.fingerprint
    Candidate.objects.update(has_companion=True)
    again = hall(made.gathering)
    assert len(again.with_someone) == 9
    assert again.fingerprint == before
    assert len(again.guests) == len(found.guests)


def test_what_a_guest_said_of_this_gathering_goes_before_the_file(cast, log_in):
    gathering = making.gathering(cast.own, tables=1)
    making.guest(gathering, making.candidate(cast.own, "Zahra"), brings_somebody=True)
    making.guest(gathering, making.candidate(cast.own, "Omar", has_companion=True), brings_somebody=False)
    making.guest(gathering, making.candidate(cast.other, "Yonas"), brings_somebody=True)
    shown = page(log_in(cast.own.account()), "gathering", gathering.pk)
    assert "Zet 2 stoelen extra neer" in shown
    listed = page(log_in(cast.own.account()), "guests", gathering.pk)
    # what each asks for, and not what a colleague who calls can tick
    assert re.sub(r"<label.*?</label>", "", listed, flags=re.DOTALL).count("stoel extra") == 2
    assert len(hall(gathering).with_someone) == 2
