"""Who brought an employer in."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.employers.models import Entrepreneur, Joining

from .keeping import employer_to_edit


@command(about="employer")
def note_bringer(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    brought_by_id: UUID | None,
    instead_of_id: UUID | None = None,
    joined_date: date | None = None,
) -> None:
    """An entrepreneur of the region brought this employer in, or (None) nobody that we know of; only where it was `instead_of_id`,
    if that is given. Without a joining it joins today, or on `joined_date`. By the responsible organisation."""
    actor.require("edit_employers")
    employer = employer_to_edit(actor, employer_id)
    people = Entrepreneur.objects.filter(employer__region_id=employer.region_id)
    if brought_by_id is not None and not people.filter(pk=brought_by_id).exists():
        raise NotVisible()
    day = joined_date or timezone.localdate(at)
    joining, _is_new = Joining.objects.get_or_create(employer=employer, defaults={"joined_date": day})
    if instead_of_id is None or joining.brought_by_id == instead_of_id:
        joining.brought_by_id = brought_by_id
        joining.joined_date = joined_date or joining.joined_date
        joining.save()
