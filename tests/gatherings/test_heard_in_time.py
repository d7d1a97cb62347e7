"""Who must hear that a gathering changes or does not go on hears it in time: by a message before the start, else by a call."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, text_of

from werktop.accounts.roles import Role
from werktop.audit.actors import SYSTEM
from werktop.gatherings.commands import answering as answering_commands
from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.commands.calling import note_called
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.guests import remove_guest
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.commands.waiting import let_waiting_in
from werktop.gatherings.queries.invitation import Invitation
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("Europe/Amsterdam")


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def guest_by(cast, made, channel, reply="yes", name="Sam"):
    """A guest whom this channel reaches."""
    fields = {
        "sms": {"email": "", "phone": "+31612345678", "preferred_channel": "sms"},
        "letter": {"email": "", "address": "Dijk 1", "preferred_channel": "letter"},
        "call": {"email": ""},
        "email": {},
    }[channel]
    person = making.candidate(cast.own, name, **fields)
    return making.guest(made, person, channel=channel, reply=reply, invited_at=making.MOMENT)


def cancel(cast, made, at):
    return cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)


def move(cast, made, at, starts_at):
    change_gathering(
        actor=cast.own.actor(), at=at, gathering_id=made.pk, starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
    )  # fmt: skip


def answer(cast, made, at, guest, reply, **more):
    return reply_to_invitation(
        actor=cast.own.actor(), at=at, gathering_id=made.pk, holder_kind="candidate",
        holder_id=guest.candidate_id, reply=reply, **more,
    )  # fmt: skip


def test_inviting_late_in_the_evening_names_whom_no_message_reaches_in_time(cast):
    made = making.gathering(cast.own, tables=1, starts_at=local("2026-12-02T08:00"))
    for channel in ("sms", "letter", "email"):
        guest_by(cast, made, channel, "chosen", channel)
    making.guest(made, making.candidate(cast.own, "Belt", preferred_channel="call"), reply="chosen")
    at = local("2026-12-01T20:30")
    told = invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert told == {"sent": 1, "texts": 0, "letters": 0, "to_call": 1, "late": 2, "elsewhere": 0}


@pytest.mark.parametrize(
    ("start", "said", "way"),
    [
        ("2026-12-02T08:30", "2026-12-02T06:30", "late"),  # it would leave at eight
        ("2026-12-02T08:00", "2026-12-01T20:30", "late"),
        ("2026-12-02T10:59", "2026-12-01T20:30", "late"),
        ("2026-12-02T11:00", "2026-12-01T20:30", "sms"),
        ("2026-12-02T08:30", "2026-12-01T19:00", "sms"),
        ("2026-12-02T14:00", "2026-12-02T12:00", "late"),  # at work, the telephone in a bag
    ],
)
def test_a_text_message_that_leaves_just_before_the_start_is_a_call(cast, start, said, way):
    made = making.gathering(cast.own, tables=1, starts_at=local(start))
    guest = guest_by(cast, made, "sms")
    cancel(cast, made, local(said))
    guest.refresh_from_db()
    assert guest.hears_by == way
    assert Message.objects.filter(purpose="cancelled").exists() == (way == "sms")


def test_a_change_and_a_chair_at_night_are_called_about_too(cast):
    night = local("2026-12-02T06:30")
    made = making.gathering(cast.own, tables=1, starts_at=local("2026-12-02T08:30"))
    told, waiting = guest_by(cast, made, "sms"), guest_by(cast, made, "sms", "waiting", "Lou")
    let_waiting_in(actor=cast.own.actor(), at=night, gathering_id=made.pk)
    waiting.refresh_from_db()
    assert (waiting.reply, waiting.hears_by) == ("yes", "late")
    move(cast, made, night, local("2026-12-02T09:30"))
    told.refresh_from_db()
    assert told.hears_by == "late"
    assert not Message.objects.filter(purpose__in=["moved_up", "changed"]).exists()


@pytest.mark.parametrize(
    "start", ["2026-12-02T20:00", "2026-12-02T21:30", "2026-12-02T19:30", "2026-12-02T07:30"]
)
def test_until_tomorrow_goes_out_as_a_text_message_for_every_hour_of_the_day(cast, at, start):
    made = making.gathering(cast.own, tables=1, starts_at=local(start))
    guest = guest_by(cast, made, "sms", "invited")
    answer(cast, made, at, guest, "yes")
    message = Message.objects.get(purpose="day_before")
    leaves = message.not_before_at.astimezone(ZONE)
    assert leaves.date() == local(start).date() - timedelta(days=1) and 8 <= leaves.hour < 20
    assert deliver_message(actor=SYSTEM, at=message.not_before_at, message_id=message.pk) == "sent"


def test_a_yes_after_that_moment_promises_no_such_message(cast):
    made = making.gathering(cast.own, tables=1, starts_at=local("2026-12-02T20:30"))
    guest, late = guest_by(cast, made, "sms", "invited"), local("2026-12-01T19:30")
    assert not Invitation(made, guest, "Sam", "sms").hears_the_day_before(late)
    assert Invitation(made, guest, "Sam", "email").hears_the_day_before(late)
    answer(cast, made, late, guest, "yes")
    assert not Message.objects.filter(purpose="day_before").exists()


@pytest.fixture
def made(cast, at):
    return making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=10))


def test_who_said_no_after_a_change_is_not_called_when_it_is_cancelled(cast, at, made, log_in, clock):
    wil = guest_by(cast, made, "call", name="Wil")
    move(cast, made, at, made.starts_at + timedelta(hours=1))
    answer(cast, made, at, wil, "no")
    wil.refresh_from_db()
    assert wil.hears_by == ""
    cancel(cast, made, at)
    client = log_in(cast.own.account())
    assert "Bel zelf" not in text_of(client.get(at_page("gathering", made)))
    assert "Bel nog" not in text_of(client.get("/"))


@pytest.mark.parametrize("is_posted", [False, True])
def test_a_letter_is_too_late_by_the_day_that_this_guest_last_heard_of(cast, at, made, is_posted):
    omar = guest_by(cast, made, "letter", name="Omar")
    move(cast, made, at, made.starts_at + timedelta(days=20))
    if is_posted:
        Message.objects.filter(purpose="changed").update(status="sent", sent_at=at)
    cancel(cast, made, at + timedelta(days=8))
    omar.refresh_from_db()
    assert omar.hears_by == ("letter" if is_posted else "late")


@pytest.mark.parametrize("is_called", [False, True])
def test_who_never_heard_of_it_is_called_only_where_a_change_was_told_by_telephone(cast, at, made, is_called):
    omar = guest_by(cast, made, "letter", "chosen", "Omar")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    move(cast, made, at, at + timedelta(days=1))
    omar.refresh_from_db()
    assert omar.hears_by == "late"
    if is_called:
        note_called(actor=cast.own.actor(), at=at, gathering_id=made.pk, guest_id=omar.pk)
    cancel(cast, made, at)
    omar.refresh_from_db()
    assert (omar.hears_by, omar.called_at) == ("late" if is_called else "", None)


def test_who_is_called_instead_of_written_to_gets_no_letter_after_the_day(cast, at, made):
    omar = guest_by(cast, made, "letter", name="Omar")
    move(cast, made, at, at + timedelta(days=1))
    omar.refresh_from_db()
    assert omar.hears_by == "late"
    remove_guest(actor=cast.own.actor(), at=at, gathering_id=made.pk, guest_id=omar.pk, is_called=True)
    assert not Message.objects.filter(channel="letter").exists()


def test_an_answer_leaves_a_tick_that_somebody_called_meanwhile(cast, at, made, monkeypatch):
    wil = guest_by(cast, made, "call", name="Wil")
    move(cast, made, at, made.starts_at + timedelta(hours=1))
    real = answering_commands.check_may_answer

    def meanwhile(*args):
        # the tick holds the guest, not the gathering
        note_called(actor=cast.own.actor(), at=at, gathering_id=made.pk, guest_id=wil.pk)
        return real(*args)

    monkeypatch.setattr(answering_commands, "check_may_answer", meanwhile)
    answer(cast, made, at, wil, "yes", wants_travel_paid=True)
    wil.refresh_from_db()
    assert (wil.called_at, wil.wants_travel_paid) == (at, True)


def test_a_private_organiser_reads_who_calls_and_counts_no_call_as_its_own(cast, at, log_in, clock):
    made = making.gathering(cast.private, tables=1, starts_at=at + timedelta(days=10))
    making.guest(made, making.candidate(cast.own, "Wil", email=""), channel="call", invited_at=at)
    organiser, own = cast.private.account(Role.COORDINATOR), cast.own.account()
    asked = text_of(log_in(organiser).get(at_page("cancel_gathering", made)))
    cancel_gathering(actor=cast.private.actor(Role.COORDINATOR), at=at, gathering_id=made.pk)
    told = text_of(log_in(organiser).get(at_page("gathering", made)))
    assert "een collega die de gegevens mag zien belt" in told and "Daar vink je af" not in asked
    for page in (asked, told):
        assert "1 gast wordt gebeld door een collega die de gegevens mag zien." in page
        assert "jullie zelf bellen" not in page and "Waalsteen belt" not in page
    assert "1 gast moeten jullie zelf bellen." in text_of(log_in(own).get(at_page("gathering", made)))


def test_one_cancelled_before_it_was_kept_who_hears_says_nothing_about_it(cast, at, log_in, clock):
    gone = making.gathering(cast.own, tables=1, status="cancelled", cancelled_at=at)
    client = log_in(cast.own.account())
    assert "Er is nog niemand uitgenodigd" in text_of(client.get(at_page("gathering", gone)))
    guest_by(cast, gone, "email")
    page = text_of(client.get(at_page("gathering", gone)))
    assert "niemand uitgenodigd" not in page and "Wie hoort het" not in page
