"""Likely doubles among the firms of the own organisation and their people."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from werktop.audit.likeness import pair_in, told_apart_from
from werktop.audit.refusals import NotVisible
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
            "two": _told_just_now(request),
            "page": firms if firms.paginator.count >= people.paginator.count else people,
        },
    )


def _told_just_now(request: Any) -> dict[str, Any] | None:
    """The two firms or people whom the last press told apart, as the address says, and the form that takes it back."""
    for kind in ("employer", "entrepreneur"):
        pair = pair_in(request.GET.get(kind, ""))
        if pair is None or pair[1] not in told_apart_from(pair[0]):
            continue
        find = queries.employer_for if kind == "employer" else queries.entrepreneur_for
        try:
            one, other = (find(request.actor, key) for key in pair)
        except NotVisible:
            continue
        if kind == "entrepreneur":
            request.shown_people.append((kind, list(pair)))
        url = reverse(f"employers:tell_{kind}s_apart", args=pair)
        return {"one": one.name, "other": other.name, "url": url, "is_firms": kind == "employer"}
    return None


def _keys(pairs: Any) -> list[Any]:
    return [key for pair in pairs for key in (pair.first_id, pair.second_id)]


def _rows(pairs: Any, found: Any) -> list[dict[str, Any]]:
    return [
        {"kept": found[pair.first_id], "other": found[pair.second_id], "why": why_in_words(pair.why)}
        for pair in pairs
        if pair.first_id in found and pair.second_id in found
    ]
