"""Voorstellen on the entrepreneur's own page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from .proposal import for_entrepreneur


def page(request: Any) -> HttpResponse:
    """The same page as behind the link of a message, of all work."""
    return for_entrepreneur(request)
