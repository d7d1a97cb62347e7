"""The seats page in a real browser: no accessibility faults, no sideways scroll, and everything without script."""

import os
from pathlib import Path
from time import monotonic

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.accessibility import violations
from tests.gatherings.seating import hall_of_guests

from werktop.gatherings.commands.seat_rules import add_pair_rule, pin_guest
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Seat

pytestmark = pytest.mark.browser


@pytest.fixture
def made(cast, at, live_server, clock):
    found = hall_of_guests(cast.own, 54, 14, 7, rounds=3, place_name="Houtbouw Rijnstroom")
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=found.gathering.pk, steps=200_000)
    actor, gathering_id = cast.own.actor(), found.gathering.pk
    pin_guest(
        actor=actor, at=at, gathering_id=gathering_id, guest_id=found.entrepreneurs[0].pk, round_number=1
    )
    a, b = (g.pk for g in found.candidates[1:3])
    add_pair_rule(actor=actor, at=at, gathering_id=gathering_id, kind="apart", first_id=a, second_id=b)
    return found


@pytest.fixture
def open_page(chromium, live_server, cast, log_in):
    """`open_page(path, width, **context)` opens a page as the relationship manager."""
    session = log_in(cast.own.account()).cookies["sessionid"].value

    def do(path, width=1280, **context):
        visitor = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", **context)
        visitor.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = visitor.new_page()
        page.goto(live_server.url + path)
        return page

    return do


def address(made, **asked):
    query = "&".join(f"{k}={v}" for k, v in asked.items())
    return reverse("gatherings:seats", args=[made.gathering.pk]) + (f"?{query}" if query else "")


def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, made):
    page = open_page(address(made, stoel=made.candidates[0].pk))
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        if shots := os.environ.get("WERKTOP_SHOTS"):
            page.screenshot(path=Path(shots) / f"stoelen-{width}.png", full_page=True)
        assert violations(page) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_seat_is_chosen_and_moved_without_script(open_page, made):
    page = open_page(address(made), java_script_enabled=False)
    guest = made.candidates[3]
    before = Seat.objects.get(plan__state="in_force", guest=guest, round=1).table_id
    page.locator(f'a.seat__link[href*="stoel={guest.pk}"]').click()
    expect(page.get_by_role("heading", name="Waarom zit")).to_be_visible()
    page.locator("#elsewhere summary").click()
    page.locator("#elsewhere").get_by_role("button", name="Verzet").first.click()
    undo = page.get_by_role("button", name="Maak ongedaan")
    undo.wait_for()
    assert Seat.objects.get(plan__state="in_force", guest=guest, round=1).table_id != before
    with page.expect_navigation():
        undo.click()
    assert Seat.objects.get(plan__state="in_force", guest=guest, round=1).table_id == before


def test_the_keyboard_is_enough_to_move_somebody(open_page, made):
    guest = made.candidates[5]
    before = Seat.objects.get(plan__state="in_force", guest=guest, round=1).table_id
    page = open_page(address(made, stoel=guest.pk))
    page.locator("#elsewhere summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Verzet. Met").wait_for()
    assert Seat.objects.get(plan__state="in_force", guest=guest, round=1).table_id != before


@pytest.mark.parametrize("rounds", [1, 3])
def test_one_press_seats_everybody(
    open_page, cast, at, live_server, clock, record_property, rounds, true_seconds, searches_ready
):
    """50 candidates and 14 entrepreneurs; how long it took from the press to the plan is told at the end of the run."""
    found = hall_of_guests(cast.own, 50, 14, 7, rounds=rounds, place_name="Houtbouw Rijnstroom")
    page = open_page(address(found))
    pressed_at = monotonic()
    page.get_by_role("button", name="Deel de stoelen in").click()
    page.get_by_text("De stoelen zijn ingedeeld.").wait_for()
    record_property(
        "seats", f"50 x 14, rounds: {rounds}, from the press to the plan {monotonic() - pressed_at:.2f} s"
    )
    seated = Seat.objects.filter(plan__state="in_force", plan__gathering=found.gathering)
    assert {n: seated.filter(round=n).count() for n in range(1, rounds + 1)} == dict.fromkeys(
        range(1, rounds + 1), 64
    )
