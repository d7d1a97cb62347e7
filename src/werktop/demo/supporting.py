"""What the demo's region agreed for employers, and one organisation that does something otherwise."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor
from werktop.support import commands

ONE_CONTACT = "De vaste contactpersoon van het bedrijf"
AGREED: dict[str, dict[str, Any]] = {
    "step-question": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 1,
        "form": "geen",
        "contact": "0344 000 000",
    },
    "step-visit": {"who_to_ask": "Een relatiemanager uit de buurt", "answer_days": 5, "form": "geen"},
    "step-candidates": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 5,
        "form": "geen",
        "own_rule": "Hoogstens drie mensen tegelijk, en alleen wie ja zei. Is er niemand, dan hoort u dat ook",
    },
    "step-agreement": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 3,
        "form": "een afspraak op één blad",
        "own_rule": "Op het blad staat ook wie u belt als het anders loopt",
    },
    "step-aftercare": {
        "who_to_ask": "De begeleider die op het afsprakenblad staat",
        "answer_days": 1,
        "form": "geen",
        "own_rule": "Wij bellen na twee weken, zes weken en drie maanden",
    },
    "trial-placement": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 3,
        "decision_days": 15,
        "form": "een afspraak op één blad",
    },
    "work-experience": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 3,
        "decision_days": 10,
        "form": "een leerafspraak op één blad",
        "own_rule": "Hoogstens drie maanden, en daarna een gesprek over hoe het verder gaat",
    },
    "secondment": {"who_to_ask": "Het sociaal ontwikkelbedrijf", "answer_days": 5, "form": "een offerte"},
    "wage-cost-subsidy": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 3,
        "decision_days": 25,
        "form": "de landelijke aanvraag",
        "own_rule": "Alleen de gemeente geeft loonkostensubsidie, UWV niet. Tot de meting geldt het vaste deel",
    },
    "wage-dispensation": {
        "who_to_ask": "UWV; uw contactpersoon zoekt de weg",
        "answer_days": 3,
        "decision_days": 40,
        "form": "het formulier van UWV",
    },
    "wage-cost-benefit": {
        "who_to_ask": "Uw boekhouder; bij vragen uw contactpersoon",
        "answer_days": 3,
        "form": "in de loonaangifte",
    },
    "workplace-adaptation": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 3,
        "decision_days": 40,
        "form": "de aanvraag van gemeente of UWV",
        "own_rule": "Wij vragen het samen met u aan, voordat u iets bestelt",
    },
    "sheltered-work": {"who_to_ask": "De gemeente", "answer_days": 5, "decision_days": 40, "form": "geen"},
    "job-coaching": {
        "who_to_ask": ONE_CONTACT,
        "answer_days": 5,
        "decision_days": 40,
        "form": "de aanvraag van gemeente of UWV",
    },
    "ips": {
        "who_to_ask": "De begeleider van de instelling",
        "answer_days": 5,
        "form": "het landelijke formulier",
    },
    "no-risk": {
        "who_to_ask": "UWV; uw contactpersoon denkt mee",
        "answer_days": 1,
        "decision_days": 20,
        "form": "de ziekmelding bij UWV",
    },
    "learn-work": {
        "who_to_ask": "Het mbo-college of SBB",
        "answer_days": 5,
        "form": "de praktijkovereenkomst",
    },
    "practice-learning": {
        "who_to_ask": "RVO; uw contactpersoon herinnert u eraan",
        "answer_days": 3,
        "form": "online bij RVO",
    },
}
DIFFERENT = {
    "answer_days": 5,
    "own_rule": "Wij bellen na twee weken hoe het gaat, met u en met wie begon",
    "reason": "Wie begint, heeft hier meestal lang niet gewerkt",
}


def agree(*, at: datetime, admin: Actor, other: Actor) -> None:
    """The administrator of one organisation notes what the region agreed; that of the other where it goes otherwise."""
    for about, said in AGREED.items():
        commands.set_agreement(actor=admin, at=at, about=about, said=said)
    commands.set_difference(actor=other, at=at, about="trial-placement", said=DIFFERENT)
