"""The wishes of a gathering's guests, by the keys of the people, as the market needs them."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from werktop.gatherings.queries import talks

from .market import LeftOut, Wishes
from .models import Ground
from .standing import who_wants

Pairs = Collection[tuple[UUID, UUID]]


def wishes_for(gathering_id: UUID, *, kept: Pairs = (), ended: Pairs = ()) -> Wishes:
    """Who came and takes part still, which of them want to talk on with whom, what stands already (`kept`) and what was ended."""
    return wishes_in(talks.wishes_of(gathering_id), kept=kept, ended=ended)


def wishes_in(told: talks.Wishes, *, kept: Pairs = (), ended: Pairs = ()) -> Wishes:
    """The same, for who has read what the guests told."""
    person = {key: guest.person_id for key, guest in told.guests.items()}
    return Wishes(
        candidates=[g.person_id for g in told.candidates],
        entrepreneurs=[g.person_id for g in told.entrepreneurs],
        chosen_by_candidate={g.person_id: {person[k] for k in g.wants} for g in told.candidates},
        chosen_by_entrepreneur={g.person_id: {person[k] for k in g.wants} for g in told.entrepreneurs},
        agreed={(person[a.candidate_guest_id], person[a.entrepreneur_guest_id]) for a in told.agreements},
        left_out={
            (person[a.candidate_guest_id], person[a.entrepreneur_guest_id]): LeftOut(
                a.left_out_by_candidate_at, a.left_out_by_entrepreneur_at
            )
            for a in told.agreements
            if a.left_out_by_candidate_at or a.left_out_by_entrepreneur_at
        },
        kept=set(kept),
        ended=set(ended),
        noted_by_host={(c.person_id, person[k]) for c in told.candidates for k in c.by_host}
        | {(person[k], e.person_id) for e in told.entrepreneurs for k in e.by_host},
        most={g.person_id: g.capacity for g in told.guests.values()},
        stopped=told.stopped,
    )


def ground_of(wishes: Wishes, candidate_id: UUID, entrepreneur_id: UUID) -> Ground:
    """Why these two could talk on: their own word first. What a host noted, an agreement or that it clicked, is the
    host's view (docs/decisions/0013)."""
    pair = (candidate_id, entrepreneur_id)
    is_mutual = all(who_wants(wishes, *pair))
    if is_mutual and pair not in wishes.noted_by_host:
        return Ground.MUTUAL
    if pair in wishes.agreed:
        return Ground.AGREED
    return Ground.HOST if is_mutual else Ground.BY_HAND


def present_entrepreneurs(gathering_id: UUID) -> list[UUID]:
    """Keys of the entrepreneurs who came and take part still."""
    return [g.person_id for g in talks.wishes_of(gathering_id).entrepreneurs]
