"""Whose next step it is: a colleague who works for the candidate's own organisation now, or nobody by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from werktop.accounts import queries as accounts

from ..models import NextStep

Colleagues = set[tuple[UUID, UUID]]
"""Pairs of an account and an organisation where it works."""


def who_are_there(organisation_ids: Collection[UUID]) -> Colleagues:
    """Who may take a next step in these organisations now. One query."""
    return accounts.who_may("arrange_follow_ups", organisation_ids)


def owners_for(people: Collection[Any], *others: UUID | None) -> dict[UUID, UUID | None]:
    """Per candidate the colleague whose next step it is: who has the candidate, else the first of `others`, of those
    who work for the candidate's organisation now. None: it is of all who arrange talks there. One query."""
    there = who_are_there({person.organisation_id for person in people})
    return {
        person.pk: next(
            (
                key
                for key in (person.assigned_to_id, *others)
                if key and (key, person.organisation_id) in there
            ),
            None,
        )
        for person in people
    }


def without_owner(steps: Iterable[NextStep]) -> list[NextStep]:
    """Of these steps those that nobody has who works for the candidate's organisation now. One query."""
    rows = list(steps)
    there = who_are_there({row.organisation_id for row in rows})
    return [row for row in rows if (row.owner_id, row.organisation_id) not in there]
