"""Firms with which more was agreed: who speaks with whom, what was signed and promised, and which steps they take."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.employers import commands, queries

ABOUT: tuple[dict[str, Any], ...] = (
    {
        "process": "Het hout komt in de ochtend binnen, wordt op maat gezaagd en staat voor de middag in elkaar.",
        "how_it_is": "Een lichte hal met tien vaste mensen. De radio staat zacht, om tien uur is er koffie.",
        "culture": "Iedereen leert van de oudste voorman. Vragen mag altijd, haast hebben ze niet.",
        "mission": "Huizen bouwen die honderd jaar staan, met mensen die blijven.",
        "size": "49", "register_number": "90000101", "pso_step": "2",
    },
    {
        "process": "Bestellingen komen binnen, worden verzameld en voor vijf uur klaargezet.",
        "how_it_is": "Het is er druk en gezellig. Er wordt veel gelachen, ook om fouten.",
        "size": "249", "register_number": "90000202", "pso_step": "aspirant",
    },
    {
        "process": "Twee ploegen om de dag, met een vaste plek voor ieder.",
        "how_it_is": "Rustig, met veel groen om het gebouw. Wie stilte zoekt, vindt die.",
        "size": "9", "register_number": "90000303",
    },
)  # fmt: skip


def note_partners(*, at: datetime, marieke: Actor) -> None:
    """Three firms with a full relation, of which one covenant ends soon."""
    firms = queries.employers_in_region(marieke).filter(organisation_id=marieke.organisation_id)
    chosen = [
        each.pk
        for each in firms.filter(entrepreneurs__is_active=True).order_by("created_at", "id").distinct()[:3]
    ]
    for number, (firm_id, facts) in enumerate(zip(chosen, ABOUT, strict=True)):
        _note_partner(number, firm_id, facts, at - timedelta(days=90), marieke)


def _note_partner(number: int, firm_id: UUID, facts: dict[str, Any], at: datetime, marieke: Actor) -> None:
    own: dict[str, Any] = {"actor": marieke, "at": at, "employer_id": firm_id}
    person = queries.employer_for(marieke, firm_id).entrepreneurs.order_by("first_name", "id")[0]
    day = at.date()
    if "pso_step" in facts:
        facts = facts | {"pso_until_date": day + timedelta(days=500)}
    commands.change_employer(**own, **facts)
    commands.set_contact_people(**own, account_id=marieke.id, person_id=person.pk)
    commands.change_entrepreneur(actor=marieke, at=at, entrepreneur_id=person.pk, roles=["owner", "contact"])
    buddy_id = commands.add_entrepreneur(
        **own, first_name=("Sef", "Wies", "Jola")[number], last_name=("Kraan", "Bron", "Heuvel")[number],
        roles=["buddy", "foreman"], comes_to_tables=False, languages=["nl"],
    )  # fmt: skip
    commands.note_relation(
        **own, kind="training", person_id=buddy_id, what="harrie", trained_date=day - timedelta(days=200)
    )
    commands.note_relation(
        **own, kind="expectation", agreed_date=day, agreed_with_id=person.pk,
        words="Wij bellen iedere maand. Het bedrijf zegt het als er werk aankomt, ook als het nog ver weg is.",
    )  # fmt: skip
    commands.note_relation(
        **own, kind="covenant", signed_date=day - timedelta(days=300),
        until_date=day + timedelta(days=(120, 400, 800)[number]),
        words="Ieder jaar twee plekken om het werk te leren kennen.",
    )  # fmt: skip
    promise_id = commands.note_relation(
        **own, kind="social_return", words="Onderhoud scholen, gemeente Waalsteen",
        promised=(40_000, 600, 4)[number], unit=("euros", "hours", "places")[number],
        until_date=day + timedelta(days=420),
    )  # fmt: skip
    commands.note_relation(
        **own, kind="fulfilment", social_return_id=promise_id, words="Twee mensen leerden zagen en schaven",
        amount=(12_500, 180, 2)[number], done_date=day - timedelta(days=14),
    )  # fmt: skip
    commands.note_relation(
        **own, kind="step", words="Bij de zaagtafel een plek maken waar iemand kan beginnen",
        who_id=person.pk, by_date=day + timedelta(days=150),
    )  # fmt: skip
    commands.note_relation(
        **own, kind="step", words="Een collega laten opleiden tot buddy", done_date=day - timedelta(days=40)
    )
    commands.note_relation(
        **own,
        kind="establishment",
        name="De loods",
        address="Havenkade 8",
        place="Waalsteen",
        is_step_free=True,
    )
    if number == 0:
        commands.note_relation(
            **own, kind="story", told_at=["region", "meetings"], yes_by_id=person.pk, yes_date=day,
            words="We zochten een timmerman. Aan tafel zagen we dat we vooral iemand misten die de boel op orde houdt.",
        )  # fmt: skip
