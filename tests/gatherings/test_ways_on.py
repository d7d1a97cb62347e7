"""Where something cannot be, the page says what to do and leads there: no seats, letters that come too late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.answering import answers
from tests.gatherings.page_asking import at_page, post, text_of
from tests.gatherings.seating import hall_of_guests
from tests.gatherings.seats_asking import address
from tests.gatherings.test_heard_in_time import local

from werktop.gatherings.models import Guest, Table
from werktop.gatherings.pages.remedies import ways_on_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def staff(cast, log_in):
    return log_in(cast.own.account())


def test_a_refused_plan_leads_to_the_tables_and_keeps_the_page(cast, staff):
    made = hall_of_guests(cast.own)
    Table.objects.filter(gathering=made.gathering).update(is_step_free=False)
    making.guest(made.gathering, making.candidate(cast.own, "Cem", is_step_free_needed=True))
    answer = post(staff, address(made))
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Cem" in page and "Maak een tafel drempelvrij" in page
    assert f'href="{at_page("tables", made.gathering)}"' in page


def test_what_cannot_fit_is_known_before_anybody_plans(cast, staff):
    made = hall_of_guests(cast.own)
    places = (address(made), at_page("gathering", made.gathering))
    for place in places:
        page = text_of(staff.get(place))
        assert "drempelvrije tafels" not in page and "geen taal van een tafel" not in page
    Table.objects.filter(gathering=made.gathering).update(is_step_free=False)
    making.guest(
        made.gathering, making.candidate(cast.own, "Cem", is_step_free_needed=True, languages=["ar"])
    )
    for place in places:
        page = text_of(staff.get(place))
        assert "1 stoel te weinig aan drempelvrije tafels" in page
        assert "1 gast spreekt geen taal van een tafel" in page


@pytest.mark.parametrize(
    ("kinds", "count"), [(["apart", "together", "fixed"], 1), (["step_free", "language"], 2), ([], 1)]
)
def test_every_refusal_has_a_way_on_and_none_twice(cast, kinds, count):
    ways = ways_on_of(making.gathering(cast.own).pk, kinds)
    assert len(ways) == count and all(way["url"] and way["text"] for way in ways)


def test_an_invitation_by_letter_waits_for_a_printer_and_says_so(cast, staff, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=10))
    for name, channel in (("Naima", "email"), ("Omar", "letter")):
        person = making.candidate(cast.own, name, preferred_channel=channel, address="Dorpsstraat 1")
        making.guest(made, person, reply="chosen")
    answer = post(staff, at_page("invite_guests", made))
    page = staff.get(answer["Location"])
    assert "1 uitnodiging gaat nu weg. 1 brief ligt klaar om te printen. " in text_of(page)
    assert "printen.</a>" in page.content.decode(), "no line begins with a full stop"
    assert f'href="{reverse("post:letters")}"' in page.content.decode()
    assert "komt te laat" not in text_of(page)


def test_a_letter_that_comes_too_late_is_a_call(cast, staff, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=2))
    person = making.candidate(cast.own, "Omar", preferred_channel="letter", address="Dorpsstraat 1")
    making.guest(made, person, reply="chosen")
    post(staff, at_page("invite_guests", made))
    page = text_of(staff.get(at_page("gathering", made)))
    assert "De uitnodiging komt te laat: bel zelf" in page and "Omar El Amrani" in page


def test_who_was_invited_too_late_is_named_with_a_number_until_the_answer(cast, log_in, clock):
    at = local("2026-12-01T20:30")
    clock.set(at)
    made = making.gathering(cast.own, tables=1, starts_at=local("2026-12-02T08:00"))
    for name, channel, phone in (
        ("Sanne", "sms", "+31612345678"),
        ("Omar", "letter", ""),
        ("Mia", "email", ""),
    ):
        fields = {"preferred_channel": channel, "phone": phone, "address": "Dorpsstraat 1"}
        making.guest(made, making.candidate(cast.own, name, **fields), reply="chosen")
    other = making.candidate(cast.other, "Piet", preferred_channel="letter", address="Dorpsstraat 1")
    making.guest(made, other, reply="chosen")
    staff = log_in(cast.own.account())
    post(staff, at_page("invite_guests", made))
    card = card_of(staff, made)
    assert "Sanne El Amrani 06 12345678" in card and "Omar El Amrani geen nummer bekend" in card
    assert f"een collega van {cast.other.organisation.name} belt" in card
    assert "Mia" not in card and "Piet" not in card
    theirs = card_of(log_in(cast.other.account()), made)
    assert "Piet" in theirs and "Sanne" not in theirs
    answers(Guest.objects.get(channel="sms"), "yes", at)
    assert "Sanne" not in card_of(staff, made)
    # somebody whose letter had time enough is not called for it, however near the day comes
    Guest.objects.update(invited_at=at - timedelta(days=14))
    assert not card_of(staff, made)


def card_of(client, made) -> str:
    """What the page says of guests whose invitation comes too late, or nothing."""
    _before, _title, rest = text_of(client.get(at_page("gathering", made))).partition(
        "De uitnodiging komt te laat: bel zelf"
    )
    return rest.partition("Wie komt")[0]


def test_at_night_the_page_says_when_text_messages_leave(cast, log_in, clock):
    clock.set(local("2026-12-01T20:30"))
    made = making.gathering(cast.own, tables=1, starts_at=local("2026-12-09T14:00"))
    for name, channel in (("Sanne", "sms"), ("Mia", "email")):
        making.guest(
            made,
            making.candidate(cast.own, name, preferred_channel=channel, phone="+31612345678"),
            reply="chosen",
        )
    staff = log_in(cast.own.account())
    page = text_of(staff.get(post(staff, at_page("invite_guests", made))["Location"]))
    assert "1 uitnodiging gaat nu weg. 1 gast krijgt op 2 december om 08.00 uur een sms" in page
