"""Who sees which contact moments and reminders, what is found, and what is due."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.contacts.noting import TODAY, moment, reminder

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotVisible
from werktop.contacts import commands, queries
from werktop.contacts.queries import MomentFilters, ReminderFilters

pytestmark = pytest.mark.django_db


def test_only_who_sees_the_candidates_of_the_own_organisation_sees_contact(cast):
    candidate, firm = making.candidate(cast.own), making.employer(cast.own)
    made, due = moment(cast.own, candidate_ids=[candidate.pk]), reminder(cast.own, employer_id=firm.pk)
    own = cast.own.actor()
    assert list(queries.moments_of_candidate(own, candidate.pk)) == [made]
    assert list(queries.reminders_of_employer(own, firm.pk)) == [due]
    strangers = [
        cast.other.actor(), cast.far.actor(), cast.private.actor(),
        *(cast.own.actor(role) for role in (Role.COORDINATOR, Role.TEAM_LEAD, Role.TABLE_HOST, Role.FUNCTIONAL_ADMIN)),
    ]  # fmt: skip
    for viewer in strangers:
        assert not queries.moments_visible_to(viewer).exists()
        assert not queries.reminders_visible_to(viewer).exists()
        with pytest.raises(NotVisible):
            queries.moment_for(viewer, made.pk)
        with pytest.raises(NotVisible):
            queries.reminder_for(viewer, due.pk)


def test_the_firm_of_who_was_there_shows_it_too(cast):
    firm = making.employer(cast.own)
    henk, other = making.entrepreneur(firm), making.entrepreneur(making.employer(cast.own))
    made = moment(cast.own, entrepreneur_ids=[henk.pk, other.pk])
    assert made.employer is None
    assert list(queries.moments_of_employer(cast.own.actor(), firm.pk)) == [made]


def test_due_is_what_is_mine_open_and_of_today_or_before(cast, at):
    late = reminder(cast.own, due_date=TODAY - timedelta(days=4))
    today = reminder(cast.own)
    reminder(cast.own, due_date=TODAY + timedelta(days=1))
    reminder(cast.own, owner_id=making.colleague_beside(cast.own).pk)
    done = reminder(cast.own)
    commands.do_reminder(actor=cast.own.actor(), at=at, reminder_id=done.pk)
    assert list(queries.reminders_due(cast.own.actor(), at)) == [late, today]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, "mine late"),
        ({"state": "late"}, "late"),
        ({"state": "done"}, "done"),
        ({"whose": "others"}, "theirs nobodys"),
        ({"whose": "", "words": "inpakkers"}, "theirs"),
        ({"words": "Fatma"}, "late"),
        ({"whose": "", "words": "Henk"}, "nobodys"),
    ],
)
def test_reminders_are_found_by_whose_they_are_how_they_stand_and_words(cast, at, filters, names):
    fatima = making.candidate(cast.own)
    henk = making.entrepreneur(making.employer(cast.own), "Henk", last_name="Kraai")
    made = {
        "mine": reminder(cast.own),
        "late": reminder(cast.own, due_date=TODAY - timedelta(days=1), candidate_ids=[fatima.pk]),
        "done": reminder(cast.own),
        "theirs": reminder(
            cast.own, what="Bel over de inpakkers", owner_id=making.colleague_beside(cast.own).pk
        ),
        "nobodys": reminder(cast.own, entrepreneur_ids=[henk.pk]),
    }
    commands.do_reminder(actor=cast.own.actor(), at=at, reminder_id=made["done"].pk)
    type(made["nobodys"]).objects.filter(pk=made["nobodys"].pk).update(owner=None)
    found = {row.pk for row in queries.found_reminders(cast.own.actor(), ReminderFilters(**filters), at)}
    assert found == {made[name].pk for name in names.split()}


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, "with_fatima visit long_ago"),
        ({"channel": "visit"}, "visit"),
        ({"from_date": TODAY}, "with_fatima visit"),
        ({"to_date": TODAY - timedelta(days=1)}, "long_ago"),
        ({"words": "el amrani"}, "with_fatima"),
        ({"words": "houtbouw kraai"}, "visit"),
        ({"words": "stage"}, "long_ago"),
    ],
)
def test_moments_are_found_by_channel_period_and_words(cast, filters, names):
    fatima = making.candidate(cast.own)
    kees = making.candidate(cast.own, "Kees", last_name="Bos", assigned_to=cast.own.account())
    firm = making.employer(cast.own, "Houtbouw Kraai")
    made = {
        "with_fatima": moment(cast.own, candidate_ids=[fatima.pk]),
        "visit": moment(cast.own, channel="visit", employer_id=firm.pk),
        "long_ago": moment(
            cast.own, candidate_ids=[kees.pk], day=TODAY - timedelta(days=40), words="Over de stage"
        ),
    }
    found = {row.pk for row in queries.found_moments(cast.own.actor(), MomentFilters(**filters))}
    assert found == {made[name].pk for name in names.split()}
    by_nobody_here = MomentFilters(by_id=cast.other.account().pk)
    assert not queries.found_moments(cast.own.actor(), by_nobody_here).exists()
