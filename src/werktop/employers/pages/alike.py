"""Which firm may already be here, while somebody types: a piece of the form for a new employer. A post, and it saves nothing."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.employers import queries
from werktop.employers.models import Employer
from werktop.post import reach
from werktop.regions import queries as regions

MOST = 5


def page(request: Any) -> HttpResponse:
    """At most `MOST` firms that may be the same; nothing where none is alike."""
    typed = {name: request.POST.get(name, "")[:120] for name in ("name", "postcode", "place")}
    return render(request, "employers/alike.html", {"alike": firms_alike(request, **typed)})


def firms_alike(request: Any, *, name: str, postcode: str, place: str) -> list[Employer]:
    """At most `MOST` firms of the region that may be this one; the place follows from the postcode where none was typed."""
    code = reach.postcode_in(postcode)
    town = regions.place_of(code) if code and not place else None
    where = place or (town.name if town else "")
    return queries.likely_duplicates(request.actor, name=name, postcode=code, place=where)[:MOST]
