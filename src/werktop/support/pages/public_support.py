"""The same overview for employers, without a login. It is about schemes and never about a person."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.support.choosing import which

from .support import facts


def page(request: Any) -> HttpResponse:
    """The rules of the country, or with `?at=` those of an organisation with how it goes there."""
    asked = which(request)
    return render(
        request, "support/public_support.html", facts(asked, "support:public_calculator") | frame(asked)
    )


def frame(asked: Any) -> dict[str, Any]:
    """The frame of a public page: whose it is, and nothing of who may be logged in here."""
    name = asked.organisation.name if asked.organisation else ""
    return {"organisation_name": name, "foot_links": [], "own_url": ""}
