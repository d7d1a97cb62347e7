"""At our host's own firm we are the guests: who receives us is not welcomed there as a stranger."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of

from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.inviting import invite_guests, remind_guests
from werktop.gatherings.commands.talk_on import ask_talk_on
from werktop.gatherings.models import Gathering
from werktop.matches.commands import thank_who_came
from werktop.post import links
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
STRANGER = (
    "U bent welkom",
    "u bent welkom",
    "Fijn dat u komt",
    "Fijn dat u er was",
    "Dank u wel dat u er was",
)
WAYS = ("email", "sms")


@pytest.fixture
def made(cast, at):
    """A gathering at Café Zwaluw: by each way one of that firm (their names end in "thuis") and one from elsewhere."""
    host = making.employer(cast.own, "Café Zwaluw")
    made = making.gathering(
        cast.own, tables=2, starts_at=at + timedelta(days=10), host_employer=host, place_name="Café Zwaluw"
    )
    for firm, name in ((host, "thuis"), (making.employer(cast.own), "elders")):
        for way in WAYS:
            person = making.entrepreneur(firm, way, last_name=name, phone="+31612345678")
            if way == "sms":
                person.email = ""
                person.save()
            making.guest(made, person, "chosen", channel=way)
    return made


def bodies(purpose: str) -> dict[str, str]:
    """What each was sent, by the name it went to."""
    found = Message.objects.filter(purpose=purpose)
    return {f"{each.channel} {'thuis' if 'thuis' in each.to_name else 'elders'}": each.body for each in found}


def is_as_by_a_guest(told: dict[str, str]) -> bool:
    """Who receives us reads that we are the guests, and nobody else does."""
    assert len(told) == 4, told
    for way in WAYS:
        home, away = told[f"{way} thuis"], told[f"{way} elders"]
        assert "bij u te gast" in home and not any(words in home for words in STRANGER), home
        assert "te gast" not in away and any(words in away for words in STRANGER), away
    return True


@pytest.mark.parametrize(
    ("place", "is_home"),
    [
        ({"place_name": "Buurthuis De Brug", "address": "Kade 1, Tiel"}, False),
        ({"place_name": "Het atelier", "address": "industrieweg 12,  Tiel"}, True),
        ({"place_name": "café zwaluw ", "address": "Kade 1, Tiel"}, True),
    ],
)
def test_in_a_hall_elsewhere_we_are_nobodys_guests(cast, at, made, place, is_home):
    Gathering.objects.update(**place)
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    told = bodies("invitation")
    for name, body in told.items():
        assert ("bij u te gast" in body) == (is_home and "thuis" in name), body
    assert len(told) == 4


def test_the_invitation_and_what_follows_a_yes_say_who_visits_whom(cast, at, made):
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
    invite_guests(**asked)
    assert is_as_by_a_guest(bodies("invitation"))
    for guest in made.guests.all():
        reply_to_invitation(**asked, holder_kind="entrepreneur", holder_id=guest.entrepreneur_id, reply="yes")
    assert is_as_by_a_guest(bodies("confirmed"))
    assert {"Fijn dat u komt", "Fijn dat u meepraat"} == {
        m.subject for m in Message.objects.filter(purpose="confirmed", channel="email")
    }


def test_the_thank_you_and_the_question_afterwards_too(cast, at, made):
    made.guests.update(reply="yes", arrived_at=made.starts_at)
    made.status = "finished"
    made.save()
    asked = {"actor": cast.own.actor(), "at": made.ends_at + timedelta(hours=1), "gathering_id": made.pk}
    ask_talk_on(**asked)
    told = bodies("talk_on")
    assert "Fijn dat wij bij u te gast waren." in told["email thuis"]
    assert "Fijn dat u er was bij Café Zwaluw." in told["email elders"]
    thank_who_came(**asked)
    assert is_as_by_a_guest(bodies("thanks"))


@pytest.mark.parametrize(("name", "is_home"), [("thuis", True), ("elders", False)])
def test_the_own_page_asks_it_so(cast, at, made, client, clock, name, is_home):
    guest = made.guests.get(entrepreneur__last_name=name, channel="email")
    token = links.make_link(
        organisation_id=cast.own.organisation.pk, purpose="invitation", holder_kind="entrepreneur",
        holder_id=guest.entrepreneur_id, about_kind="gathering", about_id=made.pk, at=at,
        expires_at=at + timedelta(days=30),
    )  # fmt: skip
    page = text_of(client.get(reverse("portal:invitation", kwargs={"token": token})))
    assert ("Wij zijn bij u te gast." in page) == is_home
    assert ("Komt u praten met mensen die willen werken?" in page) != is_home
    assert ("Ja, ik praat mee" in page) == is_home and ("Ja, ik kom" in page) != is_home


@pytest.mark.parametrize("reply", ["invited", "yes"])
def test_another_day_asks_it_so_too(cast, at, made, reply):
    made.guests.update(reply=reply, invited_at=at)
    later = {"starts_at": made.starts_at + timedelta(days=1), "ends_at": made.ends_at + timedelta(days=1)}
    change_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk, **later)
    remind_guests(actor=cast.own.actor(), at=at + timedelta(days=3), gathering_id=made.pk)
    for purpose in ("changed", "reminder"):
        for whom, body in bodies(purpose).items():
            assert ("Komt u " in body or "Komt u?" in body) == ("elders" in whom), body
