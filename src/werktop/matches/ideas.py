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
    known = [(there[key], firm) for key, firms in employers.known_firms_of(list(there)).items() for firm in firms]
    own = candidates.term_ids_of(candidate_ids)
    asked = employers.term_ids_of(list({firm.employer_id for _who, firm in known if firm.employer_id}))
    found = {}
    for candidate in candidate_ids:
        terms = own.get(candidate, set())
        best = max(
            known,
            key=lambda pair: (len(terms & asked.get(pair[1].employer_id, set())), pair[1].firm_name),
            default=None,
        )
        if best is not None and terms & asked.get(best[1].employer_id, set()):
            found[candidate] = _("Via het netwerk: %(who)s kent %(firm)s. Bel en leg het voor.") % {
                "who": best[0].name,
                "firm": best[1].firm_name,
            }
    return found
