"""How contact goes well is noted once, without why, and followed wherever somebody is written to or called."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.accounts.roles import Role
from werktop.audit.models import Merge
from werktop.candidates import commands
from werktop.candidates.commands import NamesADiagnosis
from werktop.candidates.commands.refusals import IsNotedToday
from werktop.candidates.models import Adjustment
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.models import Guest
from werktop.post.models import Message
from werktop.post.recipients import recipient_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
BY_MAIL = {"preferred_channel": "email", "email": "fatima@post.example", "phone": "+31612345678"}


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, **BY_MAIL)


@pytest.fixture
def adjust(cast, at, fatima):
    def do(way, words=""):
        return commands.note_part(
            actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part="adjustment", way=way, words=words
        )

    return do


def channel_of(candidate, **asked) -> str:
    candidate.refresh_from_db()
    return recipient_of("candidate", candidate, **asked).channel


@pytest.mark.parametrize(
    ("ways", "channel"),
    [
        ((), "email"), (("call",), "call"), (("together",), "call"), (("sms",), "sms"), (("sms", "call"), "call"),
        (("other",), "email"),
    ],
)  # fmt: skip
def test_messages_go_as_the_adjustments_say(adjust, fatima, ways, channel):
    for way in ways:
        adjust(way, "stap voor stap")
    assert channel_of(fatima) == channel
    assert channel_of(fatima, channel="letter") == (channel if fatima.adjusted_channel else "email"), (
        "also where a letter was asked for this one"
    )


def test_a_text_message_that_cannot_be_sent_becomes_a_call_and_no_letter(cast, adjust, fatima):
    fatima.phone, fatima.address = "+31344123456", "Lindestraat 4"
    fatima.save()
    adjust("sms")
    assert channel_of(fatima) == "sms", "asked for by name, also on a landline that reads it out"
    type(fatima).objects.filter(pk=fatima.pk).update(phone="")
    assert channel_of(fatima) == "call"


def test_taken_away_messages_go_as_before_and_put_back_they_follow_again(cast, at, adjust, fatima):
    key = adjust("call")
    asked = {
        "actor": cast.own.actor(),
        "at": at,
        "candidate_id": fatima.pk,
        "part": "adjustment",
        "row_id": key,
    }
    commands.remove_part(**asked)
    assert channel_of(fatima) == "email"
    commands.put_back_part(**asked)
    assert channel_of(fatima) == "call"


def test_what_waits_for_the_post_does_not_leave_any_more(cast, at, adjust, fatima):
    made = making.gathering(cast.own, starts_at=at + timedelta(days=9))
    guest = making.guest(made, fatima, reply="chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert Message.objects.get(to_id=fatima.pk).status == "waiting"
    adjust("call")
    assert Message.objects.get(to_id=fatima.pk).status == "failed", "so that somebody calls"
    assert Guest.objects.get(pk=guest.pk).channel == "email"


def test_who_calls_the_guests_reads_it_beside_the_number(cast, at, log_in, adjust, fatima):
    adjust("together")
    made = making.gathering(cast.own, starts_at=at + timedelta(days=9))
    making.guest(made, fatima, reply="invited", invited_at=at, channel="email")
    address = reverse("gatherings:guests", args=[made.pk])
    page = text_of(log_in(cast.own.account()).get(address))
    assert "06 12345678" in page and "Bellen, en een brief samen lezen" in page
    for house, role in ((cast.own, Role.COORDINATOR), (cast.other, Role.RELATIONSHIP_MANAGER)):
        assert "samen lezen" not in text_of(log_in(house.account(role)).get(address))


def test_it_stands_at_the_top_of_the_page_and_is_changed_there(cast, log_in, adjust, fatima):
    client = log_in(cast.own.account())
    page = client.get(reverse("candidates:candidate", args=[fatima.pk])).content.decode()
    assert "Gaat contact beter op een andere manier?" in page and "Zo gaat contact goed" not in page
    key = adjust("call", "na drie uur")
    page = client.get(reverse("candidates:candidate", args=[fatima.pk])).content.decode()
    assert page.index("Bellen, niet schrijven") < page.index("Contact met Fatima")
    assert reverse("candidates:change_part", args=[fatima.pk, "adjustment", key]) in page


@pytest.mark.parametrize(
    ("words", "is_refused"),
    [
        ("is laaggeletterd", True),
        ("heeft misschien ADHD", True),
        ("vermoeden van dyslexie", True),
        ("een verslaving", True),
        ("bel na drie uur", False),
        ("leg het stap voor stap uit", False),
        ("wil een autorit samen oefenen", False),
    ],
)
def test_a_diagnosis_or_a_suspicion_is_refused_and_what_was_typed_stays(
    cast, at, log_in, fatima, words, is_refused
):
    address = reverse("candidates:note_part", args=[fatima.pk, "adjustment"])
    answer = log_in(cast.own.account()).post(
        address, {"request_key": uuid4(), "way": "other", "words": words, "source": "own_words"}
    )
    assert Adjustment.objects.exists() != is_refused
    if is_refused:
        assert answer.status_code == 200 and words in answer.content.decode()
        assert "Schrijf wat je anders doet" in answer.content.decode()
        with pytest.raises(NamesADiagnosis):
            commands.note_part(
                actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part="adjustment", way="call", words=words
            )  # fmt: skip


def test_the_same_is_not_noted_twice_on_a_day(adjust):
    adjust("call")
    with pytest.raises(IsNotedToday):
        adjust("call")
    adjust("call", "na drie uur")
    assert Adjustment.objects.count() == 2


def test_something_else_says_what(cast, log_in, fatima):
    address = reverse("candidates:note_part", args=[fatima.pk, "adjustment"])
    answer = log_in(cast.own.account()).post(
        address, {"request_key": uuid4(), "way": "other", "words": "", "source": "own_words"}
    )
    assert "Schrijf in een paar woorden wat je anders doet" in answer.content.decode()


def test_two_files_of_one_person_together_are_written_to_as_both_say(cast, at, adjust, fatima):
    other = making.candidate(cast.own, "Fatma", **BY_MAIL)
    commands.note_part(actor=cast.own.actor(), at=at, candidate_id=other.pk, part="adjustment", way="call")
    adjust("sms")
    commands.merge_candidates(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, other_id=other.pk)
    assert channel_of(fatima) == "call" and set(fatima.adjusted_ways) == {"call", "sms"}
    assert Adjustment.objects.filter(candidate=fatima).count() == 2
    merge_id = Merge.objects.get().pk
    back = commands.take_apart_candidates(
        actor=cast.own.actor(), at=at, candidate_id=fatima.pk, merge_id=merge_id
    )
    assert channel_of(fatima) == "sms"
    assert channel_of(type(fatima).objects.get(pk=back)) == "call"
