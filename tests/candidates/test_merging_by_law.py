"""Income and registers of two files that become one: what is known stays, and a contradiction is chosen by who may read it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from werktop.candidates import queries
from werktop.candidates.models import Candidate, Income, Standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def say(at):
    def income(person, law, days=0, **facts):
        Income.objects.create(candidate=person, law=law, noted_at=at + timedelta(days=days), **facts)

    def standing(person, answer, on_date=None):
        Standing.objects.create(
            candidate=person, kind="register", answer=answer, on_date=on_date, noted_at=at
        )

    return {"income": income, "standing": standing}


def laws():
    return sorted(Income.objects.values_list("law", flat=True))


def test_what_is_known_stays_and_the_later_day_of_the_same(two, merge, say):
    kept, lost = two
    say["income"](kept, "unknown")
    say["income"](lost, "wajong", since_date=date(2020, 1, 1))
    say["standing"](kept, "unknown")
    say["standing"](lost, "yes", date(2026, 3, 1))
    merge(kept, lost)
    assert laws() == ["wajong"]
    assert Standing.objects.get().answer == "yes"


@pytest.mark.parametrize(
    ("choice", "stays"), [("kept", ["none"]), ("other", ["wajong", "wsw"]), ("", ["wajong", "wsw"])]
)
def test_no_benefit_beside_one_is_asked_and_what_was_noted_last_is_ticked(
    two, merge, take_apart, cast, say, at, choice, stays
):
    kept, lost = two
    Candidate.objects.update(assigned_to=cast.own.account())
    kept.refresh_from_db(), lost.refresh_from_db()
    say["income"](kept, "none")
    for law in ("wajong", "wsw"):
        say["income"](lost, law, days=1)
    (asked,) = [each for each in queries.compared(cast.own.actor(), kept, lost, at) if each.name == "income"]
    both = ("Geen uitkering", "Wajong-uitkering; Loon uit een Wsw-dienstverband", "other")
    assert (asked.kept, asked.other, asked.first) == both
    merge(kept, lost, choices={"income": choice} if choice else {})
    assert laws() == stays
    take_apart(kept)
    assert laws() == ["none", "wajong", "wsw"]


def test_a_yes_beside_a_no_is_asked_of_who_works_with_both_alone(two, merge, cast, say, at):
    kept, lost = two
    say["standing"](kept, "no", date(2026, 1, 1))
    say["standing"](lost, "yes", date(2025, 1, 1))
    assert "standing_register" not in {
        each.name for each in queries.compared(cast.own.actor(), kept, lost, at)
    }
    merge(kept, lost, choices={"standing_register": "other"})
    assert Standing.objects.get().answer == "no", "the later day: what was not on the screen was not chosen"


def test_the_database_lets_no_benefit_stand_beside_none(two, say):
    with pytest.raises(IntegrityError), transaction.atomic():
        say["income"](two[0], "none")
        say["income"](two[0], "ww")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
