"""What comes in the region: the work that employers expect, added up per sector and quarter, to prepare people for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.catalogue.choices import Sector, WorkForm
from werktop.ui.downloads import csv_response
from werktop.work_profiles import commands
from werktop.work_profiles.choices import HowSure
from werktop.work_profiles.expecting import LATER, UNDATED, Cell, Summed, summed
from werktop.work_profiles.queries import WorkFilters
from werktop.work_profiles.queries.expected import as_counted, expected_work, most_asked

from .filters import quarter_in_words

MOST_PLACES, MOST_WORDS = 10, 12
"""So many places stand in the picture, and so many firms' own words under a cell."""
ALL = ("", gettext_lazy("alles"))


class ExpectedFilterForm(forms.Form):
    """Everything may be left open."""

    sector = forms.ChoiceField(label=gettext_lazy("Sector"), required=False, choices=[ALL, *Sector.choices])
    place = forms.CharField(label=gettext_lazy("Plaats of postcode"), required=False, max_length=40)
    sure = forms.ChoiceField(label=gettext_lazy("Hoe zeker"), required=False, choices=[ALL, *HowSure.choices])
    form = forms.ChoiceField(
        label=gettext_lazy("Vorm van werk"), required=False, choices=[ALL, *WorkForm.choices]
    )

    def filters(self) -> WorkFilters:
        """What was asked for; what cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        return WorkFilters(
            sector=asked.get("sector", ""),
            place=asked.get("place", ""),
            how_sure=asked.get("sure", ""),
            forms=[asked["form"]] if asked.get("form") else [],
        )


def page(request: Any) -> HttpResponse:
    """Pictures first, each with its table, and what the firms said themselves under each sector."""
    form = ExpectedFilterForm(request.GET)
    today = timezone.localdate(request.at)
    found = expected_work(request.actor, form.filters(), today)
    total = summed(as_counted(found), today)
    asked = most_asked(request.actor, found) if total.whole.places else []
    return render(
        request,
        "work_profiles/expected.html",
        {
            "form": form,
            "count": total.whole.places,
            "employers": len(total.whole.employers),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "quarters": [(column_in_words(c), total.quarters[c].places, None) for c in total.columns],
            "places": [
                (name or _("plaats niet bekend"), cell.places, None)
                for name, cell in list(total.places.items())[:MOST_PLACES]
            ],
            "asked": [
                (
                    _("%(what)s, waarvan %(learned)d keer te leren")
                    % {"what": term.label, "learned": learned},
                    number,
                    None,
                )
                for term, number, learned in asked
            ],
            "heads": [column_in_words(column) for column in total.columns],
            "lines": list(_lines(total)),
            "sums": [total.quarters[column].places for column in total.columns],
            "sectors": list(_own_words(total)),
        },
    )


def download(request: Any) -> HttpResponseBase:
    """Each sector and quarter a line, with the filters of the screen. A post, since it leaves an audit line."""
    filters = ExpectedFilterForm(request.GET).filters()
    commands.note_work_list_taken(
        actor=request.actor, at=request.at, key=request.request_key, filters=filters
    )
    today = timezone.localdate(request.at)
    total = summed(as_counted(expected_work(request.actor, filters, today)), today)
    return csv_response(
        filename="verwacht-werk.csv",
        header=[
            _("sector"), _("kwartaal"), _("mensen"), _("zeker"), _("waarschijnlijk"), _("misschien"), _("niet gezegd"),
            _("werkgevers"),
        ],
        rows=(
            [sector_in_words(sector), column_in_words(column), cell.places, *cell.sure.values(), len(cell.employers)]
            for sector in total.sectors
            for column in total.columns
            if (cell := total.cells.get((sector, column)))
        ),
    )  # fmt: skip


def _lines(total: Summed) -> Iterator[dict[str, Any]]:
    for sector, whole in total.sectors.items():
        cells = [total.cells.get((sector, column), Cell()) for column in total.columns]
        yield {
            "sector": sector_in_words(sector),
            "cells": [cell.places for cell in cells],
            "places": whole.places,
            "sure": sure_in_words(whole),
            "employers": len(whole.employers),
        }


def _own_words(total: Summed) -> Iterator[dict[str, Any]]:
    """What the firms said, by sector and quarter."""
    for sector in total.sectors:
        groups = []
        for column in total.columns:
            if cell := total.cells.get((sector, column)):
                rows = [
                    {"row": row, "sure": HowSure(row.how_sure).label if row.how_sure else ""}
                    for row in cell.rows[:MOST_WORDS]
                ]
                more = max(0, len(cell.rows) - MOST_WORDS)
                groups.append({"column": column_in_words(column), "rows": rows, "more": more})
        yield {"title": sector_in_words(sector), "groups": groups}


def sector_in_words(sector: str) -> str:
    """The sector, or that it is not known."""
    return str(Sector(sector).label) if sector else _("sector niet bekend")


def column_in_words(column: str) -> str:
    """ "1e kwartaal 2027", "later" or "nog geen datum"."""
    named = {LATER: _("later"), UNDATED: _("nog geen datum")}
    return named.get(column) or str(quarter_in_words(column))


def sure_in_words(cell: Cell) -> str:
    """ "12: 4 zeker, 8 misschien"."""
    unsaid = _("niet gezegd hoe zeker")
    said = [f"{n} {HowSure(sure).label if sure else unsaid}" for sure, n in cell.sure.items() if n]
    return f"{cell.places}: {', '.join(said)}"
