"""Wat wij van u weten: in plain words, for candidates and entrepreneurs of one organisation."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.portal.words import frame
from werktop.regions import queries as regions


def page(request: Any, slug: str) -> HttpResponse:
    """What is kept and why, for how long, who sees it, and how to see, change or object. Nobody's own data."""
    organisation = regions.organisation_by_slug(slug)
    return render(
        request,
        "portal/what_we_know.html",
        {"organisation": organisation} | frame(organisation) | {"foot_links": []},
    )
