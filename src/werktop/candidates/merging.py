"""What becomes of the parts of a picture where two candidates are brought together."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .models import PARTS, CandidateTerm, DomainScore, Income, Objection, Presentation, Standing


def settle_parts(kept: Any, lost: Any, book: Book) -> None:
    """Of a part that there is once the chosen one stays, of a talent that both have the one with the higher level, of a domain of
    life the one that was scored last, of two texts for employers the one that was approved last, of an objection that stands
    in both that of the kept file. What goes stays in the history."""
    for name, model in PARTS.items():
        if model.IS_ONE:
            there, other = (model._default_manager.filter(candidate=each).first() for each in (kept, lost))
            if there is not None and other is not None:
                book.drop(there if name in book.takes else other)
    noted = {term.term_id: term for term in CandidateTerm.objects.filter(candidate=kept)}
    for term in CandidateTerm.objects.filter(candidate=lost, term_id__in=noted).order_by("id"):
        there = noted[term.term_id]
        book.drop(there if _far(term) > _far(there) else term)
    for model, name in ((Income, "law"), (Standing, "kind")):
        said = set(model._default_manager.filter(candidate=kept).values_list(name, flat=True))
        for row in model._default_manager.filter(candidate=lost, **{f"{name}__in": said}).order_by("id"):
            book.drop(row)
    scored = {row.domain: row for row in DomainScore.objects.filter(candidate=kept)}
    for score in DomainScore.objects.filter(candidate=lost, domain__in=scored).order_by("id"):
        last = scored[score.domain]
        book.drop(last if score.noted_at > last.noted_at else score)
    texts = sorted(Presentation.objects.filter(candidate__in=[kept, lost]), key=_weight)
    if len(texts) > 1:
        book.drop(texts[0])
    standing = Objection.objects.filter(ended_at=None)
    said = set(standing.filter(candidate=kept).values_list("kind", flat=True))
    for objection in standing.filter(candidate=lost, kind__in=said).order_by("id"):
        book.drop(objection)


def _far(term: CandidateTerm) -> int:
    return -1 if term.level is None else term.level


def _weight(text: Presentation) -> tuple[bool, Any]:
    return (text.approved_at is not None, text.approved_at or text.written_at)
