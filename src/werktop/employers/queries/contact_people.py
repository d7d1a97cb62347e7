"""Who speaks with whom, now and before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.versions import version_of
from werktop.employers.models import ContactPerson, Employer, Entrepreneur, PersonRole

from .visible import employers_in_region


@dataclass(frozen=True)
class ContactPeople:
    """Who speaks for us and for the firm now (None where nobody does), and `before` them, the last first."""

    ours: ContactPerson | None = None
    theirs: ContactPerson | None = None
    before: list[ContactPerson] = field(default_factory=list)


def contact_people_of(viewer: Actor, employer: Employer) -> ContactPeople:
    """The contact people of an employer that the viewer may see. One query."""
    if not viewer.can("see_employers"):
        return ContactPeople()
    turns = list(
        employer.contact_people.select_related("account", "person").order_by(
            "-since_date", "-noted_at", "-id"
        )
    )
    now = [each for each in turns if each.until_date is None]
    return ContactPeople(
        next((each for each in now if each.account_id), None),
        next((each for each in now if each.person_id), None),
        [each for each in turns if each.until_date is not None],
    )


def who_speaks_for(employer_ids: Collection[UUID]) -> dict[UUID, list[Entrepreneur]]:
    """Who of each firm hears what the firm is told: its contact person; where it has none, those with the role of contact; else the
    only person there. Of people who take part. Two queries."""
    found: dict[UUID, list[Entrepreneur]] = {}
    people = Entrepreneur.objects.filter(employer_id__in=employer_ids, is_active=True)
    for person in people.order_by("first_name", "id"):
        found.setdefault(person.employer_id, []).append(person)
    turns = ContactPerson.objects.filter(employer_id__in=employer_ids, until_date=None, person__isnull=False)
    now = set(turns.order_by().values_list("person_id", flat=True))
    for key, there in found.items():
        by_role = [each for each in there if PersonRole.CONTACT in each.roles]
        alone = there if len(there) == 1 else []
        found[key] = [each for each in there if each.pk in now] or by_role or alone
    return found


def contact_facts(employer: Employer) -> dict[str, Any]:
    """The facts that the form asks for: the keys of who speaks now."""
    now = list(employer.contact_people.filter(until_date=None).order_by("id"))
    return {
        "account_id": next((each.account_id for each in now if each.account_id), None),
        "person_id": next((each.person_id for each in now if each.person_id), None),
    }


def contact_version(employer: Employer) -> str:
    """The version that the form carries, for `set_contact_people`."""
    return version_of(contact_facts(employer))


def firms_of_colleague(account_id: UUID) -> QuerySet[ContactPerson]:
    """Of which firms a colleague is the contact person now."""
    return ContactPerson.objects.filter(account_id=account_id, until_date=None)


def colleagues_in_contact(viewer: Actor) -> list[tuple[str, str]]:
    """The colleagues who speak with a firm of the viewer's region now, as choices: key and name, by name. Two queries."""
    turns = ContactPerson.objects.filter(until_date=None, account__isnull=False)
    firms = employers_in_region(viewer).order_by()
    keys = set(turns.filter(employer__in=firms).order_by().values_list("account_id", flat=True))
    found = accounts.accounts_by_id(keys)
    return sorted(((str(key), each.name) for key, each in found.items()), key=lambda row: (row[1], row[0]))


def speakers_of(viewer: Actor) -> list[tuple[UUID, str, int]]:
    """Who speaks for us with firms of the viewer's organisation, also who left: key, name and with how many, by name. Two
    queries."""
    turns = ContactPerson.objects.filter(
        until_date=None, account__isnull=False, employer__organisation_id=viewer.organisation_id
    )
    counted = dict(turns.order_by().values_list("account_id").annotate(number=Count("pk")))
    found = accounts.accounts_by_id(set(counted))
    return sorted(
        ((key, each.name, counted[key]) for key, each in found.items()), key=lambda row: (row[1], row[0])
    )


def firms_spoken_for(viewer: Actor, account_id: UUID) -> QuerySet[Employer]:
    """The firms of the viewer's organisation with which this colleague speaks for us."""
    keys = firms_of_colleague(account_id).values("employer_id")
    return employers_in_region(viewer).filter(organisation_id=viewer.organisation_id, pk__in=keys)
