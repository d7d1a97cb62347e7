"""What the demo's region agreed for employers, and one organisation that does something otherwise."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor
from werktop.support import commands

AGREED: dict[str, dict[str, Any]] = {
    "step-question": {
        "who_to_ask": "De vaste contactpersoon van het bedrijf",
        "answer_days": 1,
        "form": "geen",
        "contact": "0344 000 000",
    },
    "step-visit": {"who_to_ask": "Een relatiemanager uit de buurt", "answer_days": 5, "form": "geen"},
    "trial-placement": {
        "who_to_ask": "De relatiemanager",
        "answer_days": 3,
        "form": "een afspraak op één blad",
    },
    "wage-cost-subsidy": {
        "who_to_ask": "De relatiemanager",
        "answer_days": 10,
        "form": "de landelijke aanvraag",
    },
    "job-coaching": {"who_to_ask": "De relatiemanager", "answer_days": 5, "form": "geen"},
}
DIFFERENT = {
    "answer_days": 5,
    "own_rule": "Eerst twee weken meelopen, daarna de proefplaatsing",
    "reason": "Wie begint, heeft hier meestal lang niet gewerkt",
}


def agree(*, at: datetime, admin: Actor, other: Actor) -> None:
    """The administrator of one organisation notes what the region agreed; that of the other where it goes otherwise."""
    for about, said in AGREED.items():
        commands.set_agreement(actor=admin, at=at, about=about, said=said)
    commands.set_difference(actor=other, at=at, about="trial-placement", said=DIFFERENT)
