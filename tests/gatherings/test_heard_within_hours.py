"""What changes within hours of the start: an e-mail may be read too late, so somebody calls too; and who was not invited yet
is invited to what it became."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from types import SimpleNamespace

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of
from tests.gatherings.test_heard_in_time import cancel, guest_by, local, move

from werktop.gatherings.commands.calling import note_called
from werktop.gatherings.commands.guests import remove_guest
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.commands.waiting import let_waiting_in
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def beginning(cast, start):
    return making.gathering(
        cast.own, tables=1, starts_at=local(start), ends_at=local(start) + timedelta(hours=2)
    )


def mails(purpose):
    return Message.objects.filter(purpose=purpose, channel="email").exclude(status="withdrawn").count()


@pytest.mark.parametrize(
    ("old", "new", "said", "way"),
    [
        ("2026-12-02T14:00", "2026-12-02T16:00", "2026-12-02T12:00", "soon"),
        ("2026-12-02T14:00", "2026-12-09T14:00", "2026-12-02T12:00", "soon"),  # on the way to the old one
        ("2026-12-02T18:00", "2026-12-02T14:00", "2026-12-02T12:00", "soon"),  # the new one is first
        ("2026-12-02T14:00", "2026-12-02T16:00", "2026-12-02T10:59", ""),
        ("2026-12-02T14:00", "2026-12-02T16:00", "2026-12-01T14:00", ""),
        ("2026-11-30T14:00", "2026-12-09T14:00", "2026-12-02T12:00", ""),  # nobody is on the way to what was
    ],
)
def test_a_change_within_hours_is_mailed_and_called(cast, old, new, said, way):
    made = beginning(cast, old)
    guest = guest_by(cast, made, "email")
    move(cast, made, local(said), local(new))
    guest.refresh_from_db()
    assert (guest.hears_by, mails("changed")) == (way, 1)


@pytest.mark.parametrize("channel", ["sms", "letter"])
def test_who_would_go_to_the_old_moment_is_called_before_it(cast, channel):
    made = beginning(cast, "2026-12-02T14:00")
    guest = guest_by(cast, made, channel)
    move(cast, made, local("2026-12-02T12:00"), local("2026-12-16T14:00"))
    guest.refresh_from_db()
    assert guest.hears_by == "late"
    assert not Message.objects.filter(purpose="changed").exists()


@pytest.mark.parametrize(("said", "way"), [("2026-12-02T12:00", "soon"), ("2026-12-02T10:30", "email")])
def test_a_cancellation_within_hours_is_mailed_and_called(cast, said, way):
    made = beginning(cast, "2026-12-02T14:00")
    guest = guest_by(cast, made, "email")
    cancel(cast, made, local(said))
    guest.refresh_from_db()
    assert (guest.hears_by, mails("cancelled")) == (way, 1)


def test_what_was_over_when_it_was_cancelled_calls_nobody(cast):
    made = beginning(cast, "2026-12-02T14:00")
    guest = guest_by(cast, made, "email")
    cancel(cast, made, local("2026-12-03T09:00"))
    guest.refresh_from_db()
    assert guest.hears_by == "email"


def test_a_chair_that_comes_free_within_hours_is_called_too(cast):
    made = beginning(cast, "2026-12-02T14:00")
    guest = guest_by(cast, made, "email", "waiting")
    let_waiting_in(actor=cast.own.actor(), at=local("2026-12-02T12:00"), gathering_id=made.pk)
    guest.refresh_from_db()
    assert (guest.reply, guest.hears_by, mails("moved_up")) == ("yes", "soon", 1)


def test_the_page_asks_for_a_call_beside_the_mail_until_it_is_ticked(cast, log_in, clock):
    clock.set(local("2026-12-02T12:00"))
    made = beginning(cast, "2026-12-02T14:00")
    sam, wil = guest_by(cast, made, "email"), guest_by(cast, made, "call", name="Wil")
    staff = log_in(cast.own.account())
    asked = text_of(staff.get(at_page("cancel_gathering", made)))
    assert "1 gast krijgt meteen een e-mail." in asked
    assert (
        "Bel 1 gast ook zelf: het begint binnen drie uur, en een e-mail komt dan misschien te laat." in asked
    )
    assert "1 gast moeten jullie zelf bellen." in asked
    post(staff, at_page("cancel_gathering", made))
    page = text_of(staff.get(at_page("gathering", made)))
    assert "· alleen te bellen" in page and "· een e-mail komt misschien te laat" in page
    own, soon = page.split("Bel ook wie een e-mail krijgt")
    assert "Wil" in own.split("Bel zelf")[1] and "Sam" in soon and "Wil" not in soon.split("Wie hoort het")[0]
    assert "Bel nog 2 gasten." in text_of(staff.get("/"))
    for guest in (sam, wil):
        post(staff, at_page("note_called", made, guest_id=guest.pk), called="yes")
    assert "Bel nog" not in text_of(staff.get("/"))


def test_a_text_message_of_the_night_says_when_it_leaves(cast, log_in, clock):
    made = beginning(cast, "2026-12-03T14:00")
    guest_by(cast, made, "sms")
    staff = log_in(cast.own.account())
    clock.set(local("2026-12-01T21:15"))
    words = "1 gast krijgt op 2 december om 08.00 uur een sms: ’s nachts gaat er geen sms uit."
    asked = text_of(staff.get(at_page("cancel_gathering", made)))
    assert words in asked and "krijgt meteen een sms" not in asked
    post(staff, at_page("cancel_gathering", made))
    assert words in text_of(staff.get(at_page("gathering", made)))
    clock.set(local("2026-12-01T12:00"))
    other = beginning(cast, "2026-12-03T14:00")
    guest_by(cast, other, "sms", name="Lou")
    assert "1 gast krijgt meteen een sms." in text_of(staff.get(at_page("cancel_gathering", other)))


@pytest.mark.parametrize("channel", ["sms", "letter", "email"])
def test_whose_invitation_had_not_left_is_invited_to_the_new_moment(cast, channel):
    night = local("2026-12-01T21:00")
    made = beginning(cast, "2026-12-12T14:00")
    guest_by(cast, made, channel, "chosen")
    invite_guests(actor=cast.own.actor(), at=night, gathering_id=made.pk)
    for day in ("2026-12-14", "2026-12-16"):
        move(cast, made, night, local(f"{day}T16:00"))
    assert not Message.objects.filter(purpose="changed").exists()
    told = Message.objects.exclude(to_kind="account").exclude(status="withdrawn").get()
    assert told.purpose == "invitation" and "16 december" in told.body
    assert "12 december" not in told.body


def test_whose_invitation_left_reads_what_changed(cast):
    made = beginning(cast, "2026-12-12T14:00")
    guest_by(cast, made, "email", "chosen")
    invite_guests(actor=cast.own.actor(), at=local("2026-12-01T10:00"), gathering_id=made.pk)
    Message.objects.update(status="sent", sent_at=local("2026-12-01T10:01"))
    move(cast, made, local("2026-12-01T12:00"), local("2026-12-14T14:00"))
    assert mails("changed") == 1 and Message.objects.filter(purpose="invitation").count() == 1


def test_who_never_got_the_invitation_and_is_called_about_the_change_is_ticked(cast):
    made = beginning(cast, "2026-12-12T14:00")
    guest = guest_by(cast, made, "letter", "chosen")
    invite_guests(actor=cast.own.actor(), at=local("2026-12-01T10:00"), gathering_id=made.pk)
    move(cast, made, local("2026-12-01T12:00"), local("2026-12-02T16:00"))
    guest.refresh_from_db()
    assert guest.hears_by == "late"
    note_called(actor=cast.own.actor(), at=local("2026-12-01T13:00"), gathering_id=made.pk, guest_id=guest.pk)
    guest.refresh_from_db()
    assert guest.called_at == local("2026-12-01T13:00")


def test_who_is_to_call_and_has_no_number_stands_so_on_the_list(cast, log_in, clock):
    clock.set(local("2026-12-02T12:00"))
    made = beginning(cast, "2026-12-02T14:00")
    guest = guest_by(cast, made, "email")
    type(guest.candidate).objects.update(phone="")
    staff = log_in(cast.own.account())
    move(cast, made, local("2026-12-02T12:00"), local("2026-12-02T16:00"))
    assert "geen nummer bekend" in text_of(staff.get(at_page("gathering", made)))


@pytest.mark.parametrize("reply", ["yes", "waiting"])
def test_who_comes_off_the_list_within_hours_is_called_first_and_mailed_too(cast, log_in, clock, reply):
    made = beginning(cast, "2026-12-02T14:00")
    guest = guest_by(cast, made, "email", reply)
    clock.set(local("2026-12-02T12:00"))
    client, address = log_in(cast.own.account()), reverse("gatherings:remove_guest", args=[made.pk, guest.pk])
    assert "binnen drie uur" in text_of(client.get(address))
    assert "Bel deze gast eerst" in text_of(post(client, address, word=""))
    assert (mails("removed"), made.guests.count()) == (0, 1)
    post(client, address, word="", called="on")
    assert (mails("removed"), made.guests.count()) == (1, 0)


def test_who_was_called_about_a_change_can_be_taken_off_on_the_page(cast, log_in, clock, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    guest = guest_by(cast, made, "call", "invited")
    move(cast, made, at, at + timedelta(days=8))
    note_called(actor=cast.own.actor(), at=at, gathering_id=made.pk, guest_id=guest.pk)
    client, address = log_in(cast.own.account()), reverse("gatherings:remove_guest", args=[made.pk, guest.pk])
    assert "Ik heb gebeld" in text_of(client.get(address))
    post(client, address, word="", called="on")
    assert made.guests.count() == 0


def ticks(page):
    """What each tick on this page says the call is about."""
    return re.findall(r'name="about" value="([^"]*)"', page.content.decode())


@pytest.mark.parametrize("what", ["moved", "taken off"])
def test_a_tick_on_an_older_page_counts_for_nothing_that_came_since(cast, at, log_in, clock, what):
    made = making.gathering(cast.other, tables=1, starts_at=at + timedelta(days=9))
    guest = guest_by(cast, made, "call")
    move(SimpleNamespace(own=cast.other), made, at, at + timedelta(days=8))
    client = log_in(cast.own.account())
    [about] = ticks(client.get(at_page("gathering", made)))
    if what == "moved":
        move(SimpleNamespace(own=cast.other), made, at, at + timedelta(days=7))
    else:
        remove_guest(actor=cast.other.actor(), at=at, gathering_id=made.pk, guest_id=guest.pk)
    address = reverse("gatherings:note_called", args=[made.pk, guest.pk])
    answer = post(client, address, called="yes", about=unescape(about))
    guest.refresh_from_db()
    assert (answer.status_code, guest.called_at) == (409, None)
    [about] = ticks(client.get(at_page("gathering", made)))
    assert post(client, address, called="yes", about=unescape(about)).status_code == 302
    assert made.guests.filter(called_at=at).exists() == (what == "moved")
