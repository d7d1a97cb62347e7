"""Who hears of an appointment by no message stands on the list to call until a colleague ticks it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.matches.making_talks import appointment
from tests.matches.test_who_is_called import fatima, pages, text_of

from werktop.employers.models import Entrepreneur
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp
from werktop.matches.queries.after import after
from werktop.matches.queries.calls import calls_for
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def talk(cast, at, monkeypatch):
    """Fatima and Joris have an appointment; Joris has a telephone alone, and no mobile one."""
    from tests import making

    made = making.entrepreneur

    def by_telephone(*given, **fields):
        return made(*given, **{**fields, "email": "", "phone": "+31344123456"})

    monkeypatch.setattr(making, "entrepreneur", by_telephone)
    appointment(cast, at)
    return FollowUp.objects.get()


@pytest.fixture
def staff(cast, log_in, clock):
    return log_in(cast.own.account())


def sides(cast, at, talk) -> list[tuple[str, bool]]:
    found = [(call.side, call.is_off) for call in after(cast.own.actor(), talk.gathering_id, at=at).calls]
    assert found == [(call.side, call.is_off) for call in calls_for(cast.own.actor(), at)]
    return found


def agree(cast, at, talk, **fields) -> None:
    commands.agree_on_moment(
        actor=cast.own.actor(), at=at, follow_up_id=talk.pk, starts_at=at + timedelta(days=9), **fields
    )


def test_who_is_not_written_to_is_called_about_the_appointment_until_it_is_ticked(cast, at, staff, talk):
    assert not Message.objects.filter(to_id=talk.entrepreneur_id).exists()
    assert sides(cast, at, talk) == [("entrepreneur", False)]
    for name, text in pages(staff, talk).items():
        assert "gaat niet door" not in text, name
    shown = pages(staff, talk)
    assert "Bel Joris: het gesprek met Fatima is" in shown["today"]
    assert all("Het gesprek met Fatima is" in shown[name] for name in ("after", "talk"))
    tick = {"request_key": str(uuid4()), "side": "entrepreneur", "called": "yes"}
    staff.post(reverse("matches:note_called", args=[talk.pk]), tick)
    assert sides(cast, at, talk) == []
    assert "Bel nog" not in pages(staff, talk)["after"]


def test_once_the_talk_has_begun_nobody_is_called_about_when_it_is(cast, at, talk):
    assert sides(cast, talk.starts_at - timedelta(minutes=1), talk)
    assert sides(cast, talk.starts_at, talk) == []
    commands.note_outcome(actor=cast.own.actor(), at=talk.ends_at, follow_up_id=talk.pk, outcome="not_held")
    assert sides(cast, talk.ends_at, talk) == [], "nor that it did not go on"


def test_a_talk_without_an_hour_is_no_second_call(cast, at, talk):
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="entrepreneur")
    later = at + timedelta(hours=1)
    commands.send_follow_ups(
        actor=cast.own.actor(), at=later, gathering_id=talk.gathering_id, agreed_ids=[talk.pk],
        choices=[Choice(talk.pk)], step_ids=[],
    )  # fmt: skip
    assert sides(cast, later, talk) == [], "we call both anyhow"


@pytest.mark.parametrize("is_known", [True, False])
def test_a_changed_moment_is_called_about_unless_they_know_it(cast, at, talk, is_known):
    commands.note_talk_called(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, side="entrepreneur")
    agree(cast, at, talk, is_known=is_known)
    assert sides(cast, at, talk) == ([] if is_known else [("entrepreneur", False)])


def test_the_form_of_a_moment_asks_whether_they_know_it_and_says_who_is_to_be_called(cast, at, staff, talk):
    page = reverse("matches:follow_up", args=[talk.pk])
    assert "Ik sprak Joris hier al over" in text_of(staff.get(page))
    day = (at + timedelta(days=9)).date().isoformat()
    typed = {"day": day, "begins": "10:00", "length_minutes": "60", "place": ""}
    address = reverse("matches:moment", args=[talk.pk])
    came = text_of(staff.post(address, typed | {"request_key": str(uuid4())}, follow=True))
    assert "Fatima krijgt bericht. Bel Joris nog: een bericht kan niet." in came
    assert "Beiden krijgen bericht, met" not in came
    known = typed | {"begins": "11:00", "is_known": "on", "request_key": str(uuid4())}
    came = text_of(staff.post(address, known, follow=True))
    assert "Fatima krijgt bericht." in came and "Bel Joris nog" not in came
    Entrepreneur.objects.update(email="joris@post.example")
    assert "hier al over" not in text_of(staff.get(page))


def test_who_calls_it_off_needs_no_call_about_when_it_is(cast, at, talk):
    commands.decline_talk(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="entrepreneur")
    assert sides(cast, at + TAKE_BACK, talk) == []


@pytest.mark.parametrize("is_called", [True, False])
def test_what_is_put_back_leaves_the_calls_as_they_were(cast, at, talk, is_called):
    actor = cast.own.actor()
    if is_called:
        commands.note_talk_called(actor=actor, at=at, follow_up_id=talk.pk, side="entrepreneur")
    commands.decline_talk(actor=fatima(talk), at=at, follow_up_id=talk.pk)
    # who was not called yet never heard of it
    assert sides(cast, at + TAKE_BACK, talk) == ([("entrepreneur", True)] if is_called else [])
    commands.take_back_calling_off(actor=fatima(talk), at=at, follow_up_id=talk.pk)
    assert sides(cast, at, talk) == ([] if is_called else [("entrepreneur", False)])
