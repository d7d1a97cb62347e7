"""What an entrepreneur proposed becomes a gathering: with theme, day and place, and read back on the own page."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import text_of
from tests.own_pages import own_client

from werktop.ambassadors import commands
from werktop.ambassadors.models import Idea
from werktop.contacts.reading import first_day_in
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.models import Gathering
from werktop.gatherings.queries.ideas import start_of_idea

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
PAGE = "gatherings:new_gathering"


@pytest.fixture
def anna(cast):
    firm = making.employer(cast.own, "Het Veer", address="Kade 1", place="Waalsteen")
    return making.entrepreneur(firm, "Anna", email="anna@post.example")


def idea_of(cast, at, anna, **facts) -> Idea:
    asked = {"kind": "gathering", "words": "Werken in de techniek", "when_words": "rond 14 januari"} | facts
    key = commands.propose_idea(actor=cast.own.actor(), at=at, entrepreneur_id=anna.pk, **asked)
    return Idea.objects.get(pk=key)


def test_theme_day_and_place_come_along_and_the_entrepreneur_reads_when_it_is(cast, at, anna, log_in):
    idea, client, browser = idea_of(cast, at, anna), log_in(cast.own.account()), own_client(anna, at)
    page = client.get(reverse(PAGE), {"idea": idea.pk})
    start = page.context["form"].initial
    assert (start["theme"], start["day"], start["place_name"], start["address"], start["host_employer"]) == (
        "Werken in de techniek", date(2027, 1, 14), "Het Veer", "Kade 1, Waalsteen", str(anna.employer_id),
    )  # fmt: skip
    assert "Wanneer ongeveer: rond 14 januari" in text_of(page)
    typed = {name: value for name, value in start.items() if name != "is_impression_asked"}
    client.post(
        reverse(PAGE), {"request_key": uuid4(), "idea": idea.pk, **typed, "begins": "13:30", "ends": "16:00"}
    )
    made = Gathering.objects.get()
    idea.refresh_from_db()
    assert (made.idea, made.theme, idea.state) == (idea, "Werken in de techniek", "looking")
    assert "Werken in de techniek" in text_of(client.get(reverse("gatherings:gathering", args=[made.pk])))
    assert reverse("gatherings:gathering", args=[made.pk]) in client.get(
        reverse("ambassadors:idea", args=[idea.pk])
    ).content.decode()  # fmt: skip
    own = "/mijn/bedrijf/meedenken/"
    assert "Uw gesprek is op donderdag 14 januari" in text_of(browser.get(own))
    cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert "gaat niet door" in text_of(browser.get(own))


@pytest.mark.parametrize(
    ("facts", "day", "theme"),
    [
        ({"when_words": "in het voorjaar"}, date(2027, 3, 1), "Werken in de techniek"),
        ({"when_words": "zaterdag 16 januari"}, date(2027, 1, 18), "Werken in de techniek"),
        ({"when_words": "", "words": "w" * 500}, "later", "w" * 199 + "…"),
        ({"kind": "hall", "from_date": date(2027, 2, 1)}, date(2027, 2, 1), ""),
        ({"kind": "hall", "from_date": date(2026, 11, 25)}, "later", ""),
    ],
)  # fmt: skip
def test_what_was_said_begins_the_form_on_a_working_day_to_come(cast, at, anna, facts, day, theme):
    later = at.date() + timedelta(days=21)
    start = start_of_idea(idea_of(cast, at, anna, **facts), at, later)
    assert (start["day"], start["theme"]) == (later if day == "later" else day, theme)


def test_an_idea_of_elsewhere_is_not_there(cast, at, anna, log_in):
    idea = idea_of(cast, at, anna)
    far = log_in(cast.far.account())
    for asked in (idea.pk, uuid4(), "x"):
        assert far.get(reverse(PAGE), {"idea": asked}).status_code == 404


def test_words_without_a_day_name_none(at):
    assert first_day_in("op een middag, liefst vroeg", at.date()) is None
