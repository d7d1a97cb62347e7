"""The picture of a candidate grows: something is noted, finished, taken away, and put back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.merging import can_stand, known_before_as
from werktop.audit.put_back import was_put_back
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import refuse_changed
from werktop.candidates.models import PARTS, Adjustment, Agreed, Candidate, Certificate, Source, Way
from werktop.candidates.queries.agreed import can_see_row
from werktop.candidates.queries.life_domains import domains_in_use, rows_of_part
from werktop.candidates.queries.versions import said_of
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import RequirementGroup
from werktop.catalogue.commands import offer_instrument
from werktop.post.readdressing import let_messages_follow

from .days import refuse_odd_day
from .doing import settle_doer
from .keeping import account_of, candidate_to_edit
from .refusals import IsThereAlready, NothingIsSaid
from .what_cannot_be import refuse_a_diagnosis, refuse_twice, refuse_twice_on_a_day, refuse_what_cannot_be

SAID_BY_WHOM = (
    "need",
    "step",
    "instrument",
    "perspective",
    "goal",
    "adjustment",
    "requirement",
    "motivation",
)
"""Parts of which it is asked who said it, or which both tell: a colleague thinks of them as often as the candidate does."""


@command(about="candidate")
def note_part(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    part: str,
    row_id: UUID | None = None,
    source: str = "",
    reason: str = "",
    version: str = "",
    is_about_work: bool = False,
    is_listed: bool = False,
    **facts: Any,
) -> UUID:
    """Note a part of the picture (`part` is a name out of `PARTS`), or with `row_id` note it anew; its key is returned.

    `facts` are fields out of the part's `SAYS`; what is not named stays. Of a part that is there once, the row that is there is
    meant. Without a `source` what was noted stays as it was, and what is new was told by the candidate; what both may think of
    (`SAID_BY_WHOM`) was then thought of by a colleague. `is_about_work`: a word that may name a
    diagnosis is about work, a course or a firm (decision 33). `is_listed`: a new course joins the list of the organisation.
    Refuses `NothingIsSaid`, `NamesADiagnosis`, `EndsBeforeItBegins`, `MostIsLess`, `IsNotedToday`, `LevelIsUnknown`,
    `IsThereAlready` for a talent that is there under another key, who does it as `settle_doer` does, and `ChangedMeanwhile` where
    somebody else changed what `version` saw.
    """
    actor.require("edit_candidates")
    candidate, model = open_to(actor, at, candidate_id, part, row_id)
    rows = rows_of_part(candidate, part)
    row = rows.filter(pk=row_id).first() if row_id else rows.first() if model.IS_ONE else None
    if row_id and row is None:
        raise NotVisible()
    row = row or model(candidate=candidate)
    if version:
        refuse_changed(version, said_of(row))
    had = getattr(row, "owner_id", None)
    for name, value in _tidied(model, facts).items():
        if isinstance(value, date) and value != getattr(row, name):
            refuse_odd_day(name, value, timezone.localdate(at))
        setattr(row, name, value)
    if (facts.get("outcome") or facts.get("colleague_outcome")) and not row.seen_date:
        row.seen_date = timezone.localdate(at)
    if isinstance(row, Agreed):
        settle_doer(actor, row, facts, had=had)
    if facts.get("term_id") and not catalogue.to_note(actor, [facts["term_id"]]):
        raise NothingIsSaid(field="term_id")
    if facts.get("requirement_id") and facts["requirement_id"] not in catalogue.requirements_by_id():
        raise NothingIsSaid(field="requirement_id")
    if facts.get("occupation_id") and not catalogue.occupations([facts["occupation_id"]]):
        raise NothingIsSaid(field="occupation_id")
    sign(row, actor, at, source or _source_of(part, row), reason)
    _derive(part, row, timezone.localdate(at))
    refuse_what_cannot_be(part, row)
    refuse_a_diagnosis(part, row, is_about_work=is_about_work)
    refuse_twice(part, row, rows)
    if row._state.adding:
        refuse_twice_on_a_day(part, row, rows, at)
    row.save()
    if is_listed and part == "instrument":
        offer_instrument(actor=actor, at=at, name=row.name)
    _have_messages_follow(part, candidate, actor, at)
    tell(part=part)
    return row.pk


@command(about="candidate")
def finish_part(
    *, actor: Actor, at: datetime, candidate_id: UUID, part: str, row_id: UUID, is_done: bool = True
) -> None:
    """A step, a goal or what was needed is done today, or not yet after all. Saying it again changes nothing."""
    actor.require("edit_candidates")
    candidate, _model = open_to(actor, at, candidate_id, part, row_id)
    row = _row_of(candidate, part, row_id)
    if "done_date" not in row.SAYS:
        raise NotVisible()
    if bool(row.done_date) == is_done:
        return
    row.done_date = timezone.localdate(at) if is_done else None
    sign(row, actor, at, row.source, "")
    row.save()
    tell(part=part)


@command(about="candidate")
def put_off_part(
    *, actor: Actor, at: datetime, candidate_id: UUID, part: str, row_id: UUID, due_date: date
) -> str:
    """A step or what is needed comes back on another day; `DayOutOfReach` where that is years away. Returns the day on which it
    stood, so that it can be put back."""
    actor.require("edit_candidates")
    candidate, _model = open_to(actor, at, candidate_id, part, row_id)
    row = _row_of(candidate, part, row_id)
    if not isinstance(row, Agreed) or row.due_date is None:
        raise NotVisible()
    refuse_odd_day("due_date", due_date, timezone.localdate(at))
    was, row.due_date = row.due_date.isoformat(), due_date
    sign(row, actor, at, row.source, "")
    row.save()
    tell(part=part)
    return was


@command(about="candidate")
def remove_part(
    *, actor: Actor, at: datetime, candidate_id: UUID, part: str, row_id: UUID, reason: str = ""
) -> None:
    """Take something out of the picture. The history keeps it, with the reason, and it can be put back. What went before is
    left at that."""
    actor.require("edit_candidates")
    candidate, _model = open_to(actor, at, candidate_id, part, row_id)
    row = rows_of_part(candidate, part).filter(pk=row_id).first()
    if row is None:
        if _last_line(candidate, part, row_id) is None:
            raise NotVisible()
        return
    # the line of history about what goes holds what stood there: so the reason is written first
    sign(row, actor, at, row.source, reason)
    row.save()
    row.delete()
    _have_messages_follow(part, candidate, actor, at)
    tell(part=part)


@command(about="candidate")
def put_back_part(*, actor: Actor, at: datetime, candidate_id: UUID, part: str, row_id: UUID) -> None:
    """What was taken out of the picture stands there again as it was. What is there already stays; `IsThereAlready` where
    something else took its place."""
    actor.require("edit_candidates")
    candidate, model = open_to(actor, at, candidate_id, part, row_id)
    line = _last_line(candidate, part, row_id)
    if line is None:
        raise NotVisible()
    rows = rows_of_part(candidate, part)
    if rows.filter(pk=row_id).exists():
        return
    if model.IS_ONE and rows.exists():
        raise IsThereAlready()
    refuse_twice(part, line, rows, but=row_id)
    row = model(pk=row_id, candidate=candidate, **{name: getattr(line, name) for name in model.SAYS})
    sign(row, actor, at, line.source, "")
    row.save(force_insert=True)
    was_put_back(row)
    _have_messages_follow(part, candidate, actor, at)
    tell(part=part)


@command(about="candidate")
def note_as_before(
    *, actor: Actor, at: datetime, candidate_id: UUID, part: str, row_id: UUID, line: int
) -> None:
    """What was noted was a mistake: the row says again what this line of its history says, with the source, the reason and the day
    of then. `NotVisible` where the row has no such line."""
    actor.require("edit_candidates")
    candidate, model = open_to(actor, at, candidate_id, part, row_id)
    row = _row_of(candidate, part, row_id)
    before = _history_of(candidate, part, row_id).filter(pgh_id=line).first()
    if before is None:
        raise NotVisible()
    for name in (*model.SAYS, "source", "reason", "noted_at", "noted_by_id"):
        setattr(row, name, getattr(before, name))
    if not can_stand(row):
        raise NotVisible()
    row.save()
    _have_messages_follow(part, candidate, actor, at)
    tell(part=part)


def open_to(
    actor: Actor, at: datetime, candidate_id: UUID, part: str, row_id: UUID | None = None
) -> tuple[Candidate, Any]:
    """The candidate, locked, and the model of the part; `NotVisible` for what is guarded from the actor."""
    candidate, model = candidate_to_edit(actor, candidate_id), _model_of(part)
    if actor.kind != "system" and not can_see_row(actor, candidate, part, row_id, at):
        raise NotVisible()
    return candidate, model


def _model_of(part: str) -> Any:
    model = PARTS.get(part)
    if model is None:
        raise NotVisible()
    return model


def _row_of(candidate: Candidate, part: str, row_id: UUID) -> Any:
    row = rows_of_part(candidate, part).filter(pk=row_id).first()
    if row is None:
        raise NotVisible()
    return row


def _history_of(candidate: Candidate, part: str, row_id: UUID) -> Any:
    whose = [candidate.pk, *known_before_as("candidate", candidate.pk)]
    return _model_of(part).pgh_event_model.objects.filter(candidate_id__in=whose, pgh_obj_id=row_id)


def _last_line(candidate: Candidate, part: str, row_id: UUID) -> Any:
    line = _history_of(candidate, part, row_id).order_by("-pgh_id").first()
    if part == "domain" and line and line.domain not in domains_in_use(candidate.organisation_id):
        return None
    return line


def sign(row: Any, actor: Actor, at: datetime, source: str, reason: str) -> None:
    """Who notes this, when, where it comes from and why."""
    row.source, row.reason = Source(source), " ".join(reason.split())[:200]
    row.noted_at, row.noted_by_id = at, account_of(actor)


def _have_messages_follow(part: str, candidate: Candidate, actor: Actor, at: datetime) -> None:
    """What is sent from now on, and what still waits, goes as the adjustments of this candidate say."""
    if part != "adjustment":
        return
    noted = set(Adjustment.objects.filter(candidate=candidate).values_list("way", flat=True))
    before, candidate.adjusted_ways = candidate.adjusted_channel, [way for way in Way.values if way in noted]
    candidate.save(update_fields=["adjusted_ways"])
    if candidate.adjusted_channel != before:
        had = (candidate.email, candidate.phone)
        let_messages_follow(actor=actor, at=at, to_kind="candidate", person=candidate, had=had)


def _derive(part: str, row: Any, today: date) -> None:
    """What follows from what was noted: what a paper is called, whether it is over, and where else a talent was seen."""
    if part == "certificate":
        row.name = row.name or (row.requirement.label_nl if row.requirement else "")
        if row.requirement and row.requirement.group == RequirementGroup.DRIVING:
            row.kind = Certificate.Kind.LICENCE
        row.is_lapsed = bool(row.valid_until and row.valid_until < today)
    if part == "term":
        row.also_seen = [each for each in Source.values if each in row.also_seen and each != row.source]


def _source_of(part: str, row: Any) -> str:
    """Where it comes from where nobody says so: no words are put into the candidate's mouth."""
    if part in SAID_BY_WHOM:
        return Source.COLLEAGUE if row._state.adding else str(row.source)
    return Source.OWN_WORDS


def _tidied(model: Any, facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts with single spaces, as long as their columns."""
    unknown = set(facts) - set(model.SAYS)
    if unknown:
        raise TypeError(f"{model.__name__} does not say {', '.join(sorted(unknown))}")
    tidy = dict(facts)
    for name, value in facts.items():
        if isinstance(value, str):
            limit = getattr(model._meta.get_field(name), "max_length", None)
            tidy[name] = " ".join(value.replace("\x00", "").split())[:limit]
    return tidy
