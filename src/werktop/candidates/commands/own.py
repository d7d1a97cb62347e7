"""What candidates do themselves on the own page: firms they know, steps of the plan, how to reach them. What they note is in own
words, by nobody else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.put_back import was_put_back
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.candidates.models import (
    Candidate,
    Doer,
    InstrumentUse,
    KnownFirm,
    LearningGoal,
    Outcome,
    PlanStep,
    Source,
)
from werktop.candidates.queries.own import outcome_facts, written_alone
from werktop.post.readdressing import let_messages_follow

from .facts import checked
from .keeping import REACHED_BY
from .presentation import own_or_edited
from .refusals import NothingIsSaid

MOST_FIRMS, MOST_STEPS, MOST_GOALS = 40, 40, 40
OWN_STRONG = "own_strong"
REACH = ("email", "phone", "preferred_channel")


class EnoughFirms(Refusal):
    text = _("U hebt al veel bedrijven genoemd. Haal er eerst een weg.")


class EnoughSteps(Refusal):
    text = _("Uw plan heeft al veel stappen. Vink er eerst een af.")


class EnoughGoals(Refusal):
    text = _("Er staat al veel dat u wilt leren. Noteer eerst wat u al kunt.")


class NotYourStep(Refusal):
    text = _("Deze stap doet u niet zelf. Schrijf erbij hoe het ging, dan leest uw vaste collega het.")


class FirmIsThere(Refusal):
    text = _("Dit bedrijf staat er al.")


@command(about="candidate")
def name_firm(*, actor: Actor, at: datetime, candidate_id: UUID, firm_name: str, words: str = "") -> UUID:
    """A firm that the candidate knows joins the own network; its key is returned. Refuses `NothingIsSaid`, `FirmIsThere`,
    `EnoughFirms`."""
    candidate = own_candidate(actor, candidate_id)
    firm_name, words = _line(firm_name, 120), _line(words, 200)
    if not firm_name:
        raise NothingIsSaid(field="firm_name")
    there = KnownFirm.objects.filter(candidate=candidate)
    if there.filter(firm_name__iexact=firm_name).exists():
        raise FirmIsThere(field="firm_name")
    if there.count() >= MOST_FIRMS:
        raise EnoughFirms(field="firm_name")
    row = KnownFirm.objects.create(
        candidate=candidate, firm_name=firm_name, words=words, source=Source.OWN_WORDS, noted_at=at
    )
    _in_touch(candidate, at)
    return row.pk


@command(about="candidate")
def unname_firm(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes a firm away that the candidate named. What a colleague noted stays: `NotVisible`. Saying it again
    changes nothing."""
    candidate = own_candidate(actor, candidate_id)
    row = KnownFirm.objects.filter(candidate=candidate, pk=row_id).first()
    if row is None:
        return
    if row.noted_by_id is not None or row.source != Source.OWN_WORDS:
        raise NotVisible()
    row.delete()
    _in_touch(candidate, at)


@command(about="candidate")
def put_firm_back(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """A firm that the candidate named and took away stands there again as it was. What is there already stays."""
    candidate = own_candidate(actor, candidate_id)
    history = KnownFirm.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        candidate=candidate, pgh_obj_id=row_id, source=Source.OWN_WORDS, noted_by=None
    )
    line = history.order_by("-pgh_id").first()
    if line is None:
        raise NotVisible()
    there = KnownFirm.objects.filter(candidate=candidate)
    if there.filter(firm_name__iexact=line.firm_name).exists() or there.count() >= MOST_FIRMS:
        return
    row = KnownFirm(pk=row_id, candidate=candidate, firm_name=line.firm_name, words=line.words)
    row.source, row.noted_at = Source.OWN_WORDS, at
    row.save(force_insert=True)
    was_put_back(row)
    _in_touch(candidate, at)


@command(about="candidate")
def write_own_step(*, actor: Actor, at: datetime, candidate_id: UUID, words: str) -> UUID:
    """The candidate writes a step of the plan, in own words; its key is returned. Refuses `NothingIsSaid`, `EnoughSteps`."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    said = _line(words, 200)
    if not said:
        raise NothingIsSaid(field="words")
    if PlanStep.objects.filter(candidate=candidate, done_date=None).count() >= MOST_STEPS:
        raise EnoughSteps(field="words")
    row = PlanStep.objects.create(
        candidate=candidate, words=said, doer=Doer.CANDIDATE, source=Source.OWN_WORDS, noted_at=at
    )
    _in_touch(candidate, at)
    return row.pk


@command(about="candidate")
def tick_own_step(
    *, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID, is_done: bool = True
) -> None:
    """The candidate did a step today, or not yet after all. Saying it again changes nothing; refuses `NotYourStep` for what
    somebody else does."""
    row = _own_step(actor, candidate_id, row_id)
    if row.doer != Doer.CANDIDATE:
        raise NotYourStep()
    if bool(row.done_date) != is_done:
        row.done_date = timezone.localdate(at) if is_done else None
        _signed(row, at)


@command(about="candidate")
def remark_on_step(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID, remark: str) -> None:
    """What the candidate says about a step; empty takes it away."""
    row = _own_step(actor, candidate_id, row_id)
    said = _line(remark, 200)
    if said != row.remark:
        row.remark = said
        _signed(row, at)


@command(about="candidate")
def remove_own_step(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes away a step that nobody but the candidate wrote on. What was agreed with a colleague stays: `NotVisible`.
    The history keeps it, and a colleague can put it back."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    row = PlanStep.objects.filter(candidate=candidate, pk=row_id).first()
    if row is None:
        return
    if row.pk not in written_alone([row]):
        raise NotVisible()
    row.delete()
    _in_touch(candidate, at)


@command(about="candidate")
def write_own_goal(*, actor: Actor, at: datetime, candidate_id: UUID, words: str) -> UUID:
    """The candidate writes what to learn, in own words; its key is returned. What stands there still to be learned is not written
    twice. Refuses `NothingIsSaid`, `EnoughGoals`."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    said = _line(words, 200)
    if not said:
        raise NothingIsSaid(field="goal")
    there = LearningGoal.objects.filter(candidate=candidate, done_date=None)
    if same := there.filter(words__iexact=said).first():
        return same.pk
    if there.count() >= MOST_GOALS:
        raise EnoughGoals(field="goal")
    row = LearningGoal.objects.create(candidate=candidate, words=said, source=Source.OWN_WORDS, noted_at=at)
    _in_touch(candidate, at)
    return row.pk


@command(about="candidate")
def tick_own_goal(
    *, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID, is_done: bool = True
) -> None:
    """The candidate learned this by today, or not yet after all, whoever wrote it. Saying it again changes nothing."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    row = LearningGoal.objects.filter(candidate=candidate, pk=row_id).first()
    if row is None:
        raise NotVisible()
    if bool(row.done_date) != is_done:
        row.done_date = timezone.localdate(at) if is_done else None
        row.noted_at, row.noted_by_id, row.reason = at, None, ""
        row.save()
        _in_touch(candidate, at)


@command(about="candidate")
def remove_own_goal(*, actor: Actor, at: datetime, candidate_id: UUID, row_id: UUID) -> None:
    """The candidate takes away what nobody but the candidate wrote to learn; else it stays: `NotVisible`. The history keeps it, and
    a colleague can put it back."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    row = LearningGoal.objects.filter(candidate=candidate, pk=row_id).first()
    if row is None:
        return
    if row.pk not in written_alone([row]):
        raise NotVisible()
    row.delete()
    _in_touch(candidate, at)


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
    wrote stays. Refuses `NothingIsSaid`, `NotVisible` for what has not begun or is of somebody else, and `ChangedMeanwhile` where a
    colleague noted how it went after the page with this `version` was opened (`outcome_version`)."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    rows = InstrumentUse.objects.filter(candidate=candidate, from_date__lte=timezone.localdate(at))
    row = rows.filter(pk=row_id).first()
    if row is None or outcome not in ("", *Outcome.values):
        raise NotVisible()
    refuse_changed(version, outcome_facts(row))
    said = _line(words, 400)
    if not (said or outcome or row.candidate_words or row.outcome):
        raise NothingIsSaid()
    if (row.candidate_words, row.outcome) == (said, outcome or row.outcome):
        return
    row.candidate_words, row.outcome = said, outcome or row.outcome
    row.noted_at, row.noted_by_id, row.reason = at, None, ""
    row.save()
    _in_touch(candidate, at)


def _own_step(actor: Actor, candidate_id: UUID, row_id: UUID) -> PlanStep:
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    row = PlanStep.objects.select_related("candidate").filter(candidate=candidate, pk=row_id).first()
    if row is None:
        raise NotVisible()
    return row


def _signed(row: PlanStep, at: datetime) -> None:
    row.noted_at, row.noted_by_id, row.reason = at, None, ""
    row.save()
    _in_touch(row.candidate, at)


@command(about="candidate")
def choose_how_to_be_reached(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    email: str,
    phone: str,
    preferred_channel: str,
    version: str = "",
) -> int:
    """How the candidate wants to be reached. Messages that wait go to the new address, and links that went to the old one open
    nothing any more: returns how many. Refuses as `change_candidate` does."""
    candidate = own_candidate(actor, candidate_id, need=OWN_STRONG)
    if version:
        refuse_changed(version, {name: getattr(candidate, name) for name in REACH})
    before = {name: getattr(candidate, name) for name in REACHED_BY}
    asked = {"email": email, "phone": phone, "preferred_channel": preferred_channel}
    for name, value in checked({**before, **asked}).items():
        setattr(candidate, name, value)
    candidate.contact_at, candidate.erase_date = at, None
    candidate.save()
    if all(getattr(candidate, name) == value for name, value in before.items()):
        return 0
    had = (before["email"], before["phone"])
    return let_messages_follow(actor=actor, at=at, to_kind="candidate", person=candidate, had=had)


def own_candidate(actor: Actor, candidate_id: UUID, *, need: str = "own") -> Candidate:
    """The candidate whose own page it is, locked; `NotVisible` for anybody else."""
    if actor.kind != "candidate":
        raise NotVisible()
    return own_or_edited(actor, candidate_id, need=need)


def _line(words: str, longest: int) -> str:
    return " ".join(words.replace("\x00", "").split())[:longest]


def _in_touch(candidate: Candidate, at: datetime) -> None:
    candidate.contact_at, candidate.erase_date = at, None
    candidate.save(update_fields=["contact_at", "erase_date"])
