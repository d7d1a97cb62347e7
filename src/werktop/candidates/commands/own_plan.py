"""What candidates do themselves in the plan on the own page: where it leads, steps, what they want to learn, what help did. What
they note is in own words, by nobody else."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.accounts.own_pages import OWN_STRONG
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.candidates.models import (
    Doer,
    InstrumentUse,
    LearningGoal,
    Outcome,
    OwnWriting,
    Part,
    Perspective,
    PlanStep,
    Source,
)
from werktop.candidates.queries.own import outcome_facts, perspective_facts, written_alone

from .own import note_own_touch, own_candidate, own_line
from .own_writing import note_own_writing, nothing_to_read
from .refusals import NothingIsSaid

Kind = OwnWriting.Kind
MOST_STEPS, MOST_GOALS = 40, 40


class EnoughSteps(Refusal):
    text = _("Uw plan heeft al veel stappen. Vink er eerst een af.")


class EnoughGoals(Refusal):
    text = _("Er staat al veel dat u wilt leren. Noteer eerst wat u al kunt.")


class NoLongerThere(Refusal):
    """What is missing and what is somebody else's look the same."""

    text = _("Dit staat niet meer op uw pagina. Kijk hoe het nu is.")


class NotYoursAlone(Refusal):
    text = _("Hier schreef intussen een collega van ons mee. Daarom blijft het staan.")


class NotYourStep(Refusal):
    text = _("Deze stap doet u niet zelf. Schrijf erbij hoe het ging, dan leest uw vaste collega het.")


@command(about="candidate")
def write_own_perspective(
    *, actor: Actor, at: datetime, candidate_id: UUID, words: str, version: str = ""
) -> UUID:
    """Where the plan leads, as the candidate says it in one sentence; its key is returned. What stood there stays in the history;
    what stands there already is not written again. Refuses `NothingIsSaid`, and `ChangedMeanwhile` where it was written after the
    page with this `version` was opened (`perspective_version`)."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    said = own_line(words, 200)
    if not said:
        raise NothingIsSaid(field="leads")
    row = Perspective.objects.filter(candidate=candidate).first()
    if row is not None and row.words == said:
        return row.pk
    refuse_changed(version, perspective_facts(row))
    row = row or Perspective(candidate=candidate)
    row.words, row.source = said, Source.OWN_WORDS
    _signed(row, at)
    note_own_writing(candidate, Kind.LEADS, row.pk, at)
    return row.pk


@command(about="candidate")
def remove_own_perspective(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes away where the plan leads, if nobody but the candidate ever wrote there; else it stays, and is said
    otherwise: `NotYoursAlone`. The history keeps it, and a colleague can put it back."""
    _remove(actor, candidate_id, Perspective, row_id, at)


@command(about="candidate")
def write_own_step(*, actor: Actor, at: datetime, candidate_id: UUID, words: str) -> UUID:
    """The candidate writes a step of the plan, in own words; its key is returned. Refuses `NothingIsSaid`, `EnoughSteps`."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    said = own_line(words, 200)
    if not said:
        raise NothingIsSaid(field="words")
    if PlanStep.objects.filter(candidate=candidate, done_date=None).count() >= MOST_STEPS:
        raise EnoughSteps(field="words")
    row = PlanStep.objects.create(
        candidate=candidate, words=said, doer=Doer.CANDIDATE, source=Source.OWN_WORDS, noted_at=at
    )
    note_own_writing(candidate, Kind.STEP, row.pk, at)
    note_own_touch(candidate, at)
    return row.pk


@command(about="candidate")
def tick_own_step(
    *, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID, is_done: bool = True
) -> None:
    """The candidate did a step today, or not yet after all. Saying it again changes nothing; refuses `NotYourStep` for what
    somebody else does."""
    row = _own_row(actor, candidate_id, PlanStep, row_id)
    if row.doer != Doer.CANDIDATE:
        raise NotYourStep()
    _tick(row, at, is_done)


@command(about="candidate")
def remark_on_step(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID, remark: str) -> None:
    """What the candidate says about a step; empty takes it away. Refuses `NothingIsSaid` where there was nothing either."""
    row = _own_row(actor, candidate_id, PlanStep, row_id)
    said = own_line(remark, 200)
    if not (said or row.remark):
        raise NothingIsSaid(field="remark")
    if said != row.remark:
        row.remark = said
        _signed(row, at)
        if said:
            note_own_writing(row.candidate, Kind.REMARK, row.pk, at)
        else:
            nothing_to_read(row.candidate, row.pk, Kind.REMARK)


@command(about="candidate")
def remove_own_step(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes away a step that nobody but the candidate wrote on. What was agreed with a colleague stays:
    `NotYoursAlone`. The history keeps it, and a colleague can put it back."""
    _remove(actor, candidate_id, PlanStep, row_id, at)


@command(about="candidate")
def write_own_goal(*, actor: Actor, at: datetime, candidate_id: UUID, words: str) -> UUID:
    """The candidate writes what to learn, in own words; its key is returned. What stands there still to be learned is not written
    twice. Refuses `NothingIsSaid`, `EnoughGoals`."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    said = own_line(words, 200)
    if not said:
        raise NothingIsSaid(field="goal")
    there = LearningGoal.objects.filter(candidate=candidate, done_date=None)
    if same := there.filter(words__iexact=said).first():
        return same.pk
    if there.count() >= MOST_GOALS:
        raise EnoughGoals(field="goal")
    row = LearningGoal.objects.create(candidate=candidate, words=said, source=Source.OWN_WORDS, noted_at=at)
    note_own_writing(candidate, Kind.GOAL, row.pk, at)
    note_own_touch(candidate, at)
    return row.pk


@command(about="candidate")
def tick_own_goal(
    *, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID, is_done: bool = True
) -> None:
    """The candidate learned this by today, or not yet after all, whoever wrote it. Saying it again changes nothing."""
    _tick(_own_row(actor, candidate_id, LearningGoal, row_id), at, is_done)


@command(about="candidate")
def remove_own_goal(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes away what nobody but the candidate wrote to learn; else it stays: `NotYoursAlone`. The history
    keeps it, and a colleague can put it back."""
    _remove(actor, candidate_id, LearningGoal, row_id, at)


@command(about="candidate")
def write_own_outcome(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    row_id: UUID,
    words: str,
    outcome: str = "",
    version: str = "",
) -> None:
    """What a course or other help did, in the words of the candidate, and whether it helped ("": not said). What a colleague
    wrote stays. Refuses `NothingIsSaid`, `NotVisible` for what has not begun, `NoLongerThere`, and `ChangedMeanwhile` where a
    colleague noted how it went after the page with this `version` was opened (`outcome_version`)."""
    row = _own_row(actor, candidate_id, InstrumentUse, row_id)
    if row.from_date > timezone.localdate(at) or outcome not in ("", *Outcome.values):
        raise NotVisible()
    refuse_changed(version, outcome_facts(row))
    said = own_line(words, 400)
    if not (said or outcome or row.candidate_words or row.outcome):
        raise NothingIsSaid()
    if (row.candidate_words, row.outcome) == (said, outcome or row.outcome):
        return
    is_new = bool(said) or outcome not in ("", row.outcome)
    row.candidate_words, row.outcome = said, outcome or row.outcome
    _signed(row, at)
    if is_new:
        note_own_writing(row.candidate, Kind.OUTCOME, row.pk, at)
    elif not row.outcome:
        nothing_to_read(row.candidate, row.pk, Kind.OUTCOME)


def _own_row(actor: Actor, candidate_id: UUID, model: Any, row_id: UUID) -> Any:
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    row = model.objects.select_related("candidate").filter(candidate=candidate, pk=row_id).first()
    if row is None:
        raise NoLongerThere()
    return row


def _tick(row: PlanStep | LearningGoal, at: datetime, is_done: bool) -> None:
    if bool(row.done_date) != is_done:
        row.done_date = timezone.localdate(at) if is_done else None
        _signed(row, at)


def _remove(actor: Actor, candidate_id: UUID, model: Any, row_id: UUID, at: datetime) -> None:
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    row = model.objects.filter(candidate=candidate, pk=row_id).first()
    if row is None:
        return
    if row.pk not in written_alone([row]):
        raise NotYoursAlone()
    row.delete()
    nothing_to_read(candidate, row_id)
    note_own_touch(candidate, at)


def _signed(row: Part, at: datetime) -> None:
    row.noted_at, row.noted_by_id, row.reason = at, None, ""
    row.save()
    note_own_touch(row.candidate, at)
