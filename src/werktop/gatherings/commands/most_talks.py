"""How many follow-up talks a guest wants at most."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.gatherings.models import Guest, GuestKind
from werktop.gatherings.queries.day import gathering_at_the_door
from werktop.gatherings.queries.gatherings import gathering_for

MOST = 10


class TooManyTalks(Refusal):
    text = _("Kies een aantal gesprekken van 0 tot en met 10.")


@command(about="gathering")
def say_most_talks(
    *, actor: Actor, at: datetime, gathering_id: UUID, holder_kind: str, holder_id: UUID, most_talks: int
) -> None:
    """A guest wants at most so many follow-up talks (0 to 10); by the own link, or told to a colleague at the table,
    until the day is over (`DayIsClosedForHosts`)."""
    if actor.kind in GuestKind.values:
        gathering = gathering_for(actor, gathering_id)
        if (actor.kind, actor.id) != (holder_kind, holder_id):
            raise NotVisible()
    else:
        actor.require("record_table")
        gathering = gathering_at_the_door(actor, gathering_id, at)
    if not 0 <= most_talks <= MOST:
        raise TooManyTalks(field="most_talks")
    person = {"candidate_id" if holder_kind == GuestKind.CANDIDATE else "entrepreneur_id": holder_id}
    if not Guest.objects.filter(gathering=gathering, **person).update(most_talks=most_talks):
        raise NotVisible()
