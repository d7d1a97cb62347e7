"""Calendar files (RFC 5545): one event with its own time zone, that a later file can move or cancel."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

PRODUCT = "-//werktop//werktop//NL"


def event(
    *,
    uid: str,
    sequence: int,
    made_at: datetime,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    time_zone: str,
    place: str,
    description: str,
    organiser_name: str,
    organiser_email: str,
    is_cancelled: bool = False,
) -> str:
    """One event as iCalendar text, to download or to lay in a message.

    `uid` is the same for every version of one thing, `sequence` goes up with each change and `made_at` is the moment
    of this version, so that a calendar replaces what it has (RFC 5546, 2.1.5). The times are aware; they are written
    in `time_zone`, whose rules (summer time) are in the file. Without a recipient the method is PUBLISH (or CANCEL):
    RFC 5546 wants an attendee in a REQUEST; `addressed_to` makes it one.
    """
    zone = ZoneInfo(time_zone)
    begins, ends = starts_at.astimezone(zone), ends_at.astimezone(zone)
    made = Event()
    made.add("uid", uid)
    made.add("sequence", sequence)
    made.add("dtstamp", made_at.astimezone(ZoneInfo("UTC")))
    made.add("dtstart", begins)
    made.add("dtend", ends)
    made.add("summary", title)
    made.add("location", place)
    made.add("description", description)
    made.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT" if is_cancelled else "OPAQUE")
    if organiser_email:
        made["organizer"] = _person(organiser_name, organiser_email)
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "CANCEL" if is_cancelled else "PUBLISH")
    year = begins.year
    file.add_component(
        Timezone.from_tzinfo(zone, first_date=date(year - 1, 1, 1), last_date=date(year + 1, 12, 31))
    )
    file.add_component(made)
    return _text(file)


def sequence_of(*, made_at: datetime, first_at: datetime) -> int:
    """The number of a version made at `made_at` of what came to be at `first_at`: whole seconds between the two, so
    that it goes up without being counted anywhere. Two versions within a second are told apart by `made_at`."""
    return max(0, int((made_at - first_at).total_seconds()))


def addressed_to(text: str, *, name: str, email: str, sender: tuple[str, str]) -> str:
    """The same file for one recipient: a REQUEST (or CANCEL) that mail programs show with the message (RFC 6047).

    `sender` (name, address) organises where the file names nobody: without an organiser a REQUEST is none. No answer
    is asked through the calendar: people answer by their link.
    """
    file = Calendar.from_ical(text)
    for made in file.events:
        if "organizer" not in made:
            made["organizer"] = _person(*sender)
        attendee = _person(name, email)
        attendee.params["RSVP"] = vText("FALSE")
        attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
        made["attendee"] = attendee
    if str(file["method"]) == "PUBLISH":
        file["method"] = vText("REQUEST")
    return _text(file)


def method_of(text: str) -> str:
    """REQUEST, CANCEL or PUBLISH, for the header of the part that carries the file."""
    return str(Calendar.from_ical(text)["method"])


def _person(name: str, email: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{email}")
    if name:
        person.params["CN"] = vText(name)
    return person


def _text(file: Calendar) -> str:
    return file.to_ical().decode()
