"""Who answers by telephone: a colleague notes it with the choices of the guest's own page, as the guest's own word."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day

from werktop.gatherings.models import Click, TalkOnQuestion
from werktop.matches.models import FreeBlock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def day(cast, at):
    made = running_day(cast.own, at=at)
    made.gathering.status = "finished"
    made.gathering.ends_at = at - timedelta(minutes=1)
    made.gathering.save()
    return made


def address(day, name):
    return f"/gesprekken/{day.gathering.pk}/antwoord/{day.guests[name].pk}/"


def note(client, day, name, *chosen, **more):
    form = {"person": [str(day.guests[each].pk) for each in chosen], "request_key": str(uuid4())} | more
    return client.post(address(day, name), form)


def test_na_names_who_is_silent_with_a_way_to_note_the_answer_and_then_one_less(cast, log_in, day):
    client, after = log_in(cast.own.account()), f"/gesprekken/{day.gathering.pk}/na/"
    client.post(reverse("gatherings:ask_talk_on", args=[day.gathering.pk]), {"request_key": uuid4()})
    page = client.get(after).content.decode()
    before = int(re.search(r"(\d+) gasten die er waren, gaven zelf nog geen antwoord", page).group(1))
    assert f'href="{address(day, "Fatima")}"' in page
    answer = note(client, day, "Fatima", "Joris")
    assert (answer.status_code, answer["Location"]) == (302, after)
    page = client.get(after).content.decode()
    assert "Genoteerd: Fatima wil verder praten met Joris." in page
    assert f"{before - 1} gasten die er waren, gaven zelf nog geen antwoord" in page
    assert address(day, "Fatima") not in page
    click = Click.objects.get(chooser=day.guests["Fatima"])
    assert (click.chosen, click.source) == (day.guests["Joris"], "guest")


def test_the_page_offers_who_sat_there_and_refuses_anybody_else(cast, log_in, day):
    client = log_in(cast.own.account())
    page = client.get(address(day, "Fatima")).content.decode()
    assert "Joris" in page and "Ineke" in page
    assert "Henk" not in page and "Hoeveel gesprekken, en wanneer?" not in page
    assert note(client, day, "Fatima", "Henk").status_code == 409
    assert note(client, day, "Fatima", person=["niemand"]).status_code == 409
    assert not Click.objects.exists() and not TalkOnQuestion.objects.exists()


def test_nobody_is_an_answer_and_takes_the_place_of_what_a_host_tapped(cast, log_in, at, day):
    Click.objects.create(
        gathering=day.gathering,
        chooser=day.guests["Kees"],
        chosen=day.guests["Joris"],
        source="host",
        noted_at=at,
    )
    client = log_in(cast.own.account())
    assert re.search(r'name="person"[^>]* checked', client.get(address(day, "Kees")).content.decode())
    note(client, day, "Kees")
    assert not Click.objects.exists()
    assert TalkOnQuestion.objects.get(guest=day.guests["Kees"]).answered_at == at


def test_an_entrepreneur_says_the_hours_and_how_many_talks_too(cast, log_in, day):
    client = log_in(cast.own.account())
    page = client.get(address(day, "Joris")).content.decode()
    values = re.findall(r'name="block" value="([^"]+)"', page)
    answer = note(client, day, "Joris", "Fatima", "Kees", block=values[:2], most_talks="4")
    assert answer.status_code == 302
    assert FreeBlock.objects.filter(gathering=day.gathering).count() == 2
    day.guests["Joris"].refresh_from_db()
    assert day.guests["Joris"].most_talks == 4
    wrong = note(client, day, "Joris", "Fatima", block=["gisteren"], most_talks="2")
    assert wrong.status_code == 409
    assert re.search(rf'value="{day.guests["Fatima"].pk}" checked', wrong.content.decode())


def test_who_did_not_come_and_another_organisation_get_no_page(cast, log_in, day):
    assert log_in(cast.other.account()).get(address(day, "Fatima")).status_code == 404
    day.guests["Rosa"].arrived_at = None
    day.guests["Rosa"].save()
    client = log_in(cast.own.account())
    refused = client.get(address(day, "Rosa"))
    assert refused.status_code == 409 and "Deze gast was er niet" in refused.content.decode()
    assert note(client, day, "Rosa", "Joris").status_code == 409
    assert not Click.objects.exists()
    other = making.gathering(cast.own)
    assert client.get(f"/gesprekken/{other.pk}/antwoord/{day.guests['Fatima'].pk}/").status_code == 404


def test_the_guest_list_leads_to_it_once_the_gathering_is_finished(cast, log_in, day):
    client, guests = log_in(cast.own.account()), f"/gesprekken/{day.gathering.pk}/gasten/"
    assert address(day, "Fatima") in client.get(guests).content.decode()
    day.gathering.status = "running"
    day.gathering.save()
    assert address(day, "Fatima") not in client.get(guests).content.decode()


def test_a_colleagues_open_page_keeps_what_the_guest_chose_meanwhile_and_says_all_of_it(cast, log_in, day):
    client = log_in(cast.own.account())
    opened = re.search(
        r'name="people_were" value="([^"]*)"', client.get(address(day, "Fatima")).content.decode()
    )
    note(client, day, "Fatima", "Joris", people_were=opened[1])
    note(client, day, "Fatima", "Ineke", people_were=opened[1])
    page = client.get(f"/gesprekken/{day.gathering.pk}/na/").content.decode()
    assert "Fatima wil verder praten met Ineke, Joris." in page
    assert Click.objects.filter(chooser=day.guests["Fatima"], source="guest").count() == 2
