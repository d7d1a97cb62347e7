"""Ideas for who has no talk yet: firms that entrepreneurs who were there would introduce someone to."""

from __future__ import annotations

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
    found = {}
    for candidate in candidate_ids:
        terms = own.get(candidate, set())
        best = max(known, key=lambda each: (len(terms & asked.get(each[2], set())), each[1]), default=None)
        if best is not None and terms & asked.get(best[2], set()):
            found[candidate] = _("Via het netwerk: %(who)s kent %(firm)s. Bel en leg het voor.") % {
                "who": best[0].name,
                "firm": best[1],
            }
    return found
