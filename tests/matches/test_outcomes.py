"""What becomes of an appointment: it does not suit, it goes out anew, and what came of it."""

from uuid import uuid4

import pytest
from django.urls import reverse
from tests.matches.making_talks import click, evening, give_hours, propose, send, told_appointment

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.matches.refusals import TalkIsOver
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def test_a_guest_says_that_it_does_not_suit_and_the_other_side_is_told(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    Message.objects.update(status="sent", sent_at=at)
    row = FollowUp.objects.get()
    holder = Actor(
        "candidate", id=told.people[0].pk, organisation_id=cast.own.organisation.pk, region_id=cast.region.pk,
        link_purpose="follow_up", link_about_id=row.pk,
    )  # fmt: skip
    for _ in range(2):
        commands.say_it_does_not_suit(actor=holder, at=at, follow_up_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.unsuitable_by) == ("unsuitable", "candidate")
    assert Message.objects.filter(purpose="follow_up_off").count() == 2
    stranger = Actor("candidate", id=uuid4(), link_purpose="follow_up", link_about_id=row.pk)
    with pytest.raises(NotVisible):
        commands.say_it_does_not_suit(actor=stranger, at=at, follow_up_id=row.pk)


def test_the_outcome_is_one_choice_and_a_sentence_and_ends_the_talk(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    row = FollowUp.objects.get()
    commands.note_outcome(
        actor=cast.own.actor(), at=at, follow_up_id=row.pk, outcome="try_out", words="Een dag meelopen."
    )
    row.refresh_from_db()
    assert (row.status, row.outcome, row.outcome_words) == ("held", "try_out", "Een dag meelopen.")
    with pytest.raises(TalkIsOver):
        commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=row.pk, said_by="candidate")


def test_a_talk_that_did_not_suit_is_not_sent_again_at_its_old_time(cast, at):
    told = evening(cast, candidates=1)
    give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    row = FollowUp.objects.get()
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=row.pk, said_by="candidate")
    off = Message.objects.filter(purpose="follow_up_off").first()
    assert "METHOD:CANCEL" in off.calendar
    send(cast, at, told)
    row.refresh_from_db()
    assert (row.status, row.starts_at) == ("sent", None)


@pytest.mark.parametrize(("by", "left"), [("entrepreneur", 1), ("candidate", 2)])
def test_the_next_free_hour_is_proposed_and_the_one_called_off_is_not_offered_to_whom_it_does_not_suit(
    cast, at, by, left
):
    told = evening(cast, candidates=1)
    first, second, _third = give_hours(cast, at, told, told.partners[0], hours=3)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    row = FollowUp.objects.get()
    assert row.starts_at == first.starts_at
    who = told.people[0] if by == "candidate" else told.partners[0]
    holder = Actor(
        by, id=who.pk, organisation_id=cast.own.organisation.pk, region_id=cast.region.pk,
        link_purpose="follow_up", link_about_id=row.pk,
    )  # fmt: skip
    commands.say_it_does_not_suit(actor=holder, at=at, follow_up_id=row.pk)
    row.refresh_from_db()
    assert (row.status, row.starts_at) == ("unsuitable", second.starts_at)
    free = FreeBlock.objects.filter(taken_by=None)
    assert free.count() == left
    assert free.filter(pk=first.pk).exists() == (by == "candidate")
    send(cast, at, told)
    row.refresh_from_db()
    assert (row.status, row.starts_at) == ("sent", second.starts_at)


def test_the_result_counts_one_as_one(cast, at, clock, log_in):
    told = evening(cast, candidates=1, entrepreneurs=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    shown = (
        log_in(cast.own.account()).get(reverse("matches:results", args=[told.gathering.pk])).content.decode()
    )
    assert "1 kandidaat sprak met 1 ondernemer. Er kwam 1 vervolgafspraak uit." in shown
    for word in ("kandidaat kwam", "vervolgafspraak gemaakt"):
        assert word in shown


def test_what_was_noted_of_an_appointment_that_was_called_off_can_be_changed_before_its_hour(cast, at):
    told_appointment(cast, at)
    row, actor = FollowUp.objects.get(), cast.own.actor()
    commands.say_it_does_not_suit(actor=actor, at=at, follow_up_id=row.pk, said_by="candidate")
    for outcome in ("not_held", "no_fit"):
        commands.note_outcome(actor=actor, at=at + TAKE_BACK, follow_up_id=row.pk, outcome=outcome)
    row.refresh_from_db()
    assert (row.outcome, row.status) == ("no_fit", "held")
