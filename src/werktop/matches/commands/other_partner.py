"""A proposal that a colleague changes to another entrepreneur: the candidate talks, with somebody else."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.gatherings.queries.talks import guest_of_holder

from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Ground
from ..queries.own_talk import agreed_hour
from ..queries.refused import refused_by_candidate, refused_hours
from ..refusals import TalkIsThere
from ..wishes import ground_of, wishes_for
from .first_block import take_first_block
from .maximum import refuse_above_maximum


def drop(row: FollowUp) -> None:
    """A proposal does not go on and does not come back by itself; its block is free again."""
    if row.status == FollowUpStatus.UNSUITABLE:
        # what was only proposed since is forgotten: it ends as the two knew it
        row.starts_at, row.ends_at = agreed_hour(row)
    row.status = FollowUpStatus.DROPPED
    row.save(update_fields=["status", "starts_at", "ends_at"])
    FreeBlock.objects.filter(taken_by=row).update(taken_by=None)


def with_another(actor: Actor, at: datetime, row: FollowUp, entrepreneur_id: UUID) -> FollowUp:
    """In place of `row` (dropped) a talk of the same candidate with another entrepreneur who was there, at the first
    free block after `at` that suits both. Where both chose each other it rests on that, else on the colleague's view.

    `NotVisible` for who was not there; `TalkIsThere` where these two have a talk or a proposal; `EnoughTalks` where
    the entrepreneur has as many as wanted. The caller holds the hours (`lock_hours`).
    """
    guest_of_holder(row.gathering_id, "entrepreneur", entrepreneur_id)
    own = FollowUp.objects.filter(candidate_id=row.candidate_id, entrepreneur_id=entrepreneur_id)
    if own.filter(gathering_id=row.gathering_id).exclude(status__in=ENDED).exists():
        raise TalkIsThere()
    refused = refused_by_candidate(refused_hours([row.pk]).get(row.pk, {}))
    refuse_above_maximum(row.gathering_id, row.candidate_id, entrepreneur_id, is_more_for_candidate=False)
    new, _is_new = FollowUp.objects.select_for_update().get_or_create(
        gathering_id=row.gathering_id,
        candidate_id=row.candidate_id,
        entrepreneur_id=entrepreneur_id,
        defaults={
            "region_id": row.region_id,
            "organisation_id": row.organisation_id,
            "ground": Ground.BY_HAND,
            "made_at": at,
        },
    )
    wishes = wishes_for(row.gathering_id)
    new.status, new.words = FollowUpStatus.PROPOSED, ""
    new.ground = ground_of(wishes, new.candidate_id, new.entrepreneur_id)
    new.made_by_id = actor.id if actor.kind == "staff" else None
    new.starts_at = new.ends_at = None
    new.save()
    take_first_block(new, at=at, besides=refused)
    return new
