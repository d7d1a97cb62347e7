"""What colleagues of the demo noted: contact with candidates and firms, work that is coming, and what they promised."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.contacts import commands
from werktop.employers import queries as employers

VISITS = (
    ("Langs geweest. Volgend jaar een lijn erbij, dan zoeken ze mensen voor het inpakken.", "inpakkers", 2),
    (
        "De koffie is er goed. Eén collega gaat met pensioen en iemand mag meelopen.",
        "hulp in de werkplaats",
        1,
    ),
    (
        "Gebeld over het gesprek. Wil graag weer aan tafel, en denkt aan een leerplek.",
        "leerplek montage",
        None,
    ),
)
TALKS = (
    ("call", "Gebeld. Het gaat goed, wil graag weten wanneer het volgende gesprek is."),
    ("talk", "Gesproken op kantoor. Vertelde over het werk in de tuin van haar oom."),
    ("message", "Bericht gestuurd over de buurtbus. Komt nu met een vriend mee."),
    ("call", "Teruggebeld. Liever ochtenden, dan zijn de kinderen op school."),
)
PROMISES = (
    ("vraag na hoe het eerste gesprek was", -2),
    ("bel over een dag meelopen", 0),
    ("stuur het adres van de taalles", 3),
)


def note_contact(*, chance: Random, at: datetime, marieke: Actor) -> None:
    """Some weeks of contact of one colleague, and what is still to be done."""
    today = timezone.localdate(at)
    own = list(candidates.found_candidates(marieke, candidates.Filters())[:200])
    people = chance.sample(own, k=len(TALKS))
    for weeks, (person, (channel, words)) in enumerate(zip(people, TALKS, strict=True), start=1):
        then = at - timedelta(days=5 * weeks)
        commands.note_contact(
            actor=marieke, at=then, channel=channel, day=timezone.localdate(then), words=words,
            candidate_ids=[person.pk],
        )  # fmt: skip
    firms = list(employers.employers_in_region(marieke)[:60])
    for weeks, (firm, (words, what, places)) in enumerate(
        zip(chance.sample(firms, k=len(VISITS)), VISITS, strict=True), start=1
    ):
        then = at - timedelta(days=6 * weeks)
        about = {"employer_id": firm.pk}
        coming = {"what": what, "places": places, "from_date": (today + timedelta(days=90)).replace(day=1)}
        commands.save_quick_note(
            actor=marieke,
            at=then,
            chips=[
                {
                    "kind": "contact",
                    "channel": "visit",
                    "day": timezone.localdate(then),
                    "words": words,
                    **about,
                },
                {"kind": "opening", **coming, **about},
            ],
        )
    for person, (what, days) in zip(people, PROMISES, strict=False):
        commands.add_reminder(
            actor=marieke, at=at - timedelta(days=7), what=what, due_date=today + timedelta(days=days),
            candidate_ids=[person.pk],
        )  # fmt: skip
