"""What candidates of the demo ask help with, to whom it was handed and what they answered, and how contact with some goes well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates import commands as pictures
from werktop.candidates import queries as candidates
from werktop.help_requests import commands


@dataclass(frozen=True)
class Asked:
    """What about, the question, in how many days it is due, how contact goes well; and of what was handed to a professional
    elsewhere: who, where, an answer with whether it is a yes. `reason`: why it ended without being done."""

    topic: str
    words: str
    days: int
    way: str = ""
    to: tuple[str, str, str] = ("", "", "")
    handed: str = ""
    answer: str | None = None
    is_accepted: bool = True
    reason: str = ""
    is_done: bool = False


ASKED = (
    Asked("language", "Wil iemand de brief van school met mij lezen?", 0, "together"),
    Asked(
        "money", "Ik betaal twee rekeningen tegelijk niet meer. Met wie kan ik dat op een rij zetten?", 9, "call",
        ("Petra Zand", "schuldhulp Waalsteen", "petra.zand@schuldhulp.example"),
        "Wil je samen de rekeningen op een rij zetten, en kijken wat er eerst kan?",
    ),
    Asked("childcare", "Waar kan mijn dochter op woensdag terecht als ik ga werken?", 12),
    Asked(
        "housing", "Mijn huur stopt in januari. Wie weet waar ik dan heen kan?", 5, "sms",
        ("Joep Lankhorst", "woonteam Waalsteen", "joep.lankhorst@woonteam.example"),
        "Kun je deze week meekijken wat er nog kan voor januari?", "Ik bel morgen.",
    ),
    Asked(
        "school", "Kan ik in februari nog instromen?", 3, "",
        ("Anke Visscher", "schoolloket Stroomland", "anke.visscher@schoolloket.example"),
        "Wil je uitzoeken welke opleiding in februari begint?", "Ik ga over volwassenen, vraag het bij het mbo.", False,
    ),
    Asked("care", "Wie kan er op maandag bij mijn moeder zijn?", -6, "other", is_done=True),
    Asked("other", "Waar leen ik een pak voor de bruiloft?", -3, reason="Vond zelf een pak bij een neef"),
)  # fmt: skip
OTHER_WAY = "Kom liever langs, de telefoon staat vaak uit"


def note_asked(*, at: datetime, marieke: Actor) -> None:
    """Questions of people of one colleague, in the states in which they come: asked, handed and waiting for an answer, taken over,
    sent back, done, and ended."""
    own = candidates.found_candidates(marieke, candidates.Filters(is_mine_or_nobodys=True, sort="new"))
    for person, asked in zip(own[3 : 3 + len(ASKED)], ASKED, strict=False):
        then = at - timedelta(days=8 if asked.days < 0 else 5)
        whose: dict[str, Any] = {"actor": marieke, "at": then}
        key = commands.add_help_request(
            **whose, candidate_id=person.pk, topic=asked.topic, words=asked.words,
            due_date=timezone.localdate(at) + timedelta(days=asked.days),
        )  # fmt: skip
        if asked.way:
            words = OTHER_WAY if asked.way == "other" else ""
            pictures.note_part(**whose, candidate_id=person.pk, part="adjustment", way=asked.way, words=words)
        if asked.handed:
            _hand_over(asked, key, person, at, marieke)
        if asked.is_done:
            commands.finish_help(actor=marieke, at=at - timedelta(days=2), help_request_id=key)
        if asked.reason:
            commands.end_help(
                actor=marieke, at=at - timedelta(days=1), help_request_id=key, reason=asked.reason
            )


def _hand_over(asked: Asked, key: Any, person: Any, at: datetime, marieke: Actor) -> None:
    then = at - timedelta(days=4)
    name, work, email = asked.to
    handed = commands.hand_over_help(
        actor=marieke, at=then, help_request_id=key, words=asked.handed, to_name=name, to_work=work, to_email=email,
        reach=f"{person.name}, {person.phone or 'vraag het nummer aan Marieke Vonk'}. Bel liever.",
        consent_how="talk", consent_date=timezone.localdate(then),
    )  # fmt: skip
    if asked.answer is not None:
        # by the link in the mail, as somebody elsewhere does
        who = Actor("professional", id=handed, name=name, link_purpose="hand_over", link_about_id=handed)
        commands.answer_hand_over(
            actor=who, at=then + timedelta(days=2), hand_over_id=handed, is_accepted=asked.is_accepted,
            answer=asked.answer,
        )  # fmt: skip
