"""Clubs and parks, and which firms belong there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from werktop.ambassadors.models import Club, ClubKind, ClubMember
from werktop.ambassadors.queries.clubs import club_facts
from werktop.ambassadors.refusals import CannotBeReached, ClubIsHereAlready, NoFirmChosen, NoName
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import erase
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import refuse_changed
from werktop.employers import queries as employers
from werktop.post import reach
from werktop.regions import queries as regions

from .whose import row_to_edit, said

LONGEST = {"name": 120, "place": 80, "contact_name": 120, "contact_email": 254, "words": 300}


@command(about="club")
def add_club(*, actor: Actor, at: datetime, organisation_id: UUID | None = None, **facts: Any) -> UUID:
    """A club or a park of the region, which the actor's organisation answers for. `facts` are fields of `Club` that its form asks.
    Refuses `NoName`, `CannotBeReached`, `ClubIsHereAlready`."""
    actor.require("edit_employers")
    whose = organisation_id if actor.kind == "system" else actor.organisation_id
    if whose is None:
        raise NotVisible()
    organisation = regions.organisation_by_id(whose)
    with _one_per_name():
        row = Club.objects.create(
            organisation=organisation, region_id=organisation.region_id, made_at=at, **_tidied(facts)
        )
    return row.pk


@command(about="club")
def change_club(*, actor: Actor, at: datetime, club_id: UUID, version: str = "", **facts: Any) -> None:
    """Put right what is known of it. `ChangedMeanwhile` where somebody else changed what `version` saw."""
    row = row_to_edit(actor, Club, club_id)
    if version:
        refuse_changed(version, club_facts(row))
    for name, value in _tidied({"name": row.name, **facts}).items():
        setattr(row, name, value)
    with _one_per_name():
        row.save()


@command(about="club")
def remove_club(*, actor: Actor, at: datetime, club_id: UUID) -> None:
    """It is there no more: the row goes, with who belonged to it. The firms stay."""
    erase(row_to_edit(actor, Club, club_id))


@command(about="club")
def add_club_member(*, actor: Actor, at: datetime, club_id: UUID, employer_id: UUID) -> None:
    """A firm of the region belongs there. Saying it again changes nothing. `NoFirmChosen` where it is no firm here."""
    row = row_to_edit(actor, Club, club_id)
    if row.region_id not in {each.region_id for each in employers.employers_by_id([employer_id]).values()}:
        raise NoFirmChosen(field="employer_id")
    ClubMember.objects.get_or_create(club=row, employer_id=employer_id, defaults={"noted_at": at})


@command(about="club")
def remove_club_member(*, actor: Actor, at: datetime, club_id: UUID, employer_id: UUID) -> None:
    """A firm belongs there no more, or never did."""
    row_to_edit(actor, Club, club_id).members.filter(employer_id=employer_id).delete()


def _tidied(facts: dict[str, Any]) -> dict[str, Any]:
    tidy = {
        name: said(value, LONGEST.get(name, 120)) if isinstance(value, str) else value
        for name, value in facts.items()
    }
    if not tidy.get("name"):
        raise NoName(field="name")
    if tidy.get("kind", ClubKind.CLUB) not in ClubKind.values:
        del tidy["kind"]
    if tidy.get("contact_email") and not reach.email_in(tidy["contact_email"]):
        raise CannotBeReached(field="contact_email")
    if tidy.get("contact_phone"):
        phone = reach.phone_in(tidy["contact_phone"])
        if phone.state == "odd":
            raise CannotBeReached(field="contact_phone")
        tidy["contact_phone"] = phone.number[:20]
    return tidy


@contextmanager
def _one_per_name() -> Iterator[None]:
    """The database decides, also between two colleagues at the same moment; its no becomes words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        if "one_club_per_name_in_a_region" in str(fault):
            raise ClubIsHereAlready(field="name") from fault
        raise
