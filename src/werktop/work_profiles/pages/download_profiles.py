"""The list of work as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.catalogue.choices import Sector, WorkForm
from werktop.ui.downloads import csv_response
from werktop.work_profiles import commands, queries
from werktop.work_profiles.choices import Trait
from werktop.work_profiles.in_words import hours_in_words, labels, wage_in_words

from .filters import WorkFilterForm


def page(request: Any) -> HttpResponseBase:
    """Streamed, and safe to open in a spreadsheet; a line for each."""
    form = WorkFilterForm(request.actor, timezone.localdate(request.at), request.GET)
    filters = form.filters(request.GET.get("sort", ""))
    commands.note_work_list_taken(
        actor=request.actor, at=request.at, key=request.request_key, filters=filters
    )
    found = queries.found_work_profiles(request.actor, filters)
    return csv_response(
        filename="werk.csv",
        header=[
            _("werk"), _("werkgever"), _("sector"), _("plaats"), _("mensen"), _("vorm"), _("stand"), _("vanaf"), _("tot en met"),
            _("verwacht"), _("waarom"), _("hoe zeker"), _("uren en dagen"), _("loon"), _("omgeving"), _("open hiring"),
            _("genoteerd door"),
        ],
        rows=_rows(found.iterator(chunk_size=500)),
    )  # fmt: skip


def _rows(found: Iterator[Any]) -> Iterator[list[Any]]:
    for each in found:
        yield [
            each.what,
            each.employer.name,
            Sector(each.employer.sector).label if each.employer.sector else "",
            each.place or each.employer.place,
            each.places,
            ", ".join(labels(WorkForm, each.forms)),
            each.get_status_display(),
            each.from_date,
            each.until_date,
            each.is_expected,
            each.get_because_display(),
            each.get_how_sure_display(),
            "; ".join(filter(None, hours_in_words(each))),
            wage_in_words(each),
            ", ".join(labels(Trait, each.traits)),
            each.is_open_hiring,
            each.organisation.name,
        ]
