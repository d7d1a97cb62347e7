"""Pages for what Django itself refuses or breaks on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """400 in words."""
    return render(request, "ui/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """403 in words."""
    return render(request, "ui/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """404 in words."""
    return render(request, "ui/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500 in words, without the database."""
    return HttpResponse(SORRY, status=500)


SORRY = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>werktop</title>
<h1>Er ging iets mis bij ons</h1><p>Uw gegevens zijn niet bewaard. Ga terug, probeer het nog eens, of bel uw beheerder.</p>
<p lang="en">Something went wrong on our side. Nothing was saved. Go back and try again, or call your administrator.</p></html>"""
