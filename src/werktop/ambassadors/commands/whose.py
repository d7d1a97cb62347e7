"""Who may note something of an entrepreneur, a candidate: held, and else `NotVisible`."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from werktop.ambassadors.refusals import NothingSaid
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.employers import queries as employers

R = TypeVar("R", bound=models.Model)


def entrepreneur_of(actor: Actor, entrepreneur_id: UUID) -> Any:
    """The entrepreneur with the firm, held: for that entrepreneur on the own page, and for who answers for the firm."""
    employers.hold_entrepreneurs([entrepreneur_id])
    person = employers.entrepreneurs_by_id([entrepreneur_id]).get(entrepreneur_id)
    if person is None:
        raise NotVisible()
    if is_self(actor, entrepreneur_id) or actor.kind == "system":
        return person
    actor.require("edit_employers")
    if not employers.can_edit(actor, person.employer):
        raise NotVisible()
    return person


def is_self(actor: Actor, entrepreneur_id: UUID) -> bool:
    """Whether it is the entrepreneur who does this."""
    return (actor.kind, actor.id) == ("entrepreneur", entrepreneur_id)


def account_of(actor: Actor) -> UUID | None:
    """The colleague who does this, or who is stood in for; nobody where it is no colleague."""
    return (actor.acts_for or actor.id) if actor.kind == "staff" else None


def said(words: str, limit: int, *, field: str = "", is_needed: bool = False) -> str:
    """Words as they are kept. `NothingSaid` where none are left and some are needed."""
    found = words.replace("\x00", "").replace("\r\n", "\n").strip()[:limit]
    if is_needed and not found:
        raise NothingSaid(field=field)
    return found


def row_to_edit(actor: Actor, model: type[R], key: UUID) -> R:
    """A row of this room that the actor's organisation answers for, locked; else `NotVisible`."""
    actor.require("edit_employers")
    found = model._base_manager.select_for_update().filter(pk=key)
    if actor.kind != "system":
        found = found.filter(organisation_id=actor.organisation_id)
    row = found.first()
    if row is None:
        raise NotVisible()
    return row
