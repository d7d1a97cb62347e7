"""Likely doubles among the firms of the own organisation and their people."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from werktop.employers import queries
from werktop.regions.alike import why_in_words

PER_PAGE = 20


def page(request: Any) -> HttpResponse:
    """Firms first, then people; a page of each."""
    number = request.GET.get("page")
    firms = Paginator(queries.pairs_to_look_at(request.actor, "employer"), PER_PAGE).get_page(number)
    people = Paginator(queries.pairs_to_look_at(request.actor, "entrepreneur"), PER_PAGE).get_page(number)
    firms_by_key = queries.employers_by_id(_keys(firms))
    people_by_key = queries.entrepreneurs_by_id(_keys(people))
    request.shown_people.append(("entrepreneur", list(people_by_key)))
    return render(
        request,
        "employers/doubles.html",
        {
            "firms": _rows(firms, firms_by_key),
            "people": _rows(people, people_by_key),
            "page": firms if firms.paginator.count >= people.paginator.count else people,
        },
    )


def _keys(pairs: Any) -> list[Any]:
    return [key for pair in pairs for key in (pair.first_id, pair.second_id)]


def _rows(pairs: Any, found: Any) -> list[dict[str, Any]]:
    return [
        {"kept": found[pair.first_id], "other": found[pair.second_id], "why": why_in_words(pair.why)}
        for pair in pairs
        if pair.first_id in found and pair.second_id in found
    ]
