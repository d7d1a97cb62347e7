"""Reading a list in, in a real browser: no accessibility faults, no sideways scroll, and all of it without script."""

import pytest
from django.urls import reverse
from tests import making
from tests.accessibility import violations
from tests.exchange.making import CANDIDATE_HEADER, SONAR_WORKBOOK, workbook

from werktop.candidates.models import Candidate

pytestmark = pytest.mark.browser
EMPTY = ("",) * (len(CANDIDATE_HEADER) - 4)


@pytest.fixture
def start(chromium, live_server, cast, log_in, clock):
    """`start(width, **context)` opens the first page as the relationship manager."""
    session = log_in(cast.own.account()).cookies["sessionid"].value

    def do(width=1280, **context):
        visitor = chromium.new_context(viewport={"width": width, "height": 900}, locale="nl-NL", **context)
        visitor.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = visitor.new_page()
        page.goto(live_server.url + reverse("exchange:uploads"))
        return page

    return do


@pytest.fixture
def mixed(cast, tmp_path):
    """A list with a refused row, a doubtful one, and one who may be there already."""
    making.candidate(cast.own, "Fatima", postcode="4001 AB")
    path = tmp_path / "gastenlijst-november.xlsx"
    path.write_bytes(
        workbook(
            [
                (*CANDIDATE_HEADER, "BSN", "Opmerking"),
                ("Fatima El Amrani", "fatima@post.example", "", "4001 AB", *EMPTY),
                ("", "x@post.example", "", "4001 AB", *EMPTY),
                ("Sam Voorbeeld", "geen adres", "0612345678", "1000 ZZ", *EMPTY),
            ]
        )
    )
    return path


def send(page, path, kind):
    page.get_by_label(kind).check()
    page.set_input_files("input[type=file]", path)
    with page.expect_navigation():
        page.get_by_role("button", name="Bekijk de lijst").click()


def keeps_within(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(start, mixed, width, tmp_path):
    page = start(width)
    assert violations(page) == []
    (tmp_path / "stuk.xlsx").write_bytes(mixed.read_bytes()[:300])
    send(page, tmp_path / "stuk.xlsx", "Gastenlijst met kandidaten")
    assert page.get_by_text("De werkmap is beschadigd.").count() >= 1
    assert violations(page) == [] and keeps_within(page)
    send(page, mixed, "Gastenlijst met kandidaten")
    page.locator("details.fold > summary").last.click()
    assert violations(page) == [] and keeps_within(page)
    page.get_by_role("button", name="Neem 2 rijen over").click()
    page.get_by_text("Nieuwe kandidaten: 2.").wait_for()
    assert violations(page) == [] and keeps_within(page)
    page.get_by_role("link", name="Gastenlijst inlezen").first.click()
    page.get_by_role("link", name="gastenlijst-november.xlsx").wait_for()
    assert violations(page) == [] and keeps_within(page)


def test_the_sonar_export_comes_in_without_script(start):
    page = start(390, java_script_enabled=False)
    send(page, SONAR_WORKBOOK, "Uitvoer van Sonar")
    page.get_by_role("button", name="Neem 24 rijen over").click()
    page.get_by_text("Nieuwe kandidaten: 24.").wait_for()
    assert Candidate.objects.count() == 24
