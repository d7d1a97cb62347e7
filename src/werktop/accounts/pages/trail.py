"""The trail of the organisation: what colleagues did, and at whom they looked."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.accounts import queries
from werktop.audit import queries as audit

PER_PAGE = 50


def page(request: Any) -> HttpResponse:
    """Done, or with `?wat=gezien` seen. Plain keys, so that it stays after an erasure."""
    is_views = request.GET.get("wat") == "gezien"
    organisation_id = request.actor.organisation_id
    found: Any = (
        audit.views_by_organisation(organisation_id)
        if is_views
        else audit.trail_of_organisation(organisation_id)
    )
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    names = queries.accounts_by_id([line.actor_id for line in shown if line.actor_id])
    here = reverse("accounts:trail")
    return render(
        request,
        "accounts/trail.html",
        {
            "page": shown,
            "is_views": is_views,
            "rows": [_row(line, names, is_views) for line in shown],
            "entries": [
                {"label": _("Gedaan"), "url": here, "is_current": not is_views},
                {"label": _("Gezien"), "url": f"{here}?wat=gezien", "is_current": is_views},
            ],
        },
    )


def _row(line: Any, names: dict[Any, Any], is_views: bool) -> dict[str, Any]:
    account = names.get(line.actor_id)
    who = {
        "candidate": _("een kandidaat, via een link"),
        "entrepreneur": _("een ondernemer, via een link"),
        "system": "werktop",
    }.get(line.actor_kind, _("onbekend"))
    row = {"at": line.at, "who": account.name if account else who, "about_kind": line.about_kind}
    if is_views:
        return row | {"what": line.page, "about": len(line.about_ids), "detail": ""}
    return row | {
        "what": line.verb,
        "about": line.about_id,
        "detail": ", ".join(f"{name}: {value}" for name, value in line.detail.items()),
    }
