"""Reading a list in, in a real browser: no accessibility faults, no sideways scroll, and all of it without script."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests import making
from tests.accessibility import violations
from tests.exchange.making import CANDIDATE_HEADER, SONAR_WORKBOOK, workbook
from tests.exchange.test_in_blocks import people

from werktop.audit.actors import SYSTEM
from werktop.candidates.models import Candidate
from werktop.exchange import commands
from werktop.exchange.commands import taking
from werktop.exchange.models import Upload

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


def has_no_fault_at_any_width(page):
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page) == [], width
        assert keeps_within(page), width


def test_axe_finds_nothing_and_nothing_scrolls_sideways(start, mixed, tmp_path):
    page = start()
    has_no_fault_at_any_width(page)
    (tmp_path / "stuk.xlsx").write_bytes(mixed.read_bytes()[:300])
    send(page, tmp_path / "stuk.xlsx", "Gastenlijst met kandidaten")
    assert page.get_by_text("De werkmap is beschadigd.").count() >= 1
    has_no_fault_at_any_width(page)
    send(page, mixed, "Gastenlijst met kandidaten")
    page.locator("details.fold > summary").last.click()
    has_no_fault_at_any_width(page)
    page.get_by_role("button", name="Iemand anders").click()
    page.get_by_role("button", name="Neem 2 rijen over").click()
    page.get_by_text("Nieuwe kandidaten: 2.").wait_for()
    has_no_fault_at_any_width(page)
    page.get_by_role("link", name="Lijst inlezen").first.click()
    page.get_by_role("link", name="gastenlijst-november.xlsx").wait_for()
    has_no_fault_at_any_width(page)


def test_the_sonar_export_comes_in_without_script(start):
    page = start(390, java_script_enabled=False)
    send(page, SONAR_WORKBOOK, "Uitvoer van Sonar")
    page.get_by_role("button", name="Neem 24 rijen over").click()
    page.get_by_text("Nieuwe kandidaten: 24.").wait_for()
    assert Candidate.objects.count() == 24


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without"])
def test_a_long_list_shows_how_far_it_is_is_stopped_and_goes_on(start, tmp_path, at, monkeypatch, has_script):
    monkeypatch.setattr(taking, "BLOCK", 20)
    monkeypatch.setattr(commands, "BLOCK", 20)
    path = tmp_path / "lang.csv"
    path.write_bytes(people(50))
    page = start(320, java_script_enabled=has_script)
    send(page, path, "Kandidaten")
    page.get_by_role("button", name="Neem 50 rijen over").click()
    expect(page.get_by_text("0 van 50 rijen overgenomen (0%)")).to_be_visible()
    upload_id = Upload.objects.get().pk
    commands.take_block(actor=SYSTEM, at=at, upload_id=upload_id)
    if not has_script:
        page.get_by_role("link", name="Kijk hoe ver het is").click()
    expect(page.get_by_text("20 van 50 rijen overgenomen (40%)")).to_be_visible()
    if has_script:
        assert violations(page) == []
    assert keeps_within(page)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Nog niet overgenomen: 30 rijen.")).to_be_visible()
    if has_script:
        assert violations(page) == []
    assert keeps_within(page)
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text("We nemen de lijst over")).to_be_visible()
    while commands.take_block(actor=SYSTEM, at=at, upload_id=upload_id):
        pass
    if not has_script:
        page.get_by_role("link", name="Kijk hoe ver het is").click()
    expect(page.get_by_text("Nieuwe kandidaten: 50.")).to_be_visible()
    assert Candidate.objects.count() == 50
