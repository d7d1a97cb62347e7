"""Who can have an own page, without an account: rooms that hold people say in their `ready` who is at an e-mail address. This
room stays below, and knows a person as (kind, key)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible

At = Callable[[str], list[Any]]
_AT: dict[str, At] = {}
Hold = Callable[[Actor, UUID], None]
_TIED_BY: dict[str, Hold] = {}


def found_at(kind: str, at: At) -> None:
    """Have `at(address)` asked for people of this kind with this e-mail address, as `post.recipients.recipient_of` takes them,
    with `organisation_id` and `region_id`."""
    _AT[kind] = at


def people_at(address: str) -> list[tuple[str, Any]]:
    """Everybody with this e-mail address, with the kind, in order of their keys."""
    found = [(kind, person) for kind, at in _AT.items() for person in at(address)]
    return sorted(found, key=lambda each: each[1].pk)


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
