"""An entrepreneur brings an idea; a colleague says what was done with it."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from werktop.ambassadors.models import Idea, IdeaKind, IdeaState
from werktop.ambassadors.refusals import AnswerIsMissing
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import erase
from werktop.audit.refusals import refuse_far_day

from .whose import account_of, entrepreneur_of, is_self, row_to_edit, said

SETTLED = (IdeaState.DONE, IdeaState.NOT)
MOST_PEOPLE = 9_999


@command(about="idea")
def propose_idea(
    *,
    actor: Actor,
    at: datetime,
    entrepreneur_id: UUID,
    kind: str,
    words: str,
    when_words: str = "",
    people_count: int | None = None,
    is_step_free: bool = False,
    from_date: date | None = None,
) -> UUID:
    """An entrepreneur proposes a gathering, offers the own hall, or says something about the approach: on the own page, or told to
    who answers for the firm. Refuses `NothingSaid`, `DayOutOfReach`. Returns its key."""
    person = entrepreneur_of(actor, entrepreneur_id)
    kind = IdeaKind(kind)
    is_hall = kind == IdeaKind.HALL
    if from_date:
        refuse_far_day(from_date, timezone.localdate(at), "from_date")
    row = Idea.objects.create(
        region_id=person.employer.region_id,
        organisation_id=person.employer.organisation_id,
        entrepreneur=person,
        kind=kind,
        words=said(words, 600, field="words", is_needed=True),
        when_words=said(when_words, 80) if kind == IdeaKind.GATHERING else "",
        people_count=min(people_count, MOST_PEOPLE) if people_count and is_hall else None,
        is_step_free=is_step_free and is_hall,
        from_date=from_date if is_hall else None,
        is_by_self=is_self(actor, entrepreneur_id),
        made_at=at,
    )
    return row.pk


@command(about="idea")
def answer_idea(*, actor: Actor, at: datetime, idea_id: UUID, state: str, answer: str = "") -> None:
    """What is done with it, which who had the idea reads. What is settled says in a few words what came of it: `AnswerIsMissing`.
    What was said before stays in the history; `state` "new" opens it again."""
    row = row_to_edit(actor, Idea, idea_id)
    row.state, row.answer = IdeaState(state), said(answer, 600)
    if row.state in SETTLED and not row.answer:
        raise AnswerIsMissing(field="answer")
    row.answered_by_id, row.answered_at = account_of(actor), at
    row.save()


@command(about="idea")
def take_back_idea(*, actor: Actor, at: datetime, idea_id: UUID) -> None:
    """It was noted by mistake: it goes, with its history."""
    erase(row_to_edit(actor, Idea, idea_id))
