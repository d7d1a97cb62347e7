"""Typed rows as the rooms of candidates and employers take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from werktop.regions.full_names import split_name

from .cells import folded
from .kinds.candidates import CandidateRow
from .kinds.entrepreneurs import EntrepreneurRow


def candidate_facts(row: CandidateRow, *, source: str, colleagues: Mapping[str, UUID]) -> dict[str, Any]:
    """One row for `candidates.commands.add_candidates`. `colleagues` maps folded names to accounts.

    Ground and purpose are left to the organisation; nobody was told yet by a list. Hours are rounded, half an hour up.
    """
    first_name, last_name = split_name(row.full_name)
    return {
        "identity": row.identity,
        "source": source,
        "first_name": first_name,
        "last_name": last_name,
        "email": row.email,
        "phone": row.phone,
        "postcode": row.postcode,
        "address": row.address,
        "preferred_channel": row.invite_by,
        "languages": list(row.languages),
        "own_words": _own_words(row),
        "term_codes": list(row.competencies),
        "is_step_free_needed": "step_free" in row.needs,
        "is_interpreter_needed": "interpreter" in row.needs,
        "is_childcare_needed": "childcare" in row.needs,
        "is_travel_paid": "travel_costs" in row.needs,
        "has_companion": "companion" in row.needs,
        "day_note": "; ".join(row.other_needs),
        "hours_per_week": _whole(row.available_hours),
        "education": row.education_level,
        "sought_work": row.desired_occupation,
        "dutch_spoken": row.spoken_dutch,
        "dutch_written": row.written_dutch,
        "driving_licences": list(row.driving_licences),
        "transport": row.transport,
        "registered_date": row.registered_date,
        "reported_date": row.reported_date,
        "is_shared": row.is_shared,
        "colleague_name": row.staff_name,
        "assigned_to_id": colleagues.get(folded(row.staff_name)) if row.staff_name else None,
    }


def employer_facts(row: EntrepreneurRow, *, source: str) -> dict[str, Any]:
    """One row for `employers.commands.add_employers`: the firm and who comes for it."""
    first_name, last_name = split_name(row.contact_name)
    facts = {
        "name": row.company,
        "sector": row.sector,
        "address": row.address,
        "postcode": row.postcode,
        "place": row.place,
        "what_we_do": row.does,
        "looks_for": row.seeks,
        "work_forms": list(row.work_forms),
        "source": source,
        "term_codes": list(row.competencies),
        "entrepreneurs": [
            {
                "first_name": first_name,
                "last_name": last_name,
                "email": row.email,
                "phone": row.phone,
                # as the form starts: the list has no column for it
                "languages": ["nl"],
                "known_firms": list(row.introduces),
            }
        ],
    }
    return facts | ({"joined_date": row.joined_date} if row.joined_date else {})


def colleagues_by_name(names: Sequence[tuple[str, UUID]]) -> dict[str, UUID]:
    """Folded names to accounts; a name that two colleagues share says nothing and is left out."""
    found: dict[str, UUID] = {}
    shared = set()
    for name, account_id in names:
        key = folded(name)
        if key in found:
            shared.add(key)
        found[key] = account_id
    return {key: account_id for key, account_id in found.items() if key not in shared}


def _own_words(row: CandidateRow) -> str:
    words = "; ".join(row.own_words)
    # in Dutch whatever the language of the screen: it is kept
    languages = f"Spreekt ook: {', '.join(row.other_languages)}" if row.other_languages else ""
    return "\n".join(part for part in (words, languages) if part)


def _whole(hours: Decimal | None) -> int | None:
    return None if hours is None else int(hours.quantize(Decimal(1), rounding=ROUND_HALF_UP))
