"""Nobody is told of two talks at one hour, of whichever gatherings, nor of one at the hour of a gathering."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from ..models import ENDED, FollowUp, Outcome
from ..queries import talks
from ..queries.room import gathering_at_that_hour, hours_of_gatherings
from ..refusals import HourClashes


def keys_of_talks(candidate_ids: Collection[UUID], entrepreneur_ids: Collection[UUID]) -> list[UUID]:
    """All talks and proposals of these people, at whichever gathering: who tells of an hour holds them (`lock_hours`), so
    that two colleagues cannot give it away at two gatherings."""
    of_people = Q(candidate_id__in=candidate_ids) | Q(entrepreneur_id__in=entrepreneur_ids)
    return list(FollowUp.objects.filter(of_people).values_list("pk", flat=True))


def refuse_clash(row: FollowUp, *, unheard: Collection[UUID] = ()) -> None:
    """`HourClashes` where either of the two has something else at the hour that this talk is to have: an appointment, or
    a proposal that waits, or a gathering to which they said yes or where they wait for a chair.
    `unheard`: keys of talks of which nobody has heard yet though they are about to go out. The
    caller holds the talks of both (`keys_of_talks`)."""
    if row.starts_at is None or row.ends_at is None:
        return
    others = (
        FollowUp.objects.filter(Q(candidate_id=row.candidate_id) | Q(entrepreneur_id=row.entrepreneur_id))
        .filter(starts_at__lt=row.ends_at, ends_at__gt=row.starts_at)
        .exclude(pk=row.pk)
        .exclude(status__in=ENDED)
        .exclude(outcome=Outcome.NOT_HELD)
    )

    def is_told(other: FollowUp) -> bool:
        return bool(other.is_sent) and other.pk not in unheard

    # one that was told goes before one that nobody heard of: the words say which it is
    found = sorted(others.select_related("gathering"), key=lambda each: (not is_told(each), each.starts_at))
    for other in talks.talks_of(found[:1]):
        person = other.candidate if other.row.candidate_id == row.candidate_id else other.entrepreneur
        assert other.row.starts_at is not None
        raise HourClashes(person.name, other.row.starts_at, is_told=is_told(other.row))
    people = (row.candidate_id, row.entrepreneur_id)
    spans = hours_of_gatherings([row.candidate_id], [row.entrepreneur_id])
    there = gathering_at_that_hour(spans, people, row.starts_at, row.ends_at)
    if there is not None:
        who, span = there
        (talk,) = talks.talks_of([row])
        name = talk.candidate.name if who == row.candidate_id else talk.entrepreneur.name
        raise HourClashes(name, span.starts_at, gathering=span.gathering, is_waiting=span.is_waiting)
