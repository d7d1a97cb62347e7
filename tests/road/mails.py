"""What goes out on the road, read as who gets it reads it."""

from __future__ import annotations

from email.utils import parseaddr

from icalendar import Calendar


def address_in(sent):
    """To whom a mail goes, without the name."""
    return parseaddr(sent.to[0])[1]


def event_in(sent):
    """The appointment in the calendar file of a mail."""
    (file,) = [part for part in sent.message().walk() if part.get_content_type() == "text/calendar"]
    (event,) = Calendar.from_ical(file.get_payload(decode=True).decode()).events
    return event
