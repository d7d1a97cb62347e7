"""Many employers at once: imports and the demo."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.catalogue import queries as catalogue
from werktop.employers.models import Employer, EmployerTerm, Entrepreneur, Joining, KnownFirm
from werktop.employers.queries.called import firms_called, lowered, merged_people
from werktop.regions import queries as regions

from .facts import NameIsMissing, tidied_employer, tidied_person
from .keeping import own_organisation

# the e-mail addresses of the people of one name at one employer
People = dict[tuple[UUID, str], set[str]]
BESIDE = ("entrepreneurs", "term_ids", "term_codes", "joined_date")


@command(about="employers")
def add_employers(
    *, actor: Actor, at: datetime, rows: list[dict[str, Any]], organisation_id: UUID | None = None
) -> list[UUID]:
    """Many employers of one organisation, in one audit line with their number. Returns their keys, in order.

    A row has fields of `Employer` (`name` is needed) and may have `term_ids` or `term_codes`, `joined_date`
    (today where not given) and `entrepreneurs`: dicts with fields of `Entrepreneur` and perhaps `known_firms`
    (names). An employer that the region has already, by name and postcode, gives that employer's key; of its
    people only those with a new name (and address, where both have one) are added. So a repeated import changes
    nothing. An unknown postcode stays as it is here.
    """
    if not actor.can("import_people"):
        actor.require("edit_employers")
    organisation = regions.organisation_by_id(own_organisation(actor, organisation_id))
    codes = catalogue.ids_by_code(organisation.pk)
    known_ids = set(codes.values())
    typed = [tidied_employer({k: v for k, v in row.items() if k not in BESIDE}) for row in rows]
    small = lowered(str(facts.get("name", "")) for facts in typed)
    there = firms_called(organisation.region_id, small.values())
    people = _people_of(organisation.region_id, list(there.values()))
    keys: list[UUID] = []
    firms: list[Employer] = []
    terms: list[EmployerTerm] = []
    joinings: list[Joining] = []
    persons: list[tuple[Entrepreneur, list[str]]] = []
    for row, facts in zip(rows, typed, strict=True):
        if not facts.get("name"):
            raise NameIsMissing(field="name")
        same = (small[facts["name"]], facts.get("postcode", ""))
        key = there.get(same)
        if key is None:
            firm = Employer(
                organisation_id=organisation.pk, region_id=organisation.region_id, created_at=at, **facts
            )
            key = there[same] = firm.pk
            firms.append(firm)
            joinings.append(
                Joining(employer_id=key, joined_date=row.get("joined_date") or timezone.localdate(at))
            )
            wanted = [
                *row.get("term_ids", ()),
                *(codes[c] for c in row.get("term_codes", ()) if c in codes),
            ]
            terms += [
                EmployerTerm(employer_id=key, term_id=term, noted_at=at)
                for term in dict.fromkeys(wanted)
                if term in known_ids
            ]
        keys.append(key)
        persons += _new_people(key, row.get("entrepreneurs", ()), people)
    Employer.objects.bulk_create(firms, batch_size=500)
    EmployerTerm.objects.bulk_create(terms, batch_size=2000)
    Joining.objects.bulk_create(joinings, batch_size=1000)
    Entrepreneur.objects.bulk_create([person for person, _firms in persons], batch_size=500)
    _tie_known_firms(organisation.region_id, persons)
    tell(count=len(firms), people=len(persons), already_there=len(rows) - len(firms))
    return keys


def _people_of(region_id: UUID, employer_ids: list[UUID]) -> People:
    found: People = {}
    # who became one with another row comes in no second time
    for firm, name, email in merged_people(region_id):
        found.setdefault((firm, name.lower()), set()).add(email.lower())
    for person in Entrepreneur.objects.filter(employer_id__in=employer_ids):
        found.setdefault((person.employer_id, person.name.lower()), set()).add(person.email.lower())
    return found


def _new_people(employer_id: UUID, rows: Any, people: People) -> list[tuple[Entrepreneur, list[str]]]:
    new = []
    for row in rows:
        person = Entrepreneur(
            employer_id=employer_id, **tidied_person({k: v for k, v in row.items() if k != "known_firms"})
        )
        if not person.first_name:
            raise NameIsMissing(field="first_name")
        email = person.email.lower()
        addresses = people.setdefault((employer_id, person.name.lower()), set())
        if addresses and (not email or "" in addresses or email in addresses):
            continue
        addresses.add(email)
        new.append((person, list(row.get("known_firms", ()))))
    return new


def _tie_known_firms(region_id: UUID, persons: list[tuple[Entrepreneur, list[str]]]) -> None:
    named = [
        (person, name)
        for person, names in persons
        for name in dict.fromkeys(" ".join(n.split())[:120] for n in names if n.strip())
    ]
    small = lowered(name for _person, name in named)
    by_name = {name: key for (name, _postcode), key in firms_called(region_id, small.values()).items()}
    KnownFirm.objects.bulk_create(
        [
            KnownFirm(entrepreneur=person, firm_name=name, employer_id=by_name.get(small[name]))
            for person, name in named
        ],
        batch_size=1000,
    )
