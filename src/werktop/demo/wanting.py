"""What some candidates of the demo want and have, as work asks it: occupations, forms and times of work, requirements, papers
that end; and what is guarded: under which law, and how it goes in the domains of life that one organisation asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates import commands
from werktop.catalogue import queries as catalogue
from werktop.contacts.commands import note_contact
from werktop.desk.commands import link_firm
from werktop.employers import queries as employers

DOMAINS = ("money", "days", "housing", "people")
"""Those that one organisation asks: none about health or offences."""
ENDING = 7
"""Of the first so many the paper ends soon, or is over."""
SAID = (
    ("Samen gekeken welke stap nu past.", "talk"),
    ("Gebeld over de cursus. Het bevalt.", "call"),
    ("Een app gestuurd met het adres.", "message"),
)


@dataclass(frozen=True)
class Wanted:
    """Work by its name, its forms and times, what somebody has of what work asks, a second course, and how it went at home at
    first and later. `paper` is a requirement and in how many days it ends."""

    occupations: tuple[str, ...]
    forms: tuple[str, ...]
    parts: tuple[str, ...]
    travels: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    paper: tuple[str, int]
    course: tuple[str, str]
    law: str
    lives: tuple[tuple[int, ...], tuple[int, ...]]


WANTED = (
    Wanted(
        ("stoffeerder",), ("work_experience", "trial"), ("morning",), ("bicycle",),
        (("zaterdag", "no"), ("computer", "unknown"), ("klanten", "yes")), ("ehbo", 40),
        ("Workshop Vertellen wat je kunt", "Dat ik aan tafel durf te praten"), "participatiewet",
        ((2, 3, 4, 2), (3, 4, 4, 3)),
    ),
    Wanted(
        ("magazijnmedewerker", "vrachtwagenchauffeur"), ("regular", "learn_work"), ("morning", "afternoon", "evening"),
        ("moped", "public"), (("ploegendienst", "yes"), ("tillen-23", "yes"), ("koude-ruimte", "no")),
        ("heftruck-bewijs", 19), ("Cursus reachtruck", "Ook hoog kunnen stapelen"), "ww", ((3, 4, 4, 4), (4, 4, 4, 4)),
    ),
    Wanted(
        ("verpleeghulp", "thuiszorgmedewerker"), ("learn_work", "voluntary"), ("afternoon", "evening"), ("bicycle", "public"),
        (("late-dienst", "yes"), ("weekend", "unknown"), ("klanten", "yes")), ("bhv", -12),
        ("Taal op de werkvloer", "Een overdracht begrijpen"), "none", ((2, 4, 4, 3), (2, 5, 4, 4)),
    ),
    Wanted(
        ("medewerker groenvoorziening",), ("regular", "carved"), ("morning", "afternoon"), ("car",),
        (("buiten-werken", "yes"), ("lawaai", "no"), ("eigen-vervoer", "yes")), ("vca-basis", 200),
        ("Praktijkles snoeien", "Bomen snoeien zonder voordoen"), "participatiewet", ((4, 2, 3, 3), (4, 4, 3, 4)),
    ),
)  # fmt: skip


class Words:
    """Occupations, requirements and firms of the region, each looked up once."""

    def __init__(self, viewer: Actor) -> None:
        named = {each for wanted in WANTED for each in wanted.occupations}
        self.occupations = {
            each: min(catalogue.find(viewer, each, kinds=["occupation"]), key=lambda one: len(one.label)).id
            for each in sorted(named)
        }
        self.requirements = {each.code: each.pk for each in catalogue.requirements()}
        self.firms = list(employers.employers_in_region(viewer).order_by("name", "id"))


def want(words: Words, place: int, *, at: datetime, actor: Actor, candidate: Any) -> None:
    """Note what one candidate wants and has; `place` in the row of people says which of `WANTED`, and what only some have."""
    wanted = WANTED[place % len(WANTED)]
    today = timezone.localdate(at)
    whose: dict[str, Any] = {"actor": actor, "candidate_id": candidate.pk}

    def note(days: int, part: str, **facts: Any) -> Any:
        return commands.note_part(**whose, at=at - timedelta(days=days), part=part, **facts)

    note(
        15, "wish", work_forms=list(wanted.forms), day_parts=list(wanted.parts), travels_by=list(wanted.travels),
    )  # fmt: skip
    for name in wanted.occupations:
        note(15, "occupation", occupation_id=words.occupations[name])
    for code, answer in wanted.answers:
        note(14, "requirement", requirement_id=words.requirements[code], answer=answer)
    code, days = wanted.paper
    days += place if place < ENDING else 400
    note(
        14, "certificate", kind="certificate", requirement_id=words.requirements[code], source="course",
        got_date=today - timedelta(days=700), valid_until=today + timedelta(days=days),
    )  # fmt: skip
    note(13, "income", law=wanted.law, source="colleague")
    if place % 4 == 3:
        note(
            13, "standing", kind="register", answer="yes" if place % 8 == 3 else "unknown", source="colleague"
        )
    if place % 3 == 0:
        name, hoped = wanted.course
        ended = today - timedelta(days=4 + place % 6)
        note(
            12, "instrument", name=name, expectation=hoped, from_date=ended - timedelta(days=28), until_date=ended,
        )  # fmt: skip
    if place % 2 == 0:
        for days, scores in ((18, wanted.lives[0]), (8, wanted.lives[1])):
            commands.note_domains(
                **whose, at=at - timedelta(days=days), scores=dict(zip(DOMAINS, scores, strict=True)),
                source="together", reason="" if days == 18 else "Een paar weken later",
            )  # fmt: skip
    spoken = at - timedelta(days=5 + 3 * place % 50)
    told, channel = SAID[place % len(SAID)]
    note_contact(
        actor=actor, at=spoken, channel=channel, day=timezone.localdate(spoken), words=told, candidate_ids=[candidate.pk]
    )  # fmt: skip
    if place % 3 == 1:
        firm = words.firms[place * 7 % len(words.firms)]
        key = note(11, "firm", firm_name=firm.name, words="een neef werkt er")
        link_firm(**whose, at=at - timedelta(days=11), known_firm_id=key, employer_id=firm.pk)
