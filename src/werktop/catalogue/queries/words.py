"""Reads of the vocabulary: the shared words are the same for everyone, an organisation's own are its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from werktop.audit.actors import Actor
from werktop.catalogue.folding import telling
from werktop.catalogue.models import Edition, Occupation, Term
from werktop.catalogue.sectors import SECTORS
from werktop.catalogue.shipped import words_and_ways


def terms(viewer: Actor, kind: str | None = None) -> QuerySet[Term]:
    """The active terms that the viewer may choose, of one kind or of all, in the order in which they are offered: the
    shared ones, then those of the viewer's own organisation."""
    found = Term.objects.filter(_seen_by(viewer), is_active=True).order_by(
        "kind", "position", "label_nl", "code"
    )
    return found.filter(kind=kind) if kind else found


def shared_terms(kind: str | None = None, *, with_retired: bool = False) -> QuerySet[Term]:
    """The shared terms that are offered (or were, `with_retired`: what was noted still counts), of one kind or of all, in the
    order in which they are offered."""
    found = Term.objects.filter(organisation=None).order_by("kind", "position", "code")
    if not with_retired:
        found = found.filter(is_active=True)
    return found.filter(kind=kind) if kind else found


def terms_by_id(ids: Iterable[UUID]) -> dict[UUID, Term]:
    """Terms by key, inactive ones too (what was noted stays readable). Whose they are is for the caller to heed."""
    return Term.objects.in_bulk(list(ids))


def to_note(viewer: Actor, ids: Iterable[UUID]) -> list[UUID]:
    """Those of `ids` that the viewer may note, once each, in the order given: shared terms and the own organisation's,
    inactive ones too (a form that was open keeps what it had)."""
    wanted = list(dict.fromkeys(ids))
    known = set(Term.objects.filter(_seen_by(viewer), pk__in=wanted).values_list("pk", flat=True))
    return [key for key in wanted if key in known]


def is_shown_to(viewer: Actor, term: Term) -> bool:
    """Whether the viewer reads this term: not where it is another organisation's own."""
    return term.organisation_id in (None, viewer.organisation_id)


def is_shared(term_id: UUID) -> bool:
    """Whether this is the key of a shared term, active or not."""
    return Term.objects.filter(pk=term_id, organisation=None).exists()


def shown_to(viewer: Actor, noted: Iterable[Term]) -> list[Term]:
    """What the viewer reads of these terms, in order: instead of another organisation's own term the shared one that it
    counts as, or nothing. Ask for them with `counts_as` at hand."""
    read = {t if is_shown_to(viewer, t) else t.counts_as for t in noted} - {None}
    return sorted((t for t in read if t is not None), key=lambda t: (t.kind, t.position, t.label_nl))


def what_counts(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Of rows that point at a `term`, those that are matched on, with `counted_id`: the key of the shared term. An own
    term that counts as none yet is left out."""
    return rows.filter(Q(term__organisation=None) | Q(term__counts_as__isnull=False)).annotate(
        counted_id=Coalesce("term__counts_as_id", "term_id")
    )


def counting_as(ids: Iterable[UUID]) -> QuerySet[Any]:
    """The keys of these terms and of the own ones that count as them, for a query to look in."""
    wanted = list(ids)
    return Term.objects.filter(Q(pk__in=wanted) | Q(counts_as__in=wanted)).values("pk")


def shared_of_own(ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Of these terms those that are an organisation's own and count as a shared one: the shared one's key to theirs."""
    found: dict[UUID, set[UUID]] = {}
    own = Term.objects.filter(pk__in=list(ids), counts_as__isnull=False)
    for key, counts_as in own.values_list("pk", "counts_as_id"):
        if counts_as is not None:
            found.setdefault(counts_as, set()).add(key)
    return found


def terms_by_sector() -> dict[str, set[UUID]]:
    """The keys of the interests that are about work in a sector (`sectors.SECTORS`), retired ones and own words that count as them
    too, by the sector. One query."""
    found: dict[str, set[UUID]] = {}
    codes = list(SECTORS)
    about = Term.objects.filter(Q(code__in=codes) | Q(counts_as__code__in=codes))
    for key, code, counts_as in about.values_list("pk", "code", "counts_as__code"):
        found.setdefault(SECTORS[counts_as or code], set()).add(key)
    return found


def codes_by_label(viewer: Actor) -> dict[str, str]:
    """Each label (Dutch and English) and code in lower case, to the code; an own term never takes a shared one's."""
    found: dict[str, str] = {}
    for term in sorted(terms(viewer), key=lambda t: not t.is_own):
        found |= {term.label_en.lower(): term.code, term.label_nl.lower(): term.code, term.code: term.code}
    return found


def words_by_way(viewer: Actor) -> dict[frozenset[str], tuple[str, str]]:
    """What tells in each shipped way to say that somebody has a competency (`folding.telling`), to its code and Dutch word, as far
    as it says one: a way that says two, or is what another word is called, says none."""
    ways = {word: said.split("|") for word, said in words_and_ways()}
    meant: dict[frozenset[str], dict[str, str]] = {}
    for term in terms(viewer):
        shipped = [] if term.is_own else ways.get(term.label_nl, [])
        for said in (term.label_nl, *shipped):
            meant.setdefault(telling(said), {})[term.code] = term.label_nl
    return {said: next(iter(codes.items())) for said, codes in meant.items() if len(codes) == 1}


def ids_by_code(organisation_id: UUID | None = None) -> dict[str, UUID]:
    """Key of each shared term by its code, and of the own terms of this organisation."""
    whose = (
        Q(organisation=None) | Q(organisation_id=organisation_id) if organisation_id else Q(organisation=None)
    )
    return dict(Term.objects.filter(whose).values_list("code", "id"))


def occupations(ids: Iterable[UUID]) -> dict[UUID, Occupation]:
    """Occupations by key, inactive ones too."""
    return Occupation.objects.in_bulk(list(ids))


def version() -> dict[str, str]:
    """The version of each list that is loaded, by its name: terms, occupations, requirements."""
    return dict(Edition.objects.order_by("part").values_list("part", "version"))


def editions() -> list[Edition]:
    """Each loaded list with its version and what came, changed and went when it was last brought in."""
    return list(Edition.objects.order_by("part"))


def _seen_by(viewer: Actor) -> Q:
    shared = Q(organisation=None)
    return shared | Q(organisation_id=viewer.organisation_id) if viewer.organisation_id else shared
