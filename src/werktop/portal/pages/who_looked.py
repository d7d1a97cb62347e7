"""Wie keek er: who looked at the candidate's file, on which day, by function and organisation; never by name."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse

from werktop.accounts.lookers import days_of_looking
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import shown

DAYS_ON_A_PAGE = 30


def page(request: Any) -> HttpResponse:
    """The latest day first."""
    candidate = candidates.own_row(request.actor)
    found = days_of_looking(candidate.organisation_id, candidate.region_id, candidate.pk)
    days = Paginator(found, DAYS_ON_A_PAGE).get_page(request.GET.get("page"))
    return shown(request, "portal/who_looked.html", {"candidate": candidate, "page": days})
