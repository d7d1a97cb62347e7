"""Mensen die ik sprak: of whom an entrepreneur sat with at a table, what they approved that employers read."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from werktop.candidates import queries as candidates
from werktop.gatherings.queries.own import candidates_met, gatherings_attended
from werktop.portal.firm_frame import shown
from werktop.portal.words import day_of


def page(request: Any) -> HttpResponse:
    """By gathering, the last one first; by first name, as in the hall. Who approved no text, or objects, is not named here."""
    met = candidates_met(request.actor)
    keys = {key for each in met.values() for key in each}
    words = candidates.read_by_employers(keys)
    people = candidates.candidates_by_id(list(words))
    gatherings = [
        {
            "when": day_of(each.starts_at, each.time_zone),
            "where": each.place_name,
            "people": sorted(
                ((people[key].first_name, words[key]) for key in met.get(each.pk, ()) if key in people),
                key=lambda one: one[0].casefold(),
            ),
        }
        for each in gatherings_attended(request.actor, at=request.at)
    ]
    request.shown_people.append(("candidate", list(people)))
    return shown(
        request, "portal/people_met.html", {"gatherings": [each for each in gatherings if each["people"]]}
    )
