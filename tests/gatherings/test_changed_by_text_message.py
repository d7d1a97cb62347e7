"""What a text message says of a gathering that changed: what is new, and what is arranged."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making

from werktop.gatherings.commands.changing import change_gathering
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

ELSEWHERE = {"place_name": "Zaal De Werf", "address": "Kade 3, Tiel"}
LATER = timedelta(minutes=30)


def text_messages_about(cast, at, made, *changes, language="nl", arranged=()):
    """What Sam, who comes and needs an interpreter, reads on the telephone of each of these changes."""
    languages = ["nl"] if language == "nl" else ["en"]
    person = making.candidate(
        cast.own, "Sam", preferred_channel="sms", languages=languages, is_interpreter_needed=True
    )
    making.guest(made, person, "yes", channel="sms", invited_at=at, arranged=list(arranged))
    for minutes, facts in enumerate(changes):
        change_gathering(
            actor=cast.own.actor(), at=at + timedelta(minutes=minutes), gathering_id=made.pk, **facts
        )
    return [m.body for m in Message.objects.filter(purpose="changed", channel="sms").order_by("id")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Andere plaats op 3 december, 10.00: niet bij %s, maar bij Zaal De Werf, Kade 3, Tiel. Er is een tolk."),
        ("en", "New place on 3 December, 10.00: not at %s, but at Zaal De Werf, Kade 3, Tiel. There is an interpreter."),
    ],
)  # fmt: skip
def test_a_text_message_about_another_place_says_which_and_what_is_arranged(cast, at, language, words):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    told = text_messages_about(cast, at, made, ELSEWHERE, language=language, arranged=["wants_interpreter"])
    assert told[0].startswith(words % made.place_name)


def test_a_text_message_about_another_end_says_that_alone(cast, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    told = text_messages_about(cast, at, made, {"ends_at": made.ends_at + LATER})
    words = f"Andere eindtijd op 3 december, 10.00, {made.place_name}. Het duurt nu tot 13.00. Nog niet zeker: tolk."
    assert told[0].startswith(words) and "plaats" not in told[0] and "was" not in told[0]


def test_a_text_message_about_another_day_and_place_names_both_places(cast, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    week = {"starts_at": made.starts_at + timedelta(days=7), "ends_at": made.ends_at + timedelta(days=7)}
    told = text_messages_about(cast, at, made, ELSEWHERE | week)
    words = "was 3 december, 10.00 bij %s, nu 10 december, 10.00 bij Zaal De Werf, Kade 3, Tiel."
    assert words % made.place_name in told[0]


def test_a_text_message_after_a_change_that_nobody_heard_of_says_all_as_it_is_now(cast, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    later = {"ends_at": made.ends_at + LATER}
    told = text_messages_about(cast, at, made, ELSEWHERE, later)
    assert told[1].startswith(
        "Er is iets veranderd. Nu: 3 december, 10.00 - 13.00, Zaal De Werf, Kade 3, Tiel. Nog niet zeker: tolk."
    )


def test_a_text_message_about_another_address_of_the_same_hall_says_that(cast, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    told = text_messages_about(cast, at, made, {"address": "Kade 5, Tiel"})
    assert told[0].startswith(f"Ander adres op 3 december, 10.00: {made.place_name}, Kade 5, Tiel.")


def test_a_text_message_about_another_hour_and_address_of_the_same_hall_names_the_hall_once(cast, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    later = {"starts_at": made.starts_at + LATER, "ends_at": made.ends_at + LATER}
    told = text_messages_about(cast, at, made, {"address": "Kade 5, Tiel"} | later)
    words = f"was 3 december, 10.00, nu 3 december, 10.30, {made.place_name}, Kade 5, Tiel."
    assert words in told[0] and told[0].count(made.place_name) == 1
