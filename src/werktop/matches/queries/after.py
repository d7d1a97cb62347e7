"""All that follows from one gathering, as the page after it shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.gatherings.queries.talks import Wishes, wishes_of

from ..market import Wishes as MarketWishes
from ..models import OPEN, FollowUp, FollowUpStatus
from ..standing import Lost, Otherwise, is_a_thought, lost_among, who_answered_otherwise
from ..wishes import wishes_in
from .calls import TalkCall, calls_among
from .read_once import People, people_of
from .steps import Step, steps_of, steps_visible_to
from .talks import Talk, follow_ups_visible_to, talks_of
from .unheard import who_never_heard


@dataclass(frozen=True)
class After:
    """What the page after a gathering shows, in the order of the page. `lost` are proposals that stand no more since
    somebody answered, and `why_lost` says of these, and of those that did not suit, on whose side; `told` is what the
    guests said. `withdrawn` are of `sent` those to come whose wish was taken back since, and on whose side, or who of
    the two answered otherwise after they agreed aloud.
    `unheard`: of `sent` those whose hour has come and of which these people never heard, until an outcome is noted.
    `calls`: whom to call now about these talks or those that were dropped; `people`: everybody named in any of this."""

    lost: list[Talk]
    unsuitable: list[Talk]
    chances: list[Talk]
    both: list[Talk]
    steps: list[Step]
    sent: list[Talk]
    declined: list[Talk]
    why_lost: dict[UUID, Lost]
    told: Wishes
    withdrawn: list[tuple[Talk, Lost | Otherwise]]
    unheard: dict[UUID, list[Any]]
    calls: list[TalkCall]
    people: People


def after(viewer: Actor, gathering_id: UUID, *, at: datetime) -> After:
    """Everything that follows from a gathering, as far as the viewer may see it. A constant number of queries. The
    caller has seen that the viewer may see the gathering."""
    viewer.require("arrange_follow_ups")
    everything = follow_ups_visible_to(viewer).filter(gathering_id=gathering_id)
    every_row = list(everything.order_by("starts_at", "made_at", "id"))
    told = wishes_of(gathering_id)
    step_rows = list(
        steps_visible_to(viewer).filter(gathering_id=gathering_id).order_by("done_at", "made_at", "id")
    )
    people = people_of(
        [
            *(row.candidate_id for row in every_row),
            *(row.candidate_id for row in step_rows),
            *(guest.person_id for guest in told.guests.values() if guest.kind == "candidate"),
        ],
        [
            *(row.entrepreneur_id for row in every_row),
            *(row.introducer_id for row in step_rows if row.introducer_id),
            *(guest.person_id for guest in told.guests.values() if guest.kind == "entrepreneur"),
        ],
    )
    all_talks = talks_of(every_row, people)
    # of a talk that was dropped somebody may still have to hear by telephone
    talks = [talk for talk in all_talks if talk.row.status != FollowUpStatus.DROPPED]
    rows = [talk.row for talk in talks]
    wishes = wishes_in(told)
    why_lost = lost_among([r for r in rows if r.status in OPEN], wishes)
    to_come = [r for r in rows if r.status == FollowUpStatus.SENT and not r.outcome and _is_to_come(r, at)]
    why_withdrawn: dict[UUID, Lost | Otherwise] = {
        **_otherwise_since(to_come, wishes),
        **lost_among(to_come, wishes),
    }
    waiting = [t for t in talks if t.row.status == FollowUpStatus.PROPOSED]
    unheard = who_never_heard([t for t in talks if not t.row.outcome], at)
    standing = [t for t in waiting if t.row.pk not in why_lost]
    return After(
        lost=[t for t in waiting if t.row.pk in why_lost],
        unsuitable=[t for t in talks if t.row.status == FollowUpStatus.UNSUITABLE],
        chances=[t for t in standing if is_a_thought(t.row, wishes)],
        both=[t for t in standing if not is_a_thought(t.row, wishes)],
        steps=steps_of(step_rows, people),
        # what nobody noted the outcome of comes first
        sent=sorted((t for t in talks if t.row.is_sent), key=lambda t: bool(t.row.outcome)),
        declined=[t for t in talks if t.row.status == FollowUpStatus.DECLINED],
        why_lost=why_lost,
        told=told,
        withdrawn=[(t, why_withdrawn[t.row.pk]) for t in talks if t.row.pk in why_withdrawn],
        unheard=unheard,
        calls=calls_among(all_talks, at),
        people=people,
    )


def _otherwise_since(rows: Iterable[FollowUp], wishes: MarketWishes) -> dict[UUID, Otherwise]:
    """Of these talks those of which a guest answered otherwise after they were sent. What was known then, a colleague
    asked about."""
    found = {}
    for row in rows:
        left_out = wishes.left_out.get((row.candidate_id, row.entrepreneur_id))
        who = who_answered_otherwise(row, wishes)
        if left_out and who and row.sent_at and left_out.at > row.sent_at:
            found[row.pk] = who
    return found


def _is_to_come(row: FollowUp, at: datetime) -> bool:
    return row.starts_at is None or row.starts_at > at
