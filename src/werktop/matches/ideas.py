"""Ideas for who has no talk yet: firms that entrepreneurs who were there would introduce someone to."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

from .wishes import present_entrepreneurs


def ideas_for(gathering_id: UUID, candidate_ids: list[UUID]) -> dict[UUID, str]:
    """One idea in words for each candidate where there is one: the known firm that looks for most of what the
    candidate likes and can. Only terms of the catalogue count."""
    there = employers.entrepreneurs_by_id(present_entrepreneurs(gathering_id))
    known = [
        (there[key], firm.firm_name, firm.employer_id)
        for key, firms in employers.known_firms_of(list(there)).items()
        for firm in firms
        if firm.employer_id is not None
    ]
    own = candidates.term_ids_of(candidate_ids)
    asked = employers.term_ids_of({employer for _who, _name, employer in known})
    found: dict[UUID, str] = {}
    used: Counter[tuple[str, str]] = Counter()
    for candidate in candidate_ids:
        terms = own.get(candidate, set())
        fitting = [each for each in known if terms & asked.get(each[2], set())]
        if not fitting:
            continue
        # the firm that fits best; between equals the one that has been thought of least
        who, firm, _employer = min(
            fitting,
            key=lambda each: (used[each[0].name, each[1]] - len(terms & asked.get(each[2], set())), each[1]),
        )
        used[who.name, firm] += 1
        found[candidate] = _("Via het netwerk: %(who)s kent %(firm)s. Bel en leg het voor.") % {
            "who": who.name,
            "firm": firm,
        }
    return found
