"""Another organisation reads after a gathering what is about its own people, and is offered nothing it cannot do."""

from uuid import uuid4

import pytest
from tests import making
from tests.gatherings.page_asking import text_of
from tests.matches.making_talks import click, evening, propose, send

from werktop.matches.models import NextStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
NOBODY = "Van jullie praat hier niemand verder"


@pytest.fixture
def told(cast):
    made = evening(cast, candidates=1, entrepreneurs=1)
    click(made, made.guests[0], made.firms[0])
    return made


def page_of(house, log_in, told) -> str:
    return text_of(log_in(house.account()).get(f"/gesprekken/{told.gathering.pk}/na/"))


def test_who_has_nobody_there_reads_so_before_and_after_all_is_sent(cast, at, log_in, told):
    for step in (lambda: None, lambda: propose(cast, at, told), lambda: send(cast, at, told)):
        step()
        page = page_of(cast.other, log_in, told)
        assert NOBODY in page and "gaat over anderen" in page
        assert "Er is nog niets voorgesteld" not in page and "Laat werktop" not in page
    assert NOBODY not in page_of(cast.own, log_in, told)


def test_whose_guests_have_no_talk_and_no_step_reads_so_once_proposals_were_made(cast, at, log_in, told):
    propose(cast, at, told)
    theirs = making.candidate(cast.other, "Oksana")
    making.guest(told.gathering, theirs, arrived_at=told.gathering.starts_at)
    assert NOBODY in page_of(cast.other, log_in, told)


def test_whose_guests_were_there_reads_who_proposes_until_then(cast, at, log_in, told):
    making.guest(told.gathering, making.candidate(cast.other, "Oksana"), arrived_at=told.gathering.starts_at)
    page = page_of(cast.other, log_in, told)
    assert f"{cast.own.organisation.name} houdt dit gesprek en stelt de gesprekken voor." in page
    assert NOBODY not in page and "Laat werktop" not in page
    propose(cast, at, told)
    assert "Oksana" in page_of(cast.other, log_in, told)


def test_who_holds_it_is_offered_the_proposals(cast, log_in, told):
    page = page_of(cast.own, log_in, told)
    assert "Laat werktop dan gesprekken voorstellen" in page and "Stel gesprekken voor" in page


def test_who_is_written_to_is_not_said_to_be_called(cast, at, log_in):
    told = evening(cast, candidates=2, entrepreneurs=1)
    told.people[1].phone = ""
    told.people[1].save()
    propose(cast, at, told)
    page = text_of(send_by_page(cast, log_in, told))
    assert "2 mensen krijgen bericht van een andere volgende stap." in page
    assert "Krijgen een andere volgende stap" in page
    assert "Wij bellen" not in page and "wie er belt" not in page
    results = text_of(log_in(cast.own.account()).get(f"/gesprekken/{told.gathering.pk}/resultaat/"))
    assert "door een collega toegezegd of gedaan" in results and "belt" not in results


def send_by_page(cast, log_in, told):
    client = log_in(cast.own.account())
    steps = [f"step:{pk}" for pk in NextStep.objects.values_list("pk", flat=True)]
    form = {"agree": steps, "request_key": str(uuid4())}
    return client.post(f"/gesprekken/{told.gathering.pk}/na/", form, follow=True)
