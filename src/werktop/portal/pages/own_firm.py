"""Mijn pagina of an entrepreneur: what is asked now, what is agreed, whom one met, and what the region reads of the firm."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.ambassadors.queries.coaching import own_introduced_talks
from werktop.catalogue.choices import Sector, WorkForm
from werktop.employers import queries as employers
from werktop.gatherings.queries.own import (
    OwnInvitation,
    candidates_met,
    gatherings_attended,
    own_invitations,
    times_at_the_table,
)
from werktop.matches.queries.guests_talks import own_talks, talks_held_at
from werktop.matches.queries.talks import Talk
from werktop.portal.firm_frame import shown
from werktop.portal.own_lines import introduced_line, invitation_line, talk_line
from werktop.portal.words import span_of
from werktop.ui.panels import panels_of
from werktop.work_profiles.queries import own_work, places_filled

MOST_WORK = 5
"""So much of the work stands here; all of it where one offers work."""
OWN = "own"
"""The name of this page for rooms above that put a piece on it (`ui.panels.panel_on("employers.Entrepreneur", …, OWN)`)."""


def page(request: Any) -> HttpResponse:
    """Invitations first: each can be answered with one tap."""
    person = employers.own_entrepreneur(request.actor)
    met = candidates_met(request.actor)
    return shown(
        request,
        "portal/own_firm.html",
        {
            "person": person,
            "invitations": [_invitation(each) for each in own_invitations(request.actor, at=request.at)],
            "attended": [
                {
                    "when": span_of(each.starts_at, each.ends_at, each.time_zone),
                    "where": each.place_name,
                    "met": len(met.get(each.pk, ())),
                }
                for each in gatherings_attended(request.actor, at=request.at)
            ],
            "talks": [
                *(_talk(each) for each in own_talks(request.actor, at=request.at)),
                *(
                    introduced_line(row, request.actor.kind)
                    for row in own_introduced_talks(request.actor, request.at)
                ),
            ],
            "work": own_work(request.actor)[:MOST_WORK],
            "yields": _yields(request, person.employer_id, met),
            "contact": employers.own_contact(person),
            "read_by_the_region": _read_by_the_region(person.employer),
            "panels": panels_of(request, person, OWN),
        },
    )


def _yields(request: Any, employer_id: UUID, met: dict[UUID, list[UUID]]) -> list[tuple[str, str, str]]:
    """What came of taking part, in totals without persons; what is nothing yet is left out. Small numbers are shown: these are what
    the firm's own people did and saw themselves, and say nothing of anybody that they do not know."""
    counts = [
        ("table", _("Aan tafel geweest"), times_at_the_table(request.actor, employer_id, at=request.at)),
        ("people", _("Mensen die u sprak"), len({key for each in met.values() for key in each})),
        ("chat", _("Vervolggesprekken"), talks_held_at(request.actor, employer_id)),
        ("star", _("Mensen die bij u werk vonden"), places_filled(request.actor)),
    ]
    return [(icon, str(words), str(count)) for icon, words, count in counts if count]


def _invitation(found: OwnInvitation) -> dict[str, Any]:
    return invitation_line(found, reverse("portal:firm_invitation", args=[found.gathering.pk]))


def _talk(talk: Talk) -> dict[str, Any]:
    url = reverse("portal:firm_follow_up", args=[talk.row.pk])
    return talk_line(talk, talk.name_for_entrepreneur, "", url)


def _read_by_the_region(firm: Any) -> list[tuple[str, str, str]]:
    """What all colleagues of the region read about the firm, each with the name of its icon; what is not known is left out."""
    address = ", ".join(filter(None, (firm.address, f"{firm.postcode} {firm.place}".strip())))
    rows = [
        ("shop", _("Wat u doet"), firm.what_we_do or (Sector(firm.sector).label if firm.sector else "")),
        ("star", _("Werk dat er kan zijn"), firm.looks_for),
        ("people", _("In welke vorm"), ", ".join(str(WorkForm(each).label) for each in firm.work_forms)),
        ("pin", _("Waar"), address),
    ]
    return [(icon, str(what), str(words)) for icon, what, words in rows if words]
