"""When the firms of a region joined, and who brought them in: what the picture of the network is drawn from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.employers.models import Employer

from .visible import employers_in_region


class Joined(NamedTuple):
    """A firm; `brought_by_id` is the entrepreneur who brought it in, of the firm `bringer_firm_id`."""

    employer_id: UUID
    name: str
    sector: str
    organisation_id: UUID
    joined_date: date | None
    brought_by_id: UUID | None
    first_name: str | None
    last_name: str | None
    bringer_firm_id: UUID | None


def joined_in_region(viewer: Actor) -> list[Joined]:
    """All firms of the viewer's region, also those of which no day is known. One query, plain rows."""
    return joined_of(employers_in_region(viewer))


def joined_in(region_id: UUID) -> list[Joined]:
    """The same of a region, for rooms above that have decided who may see it."""
    return joined_of(Employer.objects.filter(region_id=region_id))


def joined_of(firms: object) -> list[Joined]:
    """The same of these firms."""
    rows = firms.order_by().values_list(  # type: ignore[attr-defined]
        "id",
        "name",
        "sector",
        "organisation_id",
        "joinings__joined_date",
        "joinings__brought_by_id",
        "joinings__brought_by__first_name",
        "joinings__brought_by__last_name",
        "joinings__brought_by__employer_id",
    )
    return [Joined(*row) for row in rows]
