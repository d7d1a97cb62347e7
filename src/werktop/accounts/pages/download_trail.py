"""The trail as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts import commands
from werktop.audit.actors import Actor
from werktop.ui.downloads import csv_response

from .trail import SEEN, FilterForm, in_words, lines

AT_ONCE = 500


def page(request: Any) -> HttpResponseBase:
    """Streamed, safe to open in a spreadsheet."""
    is_views = request.GET.get("wat") == SEEN
    form = FilterForm(request.actor, is_views, request.GET)
    found = lines(request, form, is_views)
    commands.note_list_taken(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        what="views" if is_views else "trail",
        asked=asdict(form.filters(request.GET.get("sort", ""))),
    )
    return csv_response(
        filename="logboek.csv",
        header=[_("wanneer"), _("wie"), _("wat"), _("bijzonderheden"), _("soort"), _("nummer")],
        rows=_rows(request.actor, found.iterator(chunk_size=AT_ONCE), is_views),
    )


def _rows(viewer: Actor, found: Iterator[Any], is_views: bool) -> Iterator[list[Any]]:
    while some := list(islice(found, AT_ONCE)):
        for row in in_words(viewer, some, is_views):
            yield [
                timezone.localtime(row["at"]),
                *(row[name] for name in ("who", "what", "detail", "kind", "about")),
            ]
