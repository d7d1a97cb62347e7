"""One function of the demo of which simple tasks became work for somebody else, and one that is still looked at."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.work_profiles import commands, proposing
from werktop.work_profiles.queries import functions

DONE = (
    ("patiënten behandelen", 24, "specialist", "tandarts"),
    ("assisteren aan de stoel", 20, "trade", "assistente"),
    ("instrumenten schoonmaken en klaarleggen", 7, "simple", "assistente"),
    ("behandelkamers opruimen", 5, "simple", "assistente"),
    ("telefoon en afspraken", 12, "training", "balie"),
    ("wachtkamer en koffie", 3, "simple", "balie"),
)
LOOKED_AT = (
    ("machines instellen", 10, "trade", "monteur"),
    ("onderdelen in elkaar zetten", 14, "training", "monteur"),
    ("werkplaats opruimen", 4, "simple", "monteur"),
    ("dozen vouwen en etiketten plakken", 8, "simple", "monteur"),
)


def carve(*, at: datetime, actor: Actor) -> None:
    """Both at firms for which the own organisation answers: of care where there is one, and of industry."""
    firms = (
        employers.employers_in_region(actor)
        .filter(organisation_id=actor.organisation_id)
        .order_by("name", "id")
    )
    care, industry = firms.filter(sector="Q").first(), firms.filter(sector="C").first()
    if care:
        key = _noted(actor, at - timedelta(days=16), care.pk, "tandartsassistent", DONE)
        tasks = [
            task for task in functions.tasks_of(functions.function_for(actor, key)) if task.level == "simple"
        ]
        proposal = proposing.from_tasks(actor, tasks, "de praktijk")
        commands.carve_tasks(
            actor=actor, at=at - timedelta(days=15), employer_function_id=key, task_ids=[task.pk for task in tasks],
            what="hulp in de tandartspraktijk", place=care.place, own_words=proposal.facts["own_words"],
            terms=[{"term_id": each.row.pk, "is_learnable": not each.is_must} for each in proposal.competencies],
        )  # fmt: skip
    if industry:
        _noted(actor, at - timedelta(days=4), industry.pk, "monteur", LOOKED_AT)


def _noted(
    actor: Actor, at: datetime, employer_id: UUID, name: str, tasks: tuple[tuple[str, int, str, str], ...]
) -> UUID:
    rows = [
        {"what": what, "minutes": hours * 60, "level": level, "done_by": who}
        for what, hours, level, who in tasks
    ]
    made: UUID = commands.note_function(actor=actor, at=at, employer_id=employer_id, name=name, tasks=rows)
    return made
