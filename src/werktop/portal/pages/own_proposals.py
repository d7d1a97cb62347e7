"""Voorstellen on the candidate's own page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from .proposal import for_candidate


def page(request: Any) -> HttpResponse:
    """The same page as behind the link of a message, of all that runs."""
    return for_candidate(request)
