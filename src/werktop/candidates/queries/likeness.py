"""Who may already be here under the same name. A likeness is shown, and never blocks."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate
from werktop.regions.finding import words_key

from .visible import candidates_visible_to


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
) -> QuerySet[Candidate]:
    """Candidates of the own organisation with the same name and the same postcode, e-mail address or phone.

    Case and accents do not matter. Also those who left, so that a person who comes back is recognised.
    """
    same = Q()
    for field, value in (("postcode", postcode), ("email__iexact", email), ("phone", phone)):
        if value:
            same |= Q(**{field: value})
    if not name.strip() or not same:
        return Candidate.objects.none()
    found = candidates_visible_to(viewer, with_left=True).filter(same, name_key=words_key(name))
    return found.exclude(pk=other_than) if other_than else found
