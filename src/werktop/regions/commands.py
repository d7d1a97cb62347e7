"""Writes about regions and organisations, and the loading of reference data."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed

from . import queries
from .grounds import ground_of
from .models import Municipality, Organisation, PostcodeArea, Region

REFERENCE = Path(__file__).parent / "reference"
FIRST_DAY = date(2021, 1, 1)


ADDRESS_LINES, ADDRESS_CHARACTERS = 3, 200
"""So much of a return address fits on a letter."""


class SlugIsTaken(Refusal):
    text = _("Er is al een organisatie met deze korte naam. Kies een andere.")


class AddressIsTooLong(Refusal):
    text = _(
        "Dit past niet op een brief. Gebruik hoogstens drie regels; de naam van de organisatie staat er al."
    )


@command(about="reference")
def load_reference_regions(*, actor: Actor, at: datetime) -> dict[str, int]:
    """Load the 35 regions, their municipalities and the postcodes; safe to repeat.

    Sources: CBS 84929NED (regions as of 2021), GeoNames (postcodes). Returns how many rows each holds.
    """
    actor.require("load_reference")
    with (REFERENCE / "gemeente_arbeidsmarktregio_2021_cbs84929NED.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    regions = {r.code: r for r in Region.objects.all()}
    for code, name in {r["regio_code"]: r["regio"] for r in rows}.items():
        if code not in regions:
            regions[code] = Region.objects.create(code=code, name=name, valid_from=FIRST_DAY)
    known = set(Municipality.objects.values_list("code", flat=True))
    Municipality.objects.bulk_create(
        Municipality(
            code=r["gemeente_code"], name=r["gemeente"], region=regions[r["regio_code"]], valid_from=FIRST_DAY
        )
        for r in rows
        if r["gemeente_code"] not in known
    )
    with (REFERENCE / "pc4_geonames_nl.csv").open(encoding="utf-8") as file:
        areas = {
            r["pc4"]: PostcodeArea(
                pc4=r["pc4"],
                place=r["plaats"],
                municipality_code=f"GM{r['gemeente_code']}" if r["gemeente_code"] else "",
                latitude=float(r["lat"]),
                longitude=float(r["lon"]),
            )
            for r in csv.DictReader(file)
        }
    PostcodeArea.objects.bulk_create(areas.values(), ignore_conflicts=True, batch_size=1000)
    queries._places.cache_clear()
    return {
        "regions": Region.objects.filter(is_fictitious=False).count(),
        "municipalities": Municipality.objects.count(),
        "postcodes": PostcodeArea.objects.count(),
    }


@command(about="region")
def open_fictitious_region(*, actor: Actor, at: datetime, code: str, name: str, valid_from: date) -> UUID:
    """A region that is marked as made up, for demonstrations and tests. The same code gives the same region."""
    actor.require("load_reference")
    return Region.objects.get_or_create(
        code=code, defaults={"name": name, "valid_from": valid_from, "is_fictitious": True}
    )[0].pk


@command(about="municipality")
def register_municipality(
    *, actor: Actor, at: datetime, code: str, name: str, region_id: UUID, valid_from: date
) -> UUID:
    """A new municipality from a day on."""
    actor.require("load_reference")
    return Municipality.objects.create(code=code, name=name, region_id=region_id, valid_from=valid_from).pk


@command(about="municipality")
def merge_municipalities(
    *, actor: Actor, at: datetime, ended_codes: list[str], code: str, name: str, region_id: UUID, on: date
) -> UUID:
    """Merge municipalities into one on a day: the old rows end, a new row begins and is named as their successor.

    A municipality that keeps its code ends as a row too, so that what was true before stays readable.
    """
    actor.require("load_reference")
    ended = list(Municipality.objects.select_for_update().filter(code__in=ended_codes, valid_until=None))
    for row in ended:
        row.valid_until = on
        row.save(update_fields=["valid_until"])
    new = Municipality.objects.create(code=code, name=name, region_id=region_id, valid_from=on)
    Municipality.objects.filter(pk__in=[r.pk for r in ended]).update(succeeded_by=new)
    return new.pk


@command(about="organisation")
def register_organisation(
    *,
    actor: Actor,
    at: datetime,
    slug: str,
    name: str,
    kind: str,
    region_id: UUID,
    municipality_id: UUID | None = None,
    phone: str = "",
    email: str = "",
    privacy_officer: str = "",
    return_address: str = "",
) -> UUID:
    """A new organisation in a region, with the ground of its kind. Refused where the slug is taken, and
    `AddressIsTooLong` (`set_organisation`)."""
    actor.require("load_reference")
    if Organisation.objects.filter(slug=slug).exists():
        raise SlugIsTaken(field="slug")
    return Organisation.objects.create(
        slug=slug,
        name=name,
        kind=kind,
        region_id=region_id,
        municipality_id=municipality_id,
        phone=phone,
        email=email,
        privacy_officer=privacy_officer,
        return_address=_address_on_a_letter(return_address),
        legal_ground=ground_of(kind),
    ).pk


@command(about="organisation")
def set_organisation(
    *,
    actor: Actor,
    at: datetime,
    organisation_id: UUID,
    phone: str,
    email: str,
    legal_ground: str,
    legal_purpose: str,
    privacy_officer: str = "",
    is_told_at_first: bool = False,
    return_address: str = "",
    version: str = "",
) -> None:
    """Change how an organisation and its data protection officer are reached, and what its candidates' rows
    inherit. Own organisation only.

    `return_address` is an address or an antwoordnummer without the name, on lines of its own: `AddressIsTooLong` where these
    are more than `ADDRESS_LINES`, or more than fit. `ChangedMeanwhile` where somebody else changed what `version` saw
    (`queries.settings_version`).
    """
    actor.require("manage_organisation")
    if actor.kind != "system" and actor.organisation_id != organisation_id:
        raise NotVisible()
    organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
    if version:
        refuse_changed(version, queries.settings_of(organisation))
    organisation.phone, organisation.email = phone, email
    organisation.legal_ground, organisation.legal_purpose = legal_ground, legal_purpose
    organisation.privacy_officer, organisation.is_told_at_first = privacy_officer, is_told_at_first
    organisation.return_address = _address_on_a_letter(return_address)
    organisation.save()


def _address_on_a_letter(typed: str) -> str:
    lines = [" ".join(line.split()) for line in typed.splitlines() if line.strip()]
    address = "\n".join(lines)
    if len(lines) > ADDRESS_LINES or len(address) > ADDRESS_CHARACTERS:
        raise AddressIsTooLong(field="return_address")
    return address
