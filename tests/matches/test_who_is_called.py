"""Who hears by no message that a talk does not go on stands on a list to call until a colleague ticks it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from tests.matches.making_talks import appointment, propose, send, told_appointment

from werktop.audit.actors import Actor
from werktop.candidates import commands as candidates
from werktop.candidates.models import Candidate
from werktop.employers import commands as employers
from werktop.employers.models import Entrepreneur
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp
from werktop.matches.queries.after import after
from werktop.matches.queries.calls import calls_for
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.matches.refusals import GuestSaidSo, TalkNeedsNoCall
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
WAYS = ["link", "colleague", "stop"]


@pytest.fixture
def told(cast, at):
    return told_appointment(cast, at)


@pytest.fixture
def talk(told):
    return FollowUp.objects.get()


@pytest.fixture
def by_telephone(talk):
    Entrepreneur.objects.update(email="", phone="+31344123456")


@pytest.fixture
def staff(cast, log_in, clock):
    return log_in(cast.own.account())


def fatima(talk) -> Actor:
    """Fatima by her own link."""
    return Actor(
        "candidate", id=talk.candidate_id, organisation_id=talk.organisation_id, region_id=talk.region_id,
        link_purpose="follow_up", link_about_id=talk.pk,
    )  # fmt: skip


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def off(cast, at, talk, way: str, command=commands.decline_talk) -> None:
    """Fatima's word that it does not go on, in one of `WAYS`."""
    if way == "link":
        command(actor=fatima(talk), at=at, follow_up_id=talk.pk)
    elif way == "colleague":
        command(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="candidate")
    else:
        candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=talk.candidate_id)


def pages(staff, talk) -> dict[str, str]:
    urls = {
        "today": "/",
        "after": reverse("matches:after", args=[talk.gathering_id]),
        "talk": reverse("matches:follow_up", args=[talk.pk]),
    }
    return {name: text_of(staff.get(url)) for name, url in urls.items()}


@pytest.mark.parametrize("way", WAYS)
def test_who_has_a_telephone_alone_stands_on_every_page_until_it_is_ticked(
    cast, at, staff, clock, by_telephone, talk, way
):
    off(cast, at, talk, way)
    assert not Message.objects.filter(
        to_id=talk.entrepreneur_id, created_at__gte=at, status="waiting"
    ).exists()
    clock.set(at + TAKE_BACK)
    shown = pages(staff, talk)
    assert "Bel Joris: het gesprek met Fatima gaat niet door" in shown["today"]
    assert "Bel nog" in shown["after"] and "Het gesprek met Fatima gaat niet door" in shown["after"]
    assert "0344" in shown["after"] and "0344" in shown["talk"]
    assert "Bel nog" in shown["talk"] and "beiden" not in shown["talk"]
    tick = {"request_key": str(uuid4()), "side": "entrepreneur", "called": "yes", "back": "after"}
    came = staff.post(reverse("matches:note_called", args=[talk.pk]), tick, follow=True)
    assert came.redirect_chain[-1][0] == reverse("matches:after", args=[talk.gathering_id])
    shown = pages(staff, talk)
    assert "Bel Joris" not in shown["today"] and "Bel nog" not in shown["after"]
    assert "gebeld op" in shown["talk"] and "Toch niet gebeld" in shown["talk"]
    staff.post(
        reverse("matches:note_called", args=[talk.pk]),
        tick | {"request_key": str(uuid4()), "called": "no", "back": ""},
    )
    assert "Bel Joris" in pages(staff, talk)["today"]


@pytest.mark.parametrize("command", [commands.decline_talk, commands.say_it_does_not_suit])
def test_nobody_is_called_while_it_can_be_put_back(cast, at, staff, by_telephone, talk, command):
    off(cast, at, talk, "colleague", command)
    shown = pages(staff, talk)
    assert "Bel Joris zelf na" in shown["talk"] and "horen beiden" not in shown["talk"]
    assert "uur hoort Fatima" in shown["talk"]
    assert calls_for(cast.own.actor(), at) == []
    with pytest.raises(TalkNeedsNoCall):
        commands.note_talk_called(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, side="entrepreneur")
    commands.take_back_calling_off(actor=cast.own.actor(), at=at, follow_up_id=talk.pk)
    assert calls_for(cast.own.actor(), at + TAKE_BACK) == []


@pytest.mark.parametrize("side", ["candidate", "staff", ""])
def test_who_is_written_to_is_not_ticked(cast, at, by_telephone, talk, side):
    off(cast, at, talk, "colleague")
    with pytest.raises(TalkNeedsNoCall):
        commands.note_talk_called(actor=cast.own.actor(), at=at + TAKE_BACK, follow_up_id=talk.pk, side=side)


def test_a_candidate_with_a_telephone_alone_is_called_when_the_entrepreneur_stops(cast, at, talk):
    Candidate.objects.update(email="", phone="+31344123457")
    employers.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=talk.entrepreneur_id, is_active=False
    )
    (call,) = calls_for(cast.own.actor(), at)
    assert (call.side, call.person.first_name) == ("candidate", "Fatima")
    # who belongs to another organisation, or only reads, calls nobody
    assert calls_for(cast.other.actor(), at) == []


def test_who_said_so_too_is_not_called_about_it(cast, at, by_telephone, talk):
    actor = cast.own.actor()
    commands.decline_talk(actor=fatima(talk), at=at, follow_up_id=talk.pk)
    commands.decline_talk(actor=actor, at=at, follow_up_id=talk.pk, said_by="entrepreneur")
    assert after(actor, talk.gathering_id, at=at + TAKE_BACK).calls == []


def test_who_only_said_that_the_moment_does_not_suit_is_called_when_it_ends(cast, at, by_telephone, talk):
    actor = cast.own.actor()
    commands.say_it_does_not_suit(actor=actor, at=at, follow_up_id=talk.pk, said_by="entrepreneur")
    commands.decline_talk(actor=fatima(talk), at=at, follow_up_id=talk.pk)
    (call,) = after(actor, talk.gathering_id, at=at).calls
    assert call.side == "entrepreneur"


def test_a_talk_that_is_dropped_while_another_moment_was_promised_is_called_about(
    cast, at, told, by_telephone, talk
):
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="candidate")
    later = at + timedelta(hours=1)
    commands.note_talk_called(actor=cast.own.actor(), at=later, follow_up_id=talk.pk, side="entrepreneur")
    assert calls_for(cast.own.actor(), later) == []
    send(cast, later, told, choices=[Choice(talk.pk, is_dropped=True)])
    (call,) = calls_for(cast.own.actor(), later)
    assert call.side == "entrepreneur"


def test_a_talk_that_goes_out_anew_needs_no_call_about_what_was_off(cast, at, told, by_telephone, talk):
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="candidate")
    send(cast, at + timedelta(hours=1), told)
    (call,) = calls_for(cast.own.actor(), at + timedelta(hours=1))
    assert not call.is_off, "about when it is"


def test_a_talk_that_ended_because_somebody_stopped_says_so(cast, at, staff, talk):
    off(cast, at, talk, "stop")
    for text in pages(staff, talk).values():
        assert "Beiden zeiden" not in text and "De volgende stap staat klaar" not in text
    assert "Fatima doet niet meer mee. Dit gesprek gaat niet door." in pages(staff, talk)["talk"]


def test_where_the_entrepreneur_stopped_the_step_of_the_candidate_is_named(cast, at, staff, talk):
    employers.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=talk.entrepreneur_id, is_active=False
    )
    words = "Joris doet niet meer mee. De volgende stap van Fatima staat klaar."
    assert all(words in pages(staff, talk)[name] for name in ("talk", "after"))


def test_a_colleague_does_not_undo_what_a_guest_said_through_the_own_link(cast, at, staff, talk):
    off(cast, at, talk, "link")
    shown = pages(staff, talk)["talk"]
    assert "Fatima zei dit zelf" in shown and "Zet de afspraak terug" not in shown
    with pytest.raises(GuestSaidSo):
        commands.take_back_calling_off(actor=cast.own.actor(), at=at, follow_up_id=talk.pk)
    key = {"request_key": str(uuid4())}
    answer = staff.post(reverse("matches:take_back", args=[talk.pk]), key)
    assert answer.status_code == 409 and "alleen de gast" in text_of(answer)
    talk.refresh_from_db()
    assert talk.status == "declined"
    commands.take_back_calling_off(actor=fatima(talk), at=at, follow_up_id=talk.pk)
    talk.refresh_from_db()
    assert (talk.status, talk.called_off_noted_by) == ("sent", "")


def test_the_page_says_when_a_text_message_of_the_evening_really_leaves(cast, log_in, clock):
    at = datetime(2026, 11, 24, 19, 55, tzinfo=ZoneInfo("Europe/Amsterdam"))
    clock.set(at)
    appointment(cast, at)
    Message.objects.update(status="sent", sent_at=at)
    Candidate.objects.update(email="", phone="+31612345678", preferred_channel="sms")
    talk = FollowUp.objects.get()
    off(cast, at, talk, "colleague")
    text = text_of(log_in(cast.own.account()).get(reverse("matches:follow_up", args=[talk.pk])))
    assert "Om 20.05 uur hoort Joris" in text and "horen beiden" not in text
    assert "Fatima hoort het woensdag 25 november" in text and "8.00" in text
    assert "Tot 20.05 uur kun je het terugdraaien" in text


def test_a_letter_is_said_to_be_a_letter(cast, at, staff, talk):
    Candidate.objects.update(email="", phone="", address="Dijk 1", preferred_channel="letter")
    off(cast, at, talk, "colleague")
    assert "Fatima krijgt een brief" in pages(staff, talk)["talk"]


def test_a_new_proposal_leaves_the_list_as_it_was(cast, at, told, by_telephone, talk):
    off(cast, at, talk, "colleague")
    later = at + TAKE_BACK
    propose(cast, later, told)
    assert len(calls_for(cast.own.actor(), later)) == 1
