"""What this room puts on the pages of an employer and of a candidate."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from werktop.employers import queries as employers
from werktop.ui.panels import Panel

from .models import Offer
from .queries.coaching import coaching_visible_to, introductions_visible_to
from .queries.fellows import fellows_of
from .queries.ideas import OPEN, ideas_in_region
from .queries.people import ambassadors_of, time_running_of
from .queries.yields import clubs_of, yield_of

MOST = 10
LATELY = timedelta(days=60)
"""So long stands there that somebody stopped on the own page."""


def panel_of_employer(request: Any, employer: Any) -> Panel | None:
    """For who sees employers: who is an ambassador, whom they named, coach and introduced, and their ideas. Of candidates only who
    works with these reads."""
    if not request.actor.can("see_employers"):
        return None
    people = list(employer.entrepreneurs.filter(is_active=True).order_by("first_name", "id"))
    keys = [each.pk for each in people]
    times = list(ambassadors_of(request.actor, keys))
    running = {row.entrepreneur_id: row for row in times if row.until_date is None}
    stopped = _stopped_by_themselves(times, request.at)
    coached = list(
        coaching_visible_to(request.actor).filter(entrepreneur_id__in=keys, until_date=None)[:MOST]
    )
    introduced = list(
        introductions_visible_to(request.actor).filter(
            Q(entrepreneur_id__in=keys) | Q(employer_id=employer.pk)
        )[:MOST]
    )
    request.shown_people.append(
        ("candidate", [*(row.candidate_id for row in coached), *(row.candidate_id for row in introduced)])
    )
    return Panel(
        "ambassadors/panel.html",
        {
            "employer": employer,
            "people": [
                {
                    "person": each,
                    "now": running.get(each.pk),
                    "stopped": stopped.get(each.pk),
                    "offers": _offers(running.get(each.pk)),
                }
                for each in people
            ],
            "fellows": list(fellows_of(keys)[:MOST]),
            "ideas": list(
                ideas_in_region(request.actor).filter(entrepreneur_id__in=keys, state__in=OPEN)[:MOST]
            ),
            "coached": coached,
            "introduced": introduced,
            "clubs": clubs_of(employer.pk),
            "may_note": employers.can_edit(request.actor, employer),
        },
    )


def _stopped_by_themselves(times: list[Any], at: datetime) -> dict[UUID, Any]:
    """By person, the last time that ended of late on the own page, where none runs now."""
    last: dict[UUID, Any] = {}
    for row in times:
        last.setdefault(row.entrepreneur_id, row)
    since = timezone.localdate(at) - LATELY
    return {
        key: row
        for key, row in last.items()
        if row.until_date and row.is_ended_by_self and row.until_date >= since
    }


def _offers(row: Any) -> list[str]:
    return [str(Offer(each).label) for each in row.offers] if row else []


def panel_of_candidate(request: Any, candidate: Any) -> Panel | None:
    """For who works with candidates here."""
    if not request.actor.can("edit_candidates"):
        return None
    coached = coaching_visible_to(request.actor).filter(candidate=candidate)[:MOST]
    introduced = introductions_visible_to(request.actor).filter(candidate=candidate)[:MOST]
    return Panel(
        "ambassadors/candidate_panel.html",
        {"candidate": candidate, "coached": list(coached), "introduced": list(introduced)},
    )


def panel_of_own_page(request: Any, person: Any) -> Panel | None:
    """The network of the entrepreneur whose own page it is, and ways on: to bring somebody in, to think along, to be an
    ambassador."""
    facts = {
        "now": time_running_of(person.pk),
        "led_to": yield_of(person),
        "clubs": [club.name for club in clubs_of(person.employer_id)],
    }
    return Panel("ambassadors/own_panel.html", facts)
