"""An entrepreneur is thanked."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.ambassadors.messages import tell_thanks
from werktop.ambassadors.refusals import IsOnlyCalled
from werktop.audit.actors import Actor
from werktop.audit.commands import command

from .whose import entrepreneur_of, said


@command(about="entrepreneur")
def thank_entrepreneur(*, actor: Actor, at: datetime, entrepreneur_id: UUID, words: str) -> None:
    """A colleague of the organisation that answers for the firm sends these words, by the entrepreneur's own way. `IsOnlyCalled`
    where there is none, `NothingSaid` without words."""
    actor.require("edit_employers")
    person = entrepreneur_of(actor, entrepreneur_id)
    told = said(words, 1500, field="words", is_needed=True)
    if not tell_thanks(actor=actor, at=at, person=person, words=told):
        raise IsOnlyCalled()
