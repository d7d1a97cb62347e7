"""What entrepreneurs change themselves, on their own page."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.accounts.own_pages import OWN_FIRM
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import refuse_changed
from werktop.employers.models import Entrepreneur
from werktop.employers.queries.versions import own_facts_of
from werktop.post.readdressing import let_messages_follow

from .facts import checked_person


@command(about="entrepreneur")
def change_own_details(
    *, actor: Actor, at: datetime, entrepreneur_id: UUID, version: str = "", **facts: Any
) -> None:
    """An entrepreneur puts right the own name, how to be reached, and languages; history keeps what stood there. Messages that
    wait go to the new address. A session that was opened at an e-mail address or number that is not theirs any more is over by it.
    `ChangedMeanwhile` where somebody else changed what `version` saw."""
    actor.require(OWN_FIRM)
    person = (
        Entrepreneur.objects.select_for_update(of=("self",), no_key=True)
        .select_related("employer")
        .filter(pk=entrepreneur_id, is_active=True)
        .first()
    )
    if person is None or (actor.kind, actor.id) != ("entrepreneur", entrepreneur_id):
        raise NotVisible()
    if version:
        refuse_changed(version, own_facts_of(person))
    had = (person.email, person.phone)
    for name, value in checked_person({"first_name": person.first_name, **facts}).items():
        setattr(person, name, value)
    person.save()
    if (person.email, person.phone) != had:
        let_messages_follow(actor=actor, at=at, to_kind="entrepreneur", person=person, had=had)
