"""The host employer, where none of its people is a guest, stands with the gathering to be told of a change until a colleague
ticked it; who has no telephone stands there with the e-mail address."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.answering import told
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.audit.refusals import CallIsOutdated
from werktop.gatherings.commands.calling import note_firm_told
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.inviting import invite_guests
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast, clock):
    return making.gathering(cast.own, tables=1)


@pytest.fixture
def staff(cast, log_in):
    return log_in(cast.own.account())


def move(cast, at, made, **facts) -> None:
    change_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk, **facts)
    made.refresh_from_db()


def seen(client, made) -> str:
    return text_of(client.get(at_page("gathering", made)))


def tick(client, made, *, news_at=None, **more):
    shown = (news_at or made.firm_news_at).isoformat()
    return post(client, at_page("note_firm_told", made), news_at=shown, **more)


@pytest.mark.parametrize("what", ["day", "place", "cancelled"])
def test_it_stands_there_until_it_is_ticked_and_again_after_the_next_change(cast, at, made, staff, what):
    making.entrepreneur(made.host_employer, "Dirk", phone="+31612345678", email="dirk@zwaluw.example")
    making.entrepreneur(made.host_employer, "Bas", phone="", email="bas@zwaluw.example")
    assert "Bel ook" not in seen(staff, made)
    if what == "cancelled":
        cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)
        made.refresh_from_db()
    elif what == "place":
        move(cast, at, made, place_name="De Werf")
    else:
        later = {name: getattr(made, name) + timedelta(days=1) for name in ("starts_at", "ends_at")}
        move(cast, at, made, **later)
    for _reload in range(2):
        page = seen(staff, made)
        assert f"Bel ook {made.host_employer.name}" in page
        assert "06 12345678" in page and "geen nummer, mail bas@zwaluw.example" in page
        assert "Verteld" in page
    tick(staff, made, told="yes")
    assert "verteld op 24 november" in seen(staff, made)
    tick(staff, made, told="no")
    assert "verteld op" not in seen(staff, made)
    tick(staff, made, told="yes")
    if what != "cancelled":
        move(cast, at + timedelta(hours=1), made, place_name="De Smederij")
        assert "Bel ook" in seen(staff, made) and "verteld op" not in seen(staff, made)


def test_what_was_told_is_ticked_of_the_news_that_the_page_had(cast, at, made, staff):
    making.entrepreneur(made.host_employer, "Dirk")
    move(cast, at, made, place_name="De Werf")
    old = made.firm_news_at
    move(cast, at + timedelta(hours=1), made, place_name="De Smederij")
    for stale in (old, None):
        with pytest.raises(CallIsOutdated):
            note_firm_told(actor=cast.own.actor(), at=at, gathering_id=made.pk, news_at=stale)
    assert tick(staff, made, news_at=old, told="yes").status_code == 409
    assert post(staff, at_page("note_firm_told", made), news_at="2026-99-99T00:00+00:00").status_code == 409
    assert "verteld op" not in seen(staff, made)


def test_a_firm_whose_people_are_guests_is_not_on_it_and_nobody_else_ticks_it(cast, at, made, staff, log_in):
    guest = making.guest(made, making.entrepreneur(made.host_employer, "Dirk"), reply="yes")
    move(cast, at, made, place_name="De Werf")
    guest.reply = "no"
    guest.save()
    assert "Bel ook" not in seen(staff, made), "Dirk heard it as a guest, and said no since"
    move(cast, at, made, place_name="De Smederij")
    assert "Bel ook" in seen(staff, made)
    other = log_in(cast.other.account())
    assert "Bel ook" not in seen(other, made)
    assert tick(other, made, told="yes").status_code == 404
    guest.reply = "invited"
    guest.save()
    assert "Bel ook" not in seen(staff, made), "invited since, to how it is now"


@pytest.mark.parametrize("status", ["waiting", "failed", "sent"])
def test_a_firm_whose_only_guest_never_heard_of_it_is_called_when_it_is_off(cast, at, made, staff, status):
    dirk = making.guest(made, making.entrepreneur(made.host_employer, "Dirk"), "chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    move(cast, at, made, place_name="De Werf")
    assert made.firm_news_at is None, "Dirk is invited to how it is now"
    Message.objects.filter(status="waiting").update(status=status, sent_at=at if status == "sent" else None)
    asked = text_of(staff.get(at_page("cancel_gathering", made)))
    cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    made.refresh_from_db()
    hears = told("cancelled", dirk).exists()
    assert hears == (status != "waiting"), "whether a message that failed was read nobody knows"
    for page in (asked, seen(staff, made)):
        assert ("Bel ook" in page) != hears
    assert (made.firm_news_at is None) == hears


def test_noting_it_again_keeps_the_first_moment(cast, at, made):
    move(cast, at, made, place_name="De Werf")
    asked = {"actor": cast.own.actor(), "gathering_id": made.pk, "news_at": made.firm_news_at}
    for hours in (1, 2):
        note_firm_told(**asked, at=at + timedelta(hours=hours))
    made.refresh_from_db()
    assert made.firm_told_at == at + timedelta(hours=1)


def test_nobody_is_told_once_it_is_over(cast, at, made, staff, clock):
    making.entrepreneur(made.host_employer, "Dirk")
    move(cast, at, made, place_name="De Werf")
    clock.set(made.ends_at)
    assert "Bel ook" not in seen(staff, made)


def test_something_else_than_day_hour_or_place_is_no_news(cast, at, made, staff):
    move(cast, at, made, travel_tip="Bus 5")
    assert made.firm_news_at is None
    assert "Bel ook" not in seen(staff, made)
