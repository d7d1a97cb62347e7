"""Who never heard of an appointment whose hour has come, since the message did not arrive in time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.post import queries as post

from .own_talk import GUESTS
from .talks import Talk


def who_never_heard(talks: Collection[Talk], at: datetime) -> dict[UUID, list[Any]]:
    """Of these talks those that have begun and to whose people, by the key of the talk, the message did not arrive, and
    whom nobody called. One query at most, however many talks; the caller has checked who asks."""
    begun = [talk for talk in talks if talk.row.is_sent and talk.row.starts_at and talk.row.starts_at <= at]
    if not begun:
        return {}
    missed = post.not_reached(
        about_kind="follow_up", about_ids=[talk.row.pk for talk in begun], purpose="follow_up"
    )
    found = {}
    for talk in begun:
        row, people = talk.row, {side: getattr(talk, side) for side in GUESTS}
        silent = [
            person
            for side, person in people.items()
            if (row.pk, side, person.pk) in missed and getattr(row, f"called_{side}_at") is None
        ]
        if silent:
            found[row.pk] = silent
    return found
