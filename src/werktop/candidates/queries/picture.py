"""The picture of a candidate on any day, and what changed between two days, out of the history of its parts.

All lines of all parts are read once, a query for each kind of part; the rest is counted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone
from django.utils.functional import cached_property

from werktop.audit.actors import Actor
from werktop.audit.merging import merges_into
from werktop.audit.versions import done_at
from werktop.candidates.models import PARTS, Candidate, Source

from .life_domains import domains_in_use
from .saying import HEADINGS, kind_of_part, words_of
from .to_person import source_in_words, told_of_course
from .working import can_see_needs, can_see_part

OF_THE_ROW = {
    "words": ("own_words",),
    "languages": ("languages", "dutch_spoken", "dutch_written"),
}
"""Parts that stand on the candidate's own row, with their fields."""
NAMED = {
    "term": ("term",),
    "need": ("owner",),
    "step": ("owner",),
    "occupation": ("occupation",),
    "requirement": ("requirement",),
}
"""What the words of a part need beside its own row."""
ONCE = {"term": "term_id", "domain": "domain", "occupation": "occupation_id", "requirement": "requirement_id"}
"""Parts of which there is one for each of what the field says, also after two files became one."""
LAST = 2**62
"""After every line of the history."""
ORDER = {part: place for place, part in enumerate(HEADINGS)}


@dataclass(frozen=True)
class Line:
    """One part as it was from `at` on: `row` is a line of its history. `is_there` False: it went."""

    part: str
    row_id: UUID
    at: datetime
    number: int
    is_there: bool
    values: tuple[Any, ...]
    row: Any
    source: str
    reason: str
    is_settled: bool = False
    """It went because two files became one: the kept one says the same."""

    @property
    def day(self) -> date:
        """The day on which it was so."""
        return timezone.localdate(self.at)

    @cached_property
    def words(self) -> tuple[str, str]:
        """What it says, and what belongs with it."""
        return words_of(self.part, self.row)

    @cached_property
    def whole(self) -> tuple[str, str]:
        """The same, with all that both wrote about it: where a history is told, words that were replaced stand nowhere else."""
        what, more = self.words
        return what, "; ".join(filter(None, (more, *self.told_of_course(to_person=False))))

    @property
    def what(self) -> str:
        """What it is one of, for people: "talent", "bewijs", "leerdoel"."""
        return kind_of_part(self.part, self.row)

    @property
    def source_words(self) -> str:
        """Where it was seen or said, in words; "" where nobody noted that."""
        return source_in_words(self.part, self.source, getattr(self.row, "also_seen", ()))

    def told_of_course(self, *, to_person: bool) -> list[str]:
        """What both wrote about a course or other help, said to the candidate or to a colleague; nothing of any other part."""
        return told_of_course(self.row, to_person=to_person) if self.part == "instrument" else []

    @cached_property
    def said_to_person(self) -> tuple[str, str, str]:
        """What it says, what belongs with it and where it was seen or said, in words for the candidate."""
        also = getattr(self.row, "also_seen", ())
        return *words_of(self.part, self.row, to_person=True), source_in_words(
            self.part, self.source, also, to_person=True
        )


ON_THE_OWN_PAGE = frozenset(
    f"candidates.{verb}"
    for verb in (
        "write_own_perspective",
        "write_own_outcome",
        "tick_own_step",
        "remark_on_step",
        "tick_own_goal",
    )
)
"""What a candidate notes on the own page on rows that a colleague may have begun: it was the candidate who told so."""
Kind = Literal["came", "changed", "went"]


@dataclass(frozen=True)
class Change:
    """What became of one part: `now` is the line that did it (of what went: the last one), `before` what stood there."""

    kind: Kind
    now: Line
    before: Line | None = None

    @property
    def is_growth(self) -> bool:
        """Whether somebody got further with it: a higher level."""
        far = {"term": "level", "domain": "score"}.get(self.now.part)
        if self.before is None or far is None:
            return False
        was, now = getattr(self.before.row, far), getattr(self.now.row, far)
        return None not in (was, now) and now > was


class Picture:
    """All that was ever noted of one candidate, oldest first, as far as the viewer may see it."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = sorted(lines, key=lambda line: (line.at, line.number))

    def _rows(self, until: date | None = None) -> dict[tuple[str, UUID], Line]:
        last: dict[tuple[str, UUID], Line] = {}
        for line in self.lines:
            if until is None or line.day <= until:
                last[line.part, line.row_id] = line
        return last

    def on(self, day: date | None = None) -> dict[str, list[Line]]:
        """What stood there at the end of `day` (or stands there now), by part; parts without anything are not in it."""
        there = sorted(
            (line for line in self._rows(day).values() if line.is_there),
            key=lambda line: (ORDER[line.part], line.at, line.number),
        )
        return {part: list(lines) for part, lines in groupby(there, key=lambda line: line.part)}

    def to_put_back(self) -> set[tuple[str, int]]:
        """Part and number of the lines by which something went that is not there any more, nor anything in its place."""
        rows = [line for line in self._rows().values() if line.part in PARTS]
        there = {_place(line) for line in rows if line.is_there}
        return {(line.part, line.number) for line in rows if not line.is_there and _place(line) not in there}

    def between(self, from_day: date, to_day: date) -> list[Change]:
        """What differs between the ends of two days, in the order of the parts. What came and went in between is not in it,
        nor what was changed and changed back."""
        before, after = self._rows(from_day), self._rows(to_day)
        found = [_change(before.get(key), line) for key, line in after.items()]
        return sorted(
            (change for change in found if change),
            key=lambda change: (ORDER[change.now.part], change.now.at, change.now.number),
        )

    def changes(self) -> Iterator[Change]:
        """Every change, oldest first."""
        last: dict[tuple[str, UUID], Line] = {}
        for line in self.lines:
            key = (line.part, line.row_id)
            if change := _change(last.get(key), line):
                yield change
            last[key] = line


def _place(line: Line) -> tuple[Any, ...]:
    """What there is once: a talent, a wish, a row."""
    if line.part in ONCE:
        return line.part, getattr(line.row, ONCE[line.part])
    return (line.part,) if PARTS[line.part].IS_ONE else (line.part, line.row_id)


def _change(before: Line | None, now: Line) -> Change | None:
    was_there = before is not None and before.is_there
    if not now.is_there:
        return Change("went", now, before) if was_there and not now.is_settled else None
    if not was_there:
        return Change("came", now)
    return Change("changed", now, before) if before and before.values != now.values else None


def picture_of(
    viewer: Actor, candidate: Candidate, at: datetime | None = None, *, is_whole: bool = False
) -> Picture:
    """The whole picture of a candidate whom the viewer may see; `candidate` comes from `candidate_for`.

    What is guarded is in it only for who works with this person, or opened it with a reason that still holds at `at`
    (`working.can_see_needs`). A query for each kind of part. `is_whole`: also domains of life that are switched off, for who asks
    for all that is kept.
    """
    merged = {merge.lost_id: merge.at for merge in merges_into("candidate", [candidate.pk])}
    lines = list(_lines_of_the_row(candidate.pk))
    for lost_id, merged_at in merged.items():
        lines += _until(merged_at, list(_lines_of_the_row(lost_id)))
    sees_needs = can_see_needs(viewer, candidate, at)
    for part, model in PARTS.items():
        if sees_needs if model.IS_GUARDED else can_see_part(viewer, candidate, model):
            told = _lines_of(part, model, [candidate.pk, *merged])
            lines += told if part != "domain" or is_whole else _in_use(candidate, told)
    return Picture(lines)


def _in_use(candidate: Candidate, lines: Iterator[Line]) -> Iterator[Line]:
    """Of scores in domains of life those that the organisation uses; without any nothing more is asked."""
    used = domains_in_use(candidate.organisation_id)
    return (line for line in lines if line.row.domain in used) if used else iter(())


def _until(at: datetime, lines: list[Line]) -> list[Line]:
    """What stood on the row of a file that became part of another, until it did."""
    last = {line.part: line for line in lines}
    return lines + [
        replace(line, at=at, number=LAST, is_there=False, is_settled=True) for line in last.values()
    ]


def _lines_of(part: str, model: Any, candidate_ids: list[UUID]) -> Iterator[Line]:
    history = model.pgh_event_model.objects.filter(candidate_id__in=candidate_ids).order_by("pgh_id")
    for line in history.select_related("pgh_context", *NAMED.get(part, ())):
        is_there = line.pgh_label != "delete"
        yield Line(
            part=part,
            row_id=line.pgh_obj_id,
            at=_noted_at(line) if is_there else done_at(line) or line.pgh_created_at,
            number=line.pgh_id,
            is_there=is_there,
            values=_values(part, model, line),
            row=line,
            source=Source.OWN_WORDS if _is_by_the_candidate(line) else line.source,
            reason=line.reason,
            is_settled=not is_there and part in ONCE and _is_by_merge(line),
        )


def _values(part: str, model: Any, line: Any) -> tuple[Any, ...]:
    # what work asks says by its name what kind of paper it is: that the kind was put right is no news
    unsaid = {"kind"} if part == "certificate" and line.requirement_id else set[str]()
    return tuple(_plain(getattr(line, name)) for name in model.SAYS if name not in unsaid)


def _noted_at(line: Any) -> datetime:
    """When it was noted: that two files are two again is nothing that was noted."""
    is_undone = line.pgh_context and "takes_apart" in line.pgh_context.metadata
    noted: datetime = line.noted_at
    return noted if is_undone else done_at(line) or noted


def _is_by_the_candidate(line: Any) -> bool:
    return bool(line.pgh_context and line.pgh_context.metadata.get("command") in ON_THE_OWN_PAGE)


def _is_by_merge(line: Any) -> bool:
    return bool(line.pgh_context and "merges" in line.pgh_context.metadata)


def _lines_of_the_row(candidate_id: UUID) -> Iterator[Line]:
    history = Candidate.pgh_event_model.objects.filter(pgh_obj_id=candidate_id)  # type: ignore[attr-defined]
    last: dict[str, tuple[Any, ...]] = {}
    for line in history.select_related("pgh_context").order_by("pgh_id"):
        at = done_at(line) or (line.created_at if line.pgh_label == "insert" else line.pgh_created_at)
        for part, names in OF_THE_ROW.items():
            values = tuple(_plain(getattr(line, name)) for name in names)
            if last.get(part) == values:
                continue  # something else on the row was written: this was so before
            last[part] = values
            yield Line(
                part=part,
                row_id=candidate_id,
                at=at,
                number=line.pgh_id,
                is_there=any(values),
                values=values,
                row=line,
                source=Source.OWN_WORDS if part == "words" else "",
                reason="",
            )


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
