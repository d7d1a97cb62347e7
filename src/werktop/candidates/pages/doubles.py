"""Likely doubles in the own organisation: pairs to look at, each to bring together or to tell apart."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.likeness import pair_in, told_apart_from
from werktop.candidates import queries
from werktop.candidates.models import Candidate
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
    facts = {"rows": rows, "page": pairs, "count": pairs.paginator.count, "two": _told_just_now(request)}
    return render(request, "candidates/doubles.html", facts)


def _told_just_now(request: Any) -> list[Candidate]:
    """The two whom the last press told apart, as the address says: that can be taken back on the spot."""
    pair = pair_in(request.GET.get("twee", ""))
    if pair is None or pair[1] not in told_apart_from(pair[0]):
        return []
    people = list(queries.candidates_visible_to(request.actor, with_left=True).filter(pk__in=pair))
    request.shown_people.append(("candidate", [each.pk for each in people]))
    return sorted(people, key=lambda each: pair.index(each.pk)) if len(people) == len(pair) else []


def _place(postcode: str) -> str:
    place = regions.place_of(postcode)
    return " ".join(filter(None, (postcode, place.name if place else "")))
