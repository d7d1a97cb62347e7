"""A candidate's page: talents and wishes first."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from werktop.audit.story import Moment, moments_of, next_of, told, told_moments
from werktop.candidates import queries
from werktop.candidates.models import Candidate, CandidateTerm, PreferredChannel
from werktop.catalogue.choices import Language
from werktop.regions import queries as regions
from werktop.ui.components.phones import phone


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """What somebody can and likes, how to reach them, and what the day needs for who works with them."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    terms = sorted(
        candidate.terms.select_related("term"), key=lambda t: (t.seen == "own_words", t.term.position)
    )
    moments = moments_of(request.actor, candidate, request.at)
    request.shown_people += [(kind, [key]) for m in moments for kind, key in m.people]
    return render(
        request,
        "candidates/candidate.html",
        {
            "candidate": candidate,
            "talents": [
                (capfirst(t.term.label), t.get_seen_display()) for t in terms if t.term.kind == "competency"
            ],
            "wishes": [t for t in terms if t.term.kind == "interest"],
            "story_items": _story(candidate, terms, moments),
            "next_moment": next_of(moments),
            "facts": _facts(candidate),
            "reach": _reach(candidate),
            "has_needs": queries.can_see_needs(request.actor, candidate),
            "needs": _needs(candidate) if queries.can_see_needs(request.actor, candidate) else [],
            "kept_until": queries.kept_until(candidate) if candidate.left_at else None,
            "can_edit": request.actor.can("edit_candidates"),
        },
    )


def _story(candidate: Candidate, terms: list[CandidateTerm], moments: list[Moment]) -> list[dict[str, str]]:
    """What happened and was learned on which day, latest first; it ends with the day somebody came in."""
    seen: dict[tuple[date, str], list[str]] = {}
    for term in terms:
        seen.setdefault((localdate(term.noted_at), term.get_seen_display()), []).append(term.term.label)
    came = localdate(candidate.created_at)
    items = [
        (day, 1, capfirst(f"{where}: {', '.join(labels)}"), "", "") for (day, where), labels in seen.items()
    ]
    items.append((came, 0, _("%(name)s kwam binnen") % {"name": candidate.first_name}, "", ""))
    items += told_moments(moments)
    if candidate.left_at:
        stopped = _("%(name)s stopte") % {"name": candidate.first_name}
        items.append((localdate(candidate.left_at), 3, stopped, "", ""))
    return told(items)


def _facts(candidate: Candidate) -> list[tuple[str, str]]:
    place = regions.place_of(candidate.postcode)
    rows = [
        ("pin", " ".join(filter(None, (candidate.postcode, place.name if place else "")))),
        (
            "clock",
            _("%(hours)s uur per week") % {"hours": candidate.hours_per_week}
            if candidate.hours_per_week
            else "",
        ),
        ("chat", ", ".join(str(Language(code).label) for code in candidate.languages)),
        ("sprout", candidate.sought_work),
        ("cap", candidate.education),
        ("bus", ", ".join(filter(None, (candidate.transport, *_licences(candidate))))),
        ("people", _who(candidate)),
    ]
    return [(icon, text) for icon, text in rows if text]


def _licences(candidate: Candidate) -> list[str]:
    return [_("rijbewijs %(kind)s") % {"kind": kind} for kind in candidate.driving_licences]


def _who(candidate: Candidate) -> str:
    if candidate.assigned_to:
        return _("%(name)s is vaste collega") % {"name": candidate.assigned_to.first_name}
    if candidate.colleague_name:
        return _("collega volgens het bestand: %(name)s") % {"name": candidate.colleague_name}
    return _("nog geen vaste collega")


def _reach(candidate: Candidate) -> list[tuple[str, str, str]]:
    rows = [
        ("phone", _("Telefoon"), phone(candidate.phone)),
        ("mail", _("E-mail"), candidate.email),
        ("home", _("Adres"), candidate.address),
        ("heart", _("Liefst"), str(PreferredChannel(candidate.preferred_channel).label)),
    ]
    return [row for row in rows if row[2]]


def _needs(candidate: Candidate) -> list[str]:
    asked = (
        (candidate.is_step_free_needed, _("een drempelvrije tafel")),
        (candidate.is_interpreter_needed, _("een tolk")),
        (candidate.is_childcare_needed, _("kinderopvang")),
        (candidate.is_travel_paid, _("reiskosten vergoed")),
        (candidate.has_companion, _("een stoel extra, voor wie meekomt")),
        (bool(candidate.day_note), candidate.day_note),
    )
    return [words for is_needed, words in asked if is_needed]
