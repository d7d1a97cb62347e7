"""The agreements with the differences as a spreadsheet: a line for each subject and organisation. It leaves an audit line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.support import commands, queries
from werktop.support.shown import said
from werktop.ui.downloads import csv_response

from .agreements import AgreementsForm

FACTS = [name for name in queries.SAID if name != "reason"]


def page(request: Any) -> HttpResponseBase:
    """What the list on the screen shows; where an organisation differs its own words stand in place of the agreement's."""
    form = AgreementsForm(request.GET, request.actor)
    rows = form.rows()
    commands.note_agreements_taken(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        is_only_different=form.cleaned_data.get("only", False),
    )
    return csv_response(
        filename="afspraken.csv",
        header=[
            *(_("onderwerp"), _("organisatie"), _("wijkt af"), _("bij wie"), _("antwoord in werkdagen")),
            *(_("besluit in werkdagen"), _("formulier"), _("eigen regel"), _("contact"), _("reden")),
        ],
        rows=_lines(rows),
    )


def _lines(rows: list[queries.SubjectRow]) -> Iterator[list[Any]]:
    for row in rows:
        agreed = queries.said_of(row.agreement)
        if row.agreement:
            yield [said(row.name), _("regio"), False, *(agreed[name] for name in FACTS), ""]
        for each in row.differences:
            own = queries.said_of(each)
            shown = [agreed[name] if own[name] in ("", None) else own[name] for name in FACTS]
            yield [said(row.name), each.organisation.name, True, *shown, own["reason"]]
        for house in row.as_agreed if row.agreement else ():
            yield [said(row.name), house.name, False, *(agreed[name] for name in FACTS), ""]
