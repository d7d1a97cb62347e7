"""The file behind "Zet in agenda" says what the page beside it says, whatever went out before and by which way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar
from tests import making
from tests.matches.making_talks import appointment

from werktop.candidates.commands import change_candidate
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.inviting import invite_guests
from werktop.matches.models import FollowUp
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def event_in(text: str | bytes):
    (made,) = Calendar.from_ical(text).events
    return made


def test_who_hears_of_another_day_by_text_message_finds_that_day_in_the_file(
    cast, at, clock, carry_post, visitor, address_of
):
    made = making.gathering(cast.own, tables=1)
    person = making.candidate(cast.own)
    guest = making.guest(made, person, reply="chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    (mail,) = carry_post()
    clock.set(at + timedelta(hours=1))
    who = {"actor": cast.own.actor(), "at": clock.moment}
    change_candidate(**who, candidate_id=person.pk, email="", preferred_channel="sms")
    day = timedelta(days=1)
    change_gathering(**who, gathering_id=made.pk, starts_at=made.starts_at + day, ends_at=made.ends_at + day)
    carried = event_in(Message.objects.get(purpose="invitation").calendar)
    found = event_in(visitor.get(address_of(guest, page="invitation_calendar")).content)
    assert carried["dtstart"].dt == made.starts_at and found["dtstart"].dt == made.starts_at + day
    assert found["uid"] == carried["uid"] and found["sequence"] > carried["sequence"]
    assert found["description"] == carried["description"] and found["organizer"] == carried["organizer"]


@pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
def test_the_file_of_a_talk_has_the_hour_that_stands(cast, at, clock, visitor, address_of, side):
    told = appointment(cast, at)
    row = FollowUp.objects.get()
    carried = event_in(
        Message.objects.exclude(calendar="").filter(about_id=row.pk, to_kind=side).get().calendar
    )
    hour = timedelta(hours=1)
    FollowUp.objects.update(starts_at=row.starts_at + hour, ends_at=row.ends_at + hour)
    clock.set(at + hour)
    guest = {"candidate": told.guests[0], "entrepreneur": told.firms[0]}[side]
    path = address_of(guest, "follow_up", page="follow_up_calendar", about_kind="follow_up", about_id=row.pk)
    found = event_in(visitor.get(path).content)
    assert carried["dtstart"].dt == row.starts_at and found["dtstart"].dt == row.starts_at + hour
    assert found["uid"] == carried["uid"] and found["sequence"] > carried["sequence"]
    assert found["description"] == carried["description"]
