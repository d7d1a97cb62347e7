"""What becomes of the parts of a picture where two candidates are brought together."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Apart, Book

from .by_law import conflicts_by_law, less_than_known
from .models import (
    PARTS,
    Adjustment,
    Candidate,
    CandidateTerm,
    DomainScore,
    HasRequirement,
    Objection,
    Presentation,
    Way,
    WishedOccupation,
)

OBJECTS = "candidates.make_objection"
SAYS_WHAT_IS_READ = {
    OBJECTS,
    "candidates.end_objection",
    "candidates.write_presentation",
    "candidates.approve_presentation",
    "candidates.take_back_approval",
}
"""Verbs of the trail by which a candidate says what others may read."""


def settle_parts(kept: Any, lost: Any, book: Book) -> None:
    """Of a part that there is once, and of what the two contradict each other in, the chosen one stays, of a talent that both have
    the one with the higher level, of a domain of life the one that was scored last, of what
    work asks the answer that was given last, known before unknown, of two texts for employers the one that was
    approved last, of an objection that stands in both that of the kept file. What goes stays in the history."""
    for name, model in PARTS.items():
        if model.IS_ONE:
            there, other = (model._default_manager.filter(candidate=each).first() for each in (kept, lost))
            if there is not None and other is not None:
                book.drop(there if name in book.takes else other)
    noted = {term.term_id: term for term in CandidateTerm.objects.filter(candidate=kept)}
    for term in CandidateTerm.objects.filter(candidate=lost, term_id__in=noted).order_by("id"):
        there = noted[term.term_id]
        book.drop(there if _far(term) > _far(there) else term)
    for row in less_than_known(kept, lost):
        book.drop(row)
    wanted = WishedOccupation.objects.filter(candidate=kept).values("occupation")
    for twice in WishedOccupation.objects.filter(candidate=lost, occupation__in=wanted).order_by("id"):
        book.drop(twice)
    answers = {row.requirement_id: row for row in HasRequirement.objects.filter(candidate=kept)}
    for also in HasRequirement.objects.filter(candidate=lost, requirement__in=answers).order_by("id"):
        first = answers[also.requirement_id]
        book.drop(min(first, also, key=lambda row: (row.answer != "unknown", row.noted_at, row == first)))
    for conflict in conflicts_by_law(kept, lost):
        for row in conflict.kept if conflict.name in book.takes else conflict.other:
            book.drop(row)
    scored = {row.domain: row for row in DomainScore.objects.filter(candidate=kept)}
    for score in DomainScore.objects.filter(candidate=lost, domain__in=scored).order_by("id"):
        last = scored[score.domain]
        book.drop(last if score.noted_at > last.noted_at else score)
    texts = sorted(Presentation.objects.filter(candidate__in=[kept, lost]), key=_weight)
    if len(texts) > 1:
        book.drop(texts[0])
    standing = Objection.objects.filter(ended_at=None)
    may_be_shared = all(_would_be_shared(each) for each in (kept, lost))
    standing.filter(candidate__in=[kept, lost], kind=Objection.Kind.REGION).update(was_shared=may_be_shared)
    said = set(standing.filter(candidate=kept).values_list("kind", flat=True))
    for objection in standing.filter(candidate=lost, kind__in=said).order_by("id"):
        book.drop(objection)


def settle_apart(kept: Candidate, back: Candidate, apart: Apart) -> None:
    """What was said about being found, read and written to while the two were one was said by one of them, or by both: so it holds
    for both. Nobody is shared who was not shared before or is not now, no text is approved again, an objection that stood with
    either stands with that one, and one that was made since stands with both."""
    told = {verb for verb, _detail in apart.said}
    _stand_again(kept, apart)
    _stand_for_both(kept, back, {detail["kind"] for verb, detail in apart.said if verb == OBJECTS})
    texts = Presentation.objects.filter(candidate__in=[kept, back]).exclude(approved_at=None)
    if not told & SAYS_WHAT_IS_READ:
        texts = texts.filter(pk__in=[row.pk for row in apart.put_back if isinstance(row, Presentation)])
    for text in texts:
        text.approved_words, text.approved_at = "", None
        text.save()
    is_shared, objects = apart.now.is_shared, _who_objects_to_the_region(kept, back)
    for person, was in ((kept, apart.before.is_shared), (back, back.is_shared)):
        noted = set(Adjustment.objects.filter(candidate=person).values_list("way", flat=True))
        person.is_shared = was and is_shared and person.pk not in objects
        person.adjusted_ways = [way for way in Way.values if way in noted]
        person.erase_date = None  # it is announced anew
        if apart.now.left_at and apart.now.left_at >= apart.since:
            person.left_at = apart.now.left_at
        person.save(update_fields=["is_shared", "adjusted_ways", "erase_date", "left_at"])


def _stand_again(kept: Candidate, apart: Apart) -> None:
    """Who took an objection back since may have been the other one."""
    standing = set(Objection.objects.filter(candidate=kept, ended_at=None).values_list("kind", flat=True))
    ended = Objection.objects.filter(candidate=kept, made_at__lte=apart.since, ended_at__gte=apart.since)
    for objection in ended.exclude(kind__in=standing).order_by("kind", "-ended_at").distinct("kind"):
        objection.ended_at = None
        objection.save()


def _stand_for_both(kept: Candidate, back: Candidate, kinds: set[str]) -> None:
    """In no words with the one who may not have said them."""
    standing = Objection.objects.filter(candidate__in=[kept, back], kind__in=kinds, ended_at=None)
    there = {(row.candidate_id, row.kind): row for row in standing}
    for (_key, kind), row in there.items():
        for person in (kept, back):
            if (person.pk, kind) not in there:
                Objection.objects.create(
                    candidate=person, kind=kind, made_at=row.made_at, was_shared=row.was_shared
                )


def _who_objects_to_the_region(*people: Candidate) -> set[Any]:
    standing = Objection.objects.filter(candidate__in=people, kind=Objection.Kind.REGION, ended_at=None)
    return set(standing.values_list("candidate_id", flat=True))


def _would_be_shared(person: Candidate) -> bool:
    """Whether the region would find this candidate without an objection."""
    region = Objection.objects.filter(candidate=person, kind=Objection.Kind.REGION, ended_at=None).first()
    return region.was_shared if region else person.is_shared


def _far(term: CandidateTerm) -> int:
    return -1 if term.level is None else term.level


def _weight(text: Presentation) -> tuple[bool, Any]:
    return (text.approved_at is not None, text.approved_at or text.written_at)
