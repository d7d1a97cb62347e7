"""Two rows of one firm, or of one person at a firm, become one, for a while to be undone; or they are two, and nobody asks
again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit import likeness
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.merging import merge_rows, take_apart_rows
from werktop.audit.merging.choosing import chosen_facts
from werktop.audit.merging.holding import held_to_take_apart, held_two, tell_two_apart
from werktop.audit.versions import refuse_changed
from werktop.employers.models import Employer, Entrepreneur
from werktop.employers.queries.comparing import CHOSEN, firm_pairs_in, person_pairs_in, said_by_both
from werktop.post.readdressing import let_messages_follow


@command(about="employer")
def merge_employers(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    other_id: UUID,
    choices: Mapping[str, str] | None = None,
    version: str = "",
) -> None:
    """The firm `other_id` becomes part of `employer_id`, both of the own organisation: its people, work, visits and gatherings
    go over. `choices` says of what differs whether it is kept or of the other (`queries.compared`). Refuses `MergedAlready`,
    `CannotMerge` where a room says why, and `ChangedMeanwhile` where somebody changed what `version` saw."""
    actor.require("edit_employers")
    kept, lost = held_two(_of(actor, Employer), employer_id, other_id)
    facts = _facts("employer", kept, lost, choices, version)
    facts["created_at"] = min(kept.created_at, lost.created_at)
    _merge("employer", kept, lost, facts, actor, at)


@command(about="entrepreneur")
def merge_entrepreneurs(
    *,
    actor: Actor,
    at: datetime,
    entrepreneur_id: UUID,
    other_id: UUID,
    choices: Mapping[str, str] | None = None,
    version: str = "",
) -> int:
    """The same of two rows of one person at firms of the own organisation; the kept row stays at its firm. Returns how many
    links open nothing any more."""
    actor.require("edit_employers")
    kept, lost = held_two(_of(actor, Entrepreneur), entrepreneur_id, other_id)
    facts = _facts("entrepreneur", kept, lost, choices, version)
    # who wants no invitations in one of both wants none
    facts["is_active"] = kept.is_active and lost.is_active
    had = ((kept.email, kept.phone), (lost.email, lost.phone))
    _merge("entrepreneur", kept, lost, facts, actor, at)
    return sum(
        let_messages_follow(actor=actor, at=at, to_kind="entrepreneur", person=kept, had=reached)
        for reached in dict.fromkeys(had)
    )


@command(about="employer")
def take_apart_employers(*, actor: Actor, at: datetime, employer_id: UUID, merge_id: UUID) -> UUID:
    """What `merge_employers` did is undone. What was noted since stays with the kept firm. Returns the key of the firm that is
    back; refuses a `CannotTakeApart`."""
    kept, merge = _held(actor, Employer, employer_id, merge_id)
    return UUID(str(_take_apart("employer", kept, merge, at).pk))


@command(about="entrepreneur")
def take_apart_entrepreneurs(*, actor: Actor, at: datetime, entrepreneur_id: UUID, merge_id: UUID) -> UUID:
    """The same of two rows of one person; messages that wait go to where each of them is."""
    kept, merge = _held(actor, Entrepreneur, entrepreneur_id, merge_id)
    had = (kept.email, kept.phone)
    back = _take_apart("entrepreneur", kept, merge, at)
    for person in (kept, back):
        let_messages_follow(actor=actor, at=at, to_kind="entrepreneur", person=person, had=had)
    return UUID(str(back.pk))


@command(about="employer")
def tell_employers_apart(
    *, actor: Actor, at: datetime, employer_id: UUID, other_id: UUID, is_apart: bool = True
) -> None:
    """These are two firms, and nobody asks again; or (`is_apart` no) one may look again."""
    _tell_apart(actor, at, Employer, employer_id, other_id, is_apart)


@command(about="entrepreneur")
def tell_entrepreneurs_apart(
    *, actor: Actor, at: datetime, entrepreneur_id: UUID, other_id: UUID, is_apart: bool = True
) -> None:
    """These are two people, and nobody asks again; or (`is_apart` no) one may look again."""
    _tell_apart(actor, at, Entrepreneur, entrepreneur_id, other_id, is_apart)


@command(about="employers")
def look_for_double_firms(*, actor: Actor, at: datetime, organisation_id: UUID) -> int:
    """Compare all firms of an organisation, and their people. Returns how many pairs there are to look at."""
    actor.require("forget")  # the software itself
    count = likeness.keep_pairs("employer", organisation_id, firm_pairs_in, at)
    count += likeness.keep_pairs("entrepreneur", organisation_id, person_pairs_in, at)
    tell(count=count)
    return count


def _of(actor: Actor, model: Any) -> Any:
    """The rows of the actor's organisation."""
    path = "organisation_id" if model is Employer else "employer__organisation_id"
    return model.objects.filter(**{path: actor.organisation_id})


def _facts(
    kind: str, kept: Any, lost: Any, choices: Mapping[str, str] | None, version: str
) -> dict[str, Any]:
    if version:
        refuse_changed(version, said_by_both(kind, kept, lost))
    return chosen_facts(CHOSEN[kind], kept, lost, choices or {})


def _merge(kind: str, kept: Any, lost: Any, facts: dict[str, Any], actor: Actor, at: datetime) -> None:
    together = [fields for _words, fields in CHOSEN[kind].values()]
    merge_rows(kept=kept, lost=lost, facts=facts, together=together, actor=actor, at=at)
    tell(other=str(lost.pk))


def _held(actor: Actor, model: Any, key: UUID, merge_id: UUID) -> tuple[Any, Any]:
    actor.require("edit_employers")
    return held_to_take_apart(_of(actor, model), key, merge_id)


def _take_apart(kind: str, kept: Any, merge: Any, at: datetime) -> Any:
    words = {field: words for words, fields in CHOSEN[kind].values() for field in fields}
    back = take_apart_rows(kept=kept, merge=merge, at=at, words=words)
    tell(other=str(back.pk))
    return back


def _tell_apart(actor: Actor, at: datetime, model: Any, key: UUID, other_id: UUID, is_apart: bool) -> None:
    actor.require("edit_employers")
    tell_two_apart(actor, at, _of(actor, model), key, [other_id], is_apart=is_apart)
