"""What stands in a guest's calendar follows the appointment: one identity, rising versions, out when it is off."""

from datetime import timedelta

import pytest
from icalendar import Calendar
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def files_to(kind):
    found = []
    for message in Message.objects.filter(to_kind=kind).exclude(calendar="").order_by("id"):
        file = Calendar.from_ical(message.calendar)
        found.append((str(file["method"]), file.events[0]))
    return found


@pytest.mark.parametrize("kind", ["candidate", "entrepreneur"])
def test_sent_called_off_and_sent_anew_are_versions_of_one_event(cast, at, kind):
    told = evening(cast, candidates=1)
    give_hours(cast, at, told, told.partners[0], hours=2)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    Message.objects.update(status="sent", sent_at=at)
    row = FollowUp.objects.get()
    later = at + timedelta(hours=1)
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=later, follow_up_id=row.pk, said_by="candidate")
    anew = later + timedelta(hours=1)
    other = FreeBlock.objects.order_by("starts_at").last()
    send(cast, anew, told, choices=[Choice(row.pk, other.pk)])
    (first, made), (off, gone), (again, moved) = files_to(kind)
    assert (first, off, again) == ("PUBLISH", "CANCEL", "PUBLISH")
    assert made["uid"] == gone["uid"] == moved["uid"] == f"{row.pk}@werktop"
    assert made["sequence"] < gone["sequence"] < moved["sequence"]
    assert [each["dtstamp"].dt for each in (made, gone, moved)] == [at, later, anew]
    assert gone["dtstart"].dt == made["dtstart"].dt != moved["dtstart"].dt == other.starts_at
    assert str(gone["status"]) == "CANCELLED"
