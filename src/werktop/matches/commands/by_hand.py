"""A follow-up talk that a colleague thought of."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.gatherings.queries import gatherings
from werktop.gatherings.queries.talks import guest_of_holder

from ..models import ENDED, FollowUp, FollowUpStatus, Ground
from ..refusals import TalkIsThere
from ..standing import lost_side
from ..timing import refuse_before_the_day
from ..wishes import wishes_for
from .maximum import refuse_above_maximum


@command(about="gathering")
def add_follow_up(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    candidate_id: UUID,
    entrepreneur_id: UUID,
    words: str = "",
) -> UUID:
    """Propose a talk between two guests of a gathering, with the reason in words; it is sent with the others.

    One that was dropped, or stands no more, comes back. Refused where the two have a proposal or an appointment
    (`TalkIsThere`), and where one of them has as many talks as wanted (`EnoughTalks`).
    """
    actor.require("arrange_follow_ups")
    gathering = gatherings.gathering_to_edit(actor, gathering_id)
    refuse_before_the_day(gathering, at)
    guest = guest_of_holder(gathering_id, "candidate", candidate_id)
    guest_of_holder(gathering_id, "entrepreneur", entrepreneur_id)
    pair = FollowUp.objects.filter(
        gathering_id=gathering_id, candidate_id=candidate_id, entrepreneur_id=entrepreneur_id
    )
    there = pair.exclude(status__in=ENDED).first()
    if there and not (there.status == FollowUpStatus.PROPOSED and lost_side(there, wishes_for(gathering_id))):
        raise TalkIsThere()
    refuse_above_maximum(gathering_id, candidate_id, entrepreneur_id, is_more_for_candidate=True)
    made_by = actor.id if actor.kind == "staff" else None
    row, is_new = FollowUp.objects.select_for_update().get_or_create(
        gathering_id=gathering_id,
        candidate_id=candidate_id,
        entrepreneur_id=entrepreneur_id,
        defaults={
            "region_id": gathering.region_id,
            "organisation_id": guest.organisation_id,
            "ground": Ground.BY_HAND,
            "words": words.strip()[:300],
            "made_by_id": made_by,
            "made_at": at,
        },
    )
    if not is_new:
        row.status, row.ground, row.words = FollowUpStatus.PROPOSED, Ground.BY_HAND, words.strip()[:300]
        row.made_by_id, row.made_at = made_by, at
        # the hour it had is free for others since
        row.starts_at = row.ends_at = None
        row.save()
    return row.pk
