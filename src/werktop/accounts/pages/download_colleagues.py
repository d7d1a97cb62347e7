"""The list of colleagues as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.accounts import commands
from werktop.accounts.roles import Role
from werktop.ui.downloads import csv_response

from .colleagues import FilterForm


def page(request: Any) -> HttpResponseBase:
    """Names, addresses, telephone numbers and roles here."""
    form = FilterForm(request.GET)
    found = list(form.found(request))
    commands.note_list_taken(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        what="colleagues",
        asked=form.asked(request.GET.get("sort", "")),
    )
    return csv_response(
        filename="collegas.csv",
        header=[_("naam"), _("e-mail"), _("telefoon"), _("rollen")],
        rows=(
            [a.name, a.email, a.phone, ", ".join(str(Role(m.role).label) for m in a.roles_here)]
            for a in found
        ),
    )
