"""An organisation's own words: only that organisation reads them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.catalogue.models import Term


def own_terms(viewer: Actor) -> QuerySet[Term]:
    """The own words of the viewer's organisation, retired ones last, with what they count as."""
    return (
        Term.objects.filter(organisation__isnull=False, organisation_id=viewer.organisation_id)
        .select_related("counts_as")
        .order_by("-is_active", "key", "id")
    )


def own_term(viewer: Actor, term_id: UUID) -> Term:
    """One own word of the viewer's organisation; else `NotVisible`."""
    found = own_terms(viewer).filter(pk=term_id).first()
    if found is None:
        raise NotVisible()
    return found


def own_term_facts(term: Term) -> dict[str, Any]:
    """What the form asks of an own word."""
    return {
        "label_nl": term.label_nl,
        "label_en": term.label_en,
        "group": term.group,
        "counts_as_id": str(term.counts_as_id or ""),
    }


def own_term_version(term: Term) -> str:
    """The version that the form carries, for `change_own_term`."""
    return version_of(own_term_facts(term))


__all__ = ["own_term", "own_term_facts", "own_term_version", "own_terms"]
