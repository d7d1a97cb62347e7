"""Fixtures for every test: reference data, a fixed moment, and the cast in `tests/making.py`."""

from __future__ import annotations

import gc
import itertools
import os
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest
from django.conf import settings
from django.core import mail
from django.utils import translation
from hypothesis.internal.conjecture import providers
from playwright.sync_api import sync_playwright

from tests import lasting_connections, making, quick_clients
from tests.answering import until_all_is_answered
from tests.emptying import Emptying
from tests.road.walking import Walker
from werktop.audit.actors import SYSTEM
from werktop.catalogue.commands import load_catalogue
from werktop.mechanisms.warm import compile_all
from werktop.regions.commands import load_reference_regions


class UndefinedVariable(str):
    """A template that names a variable nobody gave breaks the test that shows it."""

    def __contains__(self, item: object) -> bool:
        return item == "%s" or str.__contains__(self, str(item))

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"undefined template variable {name}")


settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable("undefined")
settings.MIDDLEWARE.insert(0, "tests.forms_that_go_somewhere.FormsGoSomewhere")
quick_clients.take_over()
# examples that are drawn the same each time are so whichever files of the product were read before; and reading those takes
# each process three seconds
providers.is_local_module_file = lambda _path: False
MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--js-flags=--no-opt --no-maglev",  # no page lives long enough to earn back what making its scripts fast costs
]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, with regions, postcodes and the catalogue in it, which no test takes out."""
    with django_db_blocker.unblock():
        load_reference_regions(actor=SYSTEM, at=MOMENT)
        load_catalogue(actor=SYSTEM, at=MOMENT)
        emptying = Emptying()
        emptying.take_over()
        emptying.after_a_test()  # what loading left in the trail: no test begins with more than another
    yield
    lasting_connections.close_all()


LONG = (
    *("tests/browser/walk/test_walk", "tests/browser/test_axe", "tests/browser/walk", "tests/browser"),
    *("tests/storm", "tests/config", "tests/road", "tests/whole"),
)
"""Files and folders that take long, longest first: they are handed out first, so that all cores end together. Of the first
two only one searches for seats: what is compiled for that in a new checkout takes half a minute, and once is enough."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files to the front; within a file nothing changes."""
    items.sort(
        key=lambda item: next((n for n, folder in enumerate(LONG) if folder in item.nodeid), len(LONG))
    )
    # what is loaded by now stays: looking through it again and again for garbage costs every tenth second
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def lasting_chromium():
    """One browser for all tests of this process: Playwright bears only one of itself."""
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=os.environ.get("WERKTOP_CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture
def chromium(lasting_chromium, live_server):
    """The browser; the windows that a test leaves open are closed, or their scripts would run on beside all later tests.

    What they asked last is answered before the test ends: it would hold on to tables that the next one empties.
    """
    yield lasting_chromium
    for window in lasting_chromium.contexts:
        window.close()
    until_all_is_answered(live_server.url)


@pytest.fixture(scope="session")
def searches_ready():
    """Seats, talks and rankings are compiled or loaded before somebody in a browser waits for them."""
    compile_all()


@pytest.fixture(autouse=True)
def _dutch():
    """Every test begins in the language of the product, whatever the one before it chose."""
    with translation.override("nl"):
        yield


SEATING_CLOCK = "werktop.gatherings.commands.seating.monotonic"


@pytest.fixture(autouse=True)
def _seats_by_steps(monkeypatch):
    """The search for seats hears a clock that goes on by a hundredth of a second whenever it is looked at.

    So a search is as many steps on any machine, and the same ones each time; `true_seconds` is for tests about time.
    """
    looks = itertools.count()
    monkeypatch.setattr(SEATING_CLOCK, lambda: next(looks) / 100)


@pytest.fixture
def true_seconds(_seats_by_steps, monkeypatch):
    """The search for seats hears the clock of the machine, as it does in the product."""
    monkeypatch.setattr(SEATING_CLOCK, monotonic)


@pytest.fixture
def at() -> datetime:
    """The moment of the test: Tuesday 24 November 2026, ten in the morning in Tiel."""
    return MOMENT


@pytest.fixture
def clock(monkeypatch, at):
    """The house clock stands on `at`; `clock.set(moment)` moves it."""
    from werktop.audit import clock as house_clock

    class Standing:
        moment = at

        def set(self, moment: datetime) -> None:
            self.moment = moment

    standing = Standing()
    monkeypatch.setattr(house_clock, "now", lambda: standing.moment)
    return standing


@pytest.fixture
def carry_post(clock):
    """`carry_post()` does what the worker does with all that is due; gives the mails that went out now."""

    from werktop.post import queries
    from werktop.post.jobs import deliver

    def do():
        before = len(mail.outbox)
        for key in queries.due_messages(
            at=clock.moment, laid_down_before=clock.moment + timedelta(seconds=1)
        ):
            deliver(message_id=str(key))
        return mail.outbox[before:]

    return do


@pytest.fixture
def cast(db) -> making.Cast:
    """Two organisations in one region and one in another, with a colleague in every role each."""
    return making.cast()


@pytest.fixture
def log_in():
    """`log_in(account)` gives a client with that account's session, as logging in leaves it."""
    return quick_clients.logged_in


@pytest.fixture
def walk(log_in):
    """`walk(account)` gives a visitor who knows only what the pages show, logged in (`tests.road.walking`)."""

    def do(account) -> Walker:
        walker = Walker()
        walker.client = log_in(account)
        walker.client.handler.enforce_csrf_checks = True
        return walker

    return do


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table of what tasks cost (tests/browser/test_effort.py) and how long seats took (tests/gatherings/
    test_seats_in_a_browser.py), where these tests ran."""
    from tests.browser.effort import table_of

    reports = terminalreporter.stats.get("passed", [])
    told = [(name, value) for r in reports if r.when == "call" for name, value in r.user_properties]
    if times := [value for name, value in told if name == "seats"]:
        terminalreporter.section("seats through the page, in the browser")
        for line in times:
            terminalreporter.write_line(line)
    if rows := [value for name, value in told if name == "effort"]:
        terminalreporter.section("effort: a step is a page or a form, a tap is any other click or a field")
        for line in table_of(rows):
            terminalreporter.write_line(line)
