"""A caseload is divided by who leads the team, who opens no file for it; and taking back what went from one to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime
from itertools import chain
from uuid import UUID

from django.db.models import Count

from werktop.accounts.commands import end_stand_ins_of
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.keys import new_key
from werktop.audit.refusals import NotVisible
from werktop.audit.retention import BATCH, TERMS, erases, let_go
from werktop.candidates.models import Candidate, Transfer, TransferWhy
from werktop.candidates.queries.caseloads import DIVIDE
from werktop.candidates.shares import dealt
from werktop.regions import queries as regions

from .handing_over import hand_over_candidates, hold_all, may_hand_over, take_back_hand_over
from .refusals import GiverIsErased, NobodyTakesOver, PlaceIsGone, PlaceIsNew, WhyIsMissing


@command(about="candidates")
def divide_caseload(
    *,
    actor: Actor,
    at: datetime,
    from_id: UUID | None,
    why: str,
    lot: str,
    to_ids: Collection[UUID] = (),
    by_place: Mapping[str, UUID] | None = None,
) -> dict[str, int]:
    """All candidates of one colleague (None: of nobody) go to others at once: in equal numbers over `to_ids`, or each to who
    takes the place where the candidate lives (`by_place`, "" for an unknown one). Who left stands in for nobody any more, and
    nobody for that colleague, also where it is taken back. Returns how many went to whom. Refuses `WhyIsMissing`,
    `NobodyTakesOver`, `PlaceIsNew` for a place of which nobody said who takes it, `PlaceIsGone` where it was said of one of
    which nobody is left, and what `hand_over_candidates` refuses."""
    actor.require(DIVIDE)
    if why not in TransferWhy.values:
        raise WhyIsMissing(field="why")
    if not to_ids and not by_place:
        raise NobodyTakesOver(field="to_ids")
    rows = Candidate.objects.filter(
        organisation_id=actor.organisation_id, assigned_to_id=from_id, left_at=None
    )
    held = rows.select_for_update(of=("self",)).order_by("id").values_list("pk", "postcode")
    shares: dict[UUID, list[UUID]]
    if by_place:
        shares = {}
        places = {key: regions.place_name(postcode) for key, postcode in held}
        if gone := set(by_place) - set(places.values()):
            raise PlaceIsGone(sorted(gone))
        for key, place in places.items():
            if place not in by_place:
                raise PlaceIsNew()
            shares.setdefault(by_place[place], []).append(key)
    else:
        shares = dealt([key for key, _postcode in held], _loads(actor, to_ids), lot)
    batch_id, went = new_key(), Counter[str]()
    for to_id, keys in shares.items():
        if keys:
            went[str(to_id)] = len(
                hand_over_candidates(
                    actor=actor,
                    at=at,
                    from_id=from_id,
                    to_id=to_id,
                    candidate_ids=keys,
                    why=why,
                    batch_id=batch_id,
                )
            )
    if why == TransferWhy.LEFT and from_id is not None and actor.organisation_id is not None:
        end_stand_ins_of(from_id, actor.organisation_id, at)
    tell(count=went.total(), colleagues=len(went))
    return dict(went)


@command(about="candidates")
def take_back_transfer(*, actor: Actor, at: datetime, batch_id: UUID) -> int:
    """What went over at once was a mistake: who is still with the colleague who got them goes back. For who did it, and for who
    leads the team, for as long as what was handed over is kept. Returns how many went back; a second time 0. Refuses
    `GiverIsErased` where nobody is left to go back to."""
    may_hand_over(actor)
    rows = Transfer.objects.filter(
        organisation_id=actor.organisation_id, batch_id=batch_id, made_at__gt=TERMS["handed_over"].before(at)
    )
    if not actor.can(DIVIDE):
        rows = rows.filter(by_id=actor.id)
    hold_all(actor, chain.from_iterable(rows.values_list("candidate_ids", flat=True)))
    found = list(rows.select_for_update().order_by("id"))
    if not found:
        raise NotVisible()
    if not any(row.has_giver for row in found):
        raise GiverIsErased()
    count = 0
    for row in found:
        if row.undone_at is None and row.to_id is not None and row.has_giver:
            back = take_back_hand_over(
                actor=actor,
                at=at,
                candidate_ids=row.candidate_ids,
                from_id=row.to_id,
                to_id=row.of_id,
                transfer_id=row.pk,
            )
            count += len(back)
    tell(count=count)
    return count


@command(about="candidates")
def note_received(*, actor: Actor, at: datetime, transfer_ids: Collection[UUID]) -> int:
    """The actor read whom colleagues handed over these times: what came in since is unread still. Returns how many times that
    was."""
    actor.require("edit_candidates")
    own = Transfer.objects.filter(organisation_id=actor.organisation_id, to_id=actor.id)
    count = own.filter(pk__in=transfer_ids, seen_at=None, undone_at=None).update(seen_at=at)
    tell(count=count)
    return count


@erases("handed_over", "candidates.Transfer")
@command(about="candidates")
def forget_transfers(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Take away at most `most` lines of who went from whom to whom, once these cannot be taken back any more."""
    actor.require("forget")
    old = Transfer.objects.filter(made_at__lte=TERMS["handed_over"].before(at)).order_by("made_at", "id")
    count = let_go(old, most)
    tell(count=count)
    return count


def _loads(actor: Actor, to_ids: Collection[UUID]) -> dict[UUID, int]:
    rows = Candidate.objects.filter(
        organisation_id=actor.organisation_id, assigned_to_id__in=to_ids, left_at=None
    )
    counts = dict(rows.order_by().values_list("assigned_to_id").annotate(number=Count("pk")))
    return {key: counts.get(key, 0) for key in to_ids}
