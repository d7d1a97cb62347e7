"""Where something cannot be, the page says what to do and leads there: no seats, letters that come too late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of
from tests.gatherings.seating import hall_of_guests
from tests.gatherings.seats_asking import address

from werktop.gatherings.models import Table
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
    assert "De brief komt te laat" not in text_of(page)


def test_a_letter_that_comes_too_late_is_a_call(cast, staff, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=2))
    person = making.candidate(cast.own, "Omar", preferred_channel="letter", address="Dorpsstraat 1")
    making.guest(made, person, reply="chosen")
    post(staff, at_page("invite_guests", made))
    page = text_of(staff.get(at_page("gathering", made)))
    assert "De brief komt te laat: bel zelf" in page and "Omar El Amrani" in page
