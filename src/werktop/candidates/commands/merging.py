"""Two files of one person become one, for a while to be undone; or they are of two people, and nobody asks again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.likeness import in_order, keep_pairs, note_pairs, tell_apart
from werktop.audit.merging import merge_rows, take_apart_rows
from werktop.audit.merging.choosing import chosen_facts
from werktop.audit.merging.holding import held_to_take_apart, held_two, tell_two_apart
from werktop.audit.refusals import Refusal
from werktop.audit.versions import refuse_changed
from werktop.candidates.by_law import conflicts_by_law
from werktop.candidates.merging import what_stands
from werktop.candidates.models import Candidate, Way
from werktop.candidates.queries.comparing import BOTH, CHOSEN, GUARDED_WORDS, NEEDS, said_by_both
from werktop.candidates.queries.likeness import known, pairs_in
from werktop.candidates.queries.working import can_see_needs
from werktop.post.readdressing import let_messages_follow
from werktop.regions.alike import why_alike

from .facts import channel_of
from .keeping import REACHED_BY
from .taken_over import note_taken_over

LONGEST_NOTE = 200


class NotesAreTooLong(Refusal):
    text = _(
        "Wat bij beiden over de dag genoteerd staat, past samen niet in één dossier. Kies er één, of laat wie met deze mensen "
        "werkt het eerst korter opschrijven."
    )


@command(about="candidate")
def merge_candidates(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    other_id: UUID,
    choices: Mapping[str, str] | None = None,
    version: str = "",
) -> int:
    """The file `other_id` becomes part of that of `candidate_id`, both of the own organisation: all that pointed at it goes
    over, and its history is read on the kept page. `choices` says of what differs whether it is kept, of the other or of both
    (see `queries.compared`); what is not named stays as the kept file has it, and what that does not say comes along.

    Strictest counts: who may not be shared in one of the two is not. Refuses `MergedAlready`, `NotesAreTooLong`, `CannotMerge`
    where a room says why, and `ChangedMeanwhile` where somebody changed what `version` saw. Returns how many links open nothing
    any more.
    """
    actor.require("edit_candidates")
    kept, lost = held_two(_of(actor), candidate_id, other_id)
    if version:
        refuse_changed(version, said_by_both(kept, lost))
    chosen = dict(choices or {})
    had = ((kept.email, kept.phone), (lost.email, lost.phone))
    sees_needs = can_see_needs(actor, kept, at) and can_see_needs(actor, lost, at)
    if not sees_needs:
        chosen.pop("needs", None)  # it was not on the screen: all of it is kept
    for conflict in conflicts_by_law(kept, lost):
        if not sees_needs or conflict.name not in chosen:
            chosen[conflict.name] = conflict.first
    facts = _facts(kept, lost, chosen)
    for person in (kept, lost):
        if person.assigned_to_id and person.assigned_to_id != facts["assigned_to_id"]:
            note_taken_over(actor, at, [person])
    takes = frozenset(name for name, how in chosen.items() if how == "other")
    merge_rows(
        kept=kept,
        lost=lost,
        facts=facts,
        settled=_settled(kept, lost),
        # each need is there or not by itself
        together=[fields for name, (_words, fields) in CHOSEN.items() if name != "needs"],
        actor=actor,
        at=at,
        takes=takes,
    )
    closed = 0
    for reached in dict.fromkeys(had):
        closed += let_messages_follow(actor=actor, at=at, to_kind="candidate", person=kept, had=reached)
    tell(other=str(other_id))
    return closed


@command(about="candidate")
def take_apart_candidates(*, actor: Actor, at: datetime, candidate_id: UUID, merge_id: UUID) -> UUID:
    """What `merge_candidates` did is undone: the other file is there again, as it was, with what went over from it. What was noted
    since stays with the kept file; what was said since about being shared, read and written to holds for both. Refuses a
    `CannotTakeApart`, which is `SaysOtherwise` where something that came over, or that was put together of both, was changed
    since. They are told apart by it: nobody asks again, and the list of those told apart has them. Returns the key of the file that
    is back."""
    actor.require("edit_candidates")
    kept, merge = held_to_take_apart(_of(actor), candidate_id, merge_id)
    had = (kept.email, kept.phone)
    words = {field: words for words, fields in CHOSEN.values() for field in fields}
    back = take_apart_rows(
        kept=kept,
        merge=merge,
        at=at,
        words=words | dict.fromkeys(NEEDS, GUARDED_WORDS),
        knew=what_stands(kept),
    )
    # a way that was chosen since may have been the other's
    reached = {name: getattr(kept, name) for name in REACHED_BY}
    kept.preferred_channel = channel_of(reached) or kept.preferred_channel
    kept.save(update_fields=["preferred_channel"])
    for person in (kept, back):
        let_messages_follow(actor=actor, at=at, to_kind="candidate", person=person, had=had)
    _tell_apart_anew(kept, back, actor, at)
    tell(other=str(back.pk))
    return back.pk


@command(about="candidate")
def tell_candidates_apart(
    *, actor: Actor, at: datetime, candidate_id: UUID, other_ids: Collection[UUID], is_apart: bool = True
) -> None:
    """These are other people than `candidate_id`, and nobody asks again; or (`is_apart` no) one may look again."""
    actor.require("edit_candidates")
    tell_two_apart(actor, at, _of(actor), candidate_id, other_ids, is_apart=is_apart)


@command(about="candidates")
def look_for_doubles(*, actor: Actor, at: datetime, organisation_id: UUID) -> int:
    """Compare all candidates of an organisation, so that its page of likely doubles says how it is now. Returns how many pairs
    there are to look at."""
    actor.require("forget")  # the software itself
    count = keep_pairs("candidate", organisation_id, pairs_in, at)
    tell(count=count)
    return count


def _of(actor: Actor) -> Any:
    """The candidates of the actor's organisation."""
    return Candidate.objects.filter(organisation_id=actor.organisation_id)


def _tell_apart_anew(kept: Candidate, back: Candidate, actor: Actor, at: datetime) -> None:
    """What the two have in common is kept with it, for who says later that one may look again."""
    pair = in_order(kept.pk, back.pk)
    organisation_id = kept.organisation_id
    note_pairs("candidate", organisation_id, {pair: why_alike(known(kept), known(back))}, at)
    tell_apart("candidate", organisation_id, [pair], actor=actor, at=at)


def _facts(kept: Candidate, lost: Candidate, chosen: Mapping[str, str]) -> dict[str, Any]:
    """What the kept row says from now on."""
    facts = chosen_facts(CHOSEN, kept, lost, chosen, both=BOTH, in_line=NEEDS)
    if len(facts["day_note"]) > LONGEST_NOTE:
        raise NotesAreTooLong()
    facts["preferred_channel"] = channel_of(facts) or kept.preferred_channel
    return facts | _derived(kept, lost)


def _derived(kept: Candidate, lost: Candidate) -> dict[str, Any]:
    """What nobody chooses: the strictest, the earliest of what began and the latest of what was."""

    def least(name: str) -> Any:
        return min(filter(None, (getattr(kept, name), getattr(lost, name))), default=None)

    def most(name: str) -> Any:
        return max(filter(None, (getattr(kept, name), getattr(lost, name))), default=None)

    return {
        **{name: least(name) for name in ("created_at", "informed_date", "registered_date", "reported_date")},
        **{name: most(name) for name in ("contact_at", "spoken_at", "kept_until_date")},
        "left_at": most("left_at") if kept.left_at and lost.left_at else None,
        "colleague_name": kept.colleague_name or lost.colleague_name,
    }


def _settled(kept: Candidate, lost: Candidate) -> dict[str, Any]:
    """What an undo does not put back: the room settles it then (`candidates.merging.settle_apart`)."""
    return {
        "is_shared": kept.is_shared and lost.is_shared,
        # messages to the one person go as the adjustments of both files say
        "adjusted_ways": [way for way in Way.values if way in (*kept.adjusted_ways, *lost.adjusted_ways)],
        "erase_date": None,
        "identity": kept.identity,
    }
