"""What was said about a candidate is read by who works with that candidate; when it was, how and by whom by every colleague."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, moment, reminder
from tests.gatherings.page_asking import text_of

from werktop.accounts.models import Account
from werktop.accounts.queries import actor_of
from werktop.audit.refusals import NotVisible
from werktop.candidates.commands import open_needs
from werktop.candidates.models import Candidate
from werktop.contacts import commands, queries
from werktop.contacts.queries import MomentFilters, ReminderFilters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SAID = "Kenmerkwoord"
ONLY = "wie met deze persoon werkt leest wat er"


@pytest.fixture
def bas(cast):
    return making.colleague_beside(cast.own)


@pytest.fixture
def beside(cast, bas):
    """Bas, who looks and acts."""
    return actor_of(bas, cast.own.organisation.pk)


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, assigned_to=cast.own.account())


def said(viewer, at=None):
    return {row.said: row.is_hidden for row in queries.moments_visible_to(viewer, at)}


def test_of_a_firm_alone_everybody_reads_it_and_of_several_candidates_who_works_with_one_of_them(
    cast, at, bas, beside, fatima
):
    firm = making.employer(cast.own)
    moment(cast.own, employer_id=firm.pk, words="van het bedrijf")
    moment(cast.own, employer_id=firm.pk, candidate_ids=[fatima.pk], words="van haar en het bedrijf")
    kees = making.candidate(cast.own, "Kees", assigned_to=bas)
    moment(cast.own, candidate_ids=[fatima.pk, kees.pk], words="van beiden")
    assert said(beside) == {"van het bedrijf": False, "": True, "van beiden": False}
    assert said(cast.own.actor()) == dict.fromkeys(
        ["van het bedrijf", "van haar en het bedrijf", "van beiden"], False
    )


def test_nothing_that_was_not_noted_is_kept_from_anybody(cast, beside, fatima):
    moment(cast.own, candidate_ids=[fatima.pk], is_reached=False)
    assert said(beside) == {"": False}


def test_of_nobodys_candidate_who_wrote_it_reads_and_mends_it_until_another_works_with_the_person(
    cast, bas, beside, fatima, at
):
    kees = making.candidate(cast.own, "Kees")
    asked = {"actor": beside, "at": at, "channel": "call", "day": TODAY}
    key = commands.note_contact(**asked, words=SAID, candidate_ids=[kees.pk])
    of_both = commands.note_contact(**asked, words="van beiden", candidate_ids=[kees.pk, fatima.pk])
    asked["at"] = later = at + timedelta(days=1)
    assert said(beside, later) == said(beside) == {SAID: False, "": True}, "with Fatima a colleague works"
    assert said(cast.own.actor(), later) == {"": True, "van beiden": False}
    commands.change_contact(**asked, contact_moment_id=key, words="Beter", candidate_ids=[kees.pk])
    for assigned_to, has_left, words in ((bas, True, "Beter"), (cast.own.account(), False, "")):
        Candidate.objects.filter(pk=kees.pk).update(assigned_to=assigned_to)
        Account.objects.filter(pk=assigned_to.pk).update(left_at=at if has_left else None)
        assert {row.pk: row.said for row in queries.moments_visible_to(beside, later)}[key] == words
    assert queries.moment_for(cast.own.actor(), of_both, later).said
    with pytest.raises(NotVisible):
        commands.change_contact(**asked, contact_moment_id=key, candidate_ids=[kees.pk])


def test_who_wrote_it_reads_and_mends_it_until_the_day_ends(cast, bas, beside, fatima, at):
    key = commands.note_contact(
        actor=beside, at=at, channel="call", day=TODAY, words=SAID, candidate_ids=[fatima.pk]
    )
    assert said(beside, at) == {SAID: False}
    assert said(beside, at + timedelta(days=1)) == said(beside) == {"": True}
    asked = {"actor": beside, "contact_moment_id": key, "channel": "call", "day": TODAY}
    commands.change_contact(**asked, at=at, words="Beter", candidate_ids=[fatima.pk])
    with pytest.raises(NotVisible):
        commands.change_contact(**asked, at=at + timedelta(days=1), candidate_ids=[fatima.pk])


def test_a_row_that_is_hidden_does_not_hand_out_its_words_later_either(cast, beside, fatima):
    moment(cast.own, candidate_ids=[fatima.pk], words=SAID)
    reminder(cast.own, candidate_ids=[fatima.pk], what=SAID)
    assert queries.moments_visible_to(cast.own.actor()).get().words == SAID
    assert queries.reminders_visible_to(cast.own.actor()).get().what == SAID
    for words in (
        lambda: queries.moments_visible_to(beside).get().words,
        lambda: queries.reminders_visible_to(beside).get().what,
    ):
        with pytest.raises(NotVisible):
            words()


def test_words_find_a_row_only_for_who_reads_them(cast, at, beside, fatima):
    made = moment(cast.own, candidate_ids=[fatima.pk], words=SAID)
    due = reminder(cast.own, candidate_ids=[fatima.pk], what=SAID)
    for viewer, found in ((cast.own.actor(), True), (beside, False)):
        moments = queries.found_moments(viewer, MomentFilters(words=SAID))
        reminders = queries.found_reminders(viewer, ReminderFilters(words=SAID, whose=""), at)
        assert (made in moments, due in reminders) == (found, found)
        assert made in queries.found_moments(viewer, MomentFilters(words="Fatima"))


def test_a_reminder_is_read_by_whose_it_is_while_it_is_open_and_that_day(cast, at, bas, beside, fatima):
    due = reminder(cast.own, candidate_ids=[fatima.pk], what=SAID, owner_id=bas.pk)
    tomorrow = at + timedelta(days=1)
    assert queries.reminder_for(beside, due.pk).said == SAID
    commands.do_reminder(actor=beside, at=at, reminder_id=due.pk)
    assert queries.reminder_for(beside, due.pk, at).said == SAID
    assert queries.reminder_for(beside, due.pk, tomorrow).is_hidden


def test_what_is_hidden_is_neither_changed_nor_drawn_to_oneself(cast, at, bas, beside, fatima):
    made = moment(cast.own, candidate_ids=[fatima.pk], words=SAID)
    due = reminder(cast.own, candidate_ids=[fatima.pk], what=SAID)
    asked = {"actor": beside, "at": at}
    for refused in (
        lambda: commands.take_back_contact(**asked, contact_moment_id=made.pk),
        lambda: commands.hand_reminder_to(**asked, reminder_id=due.pk, account_id=bas.pk),
        lambda: commands.do_reminder(**asked, reminder_id=due.pk),
        lambda: commands.take_back_reminder(**asked, reminder_id=due.pk),
    ):
        with pytest.raises(NotVisible):
            refused()


def test_the_pages_say_who_reads_it_and_open_with_a_reason(cast, at, log_in, bas, beside, fatima):
    firm = making.employer(cast.own, "Bakkerij Jansen")
    made = moment(cast.own, candidate_ids=[fatima.pk], employer_id=firm.pk, words=SAID)
    due = reminder(cast.own, candidate_ids=[fatima.pk], what=SAID)
    client = log_in(bas)
    own, one = reverse("candidates:candidate", args=[fatima.pk]), reverse("contacts:moment", args=[made.pk])
    shown = text_of(client.get(own))
    assert "Gebeld, Relationship, Bakkerij Jansen: alleen wie met deze persoon werkt" in shown
    assert SAID not in shown
    answer = client.get(one)
    shown = text_of(answer)
    assert ONLY in shown and "Bakkerij Jansen" in shown and "Relationship van" in shown
    assert f"{reverse('candidates:open_needs', args=[fatima.pk])}?next={one}" in answer.content.decode()
    assert client.post(one, {"request_key": uuid4(), "channel": "call"}).status_code == 404
    assert ONLY in text_of(client.get(reverse("contacts:reminder", args=[due.pk])))
    assert ONLY in text_of(client.get(reverse("employers:employer", args=[firm.pk])))
    open_needs(actor=beside, at=at, candidate_id=fatima.pk, reason="Zij staat aan de balie")
    for page in (own, one, reverse("contacts:reminder", args=[due.pk])):
        assert SAID in client.get(page).content.decode()
    assert SAID not in text_of(client.get(reverse("contacts:moments")))
