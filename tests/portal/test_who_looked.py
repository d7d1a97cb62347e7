"""Behind the strong login: all that is kept, and who looked at it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import making
from tests.own_pages import own_client

from werktop.accounts.queries import actor_of
from werktop.audit.commands import log_personal_views
from werktop.audit.kept import all_kept_of
from werktop.candidates import commands
from werktop.candidates.models import Need
from werktop.contacts.commands import note_contact

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
KEPT, LOOKED = "/mijn/bewaard/", "/mijn/wie-keek/"


def test_all_that_is_kept_stands_there_but_for_words_that_are_read_over_first(cast, person, browser, at):
    note_contact(
        actor=cast.own.actor(), at=at, channel="call", day=at.date(), candidate_ids=[person.pk],
        words="Zei dat buurman Piet haar niet brengt.",
    )  # fmt: skip
    Need.objects.create(candidate=person, kind="childcare", words="Opvang op woensdag", noted_at=at)
    page = browser.get(KEPT).content.decode()
    assert "Opvang op woensdag" in page
    assert "Ik bak brood." in page and "fatima@post.example" in page
    assert "buurman Piet" not in page and "Dan krijgt u die woorden op papier" in page


def test_who_looked_stands_there_by_function_and_organisation_and_never_by_name(cast, person, browser, at):
    beside = making.colleague_beside(cast.own, name="Bas Bakker")
    looks = (
        (cast.own.actor(), ("candidates:candidate", "candidates:candidate", "candidates:then_and_now")),
        (actor_of(beside, cast.own.organisation.pk), ("candidates:candidate",)),
        (cast.other.actor("coordinator"), ("candidates:candidate",) * 3),
    )
    for actor, pages in looks:
        for page in pages:
            log_personal_views(
                actor=actor, at=at - timedelta(days=1), page=page,
                seen=[("candidate", cast.own.organisation.pk, [person.pk])],
            )  # fmt: skip
    for address in (LOOKED, KEPT):
        page = browser.get(address).content.decode()
        assert "2 relatiemanagers van Gemeente Waalsteen (3 keer)" in page, (
            "once for each page, not each time"
        )
        assert "Een coördinator van Gemeente Lingeveld<" in page and "23 november 2026" in page
    for house in (cast.own, cast.other):
        for account in (beside, *house.colleagues.values()):
            assert account.name not in page and account.email not in page


def test_who_looked_asks_the_database_as_much_for_many_days_as_for_one(cast, person, browser, at):
    asked = []
    for days in (1, 40):
        for day in range(days):
            log_personal_views(
                actor=cast.own.actor(), at=at - timedelta(days=2 + day), page="candidates:candidate",
                seen=[("candidate", cast.own.organisation.pk, [person.pk])],
            )  # fmt: skip
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(LOOKED).status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1]


def test_who_looked_at_a_file_that_was_brought_together_with_this_one_stands_there_too(cast, person, at):
    other = making.candidate(cast.own, "Fatma")
    log_personal_views(
        actor=cast.other.actor(), at=at - timedelta(days=1), page="desk:candidates",
        seen=[("candidate", cast.own.organisation.pk, [other.pk, *(uuid4() for _ in range(9))])],
    )  # fmt: skip
    commands.merge_candidates(actor=cast.own.actor(), at=at, candidate_id=person.pk, other_id=other.pk)
    browser = own_client(person, at, "strong")  # two files are brought together: who was there logs in anew
    with CaptureQueriesContext(connection) as seen:
        page = browser.get(LOOKED).content.decode()
    assert "van Gemeente Lingeveld" in page
    read = [asked["sql"].split(" FROM ")[0] for asked in seen if "audit_personalview" in asked["sql"]]
    assert not [sql for sql in read if "SELECT" in sql and "about_ids" in sql], (
        "keys of thousands of others stay where they are"
    )


def test_who_read_what_is_guarded_is_told_by_function_and_the_reason_is_read_over_first(
    cast, person, browser, at
):
    beside = making.colleague_beside(cast.own, name="Kenmerk Naam")
    reason = "Kenmerkreden over een ander"
    actor = actor_of(beside, cast.own.organisation.pk)
    commands.open_needs(actor=actor, at=at, candidate_id=person.pk, reason=reason)
    page = browser.get(KEPT).content.decode()
    assert "Wie las wat u nodig hebt" in page and "Kenmerk" not in page
    assert "Een collega van Gemeente Waalsteen las wat u nodig hebt, en schreef op waarom" in page
    parts = all_kept_of(cast.own.actor(), person, at)
    paper = str([part.rows for part in parts])
    assert f"Een relatiemanager van Gemeente Waalsteen: {reason}" in paper and "Kenmerk Naam" not in paper


def test_nobody_looked_is_said_too(browser):
    assert "Niemand bekeek uw gegevens nog." in browser.get(LOOKED).content.decode()
