"""Regelingen en hulp as employers read it, without a login: what helps, where to ask, and nothing of a person."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from werktop.regions import queries as regions
from werktop.support.reckoning import INSTRUMENTS

pytestmark = pytest.mark.django_db
UNSAID = ("uitkering", "doelgroep", "beperking", "kwetsba")


def text_of(response) -> str:
    assert response.status_code == 200
    return " ".join(unescape(response.content.decode()).split())


def test_an_employer_reads_what_there_is_without_a_login(db, cast, client) -> None:
    text = text_of(client.get(reverse("support:public_support"), {"on": "2026-11-24"}))
    for said in (
        "Iemand probeert het werk eerst uit", "Proefplaatsing", "Participatiewet, art. 10d lid 4", "indicatie", "UWV",
        "loopt af: t/m 31 december 2026", "Staatscourant 2016, 67759",
        "Dit is voorbij", "Geldt van 1 januari 2025 tot en met 31 december 2025", "Wat u regelt",
        "er geen proeftijd meer", "Meestal 2 maanden, alles samen nooit meer dan", "Laatst nagekeken op 24 november 2026",
    ):  # fmt: skip
        assert said in text
    assert "Wanneer kan het met loonkostensubsidie?" not in text
    asks = reverse("portal:entrance", args=[regions.slug_of(cast.region)])
    assert text.count(f'href="{asks}"') == 2
    assert not [word for word in UNSAID if word in text.casefold()]
    english = Client(headers={"accept-language": "en"})
    assert "Somebody tries the work first" in text_of(english.get(reverse("support:public_support")))


def test_what_is_no_longer_there_says_until_when_and_what_is_for_colleagues_is_not_shown(
    client, cast, log_in
) -> None:
    text = text_of(client.get(reverse("support:public_support"), {"on": "2026-11-24"}))
    assert "De laatste dag was 31 december 2024" in text and "De laatste dag was 31 december 2023" in text
    for key in ("secondment", "wage-dispensation", "sheltered-work", "work-experience", "practice-learning"):
        assert f'id="{key}"' in text
    assert "€ 2.700,00 per jaar" in text and 'id="ips"' not in text
    assert 'id="ips"' in text_of(log_in(cast.own.account()).get(reverse("support:support")))


@pytest.mark.parametrize("key", INSTRUMENTS)
def test_what_is_told_of_a_scheme_says_nothing_of_a_person(key) -> None:
    each = INSTRUMENTS[key]
    told = " ".join([each.what.nl, *(need.nl for need in each.needs)]).casefold()
    assert each.needs or each.calculator or each.valid_until
    if each.is_for_employers:
        assert not [word for word in UNSAID if word in told]


def test_an_employer_is_not_asked_whose_benefit_it_is_nor_what_somebody_can_do(cast, client, log_in) -> None:
    def ask(who, name: str, calculator: str, **more):
        return who.get(reverse(f"support:{name}", args=[calculator]), {"on": "2026-11-24"} | more)

    text = text_of(ask(client, "public_calculator", "trial-placement"))
    assert "2 maanden" in text and "6 maanden" in text and "U hoeft niemand te vragen" in text
    assert 'name="law"' not in text and "toestemming" in text
    assert ask(client, "public_calculator", "ability-to-work").status_code == 404
    colleague = log_in(cast.own.account())
    assert "mogelijkheden tot arbeidsparticipatie" in text_of(
        ask(colleague, "calculator", "ability-to-work", calculate="1", hours_a_day="4")
    )
    assert 'name="law"' in text_of(ask(colleague, "calculator", "trial-placement"))
    assert 'value="2523,96"' in text_of(ask(client, "public_calculator", "wage-cost-subsidy"))
