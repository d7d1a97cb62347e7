"""Whose candidates are whose: a colleague leaves or changes work, and another goes on with the people."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.keys import new_key
from werktop.candidates.along import take_along
from werktop.candidates.models import Candidate, Transfer
from werktop.candidates.queries.caseloads import DIVIDE

from .doing import go_along
from .refusals import ColleagueIsElsewhere
from .taken_over import note_taken_over


@command(about="candidates")
def hand_over_candidates(
    *,
    actor: Actor,
    at: datetime,
    from_id: UUID | None,
    to_id: UUID,
    candidate_ids: Collection[UUID] | None = None,
    why: str = "",
    batch_id: UUID | None = None,
) -> list[UUID]:
    """These candidates of the own organisation (None: all who are listed) go from one colleague (None: from nobody) to a
    relationship manager of it, and what runs with them goes along. Who is not with `from_id` any more, since somebody was
    quicker, stays where they are. It is no contact: terms run on.
    Who gets them reads it on Today, with `why` (one of `TransferWhy`); what is done at once shares `batch_id`.
    Returns the keys of who went over. Refuses `ColleagueIsElsewhere`, also where that is who had them."""
    may_hand_over(actor)
    if (
        to_id == from_id
        or not accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER).filter(pk=to_id).exists()
    ):
        raise ColleagueIsElsewhere(field="to_id")
    keys = _give(actor, at, candidate_ids, from_id, to_id)
    if keys and actor.kind == "staff":
        Transfer.objects.create(
            organisation_id=actor.organisation_id,
            batch_id=batch_id or new_key(),
            by_id=actor.id,
            of_id=from_id,
            is_of_nobody=from_id is None,
            to_id=to_id,
            why=why,
            candidate_ids=keys,
            made_at=at,
            seen_at=at if to_id == actor.id else None,
        )
    return keys


@command(about="candidates")
def take_back_hand_over(
    *,
    actor: Actor,
    at: datetime,
    candidate_ids: Collection[UUID],
    from_id: UUID,
    to_id: UUID | None,
    transfer_id: UUID | None = None,
) -> list[UUID]:
    """What `hand_over_candidates` did was a mistake: who is still with `from_id` goes back to `to_id`, also where that
    colleague has left, or to nobody, with what went along. It was the hand-over `transfer_id`, or (None) the last of each; what
    went over another time can be taken back still. Returns the keys of who went back. `NotVisible` for who never worked here."""
    may_hand_over(actor)
    if to_id is not None:
        accounts.colleague_for(actor, to_id)
    went = _give(actor, at, candidate_ids, from_id, to_id, is_back=True)
    rows = Transfer.objects.filter(
        organisation_id=actor.organisation_id, of_id=to_id, to_id=from_id, undone_at=None
    )
    # who did not go back now may have come by a hand-over of before, which can be taken back still
    undone = [transfer_id] if transfer_id else _last_of_each(rows, went)
    rows.filter(pk__in=undone).update(undone_at=at)
    return went


@command(about="candidates")
def assign_candidates(
    *, actor: Actor, at: datetime, candidate_ids: Collection[UUID], to_id: UUID
) -> dict[str, list[UUID]]:
    """These candidates of the own organisation go to a relationship manager of it, from whomever they are with or from nobody,
    each as `hand_over_candidates` has it. Who is with that colleague already, or has stopped, stays as they are.
    Returns the keys of who went by whom they were with ("": nobody). Refuses `ColleagueIsElsewhere`."""
    actor.require("edit_candidates")
    asked = Candidate.objects.filter(
        organisation_id=actor.organisation_id, pk__in=candidate_ids, left_at=None
    )
    went: dict[str, list[UUID]] = {}
    batch_id = new_key()
    # all are held at once and in order: two who give at the same time do not wait for each other in a circle
    for key, from_id in asked.select_for_update().order_by("id").values_list("pk", "assigned_to_id"):
        if from_id != to_id:
            went.setdefault(str(from_id or ""), []).append(key)
    for from_word, keys in went.items():
        hand_over_candidates(
            actor=actor,
            at=at,
            from_id=_account(from_word),
            to_id=to_id,
            candidate_ids=keys,
            batch_id=batch_id,
        )
    tell(count=sum(map(len, went.values())))
    return went


@command(about="candidates")
def take_back_assignment(*, actor: Actor, at: datetime, went: dict[str, list[UUID]], from_id: UUID) -> int:
    """What `assign_candidates` did was a mistake: of those who `went`, who is still with `from_id` goes back to whom they were
    with. Returns how many did."""
    actor.require("edit_candidates")
    hold_all(actor, (key for keys in went.values() for key in keys))
    back = [
        take_back_hand_over(actor=actor, at=at, candidate_ids=keys, from_id=from_id, to_id=_account(word))
        for word, keys in went.items()
    ]
    tell(count=sum(map(len, back)))
    return sum(map(len, back))


def may_hand_over(actor: Actor) -> None:
    """Pass silently for who works with candidates, and for who leads the team and opens no file; else `NotAllowed`."""
    if not actor.can(DIVIDE):
        actor.require("edit_candidates")


def hold_all(actor: Actor, candidate_ids: Iterable[UUID]) -> None:
    """Wait for who works with these candidates of the own organisation, all at once and in order, before the hand-overs that
    brought them: so two who take back at the same time do not wait for each other in a circle."""
    own = Candidate.objects.filter(organisation_id=actor.organisation_id, pk__in=list(candidate_ids))
    list(own.select_for_update().order_by("id").values_list("pk"))


def _last_of_each(rows: QuerySet[Transfer], candidate_ids: Collection[UUID]) -> list[UUID]:
    """The hand-overs by which each of these candidates went over last."""
    found, todo = [], set(candidate_ids)
    for row in rows.filter(candidate_ids__overlap=list(candidate_ids)).order_by("-made_at", "-id"):
        if todo & set(row.candidate_ids):
            found.append(row.pk)
            todo -= set(row.candidate_ids)
    return found


def _account(word: str) -> UUID | None:
    return UUID(word) if word else None


def _give(
    actor: Actor,
    at: datetime,
    candidate_ids: Collection[UUID] | None,
    from_id: UUID | None,
    to_id: UUID | None,
    *,
    is_back: bool = False,
) -> list[UUID]:
    rows = Candidate.objects.filter(organisation_id=actor.organisation_id, assigned_to_id=from_id)
    rows = rows.filter(left_at=None) if candidate_ids is None else rows.filter(pk__in=candidate_ids)
    held = list(rows.select_for_update(of=("self",)).select_related("assigned_to").order_by("id"))
    keys = [row.pk for row in held]
    note_taken_over(actor, at, held)
    Candidate.objects.filter(pk__in=keys).update(assigned_to_id=to_id)
    go_along(keys, from_id)
    take_along(keys, from_id, to_id, is_back=is_back)
    tell(count=len(keys))
    return keys
