"""Planning and inviting in a real browser: no faults at any width."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making

pytestmark = pytest.mark.browser
WIDTHS = (320, 390, 1280)
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


def test_no_page_before_a_gathering_has_faults(visit, cast, clock, at, has_no_faults):
    made = a_gathering(cast, at, guests=10)
    page = visit(cast.own.account(), WIDTHS[0])
    paths = [
        *(
            address(name, made)
            for name in ("gathering", "guests", "tables", "change_gathering", "cancel_gathering")
        ),
        *(reverse(f"gatherings:{name}") for name in ("gatherings", "new_gathering")),
    ]
    for path in paths:
        page.set_viewport_size({"width": WIDTHS[0], "height": 844})
        page.goto(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            has_no_faults(page)
