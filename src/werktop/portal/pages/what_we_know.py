"""Wat wij van u weten: in plain words, for candidates and entrepreneurs of one organisation."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from werktop.candidates import queries as candidates
from werktop.portal.terms import terms_for_guests
from werktop.portal.words import frame
from werktop.regions import queries as regions

_FOR_MUNICIPALITY = _(
    "We doen dit in opdracht van de gemeente. Het is haar taak om mensen aan werk te helpen."
)
_TOGETHER = _(
    "We doen dit voor de gemeenten en UWV in de regio. Het is hun taak om mensen aan werk te helpen."
)
WHOSE_TASK = {
    "municipality": _("We doen dit omdat het onze taak is. Een gemeente helpt mensen aan werk."),
    "uwv": _("We doen dit omdat het onze taak is. UWV helpt mensen met een uitkering aan werk."),
    "social_enterprise": _FOR_MUNICIPALITY,
    "work_company": _FOR_MUNICIPALITY,
    "employer_service_point": _TOGETHER,
    "work_centre": _TOGETHER,
}


def page(request: Any, slug: str) -> HttpResponse:
    """What is kept and why, for how long, who sees it, and how to see, change or object. Nobody's own data."""
    organisation = regions.organisation_by_slug(slug)
    return render(
        request,
        "portal/what_we_know.html",
        {
            "organisation": organisation,
            "whose_task": WHOSE_TASK.get(organisation.kind, ""),
            "domains": candidates.domains_in_words(organisation.pk),
            "terms": terms_for_guests(with_candidates=organisation.has_files),
        }
        | frame(organisation)
        | {"foot_links": []},
    )
