"""A person is reached by the way they chose, else by what is known, else by a call."""

import pytest
from tests import making

from werktop.candidates import commands
from werktop.candidates.queries import candidates_by_id
from werktop.post.reach import address_in
from werktop.post.recipients import recipient_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("facts", "channel", "address"),
    [
        ({"preferred_channel": "email"}, "email", "fatima@post.example"),
        ({"preferred_channel": "sms"}, "sms", "+31600000001"),
        ({"preferred_channel": "sms", "phone": ""}, "email", "fatima@post.example"),
        ({"preferred_channel": "call"}, "call", "+31600000001"),
        ({"preferred_channel": "email", "email": "", "phone": ""}, "call", ""),
        (
            {"preferred_channel": "letter", "address": "Dijkpad 3"},
            "letter",
            "Fatima El Amrani\nDijkpad 3\n4001 AB Tiel",
        ),
    ],
)
def test_the_way_follows_the_person(cast, facts, channel, address):
    person = making.candidate(cast.own, **{"email": "fatima@post.example", "phone": "+31600000001"} | facts)
    found = recipient_of("candidate", person)
    assert (found.channel, found.address) == (channel, address)


def test_who_speaks_no_dutch_gets_english(cast):
    assert recipient_of("candidate", making.candidate(cast.own, languages=["ar"])).language == "en"
    assert recipient_of("candidate", making.candidate(cast.own, languages=["ar", "nl"])).language == "nl"


@pytest.mark.parametrize(("phone", "channel"), [("+31344000000", "call"), ("+31612345678", "sms")])
def test_a_landline_gets_no_text_message_unless_somebody_says_so(cast, phone, channel):
    person = making.entrepreneur(making.employer(cast.own), email="", phone=phone)
    assert recipient_of("entrepreneur", person).channel == channel
    assert recipient_of("entrepreneur", person, channel="sms").channel == "sms"
    candidate = making.candidate(cast.own, email="", phone=phone, preferred_channel="email")
    assert recipient_of("candidate", candidate).channel == channel


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Dijkpad 3", "Dijkpad 3"),
        ("postbus 12", "Postbus 12"),
        ("12 Postbus", "Postbus 12"),
        ("Postbus: 12, t.a.v. de balie", "t.a.v. de balie, Postbus 12"),
        ("P.O. Box 12", "Postbus 12"),
        ("Postbusweg 4", "Postbusweg 4"),
        ("De Postbus", "De Postbus"),
    ],
)
def test_the_number_of_a_post_box_stands_after_its_word_and_before_the_postcode(cast, at, typed, kept):
    assert address_in(typed) == kept
    key = commands.add_candidate(
        actor=cast.own.actor(), at=at, first_name="Bo", address=typed, postcode="4001 AB",
        preferred_channel="letter",
    )  # fmt: skip
    person = candidates_by_id([key])[key]
    assert recipient_of("candidate", person).address == f"Bo\n{kept}\n4001 AB Tiel"
