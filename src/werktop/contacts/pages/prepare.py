"""Prepare a visit: on one page, on a phone or on paper, what we know of a firm, what to ask, and which chances there are.

Each room adds what it knows (`ui.panels`, the page PREPARE)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.story import moments_of, next_of, told, told_moments
from werktop.catalogue.choices import Sector
from werktop.contacts.queries.preparing import known_of, offered_to
from werktop.contacts.questions import questions_for
from werktop.employers.queries import employer_for
from werktop.ui.panels import PREPARE, panels_of

LAST = 6


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """Nothing of it is typed: all is known, or follows from what is not known yet."""
    employer = employer_for(request.actor, employer_id)
    moments = moments_of(request.actor, employer, request.at)
    request.shown_people += [(kind, [key]) for moment in moments for kind, key in moment.people]
    return render(
        request,
        "contacts/prepare.html",
        {
            "employer": employer,
            "sector": Sector(employer.sector).label if employer.sector else "",
            "questions": questions_for(known_of(request.actor, employer)),
            "offered": offered_to(request.actor, employer),
            "story_items": told(told_moments([each for each in moments if not each.is_to_come]))[:LAST],
            "next_moment": next_of(moments),
            "panels": panels_of(request, employer, PREPARE),
            "may_plan": request.actor.can("edit_candidates"),
        },
    )
