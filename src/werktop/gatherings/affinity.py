"""How well a candidate and an entrepreneur fit: an integer sum of named terms, of which each can be shown.

Only what stands in `Wishes` and `Offer` can reach the sum: terms of the catalogue, languages, and where somebody
lives or works. Sex, age, origin, health, benefit, target group and needs have no way in. A shared language counts as "they can
talk with each other", whichever it is; what a firm asks of Dutch or of heavy work is a term as any other.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

MOST = 1000
"""The highest affinity there is: every part of the table below in full."""


@dataclass(frozen=True)
class Part:
    """One line of the table of weights: `weight` for each time it holds, at most `most` times."""

    name: str
    weight: int
    most: int = 1


COMPETENCY = Part("competency", 140, 4)
"""A competency that the firm looks for and the candidate has."""
INTEREST = Part("interest", 120, 2)
"""An interest of the candidate that the place gives room to."""
LANGUAGE = Part("language", 80)
"""They share a language, so that they can talk without an interpreter."""
NEARBY = Part("nearby", 40, 3)
"""Home and work lie near each other: once for each limit of `REACH_KM` that the distance stays within."""

WEIGHTS = (COMPETENCY, INTEREST, LANGUAGE, NEARBY)
REACH_KM = (20.0, 10.0, 5.0)


@dataclass(frozen=True)
class Wishes:
    """What counts of a candidate. `point` is latitude and longitude in degrees of the postcode area."""

    competencies: frozenset[UUID] = frozenset()
    interests: frozenset[UUID] = frozenset()
    languages: frozenset[str] = frozenset()
    point: tuple[float, float] | None = None


@dataclass(frozen=True)
class Offer:
    """What counts of an entrepreneur's firm, in the same words."""

    competencies: frozenset[UUID] = frozenset()
    interests: frozenset[UUID] = frozenset()
    languages: frozenset[str] = frozenset()
    point: tuple[float, float] | None = None


def table_of_affinities(candidates: Sequence[Wishes], offers: Sequence[Offer]) -> np.ndarray:
    """Affinities as integers of 0..1000, shape (candidates, offers), in the order given."""
    total = np.zeros((len(candidates), len(offers)), np.int64)
    if not total.size:
        return total
    for part, ours, theirs in (
        (COMPETENCY, [c.competencies for c in candidates], [o.competencies for o in offers]),
        (INTEREST, [c.interests for c in candidates], [o.interests for o in offers]),
        (LANGUAGE, [c.languages for c in candidates], [o.languages for o in offers]),
    ):
        total += part.weight * np.minimum(_shared(ours, theirs), part.most)
    distances = _distances_km([c.point for c in candidates], [o.point for o in offers])
    for limit in REACH_KM:
        total += NEARBY.weight * (distances <= limit)
    return total


def fits_of(candidates: Sequence[Wishes], offers: Sequence[Offer]) -> np.ndarray:
    """Who fits: booleans (candidates, offers), true where a competency or an interest is shared.

    Being near, or able to talk with each other, is not enough to say so.
    """
    competencies = _shared([c.competencies for c in candidates], [o.competencies for o in offers])
    interests = _shared([c.interests for c in candidates], [o.interests for o in offers])
    return (competencies + interests > 0).reshape(len(candidates), len(offers))


@dataclass(frozen=True)
class Term:
    """One term of a sum: which part, what it adds, and what it is about (a term's key, or whole kilometres)."""

    part: Part
    adds: int
    about: UUID | None = None
    km: int | None = None


def terms_of(candidate: Wishes, offer: Offer) -> list[Term]:
    """The terms of one pair's affinity, the weightiest first; they add up to it.

    A competency past the most that count is told with `adds` 0: it fits, the sum was full.
    """
    found: list[Term] = []
    for part, shared in (
        (COMPETENCY, candidate.competencies & offer.competencies),
        (INTEREST, candidate.interests & offer.interests),
    ):
        for place, key in enumerate(sorted(shared)):
            found.append(Term(part, part.weight if place < part.most else 0, about=key))
    if candidate.languages & offer.languages:
        found.append(Term(LANGUAGE, LANGUAGE.weight))
    distance = float(_distances_km([candidate.point], [offer.point])[0, 0])
    near = sum(NEARBY.weight for limit in REACH_KM if distance <= limit)
    if near:
        found.append(Term(NEARBY, near, km=max(1, round(distance))))
    return found


def _shared(ours: Sequence[frozenset], theirs: Sequence[frozenset]) -> np.ndarray:
    column = {
        key: place for place, key in enumerate(sorted(frozenset[object]().union(*ours, *theirs), key=str))
    }
    one, other = (np.zeros((len(side), len(column)), np.int64) for side in (ours, theirs))
    for rows, side in ((one, ours), (other, theirs)):
        for row, keys in enumerate(side):
            rows[row, [column[key] for key in keys]] = 1
    return one @ other.T


def _distances_km(ours: Sequence[tuple | None], theirs: Sequence[tuple | None]) -> np.ndarray:
    """Straight-line distances; infinite where a place is not known, so that it adds nothing."""
    nowhere = (math.nan, math.nan)
    one, other = (np.radians(np.array([p or nowhere for p in side], float)) for side in (ours, theirs))
    dy = other[None, :, 0] - one[:, None, 0]
    dx = (other[None, :, 1] - one[:, None, 1]) * np.cos((other[None, :, 0] + one[:, None, 0]) / 2)
    return np.nan_to_num(6371.0 * np.hypot(dx, dy), nan=np.inf)
