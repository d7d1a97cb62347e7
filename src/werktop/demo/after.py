"""After a gathering that is over: free blocks, appointments, what came of some of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from werktop.audit.actors import SYSTEM, Actor
from werktop.gatherings.commands.talk_on import ask_talk_on
from werktop.gatherings.commands.talks import answer_talk_on
from werktop.gatherings.queries import gatherings, talks
from werktop.matches import commands as matches
from werktop.matches.queries.after import after
from werktop.post import queries as post
from werktop.post.commands import deliver_message

OUTCOMES = ("talk_on", "talk_on", "try_out", "work", "no_fit", "not_held")
WORDS = {
    "talk_on": "Volgende week nog een keer, dan in de werkplaats.",
    "try_out": "Loopt twee weken mee.",
    "work": "Begint maandag, 24 uur.",
    "no_fit": "Zoekt toch iets met meer rust.",
    "not_held": "Bus gemist, nieuwe afspraak volgt.",
}


ANSWERS, STAYS = 0.75, 0.9
"""The part of the guests who say themselves with whom to talk on, and of their host's taps that they then keep."""


def afterwards(chance: Random, actor: Actor, key: UUID, at: datetime) -> None:
    """Guests answer, entrepreneurs give hours, talks are proposed and sent two days later; most of what was promised by
    `at` was done, and a little still waits."""
    gathering = gatherings.gathering_for(actor, key)
    sent_at = on_a_workday(gathering.ends_at + timedelta(days=2))
    ask_talk_on(actor=actor, at=gathering.ends_at, gathering_id=key)
    # before they answer: who has answered gets no question any more
    let_out(gathering.ends_at + timedelta(minutes=1))
    _own_answers(chance, key, gathering.ends_at)
    for each in talks.wishes_of(key).entrepreneurs:
        first = on_a_workday(gathering.starts_at + timedelta(days=chance.randint(4, 11))).replace(minute=0)
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
    found = after(actor, key, at=sent_at)
    matches.send_follow_ups(
        actor=actor,
        at=sent_at,
        gathering_id=key,
        # a few wait for a colleague, so that the page shows what it is for
        agreed_ids=[t.row.pk for t in found.both[:-3]],
        choices=[],
        step_ids=[s.row.pk for s in found.steps[:-2]],
    )
    let_out(sent_at + timedelta(minutes=1))
    _what_came_of_it(chance, actor, key, sent_at, at)


def let_out(at: datetime) -> None:
    """What was laid down before this moment and may leave has left, each when it would have."""
    for key, leaves_at in post.due_moments(at=at):
        deliver_message(actor=SYSTEM, at=leaves_at, message_id=key)


def on_a_workday(moment: datetime) -> datetime:
    """The same hour on Monday, where a moment falls in a weekend."""
    return moment + timedelta(days=max(0, 7 - moment.weekday()) if moment.weekday() > 4 else 0)


def _own_answers(chance: Random, key: UUID, ended_at: datetime) -> None:
    """Most guests say on their own link with whom they want to talk on: nearly all whom their host noted."""
    wishes = talks.wishes_of(key)
    for guest in (*wishes.candidates, *wishes.entrepreneurs):
        if chance.random() < ANSWERS:
            answer_talk_on(
                actor=SYSTEM,
                at=ended_at + timedelta(minutes=chance.randint(10, 1500)),
                gathering_id=key,
                holder_kind=guest.kind,
                holder_id=guest.person_id,
                chosen_guest_ids=[each for each in sorted(guest.wants) if chance.random() < STAYS],
            )


def _what_came_of_it(chance: Random, actor: Actor, key: UUID, sent_at: datetime, at: datetime) -> None:
    found = after(actor, key, at=at)
    for talk in found.sent:
        held_at = talk.row.ends_at or sent_at + timedelta(
            days=chance.randint(1, 5), minutes=chance.randint(0, 400)
        )
        if held_at < at and chance.random() < 0.8:
            outcome = chance.choice(OUTCOMES)
            matches.note_outcome(
                actor=actor,
                at=min(at, held_at + timedelta(hours=3)),
                follow_up_id=talk.row.pk,
                outcome=outcome,
                words=WORDS[outcome],
            )
    # with the steps after talks that came to nothing; another organisation's are theirs
    for step in after(actor, key, at=at).steps:
        is_own = step.row.organisation_id == actor.organisation_id
        if is_own and step.row.told_at and chance.random() < 0.7:
            done_at = step.row.made_at + timedelta(days=chance.randint(1, 4), minutes=chance.randint(0, 400))
            matches.finish_next_step(actor=actor, at=min(at, done_at), next_step_id=step.row.pk)
