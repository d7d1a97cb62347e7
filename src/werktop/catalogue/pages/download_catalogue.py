"""The list on the screen as a spreadsheet. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.catalogue import commands, queries
from werktop.ui.downloads import csv_response

from .catalogue import FilterForm


def page(request: Any) -> HttpResponseBase:
    """Codes, words in both languages, groups, and what they are mapped to."""
    kind, words = FilterForm(request.GET).asked()
    found = list(queries.listed(request.actor, kind, words))
    commands.note_list_taken(
        actor=request.actor, at=request.at, key=request.request_key, kind=kind, words=words
    )
    return csv_response(
        filename="catalogus.csv",
        header=[
            *(_("soort"), _("code"), _("Nederlands"), _("Engels"), _("groep"), _("laag"), _("nummer")),
            *("ESCO", _("adres bij ESCO"), _("versie")),
        ],
        rows=(_row(kind, row, queries.version()) for row in found),
    )


def _row(kind: str, row: Any, versions: dict[str, str]) -> list[Any]:
    part = {"occupation": "occupations", "requirement": "requirements"}.get(kind, "terms")
    is_own = getattr(row, "is_own", False)
    return [
        kind,
        row.code,
        row.label_nl,
        getattr(row, "label_en", ""),
        row.isco08 if kind == "occupation" else row.get_group_display(),
        row.get_layer_display() if getattr(row, "layer", "") else "",
        getattr(row, "bit", None),
        row.code if kind == "occupation" else getattr(row, "esco_code", ""),
        getattr(row, "uri", "") or getattr(row, "esco_uri", ""),
        "" if is_own else versions.get(part, ""),
    ]
