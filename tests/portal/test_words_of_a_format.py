"""An invitation says what the guest will do: at a table, from table to table, or one to one; in both languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from tests import making
from tests.gatherings.answering import answers, told

from werktop.audit.actors import SYSTEM
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.inviting import invite_guests, remind_guests
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

SAYS = {
    # format, rounds: what an entrepreneur reads in the e-mail, and on the page, in Dutch and in English
    ("standard", 1): (
        ("U zit aan tafel met mensen die willen werken.", "U zit aan tafel met kandidaten en een tafelhost."),
        ("You sit at a table with people who want to work.", "You sit at a table with candidates and a host."),
    ),
    ("rotating", 3): (
        ("Er zijn 3 rondes van 30 minuten. Elke ronde praat u met andere mensen, vaak aan een andere tafel.",) * 2,
        ("There are 3 rounds of 30 minutes. Each round you talk with other people, often at another table.",) * 2,
    ),
    ("speed_dates", 8): (
        (
            "U praat één op één met mensen die willen werken, steeds met één tegelijk: 8 rondes van 30 minuten.",
            "U praat één op één met kandidaten, steeds met één tegelijk: 8 rondes van 30 minuten.",
        ),
        (
            "You talk one to one with people who want to work, one at a time: 8 rounds of 30 minutes.",
            "You talk one to one with candidates, one at a time: 8 rounds of 30 minutes.",
        ),
    ),
    ("speed_dates", 1): (
        (
            "U praat één op één met iemand die wil werken: 1 ronde van 30 minuten.",
            "U praat één op één met een kandidaat: 1 ronde van 30 minuten.",
        ),
        (
            "You talk one to one with somebody who wants to work: 1 round of 30 minutes.",
            "You talk one to one with a candidate: 1 round of 30 minutes.",
        ),
    ),
}  # fmt: skip


def in_words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("format", "rounds"), list(SAYS))
def test_an_entrepreneur_reads_what_the_format_is(cast, at, visitor, address_of, format, rounds, language):
    made = making.gathering(cast.own, tables=1, format=format, rounds=rounds, round_minutes=30)
    person = making.entrepreneur(made.host_employer, languages=[language])
    guest = making.guest(made, person, "chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    mail = in_words(Message.objects.get().body)
    page = in_words(visitor.get(address_of(guest, language=language)).content.decode())
    in_mail, on_page = SAYS[format, rounds][language == "en"]
    assert in_mail in mail
    assert on_page in page
    at_a_table = "aan tafel" if language == "nl" else "at a table"
    if format == "speed_dates":
        assert at_a_table not in mail and at_a_table not in page


ROUNDS = {
    "nl": "Er zijn 3 rondes. In de meeste rondes praat u met andere ondernemers. Vaak zit u dan aan een andere tafel.",
    "en": "There are 3 rounds. In most rounds you talk with other entrepreneurs. Often you sit at another table then.",
}
MAIN = {
    "nl": (
        "voor het gesprek met ondernemers. Dat gesprek is op 1 december bij De Schans.",
        "op 1 december gaat wel door",
    ),
    "en": ("with entrepreneurs. That gathering is on 1 December at De Schans.", "on 1 December does go on"),
}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_candidate_reads_that_most_rounds_are_with_others(cast, at, visitor, address_of, language):
    made = making.gathering(cast.own, tables=1, format="rotating", rounds=3, round_minutes=30)
    guest = making.guest(made, making.candidate(cast.own, languages=[language]), "chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    page = in_words(visitor.get(address_of(guest, language=language)).content.decode())
    for text in (in_words(Message.objects.get().body), page):
        assert ROUNDS[language] in text


PRACTICE = {
    "nl": "U oefent daar voor het gesprek op 1 december.",
    "en": "There you practise for the gathering on 1 December.",
}


def assert_each_message_tells(words, guest, manager, at):
    """That it is to practise: it reads like another invitation to the gathering itself else."""
    remind_guests(actor=SYSTEM, at=at, gathering_id=guest.gathering_id, guest_ids=[guest.pk])
    answers(guest, "yes", at)
    change_gathering(actor=manager, at=at, gathering_id=guest.gathering_id, place_name="De Werf")
    for purpose in ("reminder", "confirmed", "day_before", "changed"):
        bodies = [in_words(message.body) for message in told(purpose)]
        assert bodies and all(words in body for body in bodies), purpose


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("channel", ["email", "sms"])
def test_who_prepares_reads_for_which_gathering_and_that_it_goes_on(
    cast, at, visitor, address_of, language, channel
):
    main = making.gathering(cast.own, starts_at=datetime(2026, 12, 1, 9, tzinfo=UTC), place_name="De Schans")
    made = making.gathering(cast.own, tables=1, format="preparation", prepares_for=main)
    person = making.candidate(cast.own, languages=[language], preferred_channel=channel, phone="+31612345678")
    guest = making.guest(made, person, "chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    which, goes_on = MAIN[language]
    assert which in in_words(visitor.get(address_of(guest, language=language)).content.decode())
    if channel == "email":
        assert which in in_words(Message.objects.get(purpose="invitation").body)
    else:
        assert PRACTICE[language] in in_words(Message.objects.get(purpose="invitation").body)
    assert_each_message_tells(PRACTICE[language], guest, cast.own.actor(), at)
    Message.objects.update(status="sent", sent_at=at)
    cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert goes_on in in_words(Message.objects.get(purpose="cancelled").body)
    assert goes_on in in_words(visitor.get(address_of(guest, language=language)).content.decode())


@pytest.mark.parametrize("channel", ["email", "sms"])
@pytest.mark.parametrize("fate", ["called off", "past"])
def test_no_gathering_goes_on_that_is_called_off_or_past(cast, at, visitor, address_of, channel, fate):
    main = making.gathering(cast.own, starts_at=at + timedelta(days=12 if fate == "called off" else -1))
    made = making.gathering(cast.own, tables=1, format="preparation", prepares_for=main)
    person = making.candidate(cast.own, preferred_channel=channel, phone="+31612345678")
    guest = making.guest(made, person, "chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    Message.objects.update(status="sent", sent_at=at)
    off = main if fate == "called off" else made
    cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=off.pk)
    told = in_words(Message.objects.get(purpose="cancelled").body)
    assert "gaat niet door" in told and "gaat wel door" not in told
    assert "gaat wel door" not in in_words(visitor.get(address_of(guest)).content.decode())
