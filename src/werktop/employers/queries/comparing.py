"""Firms, and people at firms, that may be one; and two of them side by side."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.kept import in_words
from werktop.audit.likeness import open_pairs
from werktop.audit.merging.choosing import Differs, both_facts, differing
from werktop.audit.versions import version_of
from werktop.employers.models import Employer, Entrepreneur
from werktop.regions import queries as regions
from werktop.regions.alike import OF_A_FIRM, Known, pairs_among
from werktop.regions.finding import surest_first

from .versions import facts_of, person_facts_of

CHOSEN: dict[str, dict[str, tuple[Any, tuple[str, ...]]]] = {
    "employer": {
        "name": (_("Naam"), ("name",)),
        "sector": (_("Branche"), ("sector",)),
        "address": (_("Adres"), ("address", "postcode", "place")),
        "is_step_free": (_("Drempelvrij"), ("is_step_free",)),
        "what_we_do": (_("Wat ze doen"), ("what_we_do",)),
        "looks_for": (_("Over werk in iedere vorm"), ("looks_for",)),
        "work_forms": (_("In welke vorm"), ("work_forms",)),
        "process": (_("Hoe ze werken"), ("process",)),
        "mission": (_("Waar ze voor gaan"), ("mission",)),
        "culture": (_("Hoe ze met elkaar omgaan"), ("culture",)),
        "how_it_is": (_("Hoe het er is"), ("how_it_is",)),
        "sbi_code": (_("SBI-code"), ("sbi_code", "sbi_version")),
        "size": (_("Hoeveel mensen er werken"), ("size",)),
        "register_number": (_("KVK-nummer"), ("register_number",)),
        "pso": (_("PSO"), ("pso_step", "pso_until_date")),
    },
    "entrepreneur": {
        "name": (_("Naam"), ("first_name", "last_name")),
        "email": (_("E-mail"), ("email",)),
        "phone": (_("Telefoon"), ("phone",)),
        "languages": (_("Talen"), ("languages",)),
        "roles": (_("Rol"), ("roles",)),
        "comes_to_tables": (_("Komt aan tafel"), ("comes_to_tables",)),
    },
}
"""What is chosen together, by kind: its name, with its words and its fields."""


def compared(kind: str, kept: Any, other: Any) -> list[Differs]:
    """What differs between two rows; what only one of them says is not asked."""
    return differing(CHOSEN[kind], kept, other, lambda row, name: _said(row, CHOSEN[kind][name][1]))


def said_by_both(kind: str, kept: Any, other: Any) -> dict[str, Any]:
    """The facts of both, under names of their own."""
    facts = facts_of if kind == "employer" else person_facts_of
    return both_facts(facts(kept), facts(other))


def version_of_both(kind: str, kept: Any, other: Any) -> str:
    """The version that the form carries: what both rows said."""
    return version_of(said_by_both(kind, kept, other))


def firm_pairs_in(organisation_id: UUID) -> dict[tuple[UUID, UUID], str]:
    """Pairs of firms of an organisation with a like name in one place. One query; for jobs. Two firms of a region never
    have one number of the trade register, and few have one here: a name and a place are what tells firms apart."""
    rows = Employer.objects.filter(organisation_id=organisation_id).order_by("id")
    return pairs_among(
        (
            Known(key, name, place=_town(postcode) or place.casefold())
            for key, name, postcode, place in rows.values_list("pk", "name", "postcode", "place")
        ),
        without=OF_A_FIRM,
    )


def person_pairs_in(organisation_id: UUID) -> dict[tuple[UUID, UUID], str]:
    """Pairs of people at firms of an organisation with one e-mail address or number, or a like name at one firm. One query."""
    rows = Entrepreneur.objects.filter(employer__organisation_id=organisation_id).order_by("id")
    return pairs_among(
        Known(key, f"{first} {last}".strip(), email, phone, place=str(firm))
        for key, first, last, email, phone, firm in rows.values_list(
            "pk", "first_name", "last_name", "email", "phone", "employer_id"
        )
    )


def pairs_to_look_at(viewer: Actor, kind: str) -> QuerySet[Any]:
    """The pairs of the viewer's organisation that may be one, the surest first, for who may bring them together."""
    assert viewer.organisation_id is not None
    found = surest_first(open_pairs(kind, viewer.organisation_id))
    return found if viewer.can("edit_employers") else found.none()


def _said(row: Any, fields: tuple[str, ...]) -> str:
    return ", ".join(in_words(type(row), field, value) for field in fields if (value := getattr(row, field)))


def _town(postcode: str) -> str:
    place = regions.place_of(postcode) if postcode else None
    return place.name.casefold() if place else ""
