"""Affinities of the guests of one gathering, and what each is made of, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.gatherings.affinity import (
    COMPETENCY,
    INTEREST,
    LANGUAGE,
    NEARBY,
    REACH_KM,
    WEIGHTS,
    Offer,
    Wishes,
    fits_of,
    table_of_affinities,
    terms_of,
)
from werktop.gatherings.models import Guest
from werktop.regions import queries as regions
from werktop.work_profiles import queries as work_profiles

OPEN_REPLIES = ("yes", "waiting")


@dataclass(frozen=True)
class Reason:
    """A line that says why: `kind` is "fits" or "learn"; `points` is what it adds to the affinity (0 for "learn")."""

    kind: str
    text: str
    points: int = 0


@dataclass(frozen=True)
class Affinities:
    """Affinities of a gathering: `matrix` holds 0..1000, a row per candidate guest, a column per entrepreneur guest."""

    matrix: np.ndarray
    rows: dict[UUID, int]
    columns: dict[UUID, int]
    wishes: tuple[Wishes, ...]
    offers: tuple[Offer, ...]
    firms: tuple[str, ...]
    labels: dict[UUID, str] = field(default_factory=dict)

    def of(self, candidate_guest_id: UUID, entrepreneur_guest_id: UUID) -> int:
        """The affinity of one pair of guests; 0 for a guest who is not in the matrix."""
        if candidate_guest_id not in self.rows or entrepreneur_guest_id not in self.columns:
            return 0
        return int(self.matrix[self.rows[candidate_guest_id], self.columns[entrepreneur_guest_id]])

    @property
    def fits(self) -> np.ndarray:
        """Booleans in the shape of `matrix`: true where a competency or an interest is shared."""
        return fits_of(self.wishes, self.offers)

    def languages_of(self, guest_id: UUID) -> frozenset[str]:
        """The languages that a guest speaks."""
        if guest_id in self.rows:
            return self.wishes[self.rows[guest_id]].languages
        return self.offers[self.columns[guest_id]].languages if guest_id in self.columns else frozenset()

    def explain(self, candidate_guest_id: UUID, entrepreneur_guest_id: UUID) -> list[Reason]:
        """Why these two fit, in words: what adds to the affinity, then at most one thing that can be learned."""
        if candidate_guest_id not in self.rows or entrepreneur_guest_id not in self.columns:
            return []
        column = self.columns[entrepreneur_guest_id]
        wishes, offer, firm = (
            self.wishes[self.rows[candidate_guest_id]],
            self.offers[column],
            self.firms[column],
        )
        told: list[Reason] = []
        terms = terms_of(wishes, offer)
        for part, sentence in (
            (COMPETENCY, _("%(firm)s zoekt dit: %(what)s")),
            (INTEREST, _("Bij %(firm)s is er ruimte voor: %(what)s")),
        ):
            of_part = [t for t in terms if t.part is part and t.about in self.labels]
            if of_part:
                what = ", ".join(sorted(self.labels[t.about] for t in of_part if t.about))
                told.append(
                    Reason("fits", sentence % {"firm": firm, "what": what}, sum(t.adds for t in of_part))
                )
        for term in terms:
            if term.part is LANGUAGE:
                told.append(Reason("fits", _("Ze spreken dezelfde taal"), term.adds))
            elif term.km is not None:
                sentence = _("%(firm)s ligt op %(km)s km") % {"firm": firm, "km": term.km}
                told.append(Reason("fits", sentence, term.adds))
        missing = sorted(self.labels[k] for k in offer.competencies - wishes.competencies if k in self.labels)
        # of whom no competency is noted nobody knows what is still to be learned
        if missing and told and wishes.competencies:
            sentence = _("Nog te leren bij %(firm)s: %(what)s") % {"firm": firm, "what": missing[0]}
            told.append(Reason("learn", sentence))
        return told


def weights_in_words() -> list[str]:
    """The table of weights, a sentence for each part."""
    words = {
        COMPETENCY: _("een competentie die de werkgever zoekt en de kandidaat heeft"),
        INTEREST: _("een interesse van de kandidaat waar de plek ruimte voor geeft"),
        LANGUAGE: _("een taal die ze allebei spreken, welke ook"),
        NEARBY: _("dichtbij: elke grens (%(limits)s km) waar de afstand onder blijft")
        % {"limits": ", ".join(f"{limit:.0f}" for limit in sorted(REACH_KM))},
    }
    return [
        ngettext(
            "%(weight)s punten voor %(what)s",
            "%(weight)s punten, hoogstens %(most)s keer, voor %(what)s",
            part.most,
        )
        % {"weight": part.weight, "most": part.most, "what": words[part]}
        for part in WEIGHTS
    ]


def affinities(gathering_id: UUID) -> Affinities:
    """The affinities of everyone who comes, may still come, or is there, with what they are made of.

    Constant number of queries. Guests who were only chosen, have not answered, or cannot come are left out.
    """
    return affinities_of(guests_who_count(gathering_id))


def guests_who_count(gathering_id: UUID) -> list[Guest]:
    """Guests who said yes, wait, or have arrived, in a fixed order."""
    rows = Guest.objects.filter(gathering_id=gathering_id).order_by("kind", "id")
    return [g for g in rows if g.reply in OPEN_REPLIES or g.arrived_at]


def affinities_of(
    guests: Iterable[Guest], *, people: dict | None = None, persons: dict | None = None
) -> Affinities:
    """The affinities among these guests. `people`, `persons`: their candidates and entrepreneurs by key, where
    the caller has read them."""
    listed = list(guests)
    if people is None:
        people = candidates.candidates_by_id([g.candidate_id for g in listed if g.candidate_id])
    if persons is None:
        persons = employers.entrepreneurs_by_id([g.entrepreneur_id for g in listed if g.entrepreneur_id])
    their_terms = candidates.term_ids_of(list(people))
    firm_terms = work_profiles.term_ids_sought_by(list({p.employer.id for p in persons.values()}))
    words = catalogue.terms_by_id(list(set().union(*their_terms.values(), *firm_terms.values())))
    competencies = frozenset(k for k, t in words.items() if t.kind == catalogue.TermKind.COMPETENCY)
    rows: dict[UUID, int] = {}
    columns: dict[UUID, int] = {}
    wishes, offers, firms = [], [], []
    for guest in listed:
        if guest.candidate_id is None or guest.candidate_id not in people:
            continue
        rows[guest.id] = len(rows)
        person = people[guest.candidate_id]
        terms = frozenset(their_terms.get(guest.candidate_id, ()))
        wishes.append(
            Wishes(
                terms & competencies,
                terms - competencies,
                frozenset(person.languages),
                _point(person.postcode),
            )
        )
    for guest in listed:
        if guest.entrepreneur_id is None or guest.entrepreneur_id not in persons:
            continue
        columns[guest.id] = len(columns)
        entrepreneur = persons[guest.entrepreneur_id]
        firm = entrepreneur.employer
        terms = frozenset(firm_terms.get(firm.id, ()))
        offers.append(
            Offer(
                terms & competencies,
                terms - competencies,
                frozenset(entrepreneur.languages),
                _point(firm.postcode),
            )
        )
        firms.append(firm.name)
    return Affinities(
        matrix=table_of_affinities(wishes, offers),
        rows=rows,
        columns=columns,
        wishes=tuple(wishes),
        offers=tuple(offers),
        firms=tuple(firms),
        labels={k: t.label for k, t in words.items()},
    )


def _point(postcode: str) -> tuple[float, float] | None:
    place = regions.place_of(postcode or "")
    return (place.latitude, place.longitude) if place else None
