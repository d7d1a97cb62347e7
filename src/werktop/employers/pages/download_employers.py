"""The list as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import Sector, WorkForm
from werktop.employers import commands, queries
from werktop.employers.models import PsoStep, Size
from werktop.ui.downloads import csv_response

from .filters import FilterForm


def page(request: Any) -> HttpResponseBase:
    """Streamed, and safe to open in a spreadsheet; one line per employer."""
    filters = FilterForm(request.actor, request.at, request.GET).filters(request.GET.get("sort", ""))
    found = queries.found_employers(request.actor, filters)
    commands.note_list_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
    found = queries.with_the_relation(found, request.at)
    return csv_response(
        filename="werkgevers.csv",
        header=[
            _("werkgever"),
            _("sector"),
            _("straat en huisnummer"),
            _("postcode"),
            _("plaats"),
            _("wat ze doen"),
            _("wat voor werk"),
            _("vormen van werk"),
            _("wie past er"),
            _("aangesloten op"),
            _("verantwoordelijk"),
            _("ons vaste gezicht"),
            _("hun aanspreekpunt"),
            _("hoeveel mensen"),
            _("KVK-nummer"),
            _("SBI-code"),
            _("PSO"),
            _("PSO geldig tot"),
            _("convenant tot"),
            _("ondernemers"),
        ],
        rows=_rows(request.actor, found.iterator(chunk_size=500)),
    )


def _rows(viewer: Any, employers: Iterator[Any]) -> Iterator[list[Any]]:
    for each in employers:
        yield [
            each.name,
            Sector(each.sector).label if each.sector else "",
            each.address,
            each.postcode,
            each.place,
            each.what_we_do,
            each.looks_for,
            ", ".join(str(WorkForm(form).label) for form in each.work_forms),
            ", ".join(t.label for t in catalogue.shown_to(viewer, (t.term for t in each.terms.all()))),
            each.joined_date,
            each.organisation.name,
            each.our_contact,
            each.their_contact,
            Size(each.size).label if each.size else "",
            each.register_number,
            each.sbi_code,
            PsoStep(each.pso_step).label if each.pso_step else "",
            each.pso_until_date,
            each.covenant_until,
            "; ".join(
                " ".join(filter(None, (p.name, p.email, p.phone)))
                for p in each.entrepreneurs.all()
                if p.is_active
            ),
        ]
