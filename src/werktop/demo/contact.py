"""What colleagues of the demo noted: contact with candidates and firms, work that is coming, and what they promised."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
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
QUICK = "Samen bij het bedrijf gekeken, ging goed. Vrijdag weer bellen."
WORKSHOP = "Vertellen wat je kunt: iedereen oefende twee keer aan een tafel."


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
                {"kind": "opening", "place": firm.place, **coming, **about},
            ],
        )
    _more_kinds(own, firms, at, marieke)
    for person, (what, days) in zip(people, PROMISES, strict=False):
        commands.add_reminder(
            actor=marieke, at=at - timedelta(days=7), what=what, due_date=today + timedelta(days=days),
            candidate_ids=[person.pk],
        )  # fmt: skip


def _more_kinds(own: list[Any], firms: list[Any], at: datetime, marieke: Actor) -> None:
    """A workshop with many, a call that nobody answered, and a sentence that said who, where, what next and a talent."""
    commands.note_contact(
        actor=marieke, at=at - timedelta(days=16), channel="workshop", day=timezone.localdate(at - timedelta(days=16)),
        words=WORKSHOP, candidate_ids=[each.pk for each in own[20:42]],
    )  # fmt: skip
    commands.note_contact(
        actor=marieke, at=at - timedelta(days=1), channel="call", day=timezone.localdate(at - timedelta(days=1)),
        words="Nam niet op.", is_reached=False, candidate_ids=[own[43].pk],
    )  # fmt: skip
    then = timezone.localdate(at - timedelta(days=3))
    term = catalogue.ids_by_code()["netjes-werken"]
    who = {"candidate_ids": [own[44].pk], "employer_id": firms[3].pk}
    commands.save_quick_note(
        actor=marieke, at=at - timedelta(days=3),
        chips=[
            {"kind": "contact", "channel": "visit", "day": then, "words": QUICK, **who},
            {"kind": "reminder", "what": "bel hoe het meelopen was", "due_date": timezone.localdate(at), **who},
            {"kind": "competency", "candidate_id": own[44].pk, "term_id": term},
        ],
    )  # fmt: skip
