"""Root URLs: every room's own, under a Dutch word where people read it."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import include, path
from django.views.i18n import set_language

from .health import health

PLACES = {
    "desk": "",
    "accounts": "",
    "candidates": "kandidaten/",
    "catalogue": "catalogus/",
    "market_plan": "werkgevers/marktplan/",
    "support": "",
    "employers": "werkgevers/",
    "work_profiles": "werk/",
    "ambassadors": "ambassadeurs/",
    "contacts": "contact/",
    "help_requests": "",
    "gatherings": "gesprekken/",
    "matches": "gesprekken/",
    "proposals": "voordrachten/",
    "placements": "plaatsingen/",
    "exchange": "bestanden/",
    "post": "post/",
    "portal": "",
    "privacy": "privacy/",
    "ui": "",
}

urlpatterns = [
    path("health/", health, name="health"),
    path("taal/", set_language, name="set_language"),
    *(
        path(place, include(f"werktop.{room}.urls"))
        for room, place in PLACES.items()
        if find_spec(f"werktop.{room}") and find_spec(f"werktop.{room}.urls")
    ),
]
handler400 = "werktop.config.errors.bad_request"
handler403 = "werktop.config.errors.forbidden"
handler404 = "werktop.config.errors.not_found"
handler500 = "werktop.config.errors.server_error"
