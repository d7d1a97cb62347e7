"""A form that is refused comes back with all that was chosen and typed, and with a key that counts."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import F
from tests.matches.making_talks import click, evening, give_hours, propose

from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast, at):
    """Fatima and Yonas each chose Joris and were chosen; Joris has two hours, both taken; Marit and Rik have a step."""
    made = evening(cast)
    give_hours(cast, at, made, made.partners[0], hours=3)
    click(made, made.guests[0], made.firms[0])
    click(made, made.guests[1], made.firms[0])
    propose(cast, at, made)
    return made


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


def refused(answer, key: str) -> str:
    """The page of a refusal: nothing lost, a fresh key where the old one is spent."""
    page: str = answer.content.decode()
    assert "al eerder verstuurd" in page
    assert re.search(r'name="request_key" value="[0-9a-f-]{36}"', page)
    assert f'value="{key}"' not in page
    return page


def test_the_page_after_keeps_akkoord_and_choices_where_somebody_was_first(client, told):
    address = f"/gesprekken/{told.gathering.pk}/na/"
    one, other = FollowUp.objects.order_by("starts_at")
    free = FreeBlock.objects.get(taken_by=None)
    FreeBlock.objects.filter(pk=free.pk).delete()
    # the first is changed to an hour that went meanwhile, the second to another entrepreneur; no step is on akkoord
    chosen = f"other:{told.partners[1].pk}"
    answer = client.post(
        address,
        {
            "seen": [f"step:{step.pk}" for step in NextStep.objects.all()],
            "agree": [f"talk:{one.pk}", f"talk:{other.pk}"],
            f"choice-talk:{one.pk}": str(free.pk),
            f"other-talk:{other.pk}": chosen,
            "request_key": str(uuid4()),
        },
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "net door een ander gesprek bezet" in page
    assert re.search(rf'value="talk:{one.pk}" checked', page)
    assert f'<option value="{chosen}" selected>' in page
    assert not re.search(r'value="step:[^"]+" checked', page)
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"proposed"}


def test_the_page_after_with_a_spent_key_keeps_what_was_chosen(client, told):
    address, key = f"/gesprekken/{told.gathering.pk}/na/", str(uuid4())
    one, other = FollowUp.objects.order_by("starts_at")
    client.post(address, {"agree": [f"talk:{one.pk}"], "request_key": key})
    page = refused(
        client.post(
            address, {"agree": [f"talk:{other.pk}"], f"choice-talk:{other.pk}": "call", "request_key": key}
        ),
        key,
    )
    assert re.search(rf'name="choice-talk:{other.pk}" value="call" checked', page)


@pytest.fixture
def sent(cast, at, told):
    commands.send_follow_ups(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, choices=[], step_ids=[],
        agreed_ids=list(FollowUp.objects.values_list("pk", flat=True)),
    )  # fmt: skip
    return FollowUp.objects.first()


def test_what_came_of_a_talk(client, sent):
    ago = timedelta(days=30)
    FollowUp.objects.update(starts_at=F("starts_at") - ago, ends_at=F("ends_at") - ago)  # it has been
    address, key = f"/gesprekken/vervolg/{sent.pk}/", str(uuid4())
    client.post(address, {"outcome": "work", "outcome_words": "Begint maandag", "request_key": key})
    page = refused(
        client.post(address, {"outcome": "no_fit", "outcome_words": "Toch niet", "request_key": key}), key
    )
    assert "Toch niet" in page
    assert re.search(r'value="no_fit"[^>]*checked', page)
    sent.refresh_from_db()
    assert sent.outcome == "work"


def test_a_talk_that_is_added(client, told):
    address, key = f"/gesprekken/{told.gathering.pk}/na/erbij/", str(uuid4())
    asked = {
        "candidate": str(told.people[2].pk),
        "entrepreneur": str(told.partners[1].pk),
        "request_key": key,
    }
    client.post(address, asked | {"words": "Zelfde dorp"})
    page = refused(client.post(address, asked | {"words": "Zelfde vak"}), key)
    assert "Zelfde vak" in page
    assert f'<option value="{told.people[2].pk}" selected>' in page


def test_hours_of_an_entrepreneur(client, told):
    address, key = f"/gesprekken/{told.gathering.pk}/uren/{told.partners[1].pk}/", str(uuid4())
    values = re.findall(r'name="block" value="([^"]+)"', client.get(address).content.decode())
    client.post(address, {"block": values[:1], "most_talks": "2", "request_key": key})
    page = refused(client.post(address, {"block": values[3:5], "most_talks": "4", "request_key": key}), key)
    assert re.findall(r'name="block" value="([^"]+)" checked', page) == values[3:5]
    assert re.search(r'name="most_talks" value="4" checked', page)
    assert FreeBlock.objects.filter(entrepreneur=told.partners[1]).count() == 1


def test_hours_that_are_none_are_refused_in_words(client, told):
    address = f"/gesprekken/{told.gathering.pk}/uren/{told.partners[1].pk}/"
    answer = client.post(address, {"block": ["morgen"], "most_talks": "99", "request_key": str(uuid4())})
    assert answer.status_code == 409
    assert "Laad de pagina opnieuw" in answer.content.decode()
