"""Who can have an own page, without an account: rooms that hold people say in their `ready` who is at an e-mail address. This
room stays below, and knows a person as (kind, key)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

At = Callable[[str], list[Any]]
_AT: dict[str, At] = {}


def found_at(kind: str, at: At) -> None:
    """Have `at(address)` asked for people of this kind with this e-mail address, as `post.recipients.recipient_of` takes them,
    with `organisation_id` and `region_id`."""
    _AT[kind] = at


def people_at(address: str) -> list[tuple[str, Any]]:
    """Everybody with this e-mail address, with the kind, in order of their keys."""
    found = [(kind, person) for kind, at in _AT.items() for person in at(address)]
    return sorted(found, key=lambda each: each[1].pk)
