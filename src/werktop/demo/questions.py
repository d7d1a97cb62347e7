"""Two questions of employers: one that nobody took and that is nearly late, and one that was answered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from werktop.audit.actors import NOBODY, Actor
from werktop.employers import commands, queries

from .logins import ENTREPRENEUR


def open_own_page(*, at: datetime, marieke: Actor) -> None:
    """One entrepreneur has the address that the demo names, to look at the own page."""
    firms = queries.employers_in_region(marieke).filter(organisation_id=marieke.organisation_id)
    person = queries.entrepreneurs_in_region(marieke).filter(employer__in=firms.order_by()).first()
    assert person is not None
    commands.change_entrepreneur(actor=marieke, at=at, entrepreneur_id=person.pk, email=ENTREPRENEUR)


def ask_questions(*, at: datetime, marieke: Actor) -> None:
    """As they came in at the entrance of the region."""
    asked: dict[str, Any] = {"actor": NOBODY, "region_id": marieke.region_id}
    answered = commands.ask_question(
        **asked,
        at=at - timedelta(days=6),
        words="Wij willen iemand op proef laten werken. Hoe gaat dat?",
        asker="Tess Wilgen, Kwekerij De Wilg, tess@kwekerij-de-wilg.example",
    )
    who: dict[str, Any] = {"actor": marieke, "employer_question_id": answered}
    commands.take_question(**who, at=at - timedelta(days=6))
    commands.answer_question(
        **who, at=at - timedelta(days=5), said="Uitgelegd hoe een proefplaatsing gaat. Ik kom dinsdag langs."
    )
    commands.ask_question(
        **asked,
        at=at - timedelta(days=1),
        words="Wij zoeken vanaf januari hulp in het magazijn, een paar ochtenden. Wie kan meedenken?",
        asker="Bas Oever, Oever Opslag, 06 12345699",
    )
