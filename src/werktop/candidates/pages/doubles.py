"""Likely doubles in the own organisation: pairs to look at, each to bring together or to tell apart."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from werktop.candidates import queries
from werktop.regions import queries as regions
from werktop.regions.alike import why_in_words

PER_PAGE = 20


def page(request: Any) -> HttpResponse:
    """What was found last, with why. Whoever went in between is left out."""
    pairs = Paginator(queries.pairs_to_look_at(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    keys = {key for pair in pairs for key in (pair.first_id, pair.second_id)}
    people = {
        each.pk: each
        for each in queries.candidates_visible_to(request.actor, with_left=True).filter(pk__in=keys)
    }
    request.shown_people.append(("candidate", list(people)))
    rows = [
        {
            "kept": people[pair.first_id],
            "other": people[pair.second_id],
            "places": [_place(people[key].postcode) for key in (pair.first_id, pair.second_id)],
            "why": why_in_words(pair.why),
        }
        for pair in pairs
        if pair.first_id in people and pair.second_id in people
    ]
    return render(
        request,
        "candidates/doubles.html",
        {"rows": rows, "page": pairs, "count": pairs.paginator.count},
    )


def _place(postcode: str) -> str:
    place = regions.place_of(postcode)
    return " ".join(filter(None, (postcode, place.name if place else "")))
