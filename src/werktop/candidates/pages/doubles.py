"""Likely doubles in the own organisation: pairs to look at, each to bring together or to tell apart; and those who
were told apart, for who sees later that it was a slip."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from werktop.accounts.queries import accounts_by_id
from werktop.audit.likeness import pair_in, told_apart_from
from werktop.candidates import queries
from werktop.candidates.models import Candidate
from werktop.regions import queries as regions
from werktop.regions.alike import why_in_words

PER_PAGE = 20
REACHED = "bereik"
"""The word of the address that says that only pairs with one number or e-mail address are shown."""
TOLD = "twee-pagina"
"""The word of the address that says which page of those told apart is shown."""


def page(request: Any) -> HttpResponse:
    """What was found last, the surest first, with why, and folded who were told apart. Whoever went in between is left out."""
    is_reached_alike = request.GET.get(REACHED) == "zelfde"
    found = queries.pairs_to_look_at(request.actor, is_reached_alike=is_reached_alike)
    pairs = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    told = Paginator(queries.pairs_told_apart(request.actor), PER_PAGE).get_page(request.GET.get(TOLD))
    keys = {key for pair in (*pairs, *told) for key in (pair.first_id, pair.second_id)}
    people = {
        each.pk: each
        for each in queries.candidates_visible_to(request.actor, with_left=True).filter(pk__in=keys)
    }
    request.shown_people.append(("candidate", list(people)))
    names = accounts_by_id({pair.apart_by_id for pair in told if pair.apart_by_id})
    apart = [
        _row(pair, people)
        | {
            "day": localdate(pair.apart_at),
            "who": names[pair.apart_by_id].name if pair.apart_by_id in names else "",
        }
        for pair in told
        if _both_are_in(people, pair)
    ]
    return render(
        request,
        "candidates/doubles.html",
        {
            "rows": [_row(pair, people) for pair in pairs if _both_are_in(people, pair)],
            "page": pairs,
            "count": pairs.paginator.count,
            "is_reached_alike": is_reached_alike,
            "which": [
                {"label": _("Alle paren"), "url": request.path, "is_current": not is_reached_alike},
                {
                    "label": _("Hetzelfde nummer of e-mailadres"),
                    "url": f"{request.path}?{REACHED}=zelfde",
                    "is_current": is_reached_alike,
                },
            ],
            "two": _told_just_now(request),
            "apart": apart,
            "apart_page": told,
            "is_apart_open": TOLD in request.GET,
        },
    )


def _both_are_in(people: dict[UUID, Candidate], pair: Any) -> bool:
    return pair.first_id in people and pair.second_id in people


def _row(pair: Any, people: dict[UUID, Candidate]) -> dict[str, Any]:
    one, other = people[pair.first_id], people[pair.second_id]
    places = [regions.postcode_with_place(each.postcode) for each in (one, other)]
    return {"kept": one, "other": other, "places": places, "why": why_in_words(pair.why)}


def _told_just_now(request: Any) -> list[Candidate]:
    """The two whom the last press told apart, as the address says: that can be taken back on the spot."""
    pair = pair_in(request.GET.get("twee", ""))
    if pair is None or pair[1] not in told_apart_from(pair[0]):
        return []
    people = list(queries.candidates_visible_to(request.actor, with_left=True).filter(pk__in=pair))
    request.shown_people.append(("candidate", [each.pk for each in people]))
    return sorted(people, key=lambda each: pair.index(each.pk)) if len(people) == len(pair) else []
