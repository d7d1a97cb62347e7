"""Guests of a gathering as choices."""

from __future__ import annotations

from uuid import UUID

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.queries import talks


def guests_to_choose(gathering_id: UUID) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Candidates and entrepreneurs who came, each as (key, name), by name. The caller has checked who asks."""
    told = talks.wishes_of(gathering_id)
    people = candidates.candidates_by_id([g.person_id for g in told.candidates])
    partners = employers.entrepreneurs_by_id([g.person_id for g in told.entrepreneurs])
    return (
        sorted(((str(key), row.name) for key, row in people.items()), key=lambda pair: pair[1].casefold()),
        sorted(
            ((str(key), f"{row.name}, {row.employer.name}") for key, row in partners.items()),
            key=lambda pair: pair[1].casefold(),
        ),
    )
