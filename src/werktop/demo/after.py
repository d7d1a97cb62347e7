"""After a gathering that is over: free blocks, appointments, what came of some of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.gatherings.queries import gatherings, talks
from werktop.matches import commands as matches
from werktop.matches.queries.after import after

OUTCOMES = ("talk_on", "talk_on", "try_out", "work", "no_fit", "not_held")
WORDS = {
    "talk_on": "Volgende week nog een keer, dan in de werkplaats.",
    "try_out": "Loopt twee weken mee.",
    "work": "Begint maandag, 24 uur.",
    "no_fit": "Zoekt toch iets met meer rust.",
    "not_held": "Bus gemist, nieuwe afspraak volgt.",
}


def afterwards(chance: Random, actor: Actor, key: UUID, at: datetime) -> None:
    """Entrepreneurs give blocks, talks are proposed and sent two days later; half of those held have an outcome."""
    gathering = gatherings.gathering_for(actor, key)
    sent_at = gathering.ends_at + timedelta(days=2)
    for each in talks.wishes_of(key).entrepreneurs:
        first = (gathering.starts_at + timedelta(days=chance.randint(6, 13))).replace(minute=0)
        matches.give_free_blocks(
            actor=actor,
            at=gathering.ends_at,
            gathering_id=key,
            entrepreneur_id=each.person_id,
            blocks=[
                (first + timedelta(hours=n), first + timedelta(hours=n + 1))
                for n in range(chance.randint(0, 3))
            ],
        )
    matches.propose_follow_ups(actor=actor, at=sent_at, gathering_id=key)
    found = after(actor, key)
    matches.send_follow_ups(
        actor=actor,
        at=sent_at,
        gathering_id=key,
        # a few wait for a colleague, so that the page shows what it is for
        agreed_ids=[t.row.pk for t in found.both[:-3]],
        choices=[],
        step_ids=[s.row.pk for s in found.steps[:-2]],
    )
    for talk in after(actor, key).sent:
        if talk.row.ends_at and talk.row.ends_at < at and chance.random() < 0.6:
            outcome = chance.choice(OUTCOMES)
            matches.note_outcome(
                actor=actor,
                at=min(at, talk.row.ends_at + timedelta(hours=3)),
                follow_up_id=talk.row.pk,
                outcome=outcome,
                words=WORDS[outcome],
            )
