"""Every list page asks the database as much for ten rows as for a thousand, and little: no page with a list escapes."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse
from tests import making
from tests.desk.test_today import talks as talks_and_steps
from tests.gatherings.day_making import running_day
from tests.whole.filling_lists import Lists, a_mark, copies

from werktop.accounts.roles import Role
from werktop.config.permissions import TABLE
from werktop.regions.queries import municipality_names, place_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
MOST_QUERIES = 16
WITH_NUMBERS = {"desk:candidates": 20}
"""The list that tells a number beside each choice of its filters asks somewhat more."""
BETWEEN = ("SAVEPOINT", "RELEASE", "SET TRANSACTION")
"""What only opens and closes a transaction asks nothing of the tables."""
FEW, MANY = 10, 1000


# page: what fills it, who looks, what is asked in the address
MANAGER, ADMIN = Role.RELATIONSHIP_MANAGER, Role.FUNCTIONAL_ADMIN
LISTS: dict[str, tuple[str, str, str]] = {
    "desk:candidates": ("candidates", MANAGER, ""),
    "candidates:doubles": ("doubles", MANAGER, ""),
    "candidates:agreed": ("agreed", MANAGER, ""),
    "candidates:looks": ("looks", MANAGER, ""),
    "employers:doubles": ("double_firms", MANAGER, ""),
    "candidates:hand_over": ("candidates", MANAGER, "?van=niemand"),
    "employers:questions": ("questions", MANAGER, ""),
    "employers:employers": ("employers", MANAGER, ""),
    "work_profiles:profiles": ("work_profiles", MANAGER, ""),
    "market_plan:market_plan": ("targets", MANAGER, ""),
    "employers:chances": ("chances", MANAGER, ""),
    "proposals:proposals": ("proposals", MANAGER, ""),
    "placements:placements": ("placements", MANAGER, ""),
    "placements:choose_firm": ("employers", MANAGER, ""),
    "proposals:choose": ("candidates", MANAGER, ""),
    "proposals:choose_work": ("work_profiles", MANAGER, ""),
    "contacts:moments": ("moments", MANAGER, ""),
    "contacts:reminders": ("reminders", MANAGER, ""),
    "contacts:visits": ("visits", MANAGER, ""),
    "contacts:unvisited": ("employers", MANAGER, ""),
    "ambassadors:network": ("employers", MANAGER, ""),
    "ambassadors:fellows": ("fellows", MANAGER, ""),
    "ambassadors:clubs": ("clubs", MANAGER, ""),
    "ambassadors:club": ("club_members", MANAGER, ""),
    "ambassadors:ideas": ("ideas", MANAGER, ""),
    "help_requests:help_requests": ("help_requests", MANAGER, ""),
    "gatherings:gatherings": ("gatherings", MANAGER, ""),
    "gatherings:guests": ("guests", MANAGER, ""),
    "gatherings:choose_guests": ("candidates", MANAGER, "?kind=candidate"),
    "post:outbox": ("messages", MANAGER, ""),
    "post:mailbox": ("messages", MANAGER, ""),
    "post:letters": ("letters", MANAGER, ""),
    "exchange:uploads": ("uploads", MANAGER, ""),
    "catalogue:catalogue": ("words", MANAGER, ""),
    "accounts:colleagues": ("colleagues", ADMIN, ""),
    "accounts:trail": ("trail", ADMIN, ""),
    "accounts:done_meanwhile": ("meanwhile", MANAGER, ""),
}
SECOND_LOOKS = {"entrepreneurs to choose": ("gatherings:choose_guests", "employers", "?kind=entrepreneur")}
# lists that stand in one record, counted in its room's own tests
OF_ONE_RECORD = {"exchange:upload", "portal:who_looked"}


# pages that bring several lists together: as much for few as for many, each with the limit it was measured at
OF_SEVERAL_LISTS = {"desk:today": 51, "matches:results": 26, "gatherings:replan": 24}


@pytest.mark.parametrize(("name", "most"), OF_SEVERAL_LISTS.items())
def test_a_page_of_several_lists_asks_as_much_for_few_as_for_many(cast, at, log_in, name, most):
    place_of("4001")
    day, lists = running_day(cast.own, at=at, rounds=2, begun=1), Lists(cast.own)
    client, asked_of_database = log_in(cast.own.account()), []
    for count in (5, 60):
        made = talks_and_steps(cast, at, count)
        lists.reminders(count)
        lists.help_requests(count)
        lists.questions(count)
        lists.visits(count)
        lists.placements(count)
        lists.agreed(count)
        keys = [row.pk for row in lists.candidates(count)]
        lists.own_writings(keys)
        copies(day.guests["Fatima"], count, badge=lambda _n: a_mark()[:8], candidate_id=keys.__getitem__)
        about = {"desk:today": [], "matches:results": [made.pk], "gatherings:replan": [day.gathering.pk]}[
            name
        ]
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(name, args=about)).status_code == 200
        asked_of_database.append([q["sql"][:140] for q in seen if not q["sql"].startswith(BETWEEN)])
    few, many = asked_of_database
    assert len(few) == len(many) <= most, "\n".join(["few:", *few, "many:", *many])


@pytest.mark.parametrize(
    ("name", "filler", "role", "asked"),
    [(name, *how) for name, how in LISTS.items()]
    + [(name, filler, MANAGER, asked) for name, filler, asked in SECOND_LOOKS.values()],
)
def test_a_list_asks_as_much_for_ten_rows_as_for_a_thousand(cast, log_in, name, filler, role, asked):
    lists = Lists(cast.own)
    place_of("4001")  # a process reads postcodes and municipalities once
    municipality_names(making.MOMENT.date())
    address = address_of(name, lists.found) + asked
    client, asked_of_database = log_in(cast.own.account(role)), []
    for count in (FEW, MANY - FEW):
        getattr(lists, filler)(count)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        asked_of_database.append([q["sql"][:140] for q in seen if not q["sql"].startswith(BETWEEN)])
    few, many = asked_of_database
    assert len(few) == len(many) <= WITH_NUMBERS.get(name, MOST_QUERIES), "\n".join(
        ["few:", *few, "many:", *many]
    )


def address_of(name: str, samples: dict[str, Any]) -> str:
    for _pattern, parameters in _possibilities(name):
        return reverse(name, kwargs={each: samples[each] for each in parameters})
    raise AssertionError(name)


def _possibilities(name: str) -> list[tuple[str, list[str]]]:
    room, word = name.split(":")
    _prefix, resolver = get_resolver().namespace_dict[room]
    return [each for row in resolver.reverse_dict.getlist(word) for each in row[0]]


def test_every_page_that_is_leafed_through_is_counted_here():
    leafed = set()
    for name in TABLE:
        if ":" not in name or name.startswith("ui:"):
            continue
        room, word = name.split(":")
        _prefix, resolver = get_resolver().namespace_dict[room]
        for view in resolver.reverse_dict:
            if callable(view) and any(p.name == word for p in resolver.url_patterns if p.callback is view):
                module = inspect.getmodule(inspect.unwrap(view))
                if module and "Paginator(" in inspect.getsource(module) and "GET" in TABLE[name].methods:
                    leafed.add(name)
    assert leafed, "found nothing: the search is broken"
    assert leafed <= set(LISTS) | OF_ONE_RECORD, leafed - set(LISTS)
