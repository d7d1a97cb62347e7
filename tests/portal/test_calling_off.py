"""Behind the link of an appointment: another moment, or no talk at all; and a tap by mistake taken back."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format
from icalendar import Calendar
from tests.matches.making_talks import propose, send, told_appointment

from werktop.accounts.models import Account
from werktop.audit.actors import Actor
from werktop.desk.queries import today_of
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.after import after
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.matches.queries.talks import last_day_to_call
from werktop.matches.refusals import TalkDoesNotGoOn
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
OFF = ("follow_up_off", "follow_up_ends")


@pytest.fixture
def told(cast, at):
    """An appointment of Fatima and Joris at his first hour; he gave two."""
    return told_appointment(cast, at)


@pytest.fixture
def path_of(told, address_of):
    row = FollowUp.objects.get()
    guests = {"candidate": told.guests[0], "entrepreneur": told.firms[0]}
    return lambda side: address_of(guests[side], "follow_up", about_kind="follow_up", about_id=row.pk)


@pytest.fixture
def no_next_hour(told):
    """He gave the hour of the appointment alone."""
    FreeBlock.objects.filter(taken_by=None).delete()


def off_messages():
    return Message.objects.filter(purpose__in=OFF).exclude(status="withdrawn")


@pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
def test_two_clear_choices_and_no_reason_asked(visitor, path_of, side):
    text = visitor.get(path_of(side)).content.decode()
    for words in ("Dit moment kan niet", "Ik wil dit gesprek toch niet", "Het heeft geen gevolgen"):
        assert words in text


@pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
def test_a_talk_that_somebody_does_not_want_ends_for_both_in_the_same_words(
    cast, say, visitor, path_of, side, clock, at, told
):
    clock.set(at + timedelta(minutes=1))
    for _tap in range(2):
        text = say(path_of(side), answer="declined").content.decode()
    assert "Dit gesprek gaat niet door" in text and "geen gevolgen" in text
    row = FollowUp.objects.get()
    assert (row.status, row.unsuitable_by) == ("declined", side)
    assert FreeBlock.objects.filter(taken_by=None).count() == 2
    (other,) = {"candidate", "entrepreneur"} - {side}
    clock.set(at + timedelta(minutes=1) + TAKE_BACK)
    seen = visitor.get(path_of(other)).content.decode()
    bodies = [m.subject + m.body for m in off_messages()]
    assert len(bodies) == 2
    for said in (seen, *bodies):
        assert "gaat niet door" in said
        assert not any(word in said for word in ("wil niet", "wilde niet", "toch niet", "omdat u nee"))
    earlier = Message.objects.filter(purpose="follow_up").exclude(calendar="").first()
    (before,) = Calendar.from_ical(earlier.calendar).events
    for message in off_messages():
        file = Calendar.from_ical(message.calendar)
        (event,) = file.events
        assert file["method"] == "CANCEL"
        assert (event["uid"], event["status"]) == (before["uid"], "CANCELLED")
        assert event["sequence"] > before["sequence"]


@pytest.mark.parametrize(
    ("side", "answer"),
    [("candidate", "declined"), ("candidate", "unsuitable"), ("entrepreneur", "unsuitable")],
)
def test_who_calls_it_off_reads_which_colleague_calls(cast, say, path_of, no_next_hour, side, answer):
    text = say(path_of(side), answer=answer).content.decode()
    assert f"{cast.own.account().name} belt u" in text
    step = NextStep.objects.filter(done_at=None).first()
    if answer == "declined":
        last_day = date_format(last_day_to_call(step.told_at), "l j F")
        assert f"belt u uiterlijk {last_day}. Dan praat u samen" in text
    assert "Wij bellen u" not in text and "Wij schrijven u" not in text


def test_where_nobody_has_it_the_organisation_calls(cast, say, path_of, no_next_hour):
    Account.objects.update(is_active=False)
    text = say(path_of("candidate"), answer="unsuitable").content.decode()
    assert f"{cast.own.organisation.name} belt u voor een ander moment." in text


def test_the_candidate_gets_a_next_step_by_a_person_and_colleagues_see_what_happened(
    cast, say, path_of, at, told, log_in
):
    say(path_of("candidate"), answer="declined")
    step = NextStep.objects.get()
    assert step.owner == cast.own.account()
    assert today_of(cast.own.actor(), at + TAKE_BACK - timedelta(seconds=1)).steps == []
    (due,) = today_of(cast.own.actor(), at + TAKE_BACK).steps
    assert "Ziet af van een gesprek" in due.words
    assert len(after(cast.own.actor(), told.gathering.pk, at=at).declined) == 1
    page = log_in(cast.own.account()).get(f"/gesprekken/{told.gathering.pk}/na/").content.decode()
    assert "Fatima wil dit gesprek toch niet" in page
    # nor does it come back by itself, or lose its step
    propose(cast, at, told)
    assert FollowUp.objects.get().status == "declined"
    assert NextStep.objects.get() == step


def test_a_candidate_does_not_hear_that_the_entrepreneur_declined(say, path_of):
    say(path_of("entrepreneur"), answer="declined")
    (to_candidate,) = off_messages().filter(to_kind="candidate")
    assert "uw volgende stap" in to_candidate.body
    assert NextStep.objects.get().reason == "talk_off"


@pytest.mark.parametrize("answer", ["declined", "unsuitable"])
@pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
def test_a_tap_by_mistake_is_taken_back_and_nobody_hears_of_it(
    say, path_of, side, answer, clock, at, carry_post
):
    before = FollowUp.objects.values().get()
    block = FreeBlock.objects.values("starts_at", "taken_by").order_by("starts_at").first()
    assert "Zet de afspraak terug" in say(path_of(side), answer=answer).content.decode()
    clock.set(at + TAKE_BACK - timedelta(minutes=1))
    carry_post()
    assert not off_messages().filter(status="sent").exists()
    for _tap in range(2):
        text = say(path_of(side), answer="undo").content.decode()
    assert "Dit moment kan niet" in text
    assert FollowUp.objects.values().get() == before
    assert FreeBlock.objects.values("starts_at", "taken_by").order_by("starts_at").first() == block
    assert FreeBlock.objects.count() == 2
    assert not NextStep.objects.exists()
    assert not off_messages().exists()


def test_later_it_cannot_be_taken_back_and_the_other_side_cannot_at_all(
    say, visitor, path_of, clock, at, carry_post
):
    say(path_of("candidate"), answer="declined")
    assert "Zet de afspraak terug" not in visitor.get(path_of("entrepreneur")).content.decode()
    say(path_of("entrepreneur"), answer="undo")
    assert FollowUp.objects.get().status == "declined"
    clock.set(at + TAKE_BACK)
    text = say(path_of("candidate"), answer="undo").content.decode()
    assert "weet al" in text
    assert FollowUp.objects.get().status == "declined"


def test_an_hour_that_went_to_somebody_else_is_not_taken_back(say, path_of):
    say(path_of("candidate"), answer="declined")
    FreeBlock.objects.order_by("starts_at").first().delete()
    assert "ondertussen bezet" in say(path_of("candidate"), answer="undo").content.decode()
    assert FollowUp.objects.get().status == "declined"


def test_what_goes_out_anew_holds_back_what_said_that_it_is_off(cast, say, path_of, told, at, clock):
    say(path_of("candidate"), answer="unsuitable")
    clock.set(at + timedelta(minutes=2))
    send(cast, at + timedelta(minutes=2), told)
    assert not off_messages().exists()
    assert FollowUp.objects.get().called_off_at is None


def test_an_answer_that_is_none_changes_nothing(say, path_of):
    assert "Laad de pagina opnieuw" in say(path_of("candidate"), answer="weg").content.decode()
    assert FollowUp.objects.get().status == "sent"


def test_of_a_talk_that_does_not_go_on_no_outcome_is_noted(cast, at, told):
    row = FollowUp.objects.get()
    holder = Actor(
        "candidate", id=told.people[0].pk, organisation_id=cast.own.organisation.pk, region_id=cast.region.pk,
        link_purpose="follow_up", link_about_id=row.pk,
    )  # fmt: skip
    commands.decline_talk(actor=holder, at=at, follow_up_id=row.pk)
    with pytest.raises(TalkDoesNotGoOn):
        commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=row.pk, outcome="not_held")


@pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
def test_where_a_next_hour_waits_no_call_is_promised(say, path_of, side):
    text = say(path_of(side), answer="unsuitable").content.decode()
    assert "U hoort van ons over een ander moment." in text and "belt u" not in text


def test_who_has_no_telephone_is_written_to(visitor, say, path_of, told, no_next_hour):
    person = told.people[0]
    person.phone = ""
    person.save()
    text = say(path_of("candidate"), answer="unsuitable").content.decode()
    assert "schrijft u voor een ander moment" in text and "belt u" not in text
