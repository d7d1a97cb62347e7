"""Who can have an own page, without an account: rooms that hold people say in their `ready` who is at an e-mail address. This
room stays below, and knows a person as (kind, key)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeGuard
from uuid import UUID

from django.apps import apps

from werktop.audit.actors import Actor
from werktop.audit.merging import KINDS
from werktop.audit.refusals import NotVisible
from werktop.post.recipients import person_of

At = Callable[[str], list[Any]]
_AT: dict[str, At] = {}
Hold = Callable[[Actor, UUID], None]
_TIED_BY: dict[str, Hold] = {}


def found_at(kind: str, at: At) -> None:
    """Have `at(address)` asked for people of this kind with this e-mail address, as `post.recipients.recipient_of` takes them,
    with `organisation_id` and `region_id`."""
    _AT[kind] = at


def people_at(address: str) -> list[tuple[str, Any]]:
    """Everybody with this e-mail address, with the kind, in order of their keys; who takes part no more is not in it."""
    found = [(kind, person) for kind, at in _AT.items() for person in at(address) if takes_part(person)]
    return sorted(found, key=lambda each: each[1].pk)


def takes_part(person: Any | None) -> TypeGuard[Any]:
    """Whether this person is there and takes part: who stopped has no own page. Rooms whose people can stop say so in
    `is_active`."""
    return person is not None and getattr(person, "is_active", True)


def tied_by(kind: str, hold: Hold) -> None:
    """Have `hold(actor, key)` called in the commands with which a colleague ties a strong login to a person of this kind, or ends
    the tie. It holds the person, and refuses who does not work with this person."""
    _TIED_BY[kind] = hold


def hold_who_is_tied(actor: Actor, kind: str, key: UUID) -> None:
    """The person is held until the transaction ends, and the actor works with this person; `NotVisible` of a kind that nobody
    ties, and what the person's room refuses."""
    if kind not in _TIED_BY:
        raise NotVisible()
    _TIED_BY[kind](actor, key)


def held_person(kind: str, key: UUID) -> Any | None:
    """This person as it is now, locked: nobody erases or merges whose way to the own page is being opened. None of who is there no
    more. Call it before anything of this room is locked, as a merge does."""
    for label in [label for label, of in KINDS.items() if of == kind]:
        rows = apps.get_model(label)._base_manager.select_for_update(no_key=True)
        list(rows.filter(pk=key).values_list("pk"))
    return person_of(kind, key)
