"""Mijn pagina: what is asked of the candidate now, what is agreed, and what the candidate says of themselves."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from werktop.accounts import strong_logins
from werktop.accounts.own_pages import OWN_STRONG
from werktop.ambassadors.queries.coaching import own_introduced_talks
from werktop.candidates import queries as candidates
from werktop.gatherings.queries.own import OwnInvitation, own_invitations
from werktop.matches.queries.guests_talks import own_talks
from werktop.matches.queries.talks import Talk
from werktop.placements.queries import own_placements
from werktop.portal.own_frame import shown
from werktop.portal.own_lines import introduced_line, invitation_line, talk_line
from werktop.proposals.queries import own_proposals


def page(request: Any) -> HttpResponse:
    """Invitations first: each can be answered with one tap."""
    candidate = candidates.own_row(request.actor)
    presentation = candidates.presentation_of(candidate)
    colleague = candidate.assigned_to
    return shown(
        request,
        "portal/own.html",
        {
            "candidate": candidate,
            "colleague": colleague if colleague and colleague.is_active else None,
            "invitations": [_invitation(each) for each in own_invitations(request.actor, at=request.at)],
            "talks": [
                *(_talk(each) for each in own_talks(request.actor, at=request.at)),
                *(
                    introduced_line(row, request.actor.kind)
                    for row in own_introduced_talks(request.actor, request.at)
                ),
            ],
            "placements": own_placements(request.actor, request.at),
            "proposals": own_proposals(request.actor),
            "presentation": presentation,
            "objection": candidates.objection_to_employers(candidate),
            "firms": candidates.own_firms(candidate),
            "is_strong": request.actor.can(OWN_STRONG),
            "login_name": strong_logins.name_of_login(),
        },
    )


def _invitation(found: OwnInvitation) -> dict[str, Any]:
    return invitation_line(found, reverse("portal:own_invitation", args=[found.gathering.pk]))


def _talk(talk: Talk) -> dict[str, Any]:
    url = reverse("portal:own_follow_up", args=[talk.row.pk])
    return talk_line(talk, talk.name_for_candidate, talk.entrepreneur.employer.name, url)
