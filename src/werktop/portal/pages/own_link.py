"""The link to the own page: one tap opens it. Opening the link alone does not, since scanners of mail open links too."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.accounts.commands import open_with_link
from werktop.accounts.holders import takes_part
from werktop.audit.refusals import NotVisible
from werktop.portal.own_frame import let_in
from werktop.portal.words import frame
from werktop.post.recipients import person_of
from werktop.regions import queries as regions


def page(request: Any, token: str) -> HttpResponse:
    """GET asks by first name whether it is you; POST opens the page for a while."""
    if request.method == "POST":
        return let_in(request, open_with_link(actor=request.actor, at=request.at))
    person = person_of(request.actor.kind, request.actor.id)
    if not takes_part(person):
        raise NotVisible()
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    shown = {
        "first_name": person.first_name,
        "organisation": organisation,
        "is_shared": getattr(person, "is_shared", False),
        "firm": person.employer if request.actor.kind == "entrepreneur" else None,
        "is_strong": False,
    }
    return render(request, "portal/own_link.html", shown | frame(organisation))
