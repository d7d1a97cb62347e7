"""The table of the network as a spreadsheet, with the choices of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.ambassadors import commands
from werktop.ambassadors.queries.network import network_of
from werktop.ui.downloads import csv_response

from .network_filters import NetworkForm, sorted_bringers


def page(request: Any) -> HttpResponseBase:
    """One line per entrepreneur who brought in somebody."""
    form = NetworkForm(request.actor, request.GET)
    network = network_of(request.actor, form.filters())
    found = sorted_bringers(network.bringers, request.GET.get("q", ""), request.GET.get("sort", ""))
    commands.note_network_taken(actor=request.actor, at=request.at, key=request.request_key, count=len(found))
    return csv_response(
        filename=_("netwerk.csv"),
        header=[
            _("ondernemer"),
            _("bedrijf"),
            _("zelf meegebracht"),
            _("via anderen"),
            _("samen"),
            _("eerste"),
            _("laatste"),
            _("ambassadeur sinds"),
        ],
        rows=(
            [
                each.name,
                each.firm_name,
                each.direct,
                each.through,
                each.total,
                each.first,
                each.last,
                each.since,
            ]
            for each in found
        ),
    )
