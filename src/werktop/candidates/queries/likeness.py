"""Who may already be here under another spelling. A likeness is shown, and never blocks.

Only the own organisation is looked at. Of somebody whom another organisation has, nothing is said, not even that there is
somebody: a likeness would tell a name (decision 31).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.audit.likeness import open_pairs, pairs_apart, told_apart_from
from werktop.candidates.models import Candidate
from werktop.post import reach
from werktop.regions import queries as regions
from werktop.regions.alike import (
    SHARED_BY_AT_MOST,
    Known,
    pairs_among,
    sureness,
    why_alike,
    why_in_words,
    words_of,
)
from werktop.regions.finding import reached_alike, surest_first

from .visible import candidates_visible_to

FIELDS = ("pk", "first_name", "last_name", "email", "phone", "postcode")
MOST_COMPARED = 400
"""So many bearers of a word in a name are compared while somebody types; who shares an address or number always is."""


@dataclass(frozen=True)
class Alike:
    """A candidate who may be the same person, and why, in words."""

    candidate: Candidate
    why: str


def others_with_email(viewer: Actor, email: str, *, other_than: UUID | None = None) -> QuerySet[Candidate]:
    """Candidates of the own organisation with this e-mail address, whatever their name: messages hold a personal link.
    Households share an address, so it is said and never blocks."""
    if not email.strip():
        return Candidate.objects.none()
    found = candidates_visible_to(viewer, with_left=True).filter(email__iexact=email.strip())
    return found.exclude(pk=other_than) if other_than else found


def likely_duplicates(
    viewer: Actor,
    *,
    name: str,
    postcode: str = "",
    email: str = "",
    phone: str = "",
    other_than: UUID | None = None,
) -> list[Alike]:
    """Candidates of the own organisation who may be the person of whom this was typed, also those who left: the same e-mail
    address or telephone number, or a name that resembles it in the same place. Who was said to be another than `other_than`
    is not among them. The surest first. Two queries."""
    typed = Known(
        other_than or UUID(int=0),
        name.strip(),
        email.strip(),
        _number(phone),
        regions.place_name(reach.postcode_in(postcode)),
    )
    marks = _marks(typed.name)
    sought = Q(name_marks__overlap=marks) if marks else Q(pk=None)
    if typed.email:
        sought |= Q(email__iexact=typed.email)
    if typed.phone:
        sought |= Q(phone=typed.phone)
    apart = told_apart_from(other_than) if other_than else set()
    people = candidates_visible_to(viewer, with_left=True).filter(sought).exclude(pk=typed.id)
    nearest = people.order_by("-created_at", "id")[:MOST_COMPARED]
    found = [
        (why, each) for each in nearest if each.pk not in apart and (why := why_alike(typed, known(each)))
    ]
    found = [(why, each) for why, each in found if "name" in why.split() or _is_own(why, found)]
    found.sort(key=lambda each: -sureness(each[0]))
    return [Alike(each, why_in_words(why)) for why, each in found]


def _is_own(why: str, found: list[tuple[str, Candidate]]) -> bool:
    """Whether an address or number is so little shared that it says who somebody is."""
    return any(
        sum(code in other.split() for other, _each in found) <= SHARED_BY_AT_MOST for code in why.split()
    )


def known(candidate: Candidate) -> Known:
    """What is compared of a candidate."""
    return Known(
        candidate.pk, candidate.name, candidate.email, candidate.phone, regions.place_name(candidate.postcode)
    )


def pairs_in(organisation_id: UUID) -> dict[tuple[UUID, UUID], str]:
    """All pairs of candidates of an organisation who may be one person, with why. One query; for jobs."""
    rows = Candidate.objects.filter(organisation_id=organisation_id).values_list(*FIELDS)
    return pairs_among(
        Known(key, f"{first} {last}".strip(), email, phone, regions.place_name(postcode))
        for key, first, last, email, phone, postcode in rows.order_by("id")
    )


def pairs_with(keys: Collection[UUID]) -> dict[tuple[UUID, UUID], str]:
    """The pairs of these candidates with others of their organisation, with why: for who was added or changed just now."""
    found: dict[tuple[UUID, UUID], str] = {}
    for one in Candidate.objects.filter(pk__in=list(keys)).order_by("id"):
        mine = known(one)
        sought = Q(name_marks__overlap=_marks(mine.name) or ["-"])
        for field in ("email", "phone"):
            if said := getattr(mine, field):
                sought |= Q(**{f"{field}__iexact": said})
        others = Candidate.objects.filter(sought, organisation_id=one.organisation_id).exclude(pk=one.pk)
        alike = [
            (other, why)
            for other in others.order_by("-created_at", "id")[:MOST_COMPARED]
            if (why := why_alike(mine, known(other)))
        ]
        for other, why in alike:
            if "name" in why.split() or _is_own(why, [(w, o) for o, w in alike]):
                found[min(one.pk, other.pk), max(one.pk, other.pk)] = why
    return found


def pairs_to_look_at(viewer: Actor, *, is_reached_alike: bool = False) -> QuerySet[Any]:
    """The pairs of the viewer's organisation that may be one person, as they were found last, the surest first; with
    `is_reached_alike` those with one number or address. For who may bring them together."""
    assert viewer.organisation_id is not None
    found = surest_first(open_pairs("candidate", viewer.organisation_id))
    found = reached_alike(found) if is_reached_alike else found
    return found if viewer.can("edit_candidates") else found.none()


def pairs_told_apart(viewer: Actor) -> QuerySet[Any]:
    """The pairs of the viewer's organisation of whom a colleague said that they are two; for who may bring them together."""
    assert viewer.organisation_id is not None
    found = pairs_apart("candidate", viewer.organisation_id)
    return found if viewer.can("edit_candidates") else found.none()


def _marks(name: str) -> list[str]:
    words = [word for word in words_of(name) if len(word) > 1]
    return [*words, *(f"^{word[:3]}" for word in words if len(word) > 3)]


def _number(phone: str) -> str:
    return reach.phone_in(phone).number if phone.strip() else ""
