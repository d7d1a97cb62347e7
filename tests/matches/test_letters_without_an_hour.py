"""Letters about a talk without an hour and about a next step end on the day on which we promised to call."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from tests.matches.making_talks import click, evening, propose, send

from werktop.audit.actors import SYSTEM
from werktop.candidates.models import Candidate
from werktop.desk.queries import today_of
from werktop.matches import commands
from werktop.matches.models import FollowUp, NextStep
from werktop.matches.queries.steps import steps_of
from werktop.matches.queries.talks import talks_of
from werktop.post.commands.letters import end_late_letters
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def by_letter(cast, at, *, is_talk: bool):
    """Fatima is reached by letter alone. She and Joris talk on, without an hour yet; or she has a next step."""
    made = evening(cast, candidates=1, entrepreneurs=1)
    Candidate.objects.update(
        email="", phone="", address="Dijk 1", postcode="4001 AA", preferred_channel="letter"
    )
    if is_talk:
        click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    return Message.objects.get(channel="letter")


def promised(is_talk: bool):
    if is_talk:
        return talks_of(list(FollowUp.objects.all()))[0].call_by
    return steps_of(NextStep.objects.all())[0].call_by


@pytest.mark.parametrize("is_talk", [True, False])
def test_just_before_it_somebody_is_asked_to_call_and_after_it_the_letter_is_too_late(cast, at, is_talk):
    letter, actor = by_letter(cast, at, is_talk=is_talk), cast.own.actor()
    assert (today_of(actor, at).to_print, today_of(actor, at).too_late) == (1, 0)
    day = promised(is_talk)
    last = timezone.make_aware(datetime.combine(day, time(12)))
    assert (today_of(actor, last).to_print, today_of(actor, last).too_late) == (0, 1)
    end_late_letters(actor=SYSTEM, at=last)
    letter.refresh_from_db()
    assert letter.status == "waiting"
    after = last + timedelta(days=1)
    end_late_letters(actor=SYSTEM, at=after)
    letter.refresh_from_db()
    assert letter.status == "too_late"
    # what was promised stays where it is done
    found = today_of(actor, after)
    assert len([*found.steps, *found.without_outcome]) == 1


def test_a_letter_that_such_a_talk_does_not_go_on_ends_too(cast, at):
    letter = by_letter(cast, at, is_talk=True)
    Message.objects.filter(pk=letter.pk).update(status="sent", sent_at=at)
    commands.decline_talk(
        actor=cast.own.actor(), at=at, follow_up_id=FollowUp.objects.get().pk, said_by="entrepreneur"
    )
    end_late_letters(actor=SYSTEM, at=at + timedelta(days=8))
    assert Message.objects.get(purpose="follow_up_ends", channel="letter").status == "too_late"


def test_a_step_that_is_done_leaves_no_letter_that_promises_it(cast, at):
    letter = by_letter(cast, at, is_talk=False)
    commands.finish_next_step(actor=cast.own.actor(), at=at, next_step_id=NextStep.objects.get().pk)
    letter.refresh_from_db()
    assert letter.status == "withdrawn"
