"""What no employer reads from us of somebody is found, and what is about the work passes."""

from __future__ import annotations

import pytest

from werktop.catalogue.unsaid import unsaid_in


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Heeft een loonwaarde van 60 procent", "loonwaarde"), ("komt met no-riskpolis", "no-riskpolis"),
        ("een norisk polis hoort erbij", "norisk"), ("met jobcoach erbij", "jobcoach"), ("LKV is mogelijk", "LKV"),
        ("zit in de schuldsanering", "schuldsanering"), ("onder bewind", "onder bewind"), ("is 55 jaar.", "is 55 jaar"),
        ("Kees is 55 jaar en sterk", "is 55 jaar"), ("19 jaar oud", "19 jaar oud"), ("een 60-jarige", "60-jarige"),
        ("moeder van drie kinderen", "moeder van"), ("heeft twee jonge kinderen", "heeft twee jonge kinderen"),
        ("is mantelzorger", "mantelzorger"), ("krijgt een uitkering", "uitkering"), ("heeft adhd", "adhd"),
        ("afstand tot de arbeidsmarkt", "afstand tot de arbeidsmarkt"), ("is in re-integratie", "re-integratie"),
    ],
)  # fmt: skip
def test_support_debts_age_and_family_reach_no_employer(words, found):
    assert unsaid_in(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Werkt netjes en houdt van bakken.", "heeft 10 jaar ervaring in de bouw", "is 20 jaar bakker geweest",
        "werkte 12 jaar bij een kweker", "houdt van kinderen en ouderen", "heeft met kinderen gewerkt op een school",
        "is vader", "kan 24 uur per week", "leert in een half jaar", "heeft 20-jarige ervaring", "scheidt afval en houdt orde",
    ],
)  # fmt: skip
def test_what_is_about_the_work_passes(words):
    assert unsaid_in(words) == ""
