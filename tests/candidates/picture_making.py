"""A row of every part of a candidate's picture."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tests import making

from werktop.candidates import queries
from werktop.candidates.models import PARTS, Candidate, DomainInUse
from werktop.catalogue.models import Occupation, Requirement


def facts_of_parts() -> dict[str, dict[str, Any]]:
    """Facts of each part, as `note_part` takes them."""
    return {
        "term": {"term_id": making.terms("koken")[0].pk, "level": 2},
        "wish": {"work": "bakkerswerk", "hours_min": 16, "hours_max": 29, "days": [1, 3], "most_km": 12, "travels_by": ["moped"],
                 "work_forms": ["trial"], "day_parts": ["evening"], "available_date": date(2027, 3, 1)},
        "occupation": {"occupation_id": Occupation.objects.get(label_nl="bakker").pk},
        "motivation": {"words": "Ik wil mijn kinderen laten zien dat het kan"},
        "perspective": {"words": "Over een jaar sta ik in een bakkerij"},
        "step": {"words": "Een dag meelopen", "who": "Petra", "due_date": date(2026, 12, 4), "done_date": date(2026, 11, 13)},
        "goal": {"words": "Leren omgaan met de oven", "done_date": date(2026, 11, 19)},
        "certificate": {"kind": "practice", "name": "Werken in de bediening", "got_date": date(2026, 6, 5),
                        "valid_until": date(2031, 6, 5)},
        "requirement": {"requirement_id": Requirement.objects.get(code="klanten").pk, "answer": "yes"},
        "instrument": {"name": "Taalmaatje", "from_date": date(2026, 2, 3), "until_date": date(2026, 8, 4), "outcome": "helped",
                       "candidate_words": "Ik durf te bellen", "colleague_words": "Voert zelf het gesprek"},
        "firm": {"firm_name": "Rietdekker Rem", "words": "neef werkt er"},
        "need": {"kind": "childcare", "words": "Opvang op woensdag", "action": "Opvang zoeken", "who": "Samira",
                 "due_date": date(2026, 12, 11), "done_date": date(2026, 11, 20)},
        "income": {"law": "wajong", "since_date": date(2024, 1, 1)},
        "standing": {"kind": "register", "answer": "yes", "on_date": date(2025, 5, 6)},
        "domain": {"domain": "money", "score": 3, "source": "together"},
        "adjustment": {"way": "call", "words": "na drie uur"},
    }  # fmt: skip


ADVICE = {
    "ground": "Participatiewet art. 7",
    "advised_by": "Noor Kamp",
    "advised_date": date(2026, 10, 1),
}
"""Why a domain of life may be asked."""


def use_domains(organisation: Any, *domains: str) -> None:
    """The organisation scores these domains of life."""
    for domain in domains or ("money",):
        DomainInUse.objects.get_or_create(
            organisation=organisation, domain=domain, on_at=making.MOMENT, defaults=ADVICE
        )


def picture_parts(candidate: Candidate, noted_at: datetime, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """The rows, by part, noted at this moment; parts in `but` are left out."""
    use_domains(candidate.organisation)
    return {
        part: PARTS[part]._default_manager.create(candidate=candidate, noted_at=noted_at, **facts)
        for part, facts in facts_of_parts().items()
        if part not in but
    }


def picture_on(viewer: Any, candidate_id: Any, day: date) -> dict[str, list[Any]]:
    """What stood in the picture at the end of `day`, by part, as this viewer reads it."""
    return queries.picture_of(viewer, queries.candidate_for(viewer, candidate_id)).on(day)


def changes_between(viewer: Any, candidate_id: Any, from_day: date, to_day: date) -> list[Any]:
    """What came, changed and went between the ends of two days, as this viewer reads it."""
    return queries.picture_of(viewer, queries.candidate_for(viewer, candidate_id)).between(from_day, to_day)
