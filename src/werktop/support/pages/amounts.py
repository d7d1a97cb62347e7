"""The rules with their amounts: all rows with their dates and sources, and what region and organisation added."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.regions import queries as regions
from werktop.support import queries
from werktop.support.choosing import today
from werktop.support.reckoning import INSTRUMENTS
from werktop.support.shown import said, term


def page(request: Any) -> HttpResponse:
    """For every colleague; who runs the settings adds a newer row, and takes it back or puts it back."""
    viewer = request.actor
    day = today(request.at)
    rules = queries.rules_for(viewer.region_id, viewer.organisation_id)
    shown = [
        {
            "key": key,
            "instrument": said(INSTRUMENTS[rules.history(key)[0].instrument].name),
            "label": said(rules.history(key)[-1].label),
            "rows": [
                term(rule, day) | {"is_now": rules.find(key, day) is rule}
                for rule in reversed(rules.history(key))
            ],
        }
        for key in rules.keys
    ]
    may_edit = viewer.can("manage_organisation")
    is_public = regions.organisation_by_id(viewer.organisation_id).has_files
    added = [
        {
            "id": each["row"].pk,
            "is_active": each["row"].is_active,
            "who": each["row"].set_by.name if each["row"].set_by else "",
            "at": each["row"].set_at,
            "may_change": may_edit and (each["row"].organisation_id is not None or is_public),
            **term(each["rule"], day),
        }
        for each in queries.amount_history(viewer)
    ]
    return render(
        request, "support/amounts.html", {"rules": shown, "added": added, "may_edit": may_edit, "day": day}
    )
