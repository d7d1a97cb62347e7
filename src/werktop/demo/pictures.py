"""Pictures of candidates that grew: what was noted of some of them in the weeks before, as colleagues note it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from werktop.audit.actors import SYSTEM, Actor
from werktop.candidates import commands, queries
from werktop.candidates.queries import Line

from . import wanting

HOW_MANY = 36
"""Candidates of one relationship manager whose picture is told; the first of the list is among them."""
ZELF, WE = "candidate", "assigned"
"""Who does something: the candidate, or whoever works with the candidate; else a name from elsewhere."""
DAYS = ([1, 2, 3, 4], [1, 2, 3, 4, 5], [1, 3, 5], [2, 4], [5, 6, 7])


@dataclass(frozen=True)
class Life:
    """What somebody wants, learned and needs. In `grew`: how far, where it was seen, and why it was noted."""

    perspective: str
    work: str
    goal: str
    reached: str
    steps: tuple[tuple[str, str], ...]
    course: str
    hoped: str
    own: str
    seen: str
    grew: tuple[tuple[int, str, str], ...]
    firm: tuple[str, str]
    need: tuple[str, str, str, str]
    certificate: tuple[str, str] = field(default=("badge", "Veilig werken"))


LIVES = (
    Life(
        "Over een jaar vier ochtenden per week in een atelier, op de fiets",
        "iets maken met stof of hout",
        "Meepraten in een werkoverleg",
        "Zelf bellen voor een afspraak",
        (("Een ochtend meekijken in een atelier", ZELF), ("Vragen of er een proefweek kan", WE)),
        "Taalmaatje",
        "Dat ik zelf durf te bellen",
        "Ik bel nu zelf. Eerst durfde ik dat niet.",
        "Voert zonder hulp een gesprek over werk.",
        ((1, "own_words", ""), (2, "course", "Naaide vier weken mee"), (3, "workplace", "Legde het een ander uit")),
        ("Naaiatelier Draad", "een buurvrouw werkt er"),
        ("childcare", "Opvang op woensdagmiddag", "Vragen bij de opvang op school", ZELF),
        ("practice", "Machinaal naaien"),
    ),
    Life(
        "Voor de zomer vast werk in een magazijn, met collega's om me heen",
        "orders pakken en de vrachtwagen laden",
        "Het heftruckcertificaat halen",
        "Een hele week op tijd zijn",
        (("De theorie van de heftruck doorlezen", ZELF), ("Meelopen op de nachtploeg om te zien of het past", ZELF)),
        "Werkfit-training, zes weken",
        "Weer wennen aan vroeg opstaan",
        "Ik heb weer een reden om vroeg op te staan.",
        "Was er elke ochtend, ook bij regen.",
        ((1, "own_words", ""), (2, "workplace", "Pakte een dag lang foutloos orders")),
        ("Koeltransport de Waal", "een oom rijdt daar"),
        ("transport", "Vervoer voor de vroege dienst", "Vraag of een collega kan meerijden", WE),
    ),
    Life(
        "Werken met oudere mensen, en daar het diploma voor halen",
        "helpen in een woonzorgcentrum",
        "Een rapportage schrijven",
        "Vragen stellen als iets niet duidelijk is",
        (("Koffie schenken op zaterdag, als proef", ZELF), ("Open dag van de opleiding bezoeken", ZELF)),
        "Oriëntatie zorg en welzijn",
        "Weten of dit werk bij me past",
        "Ik weet nu zeker dat dit bij me past.",
        "Bewoners vragen naar haar naam.",
        ((1, "own_words", ""), (2, "table", "Drie ondernemers noemden het"), (3, "workplace", "Wijst stagiairs de weg")),
        ("Woonzorgcentrum Het Dorp", "deed daar vrijwilligerswerk"),
        ("debts", "Rust in geldzaken", "Samen naar het spreekuur Geldzaken", "Samira van Geldzaken"),
    ),
    Life(
        "Buiten werken, in een kleine ploeg, en later zelf een ploeg leiden",
        "groenonderhoud",
        "Planten bij naam kennen",
        "Doorgaan als het tegenzit",
        (("Een dag mee met de groenploeg", ZELF), ("Werkschoenen regelen", WE)),
        "Proefweek bij het sociaal ontwikkelbedrijf",
        "Zien of buiten werken me goed doet",
        "Buiten word ik rustig.",
        "Werkt door zonder dat iemand het zegt.",
        ((1, "own_words", ""), (2, "workplace", "Snoeide zelf een hele laan")),
        ("Hoveniersbedrijf Linde", "oude klasgenoot"),
        ("equipment", "Gehoorbescherming die past", "Aanvragen via de werkgever", WE),
        ("certificate", "VCA basis"),
    ),
)  # fmt: skip


def grow(*, at: datetime, actor: Actor, colleague: Actor) -> None:
    """Tell the pictures of `HOW_MANY` candidates of `actor` in the weeks before `at`; the same each time. A few go on with the
    `colleague`, who yesterday had to read what one of the others needs. Some steps are for today."""
    chance = Random(1)  # noqa: S311 - apart from the demo's own, which stays as it was
    found = queries.found_candidates(actor, queries.Filters())
    people = list(found[:1]) + list(found.order_by("id")[5 : 5 + HOW_MANY])
    words = wanting.Words(actor)
    for place, candidate in enumerate(people):
        if place and candidate.pk == people[0].pk:
            continue
        came_in = max(candidate.created_at, at - timedelta(days=153))
        commands.take_candidate(actor=actor, at=came_in, candidate_id=candidate.pk)
        _tell(chance, LIVES[place % len(LIVES)], actor, at, candidate)
        wanting.want(words, place, at=at, actor=actor, candidate=candidate)
    commands.lapse_certificates(actor=SYSTEM, at=at)
    commands.hand_over_candidates(
        actor=actor,
        at=at - timedelta(days=2),
        from_id=actor.id,
        to_id=colleague.id,
        candidate_ids=[each.pk for each in people[5::6]],
    )
    today: tuple[tuple[int, int, dict[str, Any]], ...] = (
        (0, 0, {"words": "Vraag hoe de eerste rijles was", "doer": WE}),
        (7, 2, {"words": "Bel zelf met de open dag", "doer": ZELF}),
        (8, 0, {"words": "Kijk samen naar de brief van de opleiding", "owner_id": colleague.id}),
    )
    for place, days, facts in today:
        due, key = (at - timedelta(days=days)).date(), people[place].pk
        commands.note_part(
            actor=actor, at=at - timedelta(days=6), candidate_id=key, part="step", due_date=due, **facts
        )
    needed: dict[str, Any] = {
        "kind": "transport",
        "words": "Een fiets die het doet",
        "action": "Vraag bij de fietswerkplaats",
    }
    for place, owner in ((2, {"doer": WE}), (9, {"owner_id": colleague.id})):
        commands.note_part(
            actor=actor, at=at - timedelta(days=6), candidate_id=people[place].pk, part="need",
            due_date=at.date(), **needed, **owner,
        )  # fmt: skip
    commands.open_needs(
        actor=colleague,
        at=at - timedelta(days=1),
        candidate_id=people[1].pk,
        reason="Belde over opvang voor morgen, en jij was op huisbezoek",
    )


def _tell(chance: Random, life: Life, actor: Actor, at: datetime, candidate: Any) -> None:
    days = max(20, min(150, (at - candidate.created_at).days - 3))

    def note(ago: float, part: str, **facts: Any) -> UUID:
        when = at - timedelta(days=round(days * ago), minutes=chance.randint(0, 300))
        return commands.note_part(actor=actor, at=when, candidate_id=candidate.pk, part=part, **facts)

    def finish(ago: float, part: str, key: UUID) -> None:
        when = at - timedelta(days=round(days * ago))
        commands.finish_part(actor=actor, at=when, candidate_id=candidate.pk, part=part, row_id=key)

    def on(ago: float) -> date:
        return (at - timedelta(days=round(days * ago))).date()

    terms: list[Line] = queries.picture_of(actor, candidate).on().get("term", [])
    best = next((line for line in terms if line.row.term.kind == "competency"), None)
    shares = (0.9, 0.4, 0.1)
    for share, (level, source, why) in zip(shares, life.grew if best else (), strict=False):
        assert best is not None
        seen = ["own_words", "table"] if share == shares[-1] else []
        note(share, "term", row_id=best.row_id, level=level, source=source, reason=why, also_seen=seen)
    most = chance.choice((24, 28, 32))
    note(
        0.85, "wish", work=life.work, hours_min=most - 8, hours_max=most, days=chance.choice(DAYS),
        most_km=chance.choice((8, 12, 15)), travels_by=chance.choice((["bicycle"], ["public"], ["bicycle", "public"])),
        available_date=on(-0.2),
    )  # fmt: skip
    note(0.8, "perspective", words=life.perspective)
    used = note(
        0.72, "instrument", name=life.course, from_date=on(0.7), expectation=life.hoped, is_listed=True
    )
    note(
        0.33, "instrument", row_id=used, until_date=on(0.35), candidate_words=life.own, colleague_words=life.seen,
        outcome="helped", grew=[best.row.term_id] if best else [], reason="Samen teruggekeken",
    )  # fmt: skip
    finish(0.4, "goal", note(0.7, "goal", words=life.reached))
    gone = note(0.7, "goal", words="Een cv maken")
    note(
        0.6,
        "need",
        kind=life.need[0],
        words=life.need[1],
        action=life.need[2],
        due_date=on(-0.1),
        **_by(life.need[3]),
    )
    note(0.5, "firm", firm_name=life.firm[0], words=life.firm[1])
    note(
        0.35,
        "certificate",
        source="course",
        kind=life.certificate[0],
        name=life.certificate[1],
        got_date=on(0.45),
    )
    commands.remove_part(
        actor=actor, at=at - timedelta(days=round(days * 0.3)), candidate_id=candidate.pk, part="goal", row_id=gone,
        reason="Talenten vertellen aan tafel past beter",
    )  # fmt: skip
    note(0.2, "goal", words=life.goal)
    first, second = life.steps
    finish(0.12, "step", note(0.2, "step", words=first[0], due_date=on(0.1), **_by(first[1])))
    note(0.15, "step", words=second[0], due_date=on(-0.15), **_by(second[1]))


def _by(who: str) -> dict[str, str]:
    return {"doer": who} if who in (ZELF, WE) else {"who": who}
