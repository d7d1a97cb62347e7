"""What is agreed with a firm and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.kept import earlier
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.employers.models import (
    KINDS,
    PEOPLE,
    AboutFirm,
    Covenant,
    Employer,
    Fulfilment,
    SocialReturn,
)

from .listing import SOON

ORDERS = {
    "establishment": ("place", "name", "id"),
    "training": ("trained_date", "id"),
    "expectation": ("agreed_date", "id"),
    "covenant": ("-signed_date", "-id"),
    "social_return": ("until_date", "id"),
    "fulfilment": ("-done_date", "-id"),
    "step": ("done_date", "by_date", "noted_at", "id"),
    "story": ("-yes_date", "-id"),
}


@dataclass(frozen=True)
class Promise:
    """A social return with what was `done` of it: rows, the last first, and how much in all."""

    row: SocialReturn
    done: list[Fulfilment]

    @property
    def amount(self) -> int:
        """How much was done."""
        return sum(each.amount for each in self.done)

    @property
    def left(self) -> int:
        """How much is still to do."""
        return max(0, self.row.promised - self.amount)


def rows_about(viewer: Actor, employer: Employer, kind: str) -> list[Any]:
    """The rows of this kind that count, in order, each with whom of the firm it names. One query."""
    if not viewer.can("see_employers"):
        return []
    rows = KINDS[kind]._default_manager.filter(employer=employer, removed_at=None)
    if kind in PEOPLE:
        rows = rows.select_related(PEOPLE[kind])
    return list(rows.order_by(*ORDERS[kind]))


def relation_of(viewer: Actor, employer: Employer) -> dict[str, list[Any]]:
    """All that counts, by kind: a query for each kind. "promise" has the social returns with what was done of them."""
    found = {kind: rows_about(viewer, employer, kind) for kind in KINDS}
    found["promise"] = [
        Promise(row, [each for each in found["fulfilment"] if each.social_return_id == row.pk])
        for row in found["social_return"]
    ]
    return found


def row_about(viewer: Actor, employer: Employer, kind: str, row_id: UUID) -> Any:
    """One row of this kind of this employer, also one that was put aside; else `NotVisible`."""
    if kind not in KINDS or not viewer.can("see_employers"):
        raise NotVisible()
    rows = KINDS[kind]._default_manager.filter(pk=row_id, employer=employer)
    row = (rows.select_related(PEOPLE[kind]) if kind in PEOPLE else rows).first()
    if row is None:
        raise NotVisible()
    return row


def said_by(row: AboutFirm) -> dict[str, Any]:
    """What a row says, with the keys of whom and what it points at."""
    pointing = [
        each.attname
        for each in row._meta.concrete_fields
        if each.is_relation and each.name not in ("employer", "organisation", "region", "noted_by")
    ]
    return {name: getattr(row, name) for name in (*row.SAYS, *pointing)}


def said_version(row: AboutFirm) -> str:
    """The version that a form carries, for `note_relation`."""
    return version_of(said_by(row))


def said_before(row: AboutFirm) -> list[tuple[str, str]]:
    """What stood in a row before, the last first: (what it is, what was kept until when). One query."""
    return earlier(type(row), [row.pk], row.SAYS).get(row.pk, [])[::-1]


def facts_before(employer: Employer, names: dict[str, Any]) -> list[tuple[str, str]]:
    """What stood in these fields of a firm before, the last first. One query."""
    return earlier(Employer, [employer.pk], names).get(employer.pk, [])[::-1]


def covenants_ending(viewer: Actor, today: date) -> int:
    """How many covenants end within two months (`SOON`) at firms of which the viewer is the contact person. One query."""
    if viewer.id is None or not viewer.can("edit_employers"):
        return 0
    ending = Covenant.objects.filter(
        region_id=viewer.region_id, until_date__range=(today, today + SOON), removed_at=None
    )
    mine = {"employer__contact_people__account_id": viewer.id, "employer__contact_people__until_date": None}
    return ending.filter(**mine).count()
