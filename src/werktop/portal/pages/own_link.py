"""The link to the own page: one tap opens it. Opening the link alone does not, since scanners of mail open links too."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.accounts.commands import open_with_link
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import let_in
from werktop.portal.words import frame
from werktop.regions import queries as regions


def page(request: Any, token: str) -> HttpResponse:
    """GET asks by first name whether it is you; POST opens the page for a while."""
    if request.method == "POST":
        return let_in(request, open_with_link(actor=request.actor, at=request.at))
    person = candidates.candidates_by_id([request.actor.id]).get(request.actor.id)
    if person is None:
        raise NotVisible()
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    shown = {
        "first_name": person.first_name,
        "organisation": organisation,
        "is_shared": person.is_shared,
        "is_strong": False,
    }
    return render(request, "portal/own_link.html", shown | frame(organisation))
