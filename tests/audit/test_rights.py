"""The role that serves adds to trail, log and history, and can neither change nor delete a line of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pghistory
import pytest
from django.db import DatabaseError, connection, transaction
from tests import making

from werktop.audit.erasure import blot_history, erase, forget_history
from werktop.audit.forgetting import forget_of_guests
from werktop.audit.models import Entry, PersonalView, Receipt
from werktop.audit.rights import CONTEXT, ONLY_ADDED_TO, WAYS_OUT, history_tables
from werktop.candidates.models import Candidate
from werktop.config.commandline.postgres import WEB
from werktop.gatherings.models import Gathering, Guest
from werktop.matches.models import FollowUp

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


def test_the_context_of_history_is_filled_in_by_its_own_command_alone(as_web, cast):
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {CONTEXT} (id, created_at, updated_at, metadata) "
            "VALUES (gen_random_uuid(), now() - interval '1 minute', now(), '{\"actor\": \"een\"}')"
        )
    as_web()
    assert refused(f"DELETE FROM {CONTEXT}")
    assert refused(f"TRUNCATE {CONTEXT}")
    assert refused(f"UPDATE {CONTEXT} SET created_at = now()")
    with pghistory.context(command="outer"):
        making.candidate(cast.own)
        with pghistory.context(command="inner"):
            person = making.candidate(cast.own)
    assert HISTORY.objects.get(pgh_obj_id=person.pk).pgh_context.metadata["command"] == "inner"
    with connection.cursor() as cursor:
        cursor.execute(f"""UPDATE {CONTEXT} SET metadata = '{{"actor": "ander"}}' WHERE metadata ? 'actor'""")
        assert cursor.rowcount == 0
        cursor.execute(f"SELECT count(*) FROM {CONTEXT} WHERE metadata ->> 'actor' = 'een'")
        assert cursor.fetchone() == (1,)


def test_nobody_else_runs_the_ways_out():
    with connection.cursor() as cursor:
        for way in WAYS_OUT.split("), "):
            name = f"{way.rstrip(')')})"
            cursor.execute(
                "SELECT has_function_privilege('public', %s, 'EXECUTE'), "
                "has_function_privilege(%s, %s, 'EXECUTE')",
                [name, WEB, name],
            )
            assert cursor.fetchone() == (False, True)


@pytest.mark.parametrize(
    ("history", "field", "kind", "said"),
    [
        ("matches_followupevent", "words", "candidates_candidate", "still there"),
        ("candidates_candidateevent", "last_name", "candidates_candidate", "no words about others"),
        ("matches_followupevent", "status", "candidates_candidate", "no words about others"),
        ("matches_followupevent", "words", "accounts_account", "is no person"),
    ],
)
def test_no_name_goes_from_history_while_its_person_is_there(as_web, cast, history, field, kind, said):
    person = making.candidate(cast.own)
    as_web()
    with pytest.raises(DatabaseError, match=said), connection.cursor() as cursor:
        cursor.execute(
            "SELECT audit_blot_history(%s, %s, %s, %s, %s, %s)",
            [history, field, [person.pk], [person.name], kind, person.pk],
        )


def test_no_name_goes_after_the_erasure(as_web, cast, at):
    person = making.candidate(cast.own, "An", last_name="Bos")
    gathering = making.gathering(cast.own)
    talk = FollowUp.objects.create(
        gathering=gathering, region=gathering.region, organisation=gathering.organisation, ground="mutual",
        candidate=making.candidate(cast.own), entrepreneur=making.entrepreneur(making.employer(cast.own)),
        words="met An Bos", made_at=at,
    )  # fmt: skip
    as_web()
    kept = Candidate(pk=person.pk, first_name="An", last_name="Bos")
    erase(person)
    assert blot_history(FollowUp, "words", [talk.pk], ["An Bos"], kept) == 0
    assert FollowUp.pgh_event_model.objects.get().words == "met An Bos"


def test_a_gathering_that_is_set_back_for_a_moment_gives_no_young_history_away(as_web, cast):
    now = datetime.now(UTC)
    made = making.gathering(cast.own, starts_at=now - timedelta(days=2))
    making.guest(made, making.candidate(cast.own), arrived_at=now, wants_childcare=True)
    as_web()
    Gathering.objects.filter(pk=made.pk).update(
        starts_at=datetime(2001, 1, 1, tzinfo=UTC), ends_at=datetime(2001, 1, 2, tzinfo=UTC)
    )
    assert [forget_of_guests(term, [made.pk]) for term in ("needs", "presence")] == [0, 0]
    assert Guest.pgh_event_model.objects.filter(arrived_at=now, wants_childcare=True).exists()


def test_history_of_guests_goes_when_the_gathering_is_long_over(as_web, cast):
    began = datetime(2019, 3, 5, 10, tzinfo=UTC)
    made = making.gathering(cast.own, starts_at=began)
    making.guest(made, making.candidate(cast.own), arrived_at=began)
    as_web()
    assert forget_of_guests("presence", [made.pk]) == 1
