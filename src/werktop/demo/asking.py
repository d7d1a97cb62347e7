"""What candidates of the demo ask help with, one of them handed over, how contact with some goes well, and who is there twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates import commands as pictures
from werktop.candidates import queries as candidates
from werktop.employers import commands as employer_commands
from werktop.employers import queries as employers
from werktop.help_requests import commands

ASKED = (
    ("language", "Wil iemand de brief van school met mij lezen?", "together", 0),
    (
        "money",
        "Ik betaal twee rekeningen tegelijk niet meer. Met wie kan ik dat op een rij zetten?",
        "call",
        9,
    ),
    ("childcare", "Waar kan mijn dochter op woensdag terecht als ik ga werken?", "", 12),
)
"""What about, the question, how contact goes well, and in how many days it is due."""
HANDED: dict[str, Any] = {
    "to_name": "Petra Zand",
    "to_work": "schuldhulp Waalsteen",
    "to_email": "petra.zand@schuldhulp.example",
    "words": "Wil je samen de rekeningen op een rij zetten, en kijken wat er eerst kan?",
}


def note_asked(*, at: datetime, marieke: Actor) -> None:
    """Three questions of people of one colleague; the second waits for an answer since four days."""
    own = candidates.found_candidates(marieke, candidates.Filters(is_mine_or_nobodys=True, sort="new"))
    for person, (topic, words, way, days) in zip(own[3 : 3 + len(ASKED)], ASKED, strict=False):
        then = at - timedelta(days=5)
        key = commands.add_help_request(
            actor=marieke, at=then, candidate_id=person.pk, topic=topic, words=words,
            due_date=timezone.localdate(at) + timedelta(days=days),
        )  # fmt: skip
        if way:
            pictures.note_part(actor=marieke, at=then, candidate_id=person.pk, part="adjustment", way=way)
        if topic == "money":
            then = at - timedelta(days=4)
            commands.hand_over_help(
                actor=marieke, at=then, help_request_id=key, reach=f"{person.name}, {person.phone}. Bel liever.",
                consent_how="talk", consent_date=timezone.localdate(then), **HANDED,
            )  # fmt: skip


def note_twice(*, at: datetime, marieke: Actor) -> None:
    """A candidate and a firm that a colleague typed once more, written otherwise: the pages of likely doubles show them."""
    found = candidates.found_candidates(marieke, candidates.Filters()).exclude(phone="").order_by("id")
    person = found[3]
    pictures.add_candidate(
        actor=marieke, at=at - timedelta(days=3), first_name=f"{person.first_name[0]}.", last_name=person.last_name,
        phone=person.phone, postcode=person.postcode, assigned_to_id=marieke.id,
    )  # fmt: skip
    firms = employers.employers_in_region(marieke).filter(organisation_id=marieke.organisation_id)
    firm = firms.order_by("id")[2]
    employer_commands.add_employer(
        actor=marieke, at=at - timedelta(days=3), name=f"{firm.name} B.V.", sector=firm.sector,
        postcode=f"{firm.postcode[:4]} ZX", place=firm.place,
        entrepreneur={"first_name": "Lieke", "last_name": "Dam", "phone": "0344 000 777", "languages": ["nl"]},
    )  # fmt: skip
