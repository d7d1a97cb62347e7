"""Candidates, employers and accounts in a real browser, by keyboard and on a phone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests import making

from werktop.accounts.roles import Role

pytestmark = pytest.mark.browser


def test_an_error_is_announced_and_leads_to_its_field_by_keyboard(visit, cast, has_no_faults):
    page = visit(cast.own.account(), 390)
    page.goto(reverse("candidates:new_candidate"))
    page.get_by_label("Naam", exact=True).fill("Samira")
    page.get_by_label("Telefoon", exact=True).fill("0612345678")
    page.get_by_label("Postcode").fill("0999 XX")
    page.get_by_role("button", name="Bewaar").press("Enter")
    link = page.get_by_role("alert").get_by_role("link", name="Postcode")
    link.press("Enter")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("4001")
    expect(page.get_by_label("Postcode")).to_have_value("4001")
    has_no_faults(page)


def test_who_ticks_somebody_hands_over_who_is_ticked(visit, cast):
    making.candidate(cast.own, "Aisha")
    making.candidate(cast.own, "Bram")
    page = visit(cast.own.account(), 390)
    page.goto(f"{reverse('candidates:hand_over')}?van=niemand")
    expect(page.get_by_label("allemaal")).to_be_checked()
    page.get_by_label("Draag Bram", exact=False).check()
    expect(page.get_by_label("alleen wie ik hieronder aanvink")).to_be_checked()


@pytest.mark.parametrize("width", (320, 390))
def test_the_legal_ground_is_read_whole_on_a_phone(visit, cast, width):
    ground = (
        "publieke taak van de gemeente, in haar opdracht (AVG art. 6 lid 1 onder e), Participatiewet art. 7"
    )
    type(cast.own.organisation).objects.update(legal_ground=ground)
    admin, manager = visit(cast.own.account(Role.FUNCTIONAL_ADMIN), width), visit(cast.own.account(), width)
    admin.goto(reverse("accounts:organisation"))
    manager.goto(reverse("candidates:new_candidate"))
    manager.locator("#filled-in summary").click()
    for page in (admin, manager):
        field = page.get_by_label("Grondslag")
        expect(field).to_have_value(ground)
        assert field.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight")


def test_the_search_box_is_reached_and_used_by_keyboard(visit, cast):
    making.candidate(cast.own, "Fatima")
    page = visit(cast.own.account(), 1280)
    page.goto(reverse("desk:today"))
    page.keyboard.press("Control+k")
    expect(page.get_by_label("Zoek een mens of bedrijf").first).to_be_focused()
    page.keyboard.type("fatma")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Fatima El Amrani")).to_be_visible()


def test_a_tick_stays_through_a_filter_and_a_chip_takes_the_filter_away(visit, cast):
    """On a phone, where all filters but the search are under one fold; the keyboard opens it."""
    making.candidate(cast.own, "Fatima", languages=["nl", "ar"])
    making.candidate(cast.own, "Bo")
    page = visit(cast.own.account(), 320)
    page.goto(reverse("desk:candidates"))
    page.get_by_role("checkbox", name="Kies Bo El Amrani").check()
    expect(page.get_by_label("Van wie")).to_be_hidden()
    page.locator("summary", has_text="Filters").first.press("Enter")
    page.get_by_text("Meer filters").click()
    page.get_by_label("Spreekt").select_option("ar")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_text("1 daarvan staat niet op deze pagina")).to_be_visible()
    expect(page.get_by_text("Filters (1)")).to_be_visible()
    page.get_by_role("button", name="Spreekt: Arabisch").click()
    expect(page.get_by_role("checkbox", name="Kies Bo El Amrani")).to_be_checked()
