"""Reads about regions, organisations and postcodes. All of it is public within the software."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.text import slugify

from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of

from .models import KINDS_WITH_FILES, Municipality, Organisation, PostcodeArea, Region


def organisations_in(region_id: UUID) -> QuerySet[Organisation]:
    """The active organisations of a region, by name."""
    return Organisation.objects.filter(region_id=region_id, is_active=True).order_by("name", "id")


def organisations_everywhere() -> QuerySet[Organisation]:
    """The active organisations of all regions, by name: who may be chosen by somebody who has not logged in."""
    return Organisation.objects.filter(is_active=True).order_by("name", "id")


def with_files(path: str) -> Q:
    """Those of which the organisation at `path` may see candidates' files (`Organisation.has_files`)."""
    return Q(**{f"{path}__kind__in": KINDS_WITH_FILES})


def organisations_with_files() -> list[UUID]:
    """The keys of all active organisations that may keep candidates' files; for jobs."""
    found = Organisation.objects.filter(is_active=True, kind__in=KINDS_WITH_FILES)
    return list(found.order_by("id").values_list("pk", flat=True))


def all_organisations() -> list[UUID]:
    """The keys of all active organisations; for jobs."""
    return list(Organisation.objects.filter(is_active=True).order_by("id").values_list("pk", flat=True))


def organisation_by_slug(slug: str) -> Organisation:
    """One organisation; `NotVisible` where there is none."""
    found = Organisation.objects.select_related("region").filter(slug=slug).first()
    if found is None:
        raise NotVisible()
    return found


def organisation_by_id(organisation_id: UUID) -> Organisation:
    """One organisation with its region; `NotVisible` where there is none."""
    found = Organisation.objects.select_related("region").filter(pk=organisation_id).first()
    if found is None:
        raise NotVisible()
    return found


SETTINGS = (
    "phone", "email", "return_address", "privacy_officer", "legal_ground", "legal_purpose", "is_told_at_first",
)  # fmt: skip


def settings_of(organisation: Organisation) -> dict[str, Any]:
    """What the organisation's own page asks for, as it is kept now."""
    return {name: getattr(organisation, name) for name in SETTINGS}


def settings_version(organisation: Organisation) -> str:
    """The version that the form carries, for `set_organisation`."""
    return version_of(settings_of(organisation))


def regions_on(day: date) -> QuerySet[Region]:
    """The regions in force on a day, by name."""
    return Region.objects.filter(Q(valid_until=None) | Q(valid_until__gt=day), valid_from__lte=day).order_by(
        "name", "id"
    )


def region_by_slug(slug: str, day: date) -> Region:
    """The region in force on a day whose name makes this slug ("Rivierenland": "rivierenland"); `NotVisible` where there
    is none."""
    found = next((each for each in regions_on(day) if slugify(each.name) == slug), None)
    if found is None:
        raise NotVisible()
    return found


def region_by_id(region_id: UUID) -> Region:
    """One region; `NotVisible` where there is none."""
    found = Region.objects.filter(pk=region_id).first()
    if found is None:
        raise NotVisible()
    return found


def slug_of(region: Region) -> str:
    """How a region's name stands in the address of its public pages."""
    return slugify(region.name)


def municipalities_on(day: date, region_id: UUID | None = None) -> QuerySet[Municipality]:
    """The municipalities in force on a day, of all regions or of one, by name."""
    found = Municipality.objects.filter(Q(valid_until=None) | Q(valid_until__gt=day), valid_from__lte=day)
    if region_id:
        found = found.filter(region_id=region_id)
    return found.order_by("name", "id")


def municipality_names(day: date) -> dict[str, str]:
    """The names of the municipalities in force on a day, by their code."""
    return _municipality_names(day)


@lru_cache(maxsize=2)
def _municipality_names(day: date) -> dict[str, str]:
    # some hundreds that change once a year: read once per process and day
    return dict(municipalities_on(day).values_list("code", "name"))


@dataclass(frozen=True)
class Place:
    """Where a four-digit postcode lies: a town's name and a point in degrees (WGS84)."""

    pc4: str
    name: str
    latitude: float
    longitude: float


def place_of(postcode: str) -> Place | None:
    """The place of a postcode ("4001 AB" or "4001"), or None where no such postcode exists."""
    return _places().get(postcode.strip()[:4])


def place_name(postcode: str | None) -> str:
    """The name of the place of a postcode; "" where that is not known."""
    place = place_of(postcode or "")
    return place.name if place else ""


def postcode_with_place(postcode: str) -> str:
    """A postcode with the name of its place, as far as these are known: "4001 AB Tiel"."""
    return f"{postcode} {place_name(postcode)}".strip()


def postcodes_in(words: str) -> list[str]:
    """The four-digit postcodes of places whose name begins with these words, however they are capitalised."""
    sought = words.strip().casefold()
    return [p.pc4 for p in _places().values() if p.name.casefold().startswith(sought)] if sought else []


def names_of_places() -> frozenset[str]:
    """The names of all places that have a postcode."""
    return frozenset(place.name for place in _places().values())


def is_known_postcode(postcode: str) -> bool:
    """Whether the first four digits are a postcode that exists."""
    return place_of(postcode) is not None


def distance_km(one: Place, other: Place) -> float:
    """Straight-line distance in kilometres (equirectangular: exact to well under 1% within the Netherlands)."""
    middle = math.radians((one.latitude + other.latitude) / 2)
    dx = math.radians(other.longitude - one.longitude) * math.cos(middle)
    dy = math.radians(other.latitude - one.latitude)
    return 6371.0 * math.hypot(dx, dy)


@lru_cache(maxsize=1)
def _places() -> dict[str, Place]:
    # 4,000 rows that change once a year: read once per process
    return {p.pc4: Place(p.pc4, p.place, p.latitude, p.longitude) for p in PostcodeArea.objects.all()}
