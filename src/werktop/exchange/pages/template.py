"""An empty list to fill in, as Excel or CSV."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from werktop.audit.refusals import NotVisible
from werktop.catalogue import queries as catalogue
from werktop.exchange.blanks import XLSX_TYPE, blank_csv, blank_workbook
from werktop.exchange.kinds import KINDS

# the lists that people fill in themselves, and their columns with words from the catalogue
FILLED_IN = {"candidates": ("likes", "good_at"), "entrepreneurs": ("seeks",)}
NAMES = {"candidates": "kandidaten", "entrepreneurs": "ondernemers"}


def page(request: Any, kind: str, file_type: str) -> HttpResponse:
    """The columns that we read, with words to choose from."""
    if kind not in FILLED_IN or file_type not in ("xlsx", "csv"):
        raise NotVisible()
    if file_type == "csv":
        content, content_type = blank_csv(KINDS[kind]), "text/csv; charset=utf-8"
    else:
        words = [term.label for term in catalogue.terms(request.actor)]
        content = blank_workbook(KINDS[kind], choices=dict.fromkeys(FILLED_IN[kind], words))
        content_type = XLSX_TYPE
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="gastenlijst-{NAMES[kind]}.{file_type}"'},
    )
