"""The demo region, made through the rooms' own commands; the same for the same seed and day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from werktop.accounts import commands as accounts
from werktop.accounts import queries as account_queries
from werktop.audit.actors import SYSTEM, Actor, system_for
from werktop.candidates import commands as candidates
from werktop.catalogue import commands as catalogue
from werktop.employers import commands as employers
from werktop.regions import commands as regions
from werktop.regions import queries as region_queries

from . import (
    asking,
    carving,
    choosing,
    coming,
    contact,
    growing,
    market,
    partners,
    pictures,
    placing,
    proposing,
    questions,
    story,
    supporting,
    twice,
    visiting,
    working,
)
from .after import let_out
from .logins import LOGINS, PASSWORD
from .names import name_of_somebody
from .people import candidate_row, firm_rows
from .places import REGION_CODE, REGION_NAME, TOWNS

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CANDIDATES, EMPLOYERS = 1_500, 253
BEGAN_DAYS = 420
"""How long ago the region began to work like this."""
ARRIVED_DAYS = (331, 248, 170, 117, 76, 45)
"""How long ago candidates came in: all before the first of the three gatherings was planned."""
# how the candidates are shared out: ten municipalities, UWV and the sociaal ontwikkelbedrijf
SHARES = {"waalsteen": 420, "lingeveld": 220, "uwv-stroomland": 200, "de-werkgriend": 120}


def seed_demo(*, today: date, say: Callable[[str], None], seed: int = 36) -> None:
    """Fill an empty database with the fictitious region as it is on `today`, in one transaction.

    Ten invented municipalities, UWV and a sociaal ontwikkelbedrijf, 253 employers, 1,500 candidates, and three
    gatherings: one finished, one today, one in preparation. `say` is told what is being made.
    """
    chance = Random(seed)  # noqa: S311 - the demo is the same each time on purpose
    at = datetime.combine(today, time(8, 30), AMSTERDAM)
    with transaction.atomic():
        say("  regions, postcodes and the catalogue")
        began = at - timedelta(days=BEGAN_DAYS)
        regions.load_reference_regions(actor=SYSTEM, at=began)
        catalogue.load_catalogue(actor=SYSTEM, at=began)
        say("  organisations and colleagues")
        houses = _organisations(began, today)
        _colleagues(chance, began, houses)
        say(f"  {EMPLOYERS} employers")
        _employers(chance, began, today, houses)
        say(f"  {CANDIDATES} candidates")
        _candidates(chance, at, today, houses)
        marieke, karim = _known_as("marieke", houses), _known_as("karim", houses)
        say("  pictures that grew")
        working.ask_life_domains(at=began, admin=_known_as("wouter", houses))
        elsewhere = houses["lingeveld"]
        other = system_for(elsewhere, region_queries.organisation_by_id(elsewhere).region_id)
        supporting.agree(at=began, admin=_known_as("wouter", houses), other=other)
        pictures.grow(at=at, actor=marieke, colleague=karim)
        say("  three gatherings: one finished, one today, one in preparation")
        story.tell(chance=chance, at=at, marieke=marieke)
        say("  contact, questions, own pages and stand-ins")
        contact.note_contact(chance=chance, at=at, marieke=marieke)
        visiting.visit(at=at, marieke=marieke, karim=karim)
        asking.note_asked(at=at, marieke=marieke)
        choosing.choose(at=at, marieke=marieke)
        working.work_together(at=at, marieke=marieke, karim=karim, lead=_known_as("jolanda", houses))
        carving.carve(at=at, actor=marieke)
        market.plan_the_market(at=at, marieke=marieke, other=_known_as("imke", houses))
        coming.note_work(at=at, marieke=marieke, other=_known_as("imke", houses))
        partners.note_partners(at=at, marieke=marieke)
        proposing.propose(at=at, marieke=marieke)
        questions.ask_questions(at=at, marieke=marieke)
        questions.open_own_page(at=at, marieke=marieke)
        placing.place(at=at, marieke=marieke, karim=karim)
        growing.grow_network(chance=Random(seed), at=at, marieke=marieke)  # noqa: S311
        let_out(at)
        say("  who may be in there twice")
        twice.note_twice(at=at, marieke=marieke)
        for house in houses.values():
            candidates.look_for_doubles(actor=SYSTEM, at=at, organisation_id=house)
            employers.look_for_double_firms(actor=SYSTEM, at=at, organisation_id=house)


def _organisations(at: datetime, today: date) -> dict[str, UUID]:
    region = regions.open_fictitious_region(
        actor=SYSTEM, at=at, code=REGION_CODE, name=REGION_NAME, valid_from=date(2021, 1, 1)
    )
    houses = {}
    for number, town in enumerate(TOWNS):
        municipality = regions.register_municipality(
            actor=SYSTEM,
            at=at,
            code=f"FX{number:04}",
            name=town.name,
            region_id=region,
            valid_from=date(2021, 1, 1),
        )
        houses[town.slug] = regions.register_organisation(
            actor=SYSTEM,
            at=at,
            slug=town.slug,
            name=f"Gemeente {town.name}",
            kind="municipality",
            region_id=region,
            municipality_id=municipality,
            phone=f"0344 000 {number:03}",
            email=f"werk@{town.slug}.example",
            privacy_officer=f"privacy@{town.slug}.example",
            return_address=f"Antwoordnummer {100 + number}\n{town.pc4[0]} VB {town.name}",
        )
    for slug, name, kind in (
        ("uwv-stroomland", "UWV Stroomland", "uwv"),
        ("de-werkgriend", "De Werkgriend", "social_enterprise"),
    ):
        houses[slug] = regions.register_organisation(
            actor=SYSTEM, at=at, slug=slug, name=name, kind=kind, region_id=region, phone="0344 000 111",
            email=f"werk@{slug}.example", privacy_officer=f"privacy@{slug}.example",
            return_address=f"Postbus 20\n{TOWNS[0].pc4[0]} AA {TOWNS[0].name}",
        )  # fmt: skip
    return houses


def _colleagues(chance: Random, at: datetime, houses: dict[str, UUID]) -> None:
    for login in LOGINS:
        accounts.open_account(
            actor=SYSTEM,
            at=at,
            organisation_id=houses[login.organisation],
            email=login.email,
            name=login.name,
            roles=[login.role],
            password=PASSWORD,
            phone="0344 000 000",
            languages=list(login.languages),
        )
    # every house has someone for candidates and employers, and two hosts for the tables
    for slug, house in houses.items():
        for number, role in enumerate(("relationship_manager", "table_host", "table_host")):
            accounts.open_account(
                actor=SYSTEM,
                at=at,
                organisation_id=house,
                email=f"collega{number}@{slug}.example",
                name=" ".join(name_of_somebody(chance)[:2]),
                roles=[role],
                phone="0344 000 000",
                languages=["nl", *chance.sample(("ar", "pl", "tr", "en", "uk"), k=chance.randint(0, 1))],
            )


def _known_as(name: str, houses: dict[str, UUID]) -> Actor:
    """The colleague with a log-in of the demo who is called this; Marieke, the first, holds the three gatherings."""
    login = next(each for each in LOGINS if each.email.startswith(f"{name}@"))
    return account_queries.actor_by_email(login.email, houses[login.organisation])


def _employers(chance: Random, at: datetime, today: date, houses: dict[str, UUID]) -> None:
    rows = firm_rows(chance, EMPLOYERS, today)
    for slug in houses:
        own = [r for r in rows if r["town"].slug == slug]
        if own:
            employers.add_employers(
                actor=system_for(houses[slug], _region_of(houses[slug])),
                at=at,
                organisation_id=houses[slug],
                rows=[{k: v for k, v in r.items() if k != "town"} for r in own],
            )


def _candidates(chance: Random, at: datetime, today: date, houses: dict[str, UUID]) -> None:
    others = [town.slug for town in TOWNS if town.slug not in SHARES]
    rest, number = CANDIDATES - sum(SHARES.values()), 0
    taken: set[str] = set()
    heard: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    shares = SHARES | {
        slug: rest // len(others) + (place < rest % len(others)) for place, slug in enumerate(others)
    }
    for slug, count in shares.items():
        town = next((t for t in TOWNS if t.slug == slug), None)
        actor = system_for(houses[slug], _region_of(houses[slug]))
        for place, days in enumerate(ARRIVED_DAYS):
            arrived = at - timedelta(days=days, minutes=-7 * len(slug))
            rows = []
            for _ in range(count // len(ARRIVED_DAYS) + (place < count % len(ARRIVED_DAYS))):
                number += 1
                home = town or chance.choice(TOWNS)
                rows.append(candidate_row(chance, home, number, arrived.date(), taken, heard))
            candidates.add_candidates(actor=actor, at=arrived, organisation_id=houses[slug], rows=rows)


def _region_of(organisation_id: UUID) -> UUID:
    return region_queries.organisation_by_id(organisation_id).region_id
