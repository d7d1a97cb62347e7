"""A real browser beside a live server: `visit(account)` gives a page with that colleague's session."""

from __future__ import annotations

from time import monotonic

import pytest
from django.utils import timezone
from tests.accessibility import violations
from tests.browser.at_a_table import is_kept, screen_of
from tests.browser.effort import PHONE, counted
from tests.browser.walking import Visitor
from tests.gatherings.day_making import running_day


@pytest.fixture
def visit(chromium, live_server, log_in):
    """`visit(account, width=390)` opens a page with a session; an error of a script fails the test."""
    errors, contexts, asked = [], [], set()

    def open_page(account=None, width=390, height=844, **context):
        visitor = chromium.new_context(
            viewport={"width": width, "height": height}, base_url=live_server.url, locale="nl-NL", **context
        )
        contexts.append(visitor)
        visitor.on("request", lambda request: asked.add(request))
        visitor.on("requestfinished", lambda request: asked.discard(request))
        visitor.on("requestfailed", lambda request: asked.discard(request))
        if account is not None:
            session = log_in(account).cookies["sessionid"].value
            visitor.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = visitor.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_page
    pages = [page for each in contexts for page in each.pages]
    for page in pages:  # what a script does with the last answer may be an error, too
        _until_answered(page, asked)
    for page in pages:
        page.goto("about:blank")
    for each in contexts:
        each.close()
    assert errors == []


def _until_answered(page, asked):
    """What was asked is answered; three seconds at most, for what never is (a file, a stream)."""
    deadline = monotonic() + 3
    while asked and monotonic() < deadline:
        page.wait_for_timeout(20)


@pytest.fixture
def has_no_faults():
    """`has_no_faults(page)`: axe finds nothing, and nothing scrolls sideways."""

    def check(page):
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    return check


@pytest.fixture
def somebody(visit, has_no_faults, clock, searches_ready):
    """`somebody("marieke", 390)` is a visitor with a browser of their own, nobody logged in unless `account` is given.

    The device's clock stands where the house clock stands at that moment.
    """

    visitors = []

    def do(name, width, **context):
        page = visit(width=width, **context)
        page.set_default_timeout(20_000)
        page.context.clock.set_fixed_time(clock.moment)
        visitors.append(Visitor(page, name, has_no_faults))
        return visitors[-1]

    yield do
    for each in visitors:
        print(f"{each.name} ended on {each.page.url}")  # shown where the test fails


@pytest.fixture
def day(transactional_db, cast):
    """A gathering that runs, by the clock of the device."""
    return running_day(cast.own, at=timezone.now())


@pytest.fixture
def table(day, visit):
    """The screen of its first table on the device of its host, kept there for when the network goes."""
    page = visit(day.host_account())
    page.goto(screen_of(day))
    is_kept(page)
    return page


@pytest.fixture
def counts(request):
    """`counts(visitor, …)` puts a row in the table."""

    def do(visitor, **facts):
        request.node.user_properties.append(("effort", counted(visitor, **facts)))

    return do


@pytest.fixture
def colleague(somebody):
    """`colleague(account)` is logged in and has a phone."""
    return lambda account: somebody("collega", PHONE, account=account)
