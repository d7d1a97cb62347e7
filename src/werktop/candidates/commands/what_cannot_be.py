"""What a part of the picture cannot say, in words for who notes it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from werktop.candidates.models import SCORES, Candidate, CandidateTerm, HasRequirement, Income, Level, Way
from werktop.catalogue.choices import RequirementGroup, WorkForm
from werktop.catalogue.suspicions import is_sheltered_work, suspicion_in, target_group_in

from .refusals import (
    EndsBeforeItBegins,
    IsNotedToday,
    IsThereAlready,
    LevelIsUnknown,
    LookedAtWithoutWords,
    MostIsLess,
    NamesADiagnosis,
    NoIsPrivate,
    NoneBesideOne,
    NothingIsSaid,
    ScoreIsUnknown,
    ShelteredWorkIsNoWish,
)

NEEDED = {
    "term": ("term_id",),
    "occupation": ("occupation_id",),
    "motivation": ("words",),
    "perspective": ("words",),
    "step": ("words",),
    "goal": ("words",),
    "need": ("words",),
    "certificate": ("name",),
    "requirement": ("requirement_id", "answer"),
    "instrument": ("name", "from_date"),
    "firm": ("firm_name",),
    "adjustment": ("way",),
    "income": ("law",),
    "standing": ("kind", "answer"),
    "domain": ("domain", "score"),
}
"""The facts without which a part says nothing."""

TOLD_OF_A_COURSE = ("outcome", "candidate_words", "colleague_outcome", "colleague_words", "grew")
"""What is said of a course or other help that was looked at together: without any of it it reads as if it did nothing."""
PRIVATE = ("vog",)
"""Codes of requirements of which a no tells of somebody's past."""
ONCE = {
    "term": "term_id",
    "occupation": "occupation_id",
    "requirement": "requirement_id",
    "income": "law",
    "standing": "kind",
    "domain": "domain",
}
"""Of these a candidate has one row for each of what the field says."""
ABOUT_THE_PERSON = ("need", "adjustment", "domain")
"""Parts whose words are about how somebody is by what they are: nothing in them needs a diagnosis."""
WITHOUT_A_DIAGNOSIS = (*ABOUT_THE_PERSON, "step", "instrument", "perspective", "goal", "motivation")

READ_BY_ALL = ("wish", "occupation", "term", "requirement", "step", "goal", "perspective", "motivation")
"""Parts that every colleague reads who may see candidates: no benefit and no register stands in their words."""


def refuse_what_cannot_be(part: str, row: Any) -> None:
    """What the database would refuse too, in words."""
    for name in NEEDED.get(part, ()):
        if not getattr(row, name):
            raise NothingIsSaid(field=name)
    if part == "adjustment" and row.way == Way.OTHER and not row.words:
        raise NothingIsSaid(field="words")
    if part == "term" and row.level is not None and row.level not in Level.values:
        raise LevelIsUnknown(field="level")
    if part == "domain" and row.score not in SCORES:
        raise ScoreIsUnknown(field="score")
    if part == "certificate" and row.got_date and row.valid_until and row.valid_until < row.got_date:
        raise EndsBeforeItBegins(field="valid_until")
    if part == "income" and row.since_date and row.until_date and row.until_date < row.since_date:
        raise EndsBeforeItBegins(field="until_date")
    if part == "requirement" and row.answer == HasRequirement.Answer.NO and is_private(row.requirement):
        raise NoIsPrivate(field="answer")
    if part == "wish" and None not in (row.hours_min, row.hours_max) and row.hours_min > row.hours_max:
        raise MostIsLess(field="hours_min")
    if part == "wish" and WorkForm.SHELTERED in row.work_forms:
        raise ShelteredWorkIsNoWish(field="work_forms")
    if part == "wish" and is_sheltered_work(row.work):
        raise ShelteredWorkIsNoWish(field="work")
    for name in ("until_date", "seen_date") if part == "instrument" else ():
        if (day := getattr(row, name)) and day < row.from_date:
            raise EndsBeforeItBegins(field=name)
    if part == "instrument" and row.seen_date and not any(getattr(row, name) for name in TOLD_OF_A_COURSE):
        raise LookedAtWithoutWords(field="seen_date")
    if part == "instrument" and not set(row.grew) <= _competencies_of(row.candidate):
        raise NothingIsSaid(field="grew")


def _competencies_of(candidate: Candidate) -> set[UUID]:
    return set(CandidateTerm.objects.filter(candidate=candidate).values_list("term_id", flat=True))


def is_private(requirement: Any) -> bool:
    """Whether a no would say something of somebody's health or past (decision 33): then what helps is a need."""
    return requirement.group == RequirementGroup.BODY or requirement.code in PRIVATE


def refuse_twice(part: str, row: Any, rows: Any, but: UUID | None = None) -> None:
    """What is there once for each candidate, under another key; and "no benefit" beside one that did not stop."""
    name = ONCE.get(part)
    others = rows.exclude(pk=but or row.pk)
    if name and others.filter(**{name: getattr(row, name)}).exists():
        raise IsThereAlready(field=name)
    if part == "income" and row.until_date is None:
        laws = set(
            others.exclude(law=Income.Law.UNKNOWN).filter(until_date=None).values_list("law", flat=True)
        )
        if laws and Income.Law.NONE in {row.law, *laws}:
            raise NoneBesideOne(field="law")


SAME = {
    "step": ("words",),
    "goal": ("words",),
    "need": ("kind", "words"),
    "certificate": ("kind", "name"),
    "instrument": ("name", "from_date"),
    "firm": ("firm_name",),
    "adjustment": ("words", "way"),
}
"""What of a part makes it the same when it is noted twice on a day."""


def refuse_twice_on_a_day(part: str, row: Any, rows: Any, at: datetime) -> None:
    """`IsNotedToday` where the same was noted on the day of `at`, by whomever, and is not done: a form that was sent from two tabs,
    or two colleagues after one talk."""
    if part not in SAME:
        return
    day = timezone.localdate(at)
    for other in rows.filter(noted_at__gte=at - timedelta(days=1), noted_at__lte=at):
        if timezone.localdate(other.noted_at) != day or getattr(other, "done_date", None):
            continue
        if all(_folded(getattr(other, name)) == _folded(getattr(row, name)) for name in SAME[part]):
            raise IsNotedToday(field=SAME[part][-1] if part != "instrument" else "name")


def _folded(value: Any) -> Any:
    return value.casefold().rstrip(".") if isinstance(value, str) else value


def refuse_a_diagnosis(part: str, row: Any, *, is_about_work: bool = False) -> None:
    """`NamesADiagnosis` where one of its words names one, or what everybody reads names a benefit or a register, and may not
    (decision 33)."""
    if is_about_work and part in WITHOUT_A_DIAGNOSIS and part not in ABOUT_THE_PERSON:
        return
    for name in (*row.SAYS, "reason"):
        value = getattr(row, name)
        word = word_to_stop_for(part, value) if isinstance(value, str) else ""
        if word:
            raise NamesADiagnosis(word, field=name)


def word_to_stop_for(part: str, words: str) -> str:
    """The first words of a text that a part does not say about somebody; "" for none."""
    stopped = suspicion_in(words) if part in WITHOUT_A_DIAGNOSIS else ""
    return stopped or (target_group_in(words) if part in READ_BY_ALL else "")
