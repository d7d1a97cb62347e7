"""The network as it grew: a picture of who brought in whom, and the table under it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.ambassadors.queries.network import Network, network_of
from werktop.audit.keys import key_in

from .network_filters import NetworkForm, sorted_bringers
from .network_picture import drawn_tree

TREES = 12
"""So many trees stand on one page."""
PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """All trees, or with `open` that of one firm, with all who came by it; the same choices for both."""
    form = NetworkForm(request.actor, request.GET)
    network = network_of(request.actor, form.filters())
    opened = key_in(request.GET.get("open"))
    forest = network.forest
    if opened not in forest.firms:
        opened = None
    shown = Paginator([opened] if opened else forest.trees, TREES).get_page(request.GET.get("bomen"))
    bringers = sorted_bringers(network.bringers, request.GET.get("q", ""), request.GET.get("sort", ""))
    lines = network.through(opened) if opened else bringers
    listed = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    names = {key: row.name for key, row in network.rows.items()}
    return render(
        request,
        "ambassadors/network.html",
        {
            "form": form,
            "years": _years(request, network),
            "numbers": _numbers(network),
            "growth": [
                (str(year), count, None, None, _growth_words(count, brought))
                for year, count, brought in network.per_year
            ],
            "trees": shown,
            "tree_rows": [drawn_tree(request, network, key, names) for key in shown],
            "opened": network.rows[opened] if opened else None,
            "path": network.path_to(opened) if opened else [],
            "page": listed,
            "rows": list(listed),
            "count": len(network.chosen) if opened else len(bringers),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "has_any": bool(network.rows),
            "all_url": _address(request, open=None, page=None),
        },
    )


def _numbers(network: Network) -> list[tuple[int, str]]:
    brought, total = network.brought, len(network.chosen)
    people = len({network.rows[key].brought_by_id for key in network.forest.parents})  # type: ignore[index]
    return [
        (total, ngettext("werkgever", "werkgevers", total)),
        (brought, _("meegebracht door een ondernemer")),
        (people, ngettext("ondernemer bracht iemand mee", "ondernemers brachten iemand mee", people)),
        (total - brought, _("kwam zelf, of via ons")),
    ]


def _growth_words(count: int, brought: int) -> str:
    return _("%(count)d erbij, %(brought)d meegebracht") % {"count": count, "brought": brought}


def _years(request: Any, network: Network) -> list[dict[str, Any]]:
    now = request.GET.get("tot", "")
    found = [
        {
            "label": _("t/m %(year)d") % {"year": year},
            "url": _address(request, tot=str(year), page=None, bomen=None),
            "is_current": now == str(year),
        }
        for year in network.years[:-1]
    ]
    everything = {
        "label": _("nu"),
        "url": _address(request, tot=None, page=None, bomen=None),
        "is_current": not any(each["is_current"] for each in found),
    }
    return [*found, everything]


def _address(request: Any, **changes: str | None) -> str:
    params = request.GET.copy()
    for name, value in changes.items():
        params.pop(name, None)
        if value is not None:
            params[name] = value
    path = reverse("ambassadors:network")
    return f"{path}?{params.urlencode()}" if params else path
