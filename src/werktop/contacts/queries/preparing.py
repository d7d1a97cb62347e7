"""What is known of a firm before a visit, and what the region's candidates could bring its sector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.contacts.questions import Known
from werktop.employers import queries as employers
from werktop.work_profiles import queries as work

MOST_OFFERED = 5


def known_of(viewer: Actor, employer: Any) -> Known:
    """What is known of this firm, so that nobody asks it again. A constant number of queries."""
    relation = employers.relation_of(viewer, employer)
    people = employers.people_of_firm(viewer, employer.pk)
    chances = [each for each in employers.chances_of(viewer, employer.pk) if each.closed_at is None]
    return Known(
        work=bool(employer.looks_for) or work.work_profiles_of(viewer, employer.pk).exists(),
        change=bool(chances),
        when=all(each.expected_date and each.sureness for each in chances),
        fits=bool(employers.noted_term_ids(employer.pk)),
        place=bool(employer.process or employer.how_it_is),
        expectation=bool(relation["expectation"]),
        speaker=employers.contact_people_of(viewer, employer).theirs is not None,
        forms=bool(employer.work_forms),
        network=bool(employers.known_firms_of([each.pk for each in people])),
        guide=bool(relation["training"]),
        size=bool(employer.size),
        step=bool(relation["step"]),
        story=bool(relation["story"]),
    )


@dataclass(frozen=True)
class Offered:
    """A word that the firm or its sector asks, and about how many candidates of the region have it (a multiple of five)."""

    words: str
    people: int
    is_own: bool


def offered_to(viewer: Actor, employer: Any) -> list[Offered]:
    """What many candidates of the region can do and this firm (`is_own`) or its sector asks: what the firm asks first, then the
    most people. Words of which fewer than ten people are not told."""
    own = work.term_ids_sought_by([employer.pk]).get(employer.pk, set())
    asked = employers.words_asked_in_sector(viewer, employer.sector)
    people = candidates.candidates_with_words(viewer, {*own, *asked})
    terms = catalogue.terms_by_id(people)
    found = [
        Offered(str(terms[key].label), count, key in own)
        for key, count in people.items()
        if key in terms and terms[key].kind == catalogue.TermKind.COMPETENCY
    ]
    return sorted(found, key=lambda each: (not each.is_own, -each.people, each.words))[:MOST_OFFERED]
