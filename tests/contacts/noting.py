"""Contact moments and reminders for tests, made by the room's own commands."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests import making

from werktop.contacts import commands
from werktop.contacts.models import ContactMoment, Reminder

TODAY = date(2026, 11, 24)


def moment(house: making.House, *, at: Any = making.MOMENT, **facts: Any) -> ContactMoment:
    key = commands.note_contact(actor=house.actor(), at=at, **({"channel": "call", "day": TODAY} | facts))
    return ContactMoment.objects.get(pk=key)


def reminder(house: making.House, *, at: Any = making.MOMENT, **facts: Any) -> Reminder:
    key = commands.add_reminder(
        actor=house.actor(), at=at, **({"what": "terugbellen", "due_date": TODAY} | facts)
    )
    return Reminder.objects.get(pk=key)
