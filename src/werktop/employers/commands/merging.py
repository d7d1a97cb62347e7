"""Two rows of one firm, or of one person at a firm, become one, for a while to be undone; or they are two, and nobody asks
again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.audit import likeness
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import hold_around
from werktop.audit.merging import merge_rows, merge_to_undo, stands_for, take_apart_rows
from werktop.audit.refusals import NotVisible, Refusal
from werktop.employers.models import Employer, Entrepreneur
from werktop.employers.queries.comparing import CHOSEN, firm_pairs_in, person_pairs_in
from werktop.post.readdressing import let_messages_follow


class MergedAlready(Refusal):
    text = _("Deze twee zijn al samengevoegd.")


@command(about="employer")
def merge_employers(
    *, actor: Actor, at: datetime, employer_id: UUID, other_id: UUID, choices: Mapping[str, str] | None = None
) -> None:
    """The firm `other_id` becomes part of `employer_id`, both of the own organisation: its people, work, visits and gatherings
    go over. `choices` says of what differs whether it is kept or of the other (`queries.compared`). Refuses `MergedAlready`, and
    `CannotMerge` where a room says why."""
    actor.require("edit_employers")
    kept, lost = _both(actor, "employer", Employer, employer_id, other_id)
    facts = _facts("employer", kept, lost, choices or {})
    facts["created_at"] = min(kept.created_at, lost.created_at)
    merge_rows(kept=kept, lost=lost, facts=facts, actor=actor, at=at)
    tell(other=str(other_id))


@command(about="entrepreneur")
def merge_entrepreneurs(
    *,
    actor: Actor,
    at: datetime,
    entrepreneur_id: UUID,
    other_id: UUID,
    choices: Mapping[str, str] | None = None,
) -> int:
    """The same of two rows of one person at firms of the own organisation; the kept row stays at its firm. Returns how many
    links open nothing any more."""
    actor.require("edit_employers")
    kept, lost = _both(actor, "entrepreneur", Entrepreneur, entrepreneur_id, other_id)
    facts = _facts("entrepreneur", kept, lost, choices or {}) | {
        "is_active": kept.is_active or lost.is_active
    }
    had = ((kept.email, kept.phone), (lost.email, lost.phone))
    merge_rows(kept=kept, lost=lost, facts=facts, actor=actor, at=at)
    tell(other=str(other_id))
    return sum(
        let_messages_follow(actor=actor, at=at, to_kind="entrepreneur", person=kept, had=reached)
        for reached in dict.fromkeys(had)
    )


@command(about="employer")
def take_apart_employers(*, actor: Actor, at: datetime, employer_id: UUID, merge_id: UUID) -> UUID:
    """What `merge_employers` did is undone. What was noted since stays with the kept firm. Returns the key of the firm that is
    back; refuses a `CannotTakeApart`."""
    return _take_apart(actor, at, "employer", Employer, employer_id, merge_id)


@command(about="entrepreneur")
def take_apart_entrepreneurs(*, actor: Actor, at: datetime, entrepreneur_id: UUID, merge_id: UUID) -> UUID:
    """The same of two rows of one person."""
    return _take_apart(actor, at, "entrepreneur", Entrepreneur, entrepreneur_id, merge_id)


@command(about="employer")
def tell_employers_apart(
    *, actor: Actor, at: datetime, employer_id: UUID, other_id: UUID, is_apart: bool = True
) -> None:
    """These are two firms, and nobody asks again; or (`is_apart` no) one may look again."""
    _tell_apart(actor, at, "employer", Employer, employer_id, other_id, is_apart)


@command(about="entrepreneur")
def tell_entrepreneurs_apart(
    *, actor: Actor, at: datetime, entrepreneur_id: UUID, other_id: UUID, is_apart: bool = True
) -> None:
    """These are two people, and nobody asks again; or (`is_apart` no) one may look again."""
    _tell_apart(actor, at, "entrepreneur", Entrepreneur, entrepreneur_id, other_id, is_apart)


@command(about="employers")
def look_for_double_firms(*, actor: Actor, at: datetime, organisation_id: UUID) -> int:
    """Compare all firms of an organisation, and their people. Returns how many pairs there are to look at."""
    actor.require("forget")  # the software itself
    count = likeness.keep_pairs("employer", organisation_id, firm_pairs_in(organisation_id), at)
    count += likeness.keep_pairs("entrepreneur", organisation_id, person_pairs_in(organisation_id), at)
    tell(count=count)
    return count


def _own(actor: Actor, model: Any, keys: list[UUID]) -> dict[UUID, Any]:
    """These rows of the actor's organisation, locked in one order whoever asks."""
    path = "organisation_id" if model is Employer else "employer__organisation_id"
    rows = model.objects.select_for_update(of=("self",)).filter(pk__in=keys, **{path: actor.organisation_id})
    return {row.pk: row for row in rows.order_by("id")}


def _both(actor: Actor, kind: str, model: Any, key: UUID, other_id: UUID) -> tuple[Any, Any]:
    if key == other_id:
        raise NotVisible()
    hold_around(model._meta.label, sorted((key, other_id)))
    found = _own(actor, model, [key, other_id])
    if len(found) == 2:
        return found[key], found[other_id]
    if found and stands_for(kind, other_id if key in found else key) in found:
        raise MergedAlready()
    raise NotVisible()


def _facts(kind: str, kept: Any, lost: Any, choices: Mapping[str, str]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, (_words, fields) in CHOSEN[kind].items():
        is_empty = not any(getattr(kept, field) for field in fields)
        source = lost if is_empty or choices.get(name) == "other" else kept
        facts |= {field: getattr(source, field) for field in fields}
    return facts


def _take_apart(actor: Actor, at: datetime, kind: str, model: Any, key: UUID, merge_id: UUID) -> UUID:
    actor.require("edit_employers")
    hold_around(model._meta.label, [key])
    kept = _own(actor, model, [key]).get(key)
    merge = merge_to_undo(kind, key, merge_id)
    if kept is None or merge is None:
        raise NotVisible()
    back = take_apart_rows(kept=kept, merge=merge, at=at)
    tell(other=str(back.pk))
    return UUID(str(back.pk))


def _tell_apart(
    actor: Actor, at: datetime, kind: str, model: Any, key: UUID, other_id: UUID, is_apart: bool
) -> None:
    actor.require("edit_employers")
    if len(_own(actor, model, [key, other_id])) != 2 or actor.organisation_id is None:
        raise NotVisible()
    if not is_apart:
        likeness.look_again(key, other_id)
        return
    likeness.tell_apart(kind, actor.organisation_id, [(key, other_id)], actor=actor, at=at)
