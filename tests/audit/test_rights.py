"""The role that serves adds to trail, log and history, and can neither change nor delete a line of them."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from tests import making

from werktop.audit.erasure import erase, forget_history
from werktop.audit.models import Entry, PersonalView, Receipt
from werktop.audit.rights import ONLY_ADDED_TO, history_tables
from werktop.candidates.models import Candidate
from werktop.config.commandline.postgres import WEB

pytestmark = pytest.mark.django_db
HISTORY = Candidate.pgh_event_model


@pytest.fixture
def as_web(db):
    """From now on, everything in this test is done by the role that the web process has."""

    def become() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {WEB}")

    return become


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as fault:
        return "permission denied" in str(fault)
    return False


@pytest.mark.parametrize("table", [*ONLY_ADDED_TO, *history_tables()])
def test_no_line_is_changed_or_deleted(as_web, table):
    as_web()
    assert refused(f"DELETE FROM {table}")
    assert refused(f"TRUNCATE {table}")
    column = "pgh_label" if table not in ONLY_ADDED_TO else "actor_kind"
    assert refused(f"UPDATE {table} SET {column} = 'x'")


def test_a_receipt_gets_its_outcome_and_nothing_else_changes(as_web, cast, at):
    Receipt.objects.create(id=uuid4(), at=at, verb="x", content_hash="x")
    as_web()
    assert Receipt.objects.update(outcome=3) == 1
    assert refused("UPDATE audit_receipt SET content_hash = 'y'")
    assert Receipt.objects.all().delete()[0] == 1, "an old receipt goes"


def test_lines_are_added_as_ever(as_web, cast, at):
    as_web()
    making.candidate(cast.own)
    Entry.objects.create(at=at, verb="x", about_kind="x", actor_kind="system")
    PersonalView.objects.create(at=at, page="x", about_kind="x", actor_kind="system")
    assert HISTORY.objects.exists()


def test_who_is_erased_leaves_no_history(as_web, cast):
    person = making.candidate(cast.own)
    key = person.pk
    as_web()
    erase(person)
    assert not HISTORY.objects.filter(pgh_obj_id=key).exists()


def test_the_history_of_what_is_still_there_stays(as_web, cast):
    person = making.candidate(cast.own)
    as_web()
    assert forget_history(Candidate, [person.pk]) == 0
    assert HISTORY.objects.filter(pgh_obj_id=person.pk).exists()
    with pytest.raises(DatabaseError, match="keeps no history"), connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget_history('audit_entry', '{}')")
