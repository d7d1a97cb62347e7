"""Who would read too late that an appointment is made, moved or off is called; what is over is announced to nobody."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from tests.matches.making_talks import appointment, told_appointment
from tests.matches.test_who_is_called import pages, text_of

from werktop.audit.actors import SYSTEM
from werktop.audit.refusals import CallIsOutdated
from werktop.candidates.models import Candidate
from werktop.employers import commands as employers
from werktop.employers.models import Entrepreneur
from werktop.matches import commands
from werktop.matches.models import FollowUp
from werktop.matches.queries.calls import calls_for
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.post import queries as post
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
START = datetime(2026, 12, 2, 8, tzinfo=ZoneInfo("Europe/Amsterdam"))
EVENING = START - timedelta(hours=11, minutes=30)
SMS = {"email": "", "phone": "+31612345678"}
CALL = {"email": "", "phone": "+31344123456"}


@pytest.fixture
def talk(cast, at):
    told_appointment(cast, at)
    return FollowUp.objects.get()


@pytest.fixture
def staff(cast, log_in, clock):
    return log_in(cast.own.account())


def agree(cast, at, talk, starts_at=START, **more):
    commands.agree_on_moment(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, starts_at=starts_at, **more)


def off(cast, at, talk, command=commands.decline_talk):
    command(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="candidate")


def called(cast, at) -> list[tuple[str, bool]]:
    return [(call.side, call.is_off) for call in calls_for(cast.own.actor(), at)]


@pytest.mark.parametrize(
    ("at_last", "who"),
    [
        (EVENING, []),
        (START - timedelta(hours=4), []),
        (START - timedelta(hours=2), ["candidate", "entrepreneur"]),
    ],
)
def test_an_appointment_that_is_made_just_before_is_told_by_telephone_too(cast, talk, at_last, who):
    agree(cast, at_last, talk)
    assert called(cast, at_last) == [(side, False) for side in who]
    assert Message.objects.filter(status="waiting", purpose="follow_up").count() == 2, "the e-mail goes too"


def test_so_is_one_of_which_the_text_message_waits_for_the_morning(cast, talk):
    Entrepreneur.objects.update(**SMS)
    agree(cast, EVENING, talk)
    assert called(cast, EVENING) == [("entrepreneur", False)]


@pytest.mark.parametrize("command", [commands.decline_talk, commands.say_it_does_not_suit])
@pytest.mark.parametrize(
    ("fields", "before", "is_called"),
    [
        (SMS, timedelta(hours=11, minutes=30), True),
        (SMS, timedelta(hours=18), False),
        ({}, timedelta(hours=11, minutes=30), False),
        ({}, timedelta(hours=2), True),
        ({}, timedelta(minutes=5), True),
        ({}, timedelta(hours=-9), False),
    ],
)
def test_who_would_read_too_late_that_it_is_off_is_called(cast, at, talk, command, fields, before, is_called):
    Entrepreneur.objects.update(**fields)
    agree(cast, at, talk)
    off(cast, START - before, talk, command)
    later = START - before + TAKE_BACK
    assert called(cast, later) == ([("entrepreneur", True)] if is_called else [])


def test_nobody_goes_to_the_hour_that_it_was_before_it_was_moved(cast, at, talk):
    agree(cast, at, talk)
    soon, later = START - timedelta(hours=2), START + timedelta(days=3)
    agree(cast, soon, talk, later)
    assert {side for side, _off in called(cast, soon)} == {"candidate", "entrepreneur"}
    commands.note_talk_called(actor=cast.own.actor(), at=soon, follow_up_id=talk.pk, side="candidate")
    # moved once more: who was called knows that it is not today
    agree(cast, soon + timedelta(minutes=5), talk, later + timedelta(days=1))
    assert called(cast, soon + timedelta(minutes=5)) == [("entrepreneur", False)]


def test_who_stops_just_before_leaves_the_other_to_be_called(cast, at, talk):
    agree(cast, at, talk)
    soon = START - timedelta(hours=1)
    employers.change_entrepreneur(
        actor=cast.own.actor(), at=soon, entrepreneur_id=talk.entrepreneur_id, is_active=False
    )
    assert called(cast, soon) == [("candidate", True)]


def test_the_pages_say_why_somebody_is_called(cast, at, talk, staff, clock):
    agree(cast, at, talk)
    soon = START - timedelta(hours=2)
    clock.set(soon)
    off(cast, soon, talk)
    text = pages(staff, talk)["talk"]
    assert "Bel Joris zelf na 06.10 uur: een bericht komt misschien te laat." in text
    clock.set(soon + TAKE_BACK)
    for text in pages(staff, talk).values():
        assert "Een bericht komt misschien te laat." in text and "Een bericht kan niet." not in text
    Entrepreneur.objects.update(**CALL)
    for text in pages(staff, talk).values():
        assert "Een bericht kan niet." in text and "misschien te laat" not in text


def test_who_notes_a_moment_that_is_soon_reads_whom_to_call(talk, staff, clock):
    clock.set(START - timedelta(hours=2))
    typed = {"day": "2026-12-02", "begins": "08:00", "length_minutes": "60", "place": ""}
    answer = staff.post(
        reverse("matches:moment", args=[talk.pk]), typed | {"request_key": str(uuid4())}, follow=True
    )
    assert "Bel Fatima en Joris nog: een bericht komt misschien te laat." in text_of(answer)


def deliver(at) -> None:
    for key in post.due_messages(at=at, laid_down_before=at):
        deliver_message(actor=SYSTEM, at=at, message_id=key)


@pytest.mark.parametrize("is_begun", [True, False])
def test_an_appointment_that_has_begun_is_announced_to_nobody_and_every_page_says_who_never_heard(
    cast, at, staff, clock, is_begun
):
    appointment(cast, at)
    talk = FollowUp.objects.get()
    now = talk.starts_at - timedelta(minutes=0 if is_begun else 1)
    deliver(now)
    assert Message.objects.filter(status="sent", purpose="follow_up").count() == (0 if is_begun else 2)
    for moment in (talk.starts_at, talk.ends_at + timedelta(minutes=1)):
        clock.set(moment)
        for text in pages(staff, talk).values():
            assert ("aan bij Fatima en Joris. Bel Fatima en Joris en vraag hoe het ging." in text) is is_begun
    assert "Er is nog niets voorgesteld" not in pages(staff, talk)["after"]
    assert ("sprak met Joris" in pages(staff, talk)["today"]) is not is_begun, "nobody knows that they met"


@pytest.mark.parametrize("why_not", ["failed", "called", "outcome"])
def test_only_who_did_not_hear_is_named_and_until_it_is_known_how_it_went(cast, talk, staff, clock, why_not):
    Message.objects.filter(purpose="follow_up", to_kind="entrepreneur").update(status="failed")
    if why_not == "called":
        FollowUp.objects.update(called_entrepreneur_at=talk.sent_at, call_entrepreneur_from_at=talk.sent_at)
    clock.set(talk.ends_at)
    if why_not == "outcome":
        commands.note_outcome(
            actor=cast.own.actor(), at=talk.ends_at, follow_up_id=talk.pk, outcome="talk_on"
        )
    texts = pages(staff, talk)
    for name in ("today", "after"):
        assert ("kwam niet op tijd aan bij Joris." in texts[name]) is (why_not == "failed")


def test_each_organisation_reads_whom_it_calls_itself(cast, at, log_in, clock, talk):
    FollowUp.objects.update(organisation=cast.other.organisation)
    Candidate.objects.update(organisation=cast.other.organisation)
    Message.objects.filter(purpose="follow_up").update(status="withdrawn")
    Entrepreneur.objects.update(phone="")
    clock.set(talk.ends_at + timedelta(minutes=1))
    ours, theirs = cast.own.organisation.name, cast.other.organisation.name
    text = text_of(log_in(cast.own.account()).get("/"))
    assert f"Mail of schrijf Joris en vraag hoe het ging. {theirs} belt Fatima." in text
    text = text_of(log_in(cast.other.account()).get("/"))
    assert f"Bel Fatima en vraag hoe het ging. {ours} schrijft Joris." in text


def tick_of(page) -> dict[str, str]:
    form = re.search(r'<form[^>]*action="[^"]*gebeld[^"]*".*?</form>', page.content.decode(), re.S)
    assert form
    return dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form[0]))


@pytest.mark.parametrize("change", ["moved", "off", "nothing"])
def test_a_tick_counts_for_what_the_page_said(cast, at, talk, staff, clock, change):
    Entrepreneur.objects.update(**CALL)
    agree(cast, at, talk)
    typed = tick_of(staff.get(reverse("matches:follow_up", args=[talk.pk]))) | {"called": "yes"}
    if change == "moved":
        agree(cast, at + timedelta(minutes=2), talk, START + timedelta(days=1))
    elif change == "off":
        off(cast, at, talk)
    clock.set(at + TAKE_BACK)
    answer = staff.post(reverse("matches:note_called", args=[talk.pk]), typed, follow=True)
    talk.refresh_from_db()
    if change == "nothing":
        assert talk.called_entrepreneur_at == at + TAKE_BACK
        return
    assert answer.status_code == 409 and str(CallIsOutdated.text) in text_of(answer)
    assert talk.called_entrepreneur_at is None
    again = tick_of(answer) | {"called": "yes"}
    staff.post(reverse("matches:note_called", args=[talk.pk]), again)
    talk.refresh_from_db()
    assert talk.called_entrepreneur_at == at + TAKE_BACK
