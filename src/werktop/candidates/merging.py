"""What becomes of the parts of a picture where two candidates are brought together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from werktop.audit.keys import new_key
from werktop.audit.merging import Apart, Book

from .by_law import conflicts_by_law, less_than_known
from .models import (
    PARTS,
    Adjustment,
    Candidate,
    CandidateTerm,
    DomainScore,
    HasRequirement,
    Look,
    LookKind,
    Objection,
    Presentation,
    Source,
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
PLACES = (Source.TABLE, Source.WORKPLACE, Source.COURSE)
"""Where others see what somebody can."""


def settle_parts(kept: Any, lost: Any, book: Book) -> None:
    """Of a part that there is once, and of what the two contradict each other in, the chosen one stays, of a talent that both have
    the one with the higher level, with every place where others saw it, of a domain of life the one that was scored last, of what
    work asks the answer that was given last, known before unknown, of two texts for employers the one that was
    approved last, of an objection that stands in both that of the kept file. What goes stays in the history. Who had opened what
    was guarded of the one has not opened that of both."""
    for name, model in PARTS.items():
        if model.IS_ONE:
            there, other = (model._default_manager.filter(candidate=each).first() for each in (kept, lost))
            if there is not None and other is not None:
                book.drop(there if name in book.takes else other)
    noted = {term.term_id: term for term in CandidateTerm.objects.filter(candidate=kept)}
    for term in CandidateTerm.objects.filter(candidate=lost, term_id__in=noted).order_by("id"):
        goes, stands = sorted((term, noted[term.term_id]), key=_far)
        places = {*goes.also_seen, goes.source} & set(PLACES) | set(stands.also_seen)
        book.drop(goes)
        if seen := places - {*stands.also_seen, stands.source}:
            book.say(stands, also_seen=[each for each in Source.values if each in {*stands.also_seen, *seen}])
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
    _close_looks(book.at, kept, lost)


@dataclass(frozen=True)
class Stands:
    """What stands about the one before it is two again: whether the region would find it without an objection, and the words of
    each objection."""

    would_be_shared: bool
    words: dict[str, str]


def what_stands(person: Candidate) -> Stands:
    """Asked before anything goes back."""
    standing = Objection.objects.filter(candidate=person, ended_at=None)
    return Stands(_would_be_shared(person), dict(standing.values_list("kind", "words")))


def settle_apart(kept: Candidate, back: Candidate, apart: Apart) -> None:
    """What was said about being found, read, written to and called while the two were one was said by one of them, or by both: so
    it holds for both. Nobody is shared, or would be without an objection, who was not before or is not now; no text is approved
    again, an objection that stood with either stands with that one, and one that was made since stands with both. Whoever opened
    what was guarded saw it of both, and has opened neither now. By which row of a list somebody was known again is asked anew."""
    told = {verb for verb, _detail in apart.said}
    _stand_again(kept, apart)
    _stand_for_both(kept, back, {detail["kind"] for verb, detail in apart.said if verb == OBJECTS}, apart)
    texts = Presentation.objects.filter(candidate__in=[kept, back]).exclude(approved_at=None)
    if not told & SAYS_WHAT_IS_READ:
        texts = texts.filter(pk__in=[row.pk for row in apart.put_back if isinstance(row, Presentation)])
    for text in texts:
        text.approved_words, text.approved_at = "", None
        text.save()
    _adjust_both(kept, back, apart)
    _tell_both_who_opened(kept, back, apart)
    if apart.now.identity != apart.before.identity:
        kept.identity = apart.before.identity
    objects = _who_objects_to_the_region(kept, back)
    for person, was in ((kept, apart.before.is_shared), (back, back.is_shared)):
        standing = Objection.objects.filter(candidate=person, ended_at=None)
        had = standing.filter(kind=Objection.Kind.REGION, made_at__lt=apart.since)
        if not apart.knew.would_be_shared or not (was or had.exists()):
            standing.update(was_shared=False)
        noted = set(Adjustment.objects.filter(candidate=person).values_list("way", flat=True))
        person.is_shared = was and apart.now.is_shared and person.pk not in objects
        person.adjusted_ways = [way for way in Way.values if way in noted]
        person.erase_date = None  # it is announced anew
        if apart.now.left_at and apart.now.left_at >= apart.since:
            person.left_at = apart.now.left_at
        person.save(update_fields=["identity", "is_shared", "adjusted_ways", "erase_date", "left_at"])
    # when the picture was touched last is found anew: the kept file had the day of the other one (migration 0011)
    both = Candidate.objects.filter(pk__in=[kept.pk, back.pk])
    both.update(picture_at=RawSQL("'-infinity'::timestamptz", []))


def _stand_again(kept: Candidate, apart: Apart) -> None:
    """Who took an objection back since may have been the other one."""
    standing = set(Objection.objects.filter(candidate=kept, ended_at=None).values_list("kind", flat=True))
    ended = Objection.objects.filter(candidate=kept, made_at__lte=apart.since, ended_at__gte=apart.since)
    for objection in ended.exclude(kind__in=standing).order_by("kind", "-ended_at").distinct("kind"):
        objection.ended_at = None
        objection.save()


def _stand_for_both(kept: Candidate, back: Candidate, kinds: set[str], apart: Apart) -> None:
    """In no words with the one who may not have said them."""
    standing = Objection.objects.filter(candidate__in=[kept, back], kind__in=kinds, ended_at=None)
    there = {(row.candidate_id, row.kind): row for row in standing}
    for (_key, kind), row in there.items():
        for person in (kept, back):
            if (person.pk, kind) not in there:
                said = apart.knew.words.get(kind, "") if person == kept else ""
                Objection.objects.create(
                    candidate=person,
                    kind=kind,
                    words="" if said == row.words else said,
                    made_at=row.made_at,
                    was_shared=row.was_shared,
                )


def _adjust_both(kept: Candidate, back: Candidate, apart: Apart) -> None:
    """A way of being in touch that was noted since holds for both, in no words with the one who may not have said them, and one
    that the kept one had and that was taken away since holds on."""
    since = set(apart.now.adjusted_ways) - set(apart.before.adjusted_ways)
    for person, ways in ((kept, set(apart.before.adjusted_ways)), (back, since)):
        noted = set(Adjustment.objects.filter(candidate=person).values_list("way", flat=True))
        for way in sorted(ways - noted - {Way.OTHER}):
            Adjustment.objects.create(candidate=person, way=way, source=Source.COLLEAGUE, noted_at=apart.at)


def _tell_both_who_opened(kept: Candidate, back: Candidate, apart: Apart) -> None:
    """Who opened what is guarded since: the colleague who works with the one who is back sees it too. Not with the reason, which
    may be about the other."""
    opened = Look.objects.filter(candidate=kept, kind=LookKind.OPENED, opened_at__gte=apart.since)
    for look in list(opened.order_by("opened_at", "id")):
        look.pk, look.candidate, look.of_id, look.seen_at = new_key(), back, back.assigned_to_id, None
        look.reason = _("toen dit dossier met een ander samen was")
        look.save(force_insert=True)
    _close_looks(apart.at, kept, back)


def _close_looks(at: datetime, *people: Candidate) -> None:
    opened = Look.objects.filter(candidate__in=people, kind=LookKind.OPENED, until_at__gt=at)
    opened.update(until_at=at)


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
