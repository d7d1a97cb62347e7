"""The real Sonar export, from the file to a next step for everyone on it, over HTTP."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.exchange.making import SONAR_WORKBOOK
from tests.road.walking import Walker, links_in, logged_in

from werktop.candidates.models import Candidate
from werktop.gatherings.models import Guest, Seat
from werktop.matches.models import FollowUp, NextStep

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 12, 3, 13, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
FIRMS = (
    "Houtbouw Betuwe", "Zorggroep Linge", "Drukkerij Zetwerk",
    "Bakkerij Korenmaat", "Kwekerij Groen", "Autobedrijf Waal",
)  # fmt: skip
ROWS = 24


@pytest.fixture
def manager(cast, clock):
    return logged_in(cast.own.account())


def test_everyone_on_the_sonar_export_is_invited_seated_and_followed_up(manager, clock, carry_post):
    the_export_is_taken_over(manager)
    home = a_gathering_with_six_firms(manager)
    manager.open(home + "gasten/kiezen/?kind=entrepreneur")
    manager.press("Zet op de lijst, nu kandidaten")
    manager.press("Nodig uit")
    assert Guest.objects.filter(kind="candidate", reply="invited").count() == ROWS
    carry_post()
    everyone_says_yes(manager, home)
    everyone_gets_a_chair(manager, home)
    the_day_is_held(manager, home, clock)
    carry_post()
    guests_choose(manager)
    everyone_has_a_next_step(manager, home, carry_post)


def the_export_is_taken_over(manager):
    for again in (False, True):
        manager.open("/bestanden/")
        file = SimpleUploadedFile("sonar.xlsx", SONAR_WORKBOOK.read_bytes())
        manager.press("Bekijk de lijst", kind="sonar", files={"file": file})
        assert "Er is nog niets overgenomen" in manager.page.words
        if again:
            assert "Alles stond er al. Er is niets om over te nemen." in manager.page.words
            continue
        manager.press(f"Neem {ROWS} rijen over")
        assert "Nieuwe kandidaten: 24." in manager.page.words
    assert Candidate.objects.count() == ROWS


def a_gathering_with_six_firms(manager):
    for number, firm in enumerate(FIRMS):
        manager.open("/werkgevers/nieuw/")
        manager.press(
            "Bewaar",
            name=firm,
            place="Tiel",
            address=f"Industrieweg {number + 1}",
            postcode="4001 AB",
            person_name=f"Robin {firm.split()[0]}",
            email=f"robin{number}@firma.example",
        )
    manager.open("/gesprekken/nieuw/")
    form, plan = manager.page.form_with("Plan")
    host = next(value for value, words in form.choices("host_employer") if words.startswith(FIRMS[0]))
    asked = {"host_employer": host, "day": "2026-12-03", "begins": "13:30", "ends": "16:00"}
    manager.send(form, plan, asked | {"candidates_wanted": str(ROWS)})
    return manager.page.url


def messages_with(manager, piece):
    """The links with this piece in all messages of the mailbox page, read there as a person would."""
    found, page = [], 1
    while True:
        shown = manager.open(f"/post/postbus/?page={page}")
        addresses = dict.fromkeys(h for h, _w in shown.links if re.fullmatch(r"/post/postbus/[\w-]{36}/", h))
        for address in addresses:
            found += [link for link in links_in(manager.open(address).source) if piece in link]
        if not any(f"page={page + 1}" in href for href, _words in shown.links):
            return list(dict.fromkeys(found))
        page += 1


def everyone_says_yes(manager, home):
    for link in messages_with(manager, "/u/"):
        guest = Walker()
        guest.open(link.rstrip("."))
        if any(b.words == "Ja, ik kom" for form in guest.page.forms for b in form.buttons):
            guest.press("Ja, ik kom")
    for guest in Guest.objects.filter(reply="invited"):  # who is only reached by telephone
        manager.open(home + "gasten/?reply=invited")
        manager.press("Gebeld: ja", of=(guest.candidate or guest.entrepreneur).name)
    assert set(Guest.objects.values_list("reply", flat=True)) == {"yes"}


def everyone_gets_a_chair(manager, home):
    assert all(g.candidate.languages == ["nl"] for g in Guest.objects.filter(kind="candidate"))
    manager.open(home + "stoelen/")
    manager.press("Deel de stoelen in")
    assert Seat.objects.filter(plan__state="in_force").count() == ROWS + len(FIRMS)


def the_day_is_held(manager, home, clock):
    clock.set(DAY - timedelta(minutes=20))
    manager.open(home + "dag/")
    manager.press("Begin de dag")
    for guest in Guest.objects.all():  # by badge: everyone on the example export has the same name
        manager.open(f"/gesprekken/in/{guest.badge}/")
        manager.tap("Is er")
    manager.open(home + "dag/")
    manager.press("Begin ronde 1")
    manager.open(home + "tafels/1/")
    form, ready = manager.page.form_with("Klaar met ronde 1")
    manager.send(form, ready, {"agreed": [form.choices("agreed")[0][0]]})
    clock.set(DAY + timedelta(hours=3))
    manager.open(home + "dag/")
    manager.press("Sluit het gesprek af")
    manager.press("Stuur de vraag")


def guests_choose(manager):
    for link in messages_with(manager, "/verder/"):
        guest = Walker()
        guest.open(link.rstrip("."))
        form, save = guest.page.form_with("Dit is mijn antwoord")
        people = [value for value, _words in form.choices("person")]
        hours = [value for value, _words in form.choices("block")][:3]
        guest.send(form, save, {"person": people[:4]} | ({"block": hours} if hours else {}))


def everyone_has_a_next_step(manager, home, carry_post):
    manager.open(home + "na/")
    manager.press("Stel gesprekken voor")
    manager.press("Verstuur")
    talks = set(FollowUp.objects.filter(status="sent").values_list("candidate_id", flat=True))
    steps = set(NextStep.objects.filter(told_at__isnull=False).values_list("candidate_id", flat=True))
    assert talks
    assert not talks & steps
    assert talks | steps == set(Candidate.objects.values_list("pk", flat=True))
    carry_post()
    assert messages_with(manager, "/afspraak/")
