"""An employer joins, and is changed by the organisation that is responsible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import refuse_changed
from werktop.catalogue import queries as catalogue
from werktop.employers import sections
from werktop.employers.models import Employer, EmployerTerm, Entrepreneur, Joining
from werktop.employers.queries.listing import Filters, found_employers
from werktop.employers.queries.versions import facts_of
from werktop.regions import queries as regions

from .facts import EmployerIsHereAlready, RegisterNumberIsTaken, checked_employer, checked_person
from .people import set_known_firms
from .turns import first_contact_people


@command(about="employer")
def add_employer(
    *,
    actor: Actor,
    at: datetime,
    entrepreneur: dict[str, Any],
    term_ids: Iterable[UUID] = (),
    known_firms: Iterable[str] = (),
    joined_date: date | None = None,
    brought_by_id: UUID | None = None,
    organisation_id: UUID | None = None,
    **facts: Any,
) -> UUID:
    """A new employer of the region with its first entrepreneur, dated as joined (today where no day is given).

    `facts` are fields of `Employer` (`facts.EMPLOYER_FIELDS`, `name` is needed), `entrepreneur` those of
    `Entrepreneur` (`facts.PERSON_FIELDS`, `first_name` is needed). `known_firms` are names of firms that this
    entrepreneur would introduce someone to; `brought_by_id` the entrepreneur who brought this one in. Refuses
    `NameIsMissing`, `PostcodeIsUnknown`, `EmployerIsHereAlready`. Returns the employer's key.
    """
    actor.require("edit_employers")
    organisation = regions.organisation_by_id(own_organisation(actor, organisation_id))
    tidy, person = checked_employer(facts), checked_person(entrepreneur)
    with _one_per_name_and_postcode():
        employer = Employer.objects.create(
            organisation_id=organisation.pk, region_id=organisation.region_id, created_at=at, **tidy
        )
    _set_terms(employer, catalogue.to_note(actor, term_ids), at)
    if (
        brought_by_id
        and not Entrepreneur.objects.filter(
            pk=brought_by_id, employer__region_id=organisation.region_id
        ).exists()
    ):
        raise NotVisible()
    Joining.objects.create(
        employer=employer, joined_date=joined_date or timezone.localdate(at), brought_by_id=brought_by_id
    )
    first = Entrepreneur.objects.create(employer=employer, **person)
    set_known_firms(first, known_firms)
    first_contact_people(actor, at, employer, first)
    return employer.pk


@command(about="employer")
def change_employer(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    term_ids: Iterable[UUID] | None = None,
    joined_date: date | None = None,
    version: str = "",
    **facts: Any,
) -> None:
    """Change these facts of an employer; what is not named stays. `term_ids`, where given, are all there are.

    Only by the responsible organisation; for others `NotVisible`. Refuses as `add_employer` does, and
    `ChangedMeanwhile` where somebody else changed what `version` saw (`queries.employer_version`).
    """
    actor.require("edit_employers")
    employer = employer_to_edit(actor, employer_id)
    if version:
        refuse_changed(version, facts_of(employer))
    tidy = checked_employer(
        {"name": employer.name, **facts} | _version_beside(employer, facts) | _sector_beside(employer, facts)
    )
    for name, value in tidy.items():
        setattr(employer, name, value)
    with _one_per_name_and_postcode():
        employer.save()
    if term_ids is not None:
        _set_terms(employer, catalogue.to_note(actor, term_ids), at)
    if joined_date is not None:
        Joining.objects.update_or_create(employer=employer, defaults={"joined_date": joined_date})


@command(about="employers")
def note_list_taken(*, actor: Actor, at: datetime, filters: Filters) -> None:
    """The actor downloads the employers that fit `filters`: an audit line with how many."""
    actor.require("see_employers")
    tell(count=found_employers(actor, filters).count())


def employer_to_edit(actor: Actor, employer_id: UUID) -> Employer:
    """The employer, locked, if the actor's organisation is responsible for it; else `NotVisible`."""
    found = Employer.objects.select_for_update().filter(pk=employer_id)
    if actor.kind != "system":
        found = found.filter(organisation_id=actor.organisation_id)
    employer = found.first()
    if employer is None:
        raise NotVisible()
    return employer


def own_organisation(actor: Actor, organisation_id: UUID | None) -> UUID:
    """The organisation that a new row goes to: the actor's own, or for the software itself the one it names."""
    if organisation_id is not None and organisation_id != actor.organisation_id and actor.kind != "system":
        raise NotVisible()
    chosen = organisation_id or actor.organisation_id
    if chosen is None:
        raise NotVisible()
    return chosen


@contextmanager
def _one_per_name_and_postcode() -> Iterator[None]:
    """The database decides, also between two colleagues at the same moment; its no becomes words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        if "one_employer_per_name_and_postcode_in_a_region" in str(fault):
            raise EmployerIsHereAlready(field="name") from fault
        if "one_employer_per_register_number_in_a_region" in str(fault):
            raise RegisterNumberIsTaken(field="register_number") from fault
        raise


def _version_beside(employer: Employer, facts: dict[str, Any]) -> dict[str, Any]:
    """The version of an SBI code that is given without one: as it is where the code stays, else nobody knows."""
    if "sbi_code" not in facts or "sbi_version" in facts:
        return {}
    is_same = sections.code_in(facts["sbi_code"]) == employer.sbi_code
    return {"sbi_version": employer.sbi_version if is_same else ""}


def _sector_beside(employer: Employer, facts: dict[str, Any]) -> dict[str, Any]:
    """The sector beside an SBI code that is given: as it is, or as the code says where nobody chose one."""
    if not facts.get("sbi_code") or facts.get("sector"):
        return {}
    said = sections.section_of(sections.code_in(facts["sbi_code"]), facts.get("sbi_version", ""))
    return {"sector": employer.sector or said}


def _set_terms(employer: Employer, term_ids: list[UUID], at: datetime) -> None:
    employer.terms.exclude(term_id__in=term_ids).delete()
    there = set(employer.terms.values_list("term_id", flat=True))
    EmployerTerm.objects.bulk_create(
        EmployerTerm(employer=employer, term_id=key, noted_at=at) for key in term_ids if key not in there
    )
