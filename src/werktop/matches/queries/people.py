"""Guests of a gathering as choices, and who of them has room for a talk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.queries import talks

from ..wishes import wishes_in
from .room import talks_per_guest


@dataclass(frozen=True)
class Guests:
    """Candidates and entrepreneurs who came, by name. `without_talk` are the candidates who have no talk and no
    proposal; `with_room` entrepreneurs who want more talks than they have, each with how many more."""

    candidates: list[Any]
    entrepreneurs: list[Any]
    without_talk: list[Any]
    with_room: list[tuple[Any, int]]

    @property
    def candidate_choices(self) -> list[tuple[str, str]]:
        """As (key, name)."""
        return [(str(row.pk), row.name) for row in self.candidates]

    @property
    def entrepreneur_choices(self) -> list[tuple[str, str]]:
        """As (key, name and firm), with the address of two of one name at one firm."""
        alike = Counter((row.name, row.employer_id) for row in self.entrepreneurs)
        return [
            (
                str(row.pk),
                ", ".join(
                    filter(
                        None,
                        (
                            row.name,
                            row.employer.name,
                            (row.email or row.phone) if alike[row.name, row.employer_id] > 1 else "",
                        ),
                    )
                ),
            )
            for row in self.entrepreneurs
        ]


def guests_to_choose(gathering_id: UUID) -> Guests:
    """The guests who came, with who has room. The caller has checked who asks. A constant number of queries."""
    told = talks.wishes_of(gathering_id)
    wishes = wishes_in(told)
    counts = talks_per_guest(gathering_id, wishes)
    people = _by_name(candidates.candidates_by_id([g.person_id for g in told.candidates]))
    partners = _by_name(employers.entrepreneurs_by_id([g.person_id for g in told.entrepreneurs]))
    return Guests(
        candidates=people,
        entrepreneurs=partners,
        without_talk=[row for row in people if not counts[row.pk]],
        with_room=[
            (row, wishes.most[row.pk] - counts[row.pk])
            for row in partners
            if counts[row.pk] < wishes.most[row.pk]
        ],
    )


def _by_name(rows: dict[UUID, Any]) -> list[Any]:
    return sorted(rows.values(), key=lambda row: (row.name.casefold(), str(row.pk)))
