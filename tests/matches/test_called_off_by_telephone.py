"""A guest says by telephone that the moment, or the talk itself, does not suit: a colleague notes who said so."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from tests.matches.making_talks import told_appointment

from werktop.desk.queries import today_of
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.matches.refusals import WhoSaidSo
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
SIDES = pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
OFF = ("follow_up_off", "follow_up_ends")


@pytest.fixture
def told(cast, at):
    """An appointment of Fatima and Joris at his first hour; he gave two."""
    return told_appointment(cast, at)


@pytest.fixture
def talk(told):
    return FollowUp.objects.get()


@pytest.fixture
def post(cast, log_in, talk):
    """`post("call_off", said_by=…, answer=…)`: the tap of the relationship manager, and the page that comes."""
    client = log_in(cast.own.account())
    return lambda name, **typed: client.post(
        reverse(f"matches:{name}", args=[talk.pk]),
        {"request_key": str(uuid4())} | typed,
        follow=True,
    )


@SIDES
def test_who_does_not_want_the_talk_is_noted_and_nobody_hears_who_that_was(post, talk, side, at):
    text = post("call_off", said_by=side, answer="declined").content.decode()
    talk.refresh_from_db()
    assert (talk.status, talk.unsuitable_by) == ("declined", side)
    name = {"candidate": "Fatima", "entrepreneur": "Joris"}[side]
    assert f"{name} wil dit gesprek toch niet" in text and "terugdraaien" in text
    assert FreeBlock.objects.filter(taken_by=None).count() == 2
    off = Message.objects.filter(purpose="follow_up_ends")
    assert {m.to_kind for m in off} == {"candidate", "entrepreneur"}
    for message in off:
        assert message.not_before_at == talk.called_off_at + TAKE_BACK
        assert "gaat niet door" in message.body
        assert not any(words in message.body for words in ("wil niet", "toch niet", "zegt", "belde"))
    assert NextStep.objects.get().reason == {"candidate": "declined", "entrepreneur": "talk_off"}[side]


@pytest.mark.parametrize(("side", "left"), [("candidate", 2), ("entrepreneur", 1)])
def test_whose_moment_it_is_not_decides_whether_the_hour_is_offered_again(cast, post, talk, side, left, at):
    first = talk.starts_at
    post("call_off", said_by=side, answer="unsuitable")
    talk.refresh_from_db()
    assert (talk.status, talk.unsuitable_by) == ("unsuitable", side)
    assert FreeBlock.objects.count() == left
    assert talk.starts_at not in (None, first)
    # not before it can no longer be taken back
    assert today_of(cast.own.actor(), at=at + TAKE_BACK - timedelta(seconds=1)).unsuitable == []
    (row,) = today_of(cast.own.actor(), at=at + TAKE_BACK).unsuitable
    assert row.row.unsuitable_by == side


@pytest.mark.parametrize(
    "typed",
    [
        {"answer": "declined"},
        {"answer": "declined", "said_by": "staff"},
        {"said_by": "candidate"},
        {"answer": "x"},
    ],
)
def test_without_who_said_so_or_what_nothing_is_noted_and_the_page_says_what_is_missing(post, talk, typed):
    answer = post("call_off", **typed)
    talk.refresh_from_db()
    assert (answer.status_code, talk.status) == (409, "sent")
    assert ("Kies wie van de twee" if "answer" in typed and typed["answer"] != "x" else "klopt niet") in (
        answer.content.decode()
    )
    if "said_by" in typed and typed["said_by"] == "candidate":
        assert 'value="candidate" required checked' in answer.content.decode()


@pytest.mark.parametrize("command", [commands.decline_talk, commands.say_it_does_not_suit])
def test_a_colleague_always_says_for_whom(cast, at, talk, command):
    with pytest.raises(WhoSaidSo):
        command(actor=cast.own.actor(), at=at, follow_up_id=talk.pk)


@SIDES
@pytest.mark.parametrize("answer", ["declined", "unsuitable"])
def test_a_colleague_takes_it_back_for_ten_minutes_and_nobody_hears(post, talk, side, answer, clock, at):
    before = (talk.starts_at, talk.ends_at)
    post("call_off", said_by=side, answer=answer)
    clock.set(at + TAKE_BACK - timedelta(seconds=1))
    text = post("take_back").content.decode()
    assert "De afspraak staat weer" in text
    talk.refresh_from_db()
    assert (talk.status, talk.unsuitable_by) == ("sent", "")
    assert (talk.starts_at, talk.ends_at) == before
    assert not Message.objects.filter(purpose__in=OFF).exclude(status="withdrawn").exists()
    assert not NextStep.objects.exists()


def test_where_it_was_sent_anew_meanwhile_nothing_is_put_back_and_the_page_does_not_say_so(
    cast, post, talk, at
):
    post("call_off", said_by="entrepreneur", answer="unsuitable")
    commands.send_follow_ups(
        actor=cast.own.actor(), at=at, gathering_id=talk.gathering_id, agreed_ids=[talk.pk],
        choices=[commands.arranging.Choice(talk.pk)], step_ids=[],
    )  # fmt: skip
    text = post("take_back").content.decode()
    talk.refresh_from_db()
    assert (talk.status, talk.starts_at) == ("sent", None)
    assert "Er viel niets terug te zetten" in text and "staat weer" not in text


def test_later_it_is_not_taken_back_and_the_page_says_what_to_do(post, talk, clock, at):
    post("call_off", said_by="candidate", answer="declined")
    clock.set(at + TAKE_BACK)
    answer = post("take_back")
    talk.refresh_from_db()
    assert (answer.status_code, talk.status) == (409, "declined")
    text = answer.content.decode()
    assert "Bel beiden" in text and "Zet de afspraak terug" not in text


def test_what_the_other_says_meanwhile_counts_beside_it(post, talk):
    post("call_off", said_by="candidate", answer="unsuitable")
    text = post("call_off", said_by="entrepreneur", answer="declined").content.decode()
    talk.refresh_from_db()
    assert (talk.status, talk.unsuitable_by) == ("declined", "both")
    assert "Beiden zeiden dit gesprek af" in text and "Zet de afspraak terug" not in text


@pytest.mark.parametrize("has_next", [True, False])
def test_the_page_names_the_hour_that_did_not_suit_and_the_next_one_is_a_proposal(post, talk, has_next):
    first, second = (
        date_format(localtime(b.starts_at), "DATETIME_FORMAT")
        for b in FreeBlock.objects.order_by("starts_at")
    )
    if not has_next:
        FreeBlock.objects.filter(taken_by=None).delete()
    text = post("call_off", said_by="candidate", answer="unsuitable").content.decode()
    assert f"{capfirst(first)} kwam Fatima niet uit. Zoek een ander moment." in text
    assert (f"Voorstel: {second}" in text) is has_next
    # nobody agreed on it yet
    assert 'value="2026-12-01"' not in text
    off = [m.body for m in Message.objects.filter(purpose="follow_up_off")]
    assert ["U hoort van ons over een ander moment." in body for body in off] == [has_next] * 2
    assert ["belt u voor een ander moment" in body for body in off] == [not has_next] * 2
