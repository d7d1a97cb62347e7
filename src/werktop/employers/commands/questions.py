"""A question of an employer: taken by one colleague, answered or passed on, and opened again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.refusals import NotVisible, Refusal, refuse_far_day
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.employers import turns
from werktop.employers.messages import tell_who_calls
from werktop.employers.models import EmployerQuestion, Joining
from werktop.employers.models.questions import OPEN
from werktop.employers.queries.questions import QuestionFilters, found_questions
from werktop.employers.queries.visible import held_employer
from werktop.post.erasing import erase_messages

State = EmployerQuestion.State


class AlreadyTaken(Refusal):
    status = 409

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s heeft deze vraag al opgepakt.") % {"name": name})


class NothingIsSaid(Refusal):
    text = _("Schrijf in een paar woorden wat je zei.")


class NobodyIsNamed(Refusal):
    text = _("Schrijf aan wie je het doorgaf.")


class QuestionIsClosed(Refusal):
    text = _("Deze vraag is al afgerond. Zet hem eerst weer open.")
    status = 409


@command(about="employer_question")
def take_question(*, actor: Actor, at: datetime, employer_question_id: UUID) -> None:
    """This colleague is the one contact person for it, and who asked hears the name and the number. Of two at once one wins: the
    other reads who (`AlreadyTaken`). Saying it again changes nothing."""
    row = _held(actor, employer_question_id)
    if row.taken_by_id == actor.id:
        return
    _refuse_closed(row)
    if row.taken_by is not None:
        raise AlreadyTaken(row.taken_by.name)
    row.taken_by_id, row.taken_at, row.state = actor.id, at, State.TAKEN
    row.organisation_id = actor.organisation_id
    row.save(update_fields=["taken_by", "taken_at", "state", "organisation"])
    tell_who_calls(actor=actor, at=at, row=row)


@command(about="employer_question")
def let_go_of_question(*, actor: Actor, at: datetime, employer_question_id: UUID) -> None:
    """Taken by mistake, or somebody else calls: it waits for somebody again. By who took it, or by the own organisation."""
    row = _held(actor, employer_question_id)
    if row.state != State.TAKEN:
        return
    if (
        actor.kind != "system"
        and row.taken_by_id != actor.id
        and row.organisation_id != actor.organisation_id
    ):
        raise NotVisible()
    row.taken_by, row.taken_at, row.state = None, None, State.WAITING
    row.save(update_fields=["taken_by", "taken_at", "state"])


@command(about="employer_question")
def answer_question(*, actor: Actor, at: datetime, employer_question_id: UUID, said: str) -> None:
    """What was said to who asked; the question is over. By any colleague of the region: who answers a question that nobody took is
    the contact person from then on. Refuses `NothingIsSaid`."""
    row = _held(actor, employer_question_id)
    words = " ".join(said.split())[:400]
    if not words:
        raise NothingIsSaid(field="said")
    _close(row, actor, at, State.ANSWERED, said=words)


@command(about="employer_question")
def pass_question_on(
    *,
    actor: Actor,
    at: datetime,
    employer_question_id: UUID,
    passed_to: str,
    said: str = "",
    passed_date: date | None = None,
) -> None:
    """A question that is not ours (a permit, a subsidy of others): to whom it went, with which words, and by when they answer.
    Refuses `NobodyIsNamed`, `DayOutOfReach`."""
    row = _held(actor, employer_question_id)
    to = " ".join(passed_to.split())[:120]
    if not to:
        raise NobodyIsNamed(field="passed_to")
    if passed_date is not None:
        refuse_far_day(passed_date, timezone.localdate(at), "passed_date")
    _close(
        row,
        actor,
        at,
        State.PASSED_ON,
        said=" ".join(said.split())[:400],
        passed_to=to,
        passed_date=passed_date,
    )


@command(about="employer_question")
def reopen_question(*, actor: Actor, at: datetime, employer_question_id: UUID) -> None:
    """Closed by mistake, or there is more to it: somebody calls within one working day again. What was said stays in the
    history."""
    row = _held(actor, employer_question_id)
    if row.state in OPEN:
        return
    row.state = State.TAKEN if row.taken_by_id else State.WAITING
    row.closed_at, row.due_at = None, turns.due_at(at)
    row.save(update_fields=["state", "closed_at", "due_at"])


@command(about="employer_question")
def link_question(
    *, actor: Actor, at: datetime, employer_question_id: UUID, employer_id: UUID | None
) -> None:
    """A colleague says which firm of the region asks this; None where it is none that we know."""
    row = _held(actor, employer_question_id)
    row.employer = held_employer(actor, employer_id) if employer_id else None
    if row.entrepreneur is not None and row.entrepreneur.employer_id != employer_id:
        row.entrepreneur = None
    row.save(update_fields=["employer", "entrepreneur"])


@command(about="employer_questions")
def note_questions_taken(*, actor: Actor, at: datetime, filters: QuestionFilters) -> int:
    """A colleague downloads the list: how many rows go along, for the trail."""
    actor.require("see_employers")
    count = found_questions(actor, filters, at).count()
    tell(count=count)
    return count


@erases("asked", "employers.EmployerQuestion")
@command(about="employer_questions")
def forget_questions(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Questions of who never became a partner go, with history and messages, when their term is over; returns how many. Those of a
    firm that joined stay with the firm."""
    actor.require("forget")
    joined = Exists(Joining.objects.filter(employer_id=OuterRef("employer_id")))
    over = EmployerQuestion.objects.filter(~joined, received_at__lte=TERMS["asked"].before(at))
    rows = list(over.select_for_update(skip_locked=True).order_by("id")[:most])
    for row in rows:
        key = row.pk
        erase(row)
        erase_messages(actor=actor, at=at, to_kind="asker", to_id=key, about_ids=[key])
    tell(count=len(rows))
    return len(rows)


def _held(actor: Actor, key: UUID) -> EmployerQuestion:
    actor.require("edit_employers")
    # no join: of who waited for the lock, a joined row is of before the wait, and who took it meanwhile would be nobody
    row = EmployerQuestion.objects.select_for_update().filter(pk=key).first()
    if row is None or (actor.kind != "system" and row.region_id != actor.region_id):
        raise NotVisible()
    return row


def _refuse_closed(row: EmployerQuestion) -> None:
    if row.state not in OPEN:
        raise QuestionIsClosed()


def _close(row: EmployerQuestion, actor: Actor, at: datetime, state: str, **facts: Any) -> None:
    _refuse_closed(row)
    if row.taken_by_id is None and actor.kind == "staff":
        row.taken_by_id, row.taken_at, row.organisation_id = actor.id, at, actor.organisation_id
    row.state, row.closed_at = state, at
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
