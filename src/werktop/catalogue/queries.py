"""Reads of the vocabulary. It is the same for everyone."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from .models import Term, TermKind


def terms(kind: str | None = None) -> QuerySet[Term]:
    """The active terms, of one kind or of all, in the order they are offered."""
    found = Term.objects.filter(is_active=True).order_by("kind", "position", "code")
    return found.filter(kind=kind) if kind else found


def terms_by_id(ids: list[UUID]) -> dict[UUID, Term]:
    """Terms by key, inactive ones too (what was noted stays readable)."""
    return Term.objects.in_bulk(ids)


def codes_by_label() -> dict[str, str]:
    """Each label (Dutch and English) and code in lower case, to the code."""
    found: dict[str, str] = {}
    for term in Term.objects.filter(is_active=True):
        found |= {term.label_en.lower(): term.code, term.label_nl.lower(): term.code, term.code: term.code}
    return found


def ids_by_code() -> dict[str, UUID]:
    """Key of each term by its code."""
    return dict(Term.objects.values_list("code", "id"))


__all__ = ["TermKind", "codes_by_label", "ids_by_code", "terms", "terms_by_id"]
