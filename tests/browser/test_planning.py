"""Planning and inviting in a real browser: three steps, and no faults at any width."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from tests import making

from werktop.gatherings.models import Guest

pytestmark = pytest.mark.browser
WIDTHS = (390, 1280)
NAMES = ("Naima", "Jan", "Kim", "Daan", "Wil", "Samira", "Tomasz", "Noor", "Abdi", "Lotte", "Mehmet", "Carla")
TERMS = (("koken",), ("bouwen",), ("dieren", "koken"), ())


def a_gathering(cast, at, *, guests: int = 0):
    firm = making.employer(cast.own, "Houtbouw Rijnstroom", term_codes=("bouwen", "koken"))
    made = making.gathering(cast.own, tables=3, host_employer=firm, candidates_wanted=10)
    for n, name in enumerate(NAMES):
        person = making.candidate(cast.own, name, term_codes=TERMS[n % 4])
        if n < guests:
            reply, channel = (("yes", "email"), ("invited", "email"), ("no", "sms"), ("invited", "call"))[
                n % 4
            ]
            making.guest(made, person, reply=reply, channel=channel, invited_at=at - timedelta(days=4))
    for n in range(8):
        person = making.entrepreneur(
            making.employer(cast.own, f"Bedrijf {n}", sector="CFGH"[n % 4]), f"Henk{n}"
        )
        if guests and n < 4:
            making.guest(made, person, reply="yes" if n else "invited", channel="email", invited_at=at)
    return made


def address(name: str, made) -> str:
    return reverse(f"gatherings:{name}", kwargs={"gathering_id": made.pk})


def look_at(page, name: str) -> None:
    """A picture for who wants to look: set WERKTOP_PICTURES to a folder."""
    if folder := os.environ.get("WERKTOP_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}-{page.viewport_size['width']}.png", full_page=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_guests_are_invited_in_three_steps(visit, cast, clock, at, width, has_no_faults):
    made = a_gathering(cast, at)
    page = visit(cast.own.account(), width)
    steps = []
    page.on("request", lambda r: steps.append(r.method) if r.is_navigation_request() else None)
    page.goto(address("choose_guests", made))
    look_at(page, "choose-entrepreneurs")
    has_no_faults(page)
    page.get_by_role("button", name="Zet op de lijst, nu kandidaten").click()
    page.wait_for_url("**kind=candidate")
    look_at(page, "choose-candidates")
    has_no_faults(page)
    page.get_by_role("button", name="Nodig uit").click()
    page.wait_for_url("**" + address("gathering", made))
    assert Guest.objects.filter(gathering=made, reply="invited").count() == 16
    # a page and two forms; each form is followed by the page it leads to
    assert steps.count("POST") == 2 and len(steps) == 5


@pytest.mark.parametrize("width", (320, *WIDTHS))
def test_no_page_before_a_gathering_has_faults(visit, cast, clock, at, width, has_no_faults):
    made = a_gathering(cast, at, guests=10)
    page = visit(cast.own.account(), width)
    for name in ("gathering", "guests", "tables", "change_gathering", "cancel_gathering"):
        page.goto(address(name, made))
        look_at(page, name)
        has_no_faults(page)
    for name in ("gatherings", "new_gathering"):
        page.goto(reverse(f"gatherings:{name}"))
        look_at(page, name)
        has_no_faults(page)
