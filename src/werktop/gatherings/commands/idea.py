"""A gathering is made of what an entrepreneur proposed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.ambassadors import commands as ambassadors
from werktop.ambassadors.queries import ideas
from werktop.audit.actors import Actor


def take_up_idea(actor: Actor, at: datetime, idea_id: UUID) -> None:
    """An idea of the actor's region that nobody looked at yet is looked at from now on, where the actor answers for it; else it
    stays as it is. `NotVisible` for one of elsewhere."""
    idea = ideas.idea_for(actor, idea_id)
    if idea.state == "new" and ideas.can_answer(actor, idea):
        ambassadors.answer_idea(actor=actor, at=at, idea_id=idea.pk, state="looking", answer=idea.answer)
