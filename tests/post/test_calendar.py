"""A calendar file says the right moment in every program: own time zone, stable identity, rising sequence."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from werktop.post import calendar

MADE_AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SENDER = ("werktop", "noreply@werktop.example")


def event(starts_at=datetime(2026, 12, 3, 12, 30, tzinfo=UTC), **other):
    asked = {
        "uid": "0193-gathering@werktop.example",
        "sequence": 2,
        "made_at": MADE_AT,
        "title": "Prettig gesprek bij Houtbouw Rijnstroom",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2, minutes=30),
        "time_zone": "Europe/Amsterdam",
        "place": "Industrieweg 12, Tiel",
        "description": "U hoeft niets mee te nemen; komt u met de bus?\nLijn 44, halte “Haven”.",
        "organiser_name": "Gemeente Waalsteen",
        "organiser_email": "post@waalsteen.example",
    }
    return calendar.event(**asked | other)


def read(text):
    file = Calendar.from_ical(text)
    return file, file.events[0]


def test_an_event_reads_back_as_it_was_written():
    file, made = read(event())
    assert (file["version"], file["method"]) == ("2.0", "PUBLISH")
    assert (made["uid"], made["sequence"], made["status"]) == (
        "0193-gathering@werktop.example",
        2,
        "CONFIRMED",
    )
    assert made["summary"] == "Prettig gesprek bij Houtbouw Rijnstroom"
    assert "komt u met de bus?\nLijn 44" in made["description"]
    assert made["organizer"].params["CN"] == "Gemeente Waalsteen"
    assert not file.errors
    assert not made.errors


@pytest.mark.parametrize(
    ("moment", "local_hour", "offset"),
    [
        (datetime(2026, 12, 3, 12, 30, tzinfo=UTC), 13, 1),
        (datetime(2026, 7, 3, 11, 30, tzinfo=UTC), 13, 2),
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), 3, 2),  # half an hour after the clocks went on
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), 3, 1),  # and after they went back
    ],
)
def test_the_time_is_right_in_winter_and_summer(moment, local_hour, offset):
    _file, made = read(event(moment))
    starts = made["dtstart"].dt
    assert made["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert starts.hour == local_hour
    # the offset comes from the rules in the file: what a program without its own list of zones would use
    zone = _file.timezones[0].to_tz(lookup_tzid=False)
    assert zone.utcoffset(starts.replace(tzinfo=None)) == timedelta(hours=offset)


def test_another_time_zone_is_written_with_its_own_rules():
    file, made = read(event(time_zone="America/Curacao"))
    assert made["dtstart"].dt.hour == 8
    assert file.timezones[0]["tzid"] == "America/Curacao"


def test_a_cancelled_event_takes_the_same_one_out_of_the_calendar():
    file, made = read(event(is_cancelled=True, sequence=3))
    assert (file["method"], made["status"], made["sequence"]) == ("CANCEL", "CANCELLED", 3)
    assert made["uid"] == "0193-gathering@werktop.example"


def test_the_same_version_is_the_same_text():
    assert event() == event()


def test_a_version_says_when_it_was_made_and_not_when_the_talk_is():
    _file, made = read(event())
    assert made["dtstamp"].dt == MADE_AT != made["dtstart"].dt


def test_a_later_version_has_a_higher_number_and_never_one_below_nought():
    numbers = [
        calendar.sequence_of(made_at=MADE_AT + timedelta(seconds=n), first_at=MADE_AT) for n in (-3, 0, 1, 90)
    ]
    assert numbers == [0, 0, 1, 90]


def test_a_request_always_has_somebody_who_organises_it():
    text = calendar.addressed_to(event(organiser_email=""), name="Bo", email="bo@post.example", sender=SENDER)
    _file, made = read(text)
    assert made["organizer"] == "mailto:noreply@werktop.example"
    _file, made = read(calendar.addressed_to(event(), name="Bo", email="bo@post.example", sender=SENDER))
    assert made["organizer"] == "mailto:post@waalsteen.example"


def test_a_file_for_one_recipient_is_a_request_that_asks_no_answer():
    text = calendar.addressed_to(event(), name="Fatima El Amrani", email="fatima@post.example", sender=SENDER)
    file, made = read(text)
    assert calendar.method_of(text) == file["method"] == "REQUEST"
    assert made["attendee"] == "mailto:fatima@post.example"
    assert made["attendee"].params["RSVP"] == "FALSE"
    assert len(file.timezones) == 1


def test_a_cancellation_for_one_recipient_stays_a_cancellation():
    text = calendar.addressed_to(
        event(is_cancelled=True), name="Fatima", email="fatima@post.example", sender=SENDER
    )
    assert calendar.method_of(text) == "CANCEL"


def test_lines_end_and_fold_as_the_standard_says():
    raw = event(description="lang " * 60).encode()
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
