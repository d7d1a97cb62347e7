"""The same overview for employers, without a login. It is about schemes and never about a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from werktop.regions import queries as regions
from werktop.support.choosing import which

from .support import facts


def page(request: Any) -> HttpResponse:
    """The rules of the country, or with `?at=` those of an organisation with how it goes there."""
    asked = which(request)
    shown = facts(asked, "support:public_calculator", is_for_employers=True)
    ways = {"entrances": entrances(asked, request.at.date())}
    return render(request, "support/public_support.html", shown | frame(asked) | ways)


def entrances(asked: Any, day: date) -> list[dict[str, str]]:
    """Where an employer leaves a question: of the region of the organisation that was chosen, else of each region
    with such organisations."""
    houses = [asked.organisation] if asked.organisation else asked.form.houses.values()
    places = {each.region_id for each in houses}
    found = [each for each in regions.regions_on(day) if each.pk in places]
    return [
        {"region": each.name, "url": reverse("portal:entrance", args=[regions.slug_of(each)])}
        for each in found
    ]


def frame(asked: Any) -> dict[str, Any]:
    """The frame of a public page: whose it is, and nothing of who may be logged in here."""
    name = asked.organisation.name if asked.organisation else ""
    return {"organisation_name": name, "foot_links": [], "own_url": ""}
