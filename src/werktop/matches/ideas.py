"""Ideas for who has no talk yet: firms that entrepreneurs who were there would introduce someone to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.work_profiles import queries as work_profiles

from .wishes import present_entrepreneurs

MOST = 3
"""As many ideas as one weighs for one person."""


@dataclass(frozen=True)
class Idea:
    """`introducer`, who was there, knows the firm, which looks for what the candidate likes and can (`terms`)."""

    introducer: Any
    firm_id: UUID
    firm_name: str
    terms: tuple[Any, ...]

    @property
    def key(self) -> str:
        """What a form sends for it."""
        return f"{self.introducer.pk}/{self.firm_id}"


def ideas_for(
    gathering_id: UUID, candidate_ids: Iterable[UUID], *, present: Mapping[UUID, Any] | None = None
) -> dict[UUID, list[Idea]]:
    """At most `MOST` ideas for each candidate who has any, best first: the known firms that look for most of what the
    candidate likes and can. Only terms of the catalogue count. A constant number of queries.

    `present`: the entrepreneurs who came, by key, where the caller has read them already.
    """
    asked = list(candidate_ids)
    # who objects to being put forward gets no idea of it
    objecting = candidates.not_to_be_proposed(asked) if asked else set()
    asked = [key for key in asked if key not in objecting]
    if not asked:
        return {}
    there = present
    if there is None:
        there = employers.entrepreneurs_by_id(present_entrepreneurs(gathering_id))
    known = [
        (there[key], firm)
        for key, firms in employers.known_firms_of(list(there)).items()
        for firm in firms
        if firm.employer_id is not None
    ]
    own = candidates.term_ids_of(asked)
    sought = work_profiles.term_ids_sought_by({firm.employer_id for _who, firm in known if firm.employer_id})
    terms = catalogue.terms_by_id(list(set().union(*own.values(), *sought.values())))
    found = {}
    for candidate in asked:
        fitting = [
            Idea(who, firm.employer_id, firm.firm_name, tuple(sorted((terms[t] for t in both), key=_place)))
            for who, firm in known
            if firm.employer_id and (both := own.get(candidate, set()) & sought.get(firm.employer_id, set()))
        ]
        # the same firm once, however many know it
        best = {idea.firm_id: idea for idea in sorted(fitting, key=_order, reverse=True)}
        if best:
            found[candidate] = sorted(best.values(), key=_order)[:MOST]
    return found


def spread(ideas: dict[UUID, list[Idea]]) -> dict[UUID, Idea]:
    """One idea for each candidate: the best; between equals the one that has been thought of least."""
    used: Counter[UUID] = Counter()
    chosen = {}
    for candidate, own in ideas.items():
        chosen[candidate] = min(own, key=lambda idea: (used[idea.firm_id] - len(idea.terms), _order(idea)))
        used[chosen[candidate].firm_id] += 1
    return chosen


def _order(idea: Idea) -> tuple[int, str, str, str]:
    return (-len(idea.terms), idea.firm_name.casefold(), idea.introducer.name, str(idea.introducer.pk))


def _place(term: Any) -> tuple[int, str]:
    return (term.position, term.code)
