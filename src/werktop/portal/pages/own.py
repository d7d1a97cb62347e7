"""Mijn pagina: what is asked of the candidate now, what is agreed, and what the candidate says of themselves."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from werktop.accounts import strong_logins
from werktop.accounts.own_pages import OWN_STRONG
from werktop.candidates import queries as candidates
from werktop.gatherings.queries.own import OwnInvitation, own_invitations
from werktop.matches.queries.guests_talks import own_talks
from werktop.matches.queries.own_talk import agreed_hour
from werktop.matches.queries.talks import Talk
from werktop.portal.own_frame import shown
from werktop.portal.words import span_of, state_in_words
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
            "talks": [_talk(each) for each in own_talks(request.actor, at=request.at)],
            "proposals": own_proposals(request.actor),
            "presentation": presentation,
            "objection": candidates.objection_to_employers(candidate),
            "firms": candidates.own_firms(candidate),
            "is_strong": request.actor.can(OWN_STRONG),
            "login_name": strong_logins.name_of_login(),
        },
    )


def _invitation(found: OwnInvitation) -> dict[str, Any]:
    gathering = found.gathering
    return {
        "when": span_of(gathering.starts_at, gathering.ends_at, gathering.time_zone),
        "where": gathering.place_name,
        "url": reverse("portal:own_invitation", args=[gathering.pk]),
        "is_open": found.is_open,
        "state": state_in_words(found),
        "is_yes": found.reply == "yes" and not found.is_cancelled and not found.is_asked_again,
    }


def _talk(talk: Talk) -> dict[str, Any]:
    starts_at, ends_at = agreed_hour(talk.row)
    when = span_of(starts_at, ends_at, talk.row.gathering.time_zone) if starts_at and ends_at else ""
    return {
        "with": talk.name_for_candidate,
        "firm": talk.entrepreneur.employer.name,
        "when": when,
        "url": reverse("portal:own_follow_up", args=[talk.row.pk]),
    }
