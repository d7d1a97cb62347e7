"""Help requests and hand-overs for tests, made by the room's own commands."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.core import mail
from tests import making

from werktop.help_requests import commands
from werktop.help_requests.models import HandOver, HelpRequest

TODAY = date(2026, 11, 24)
WORDS = "Wie kijkt er mee naar mijn brieven van de bank?"
PETRA = {"to_name": "Petra Zand", "to_work": "schuldhulp Tiel", "to_email": "petra@hulp.example"}


def asked(house: making.House, candidate: Any, *, at: Any = making.MOMENT, **facts: Any) -> HelpRequest:
    key = commands.add_help_request(
        actor=facts.pop("actor", house.actor()),
        at=at,
        candidate_id=candidate.pk,
        **({"topic": "money", "words": WORDS, "due_date": TODAY} | facts),
    )
    return HelpRequest.objects.get(pk=key)


def handed(house: making.House, row: HelpRequest, *, at: Any = making.MOMENT, **facts: Any) -> HandOver:
    to = {} if "to_account_id" in facts else PETRA
    key = commands.hand_over_help(
        actor=facts.pop("actor", house.actor()),
        at=at,
        help_request_id=row.pk,
        **(
            {"reach": "Fatima, 06 12345678", "words": "Kijk samen naar de brieven.", "consent_how": "talk",
             "consent_date": TODAY} | to | facts
        ),
    )  # fmt: skip
    return HandOver.objects.get(pk=key)


def link_in(message: Any) -> str:
    """The path of the receiver's page in a mail."""
    found = re.search(r"https?://[^/\s]+(/hulp/\S+)", message.body)
    assert found, message.body
    return found[1]


def last_mail() -> Any:
    return mail.outbox[-1]
