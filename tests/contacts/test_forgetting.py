"""A reminder about nobody goes in time; one about somebody stays as long as that person or firm."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.contacts.noting import reminder

from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import NotAllowed
from werktop.contacts.commands.forgetting import forget_reminders
from werktop.contacts.models import Reminder

pytestmark = pytest.mark.django_db


def test_reminders_about_somebody_or_a_firm_and_those_of_this_year_stay(cast, at):
    firm = making.employer(cast.own)
    stay = [
        reminder(cast.own, candidate_ids=[making.candidate(cast.own).pk]),
        reminder(cast.own, entrepreneur_ids=[making.entrepreneur(firm).pk]),
        reminder(cast.own, employer_id=firm.pk),
    ]
    gone = reminder(cast.own, what="Koffie bestellen")
    late = at + timedelta(days=367)
    young = reminder(cast.own, at=late, due_date=late.date())
    Reminder.objects.filter(pk=gone.pk).update(done_at=at)
    assert forget_reminders(actor=SYSTEM, at=late) == 1
    assert set(Reminder.objects.all()) == {*stay, young}
    assert not Reminder.pgh_event_model.objects.filter(what="Koffie bestellen").exists()
    assert forget_reminders(actor=SYSTEM, at=late) == 0


def test_a_batch_takes_no_more_than_was_asked_and_no_colleague_may(cast, at):
    for _number in range(3):
        reminder(cast.own)
    late = at + timedelta(days=367)
    with pytest.raises(NotAllowed):
        forget_reminders(actor=cast.own.actor(), at=late)
    assert forget_reminders(actor=SYSTEM, at=late, most=2) == 2
    assert forget_reminders(actor=SYSTEM, at=late, most=2) == 1
