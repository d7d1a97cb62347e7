"""Made-up people, firms and gatherings for tests. Plain functions; every argument has a sensible value."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import uuid4

from django.contrib.auth.hashers import make_password

from werktop.accounts import queries as account_queries
from werktop.accounts.models import Account, Membership
from werktop.accounts.roles import Role
from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, CandidateTerm
from werktop.catalogue.folding import folded, found_by
from werktop.catalogue.models import Term
from werktop.employers.models import Employer, EmployerTerm, Entrepreneur, Joining
from werktop.gatherings.models import Gathering, Guest, Host, Table
from werktop.regions.models import Organisation, Region

MOMENT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
_count = itertools.count(1)


@dataclass(frozen=True)
class House:
    """An organisation with one colleague per role."""

    organisation: Organisation
    colleagues: dict[str, Account]

    def actor(self, role: str = Role.RELATIONSHIP_MANAGER) -> Actor:
        return account_queries.actor_of(self.colleagues[role], self.organisation.pk)

    def account(self, role: str = Role.RELATIONSHIP_MANAGER) -> Account:
        return self.colleagues[role]


@dataclass(frozen=True)
class Cast:
    """`own` and `other` share a region; `far` is elsewhere; `private` is a collective in the region (no files)."""

    region: Region
    own: House
    other: House
    far: House
    private: House


def region(name: str = "Teststroom") -> Region:
    return _regions(name)[0]


def _regions(*names: str) -> list[Region]:
    return Region.objects.bulk_create(
        Region(code=f"T{next(_count):04}", name=name, valid_from=date(2021, 1, 1), is_fictitious=True)
        for name in names
    )


def house(in_region: Region, name: str, kind: str = "municipality") -> House:
    return _houses((in_region, name, kind))[0]


def _houses(*asked: tuple[Region, str, str]) -> list[House]:
    """All of them in as many queries as one takes: nearly every test has a cast."""
    numbers = [next(_count) for _ in asked]
    organisations = Organisation.objects.bulk_create(
        Organisation(
            slug=f"house-{number}",
            name=name,
            kind=kind,
            region=in_region,
            phone="0344 000 000",
            email=f"post@house{number}.example",
        )
        for number, (in_region, name, kind) in zip(numbers, asked, strict=True)
    )
    houses = [
        House(
            organisation,
            {
                role: Account(
                    email=f"{role}@house{number}.example",
                    name=f"{role.split('_')[0].title()} van {organisation.name}",
                    password=_password(),
                )
                for role in Role.values
            },
        )
        for number, organisation in zip(numbers, organisations, strict=True)
    ]
    Account.objects.bulk_create(account for each in houses for account in each.colleagues.values())
    Membership.objects.bulk_create(
        Membership(account=account, organisation=each.organisation, role=role)
        for each in houses
        for role, account in each.colleagues.items()
    )
    return houses


@cache
def _password() -> str:
    """The password of every colleague, as it is kept: worked out once."""
    return make_password("een-lang-wachtwoord")


def cast() -> Cast:
    here, far = _regions("Teststroom", "Verweg")
    return Cast(
        here,
        *_houses(
            (here, "Gemeente Waalsteen", "municipality"),
            (here, "Gemeente Lingeveld", "municipality"),
            (far, "Gemeente Elders", "municipality"),
            (here, "Ondernemers Waalsteen", "collective"),
        ),
    )


def terms(*codes: str) -> list[Term]:
    found = {t.code: t for t in Term.objects.filter(code__in=codes)}
    return [found[c] for c in codes]


def own_term(own: House, label: str = "", *, counts_as: str = "", **fields: Any) -> Term:
    """A word of this organisation alone; `counts_as` is the code of a shared one."""
    words = label or f"kersen sorteren {next(_count)}"
    values: dict[str, Any] = {
        "code": f"eigen-{next(_count)}", "kind": "competency", "layer": "vocational", "group": "green",
        "label_nl": words, "label_en": f"{words} in English", "key": folded(words), "words": found_by([words]),
        "position": 1000, "organisation": own.organisation,
        "counts_as": Term.objects.get(code=counts_as) if counts_as else None,
    }  # fmt: skip
    return Term.objects.create(**values | fields)


def candidate(
    own: House, first_name: str = "Fatima", *, term_codes: tuple[str, ...] = (), **fields: Any
) -> Candidate:
    number = next(_count)
    values: dict[str, Any] = {
        "organisation": own.organisation,
        "region": own.organisation.region,
        "first_name": first_name,
        "last_name": "El Amrani",
        "email": f"kandidaat{number}@post.example",
        "phone": "+31600000000",
        "postcode": "4001 AB",
        "languages": ["nl"],
        "legal_ground": own.organisation.legal_ground,
        "legal_purpose": own.organisation.legal_purpose,
        "informed_date": date(2026, 11, 1),
        "created_at": MOMENT,
    }
    made = Candidate.objects.create(**values | fields)
    for term in terms(*term_codes):
        CandidateTerm.objects.create(candidate=made, term=term, noted_at=MOMENT)
    return made


def employer(own: House, name: str = "", *, term_codes: tuple[str, ...] = (), **fields: Any) -> Employer:
    values: dict[str, Any] = {
        "region": own.organisation.region,
        "organisation": own.organisation,
        "name": name or f"Houtbouw {next(_count)}",
        "sector": "F",
        "place": "Tiel",
        "postcode": "4001 AB",
        "address": "Industrieweg 12",
        "created_at": MOMENT,
    }
    made = Employer.objects.create(**values | fields)
    Joining.objects.create(employer=made, joined_date=date(2026, 1, 15))
    for term in terms(*term_codes):
        EmployerTerm.objects.create(employer=made, term=term, noted_at=MOMENT)
    return made


def entrepreneur(firm: Employer, first_name: str = "Joris", **fields: Any) -> Entrepreneur:
    values: dict[str, Any] = {
        "employer": firm,
        "first_name": first_name,
        "last_name": "Maas",
        "email": f"ondernemer{next(_count)}@firma.example",
        "phone": "+31611111111",
        "languages": ["nl"],
    }
    return Entrepreneur.objects.create(**values | fields)


def gathering(
    own: House, *, tables: int = 0, starts_at: datetime = MOMENT + timedelta(days=9), **fields: Any
) -> Gathering:
    firm = fields.pop("host_employer", None) or employer(own)
    values: dict[str, Any] = {
        "region": own.organisation.region,
        "organisation": own.organisation,
        "host_employer": firm,
        "place_name": firm.name,
        "address": "Industrieweg 12, Tiel",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2, minutes=30),
        "contact": own.account(),
        "created_at": MOMENT,
    }
    made = Gathering.objects.create(**values | fields)
    for number in range(1, tables + 1):
        table = Table.objects.create(gathering=made, number=number, languages=["nl"])
        account = Account.objects.create(email=f"host{next(_count)}@house.example", name=f"Host {number}")
        Membership.objects.create(account=account, organisation=own.organisation, role=Role.TABLE_HOST)
        Host.objects.create(gathering=made, account=account, table=table)
    return made


def guest(at: Gathering, person: Candidate | Entrepreneur, reply: str = "yes", **fields: Any) -> Guest:
    """A guest at a gathering: a candidate, or an entrepreneur asked by the gathering's organisation."""
    is_candidate = isinstance(person, Candidate)
    return Guest.objects.create(
        gathering=at,
        region=at.region,
        organisation=person.organisation if is_candidate else at.organisation,
        kind="candidate" if is_candidate else "entrepreneur",
        candidate=person if is_candidate else None,
        entrepreneur=None if is_candidate else person,
        reply=reply,
        badge=uuid4().hex[:8],
        waiting_since_at=MOMENT if reply == "waiting" else None,
        **fields,
    )


def colleague_beside(own: House, role: str = Role.RELATIONSHIP_MANAGER, name: str = "Bas Vermeer") -> Account:
    """One more colleague of this organisation."""
    account = Account.objects.create(email=f"collega{next(_count)}@house.example", name=name)
    Membership.objects.create(account=account, organisation=own.organisation, role=role)
    return account
