"""How the candidates of a list are spread: pictures of totals with tables under them, and of nobody alone."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.candidates import queries as candidates
from werktop.candidates.totals import is_told_of
from werktop.gatherings.queries.gatherings import gatherings_visible_to

from ..queries import views_of
from .asked import Asked
from .choices import chips, named
from .many import Many, many_of
from .spread_words import level_heads, pictures_of

OWN = Asked({"with": ["me"]})
"""The own caseload."""


def page(request: Any) -> HttpResponse:
    """The same filters as the list, or who is ticked there; other filters are one tap away. Who reads no candidate sees the whole
    organisation in fives, whatever the address asks."""
    if not request.actor.can("see_candidates"):
        return _of_the_team(request)
    viewer, many = request.actor, many_of(request)
    spread = spread_of(request, many)
    gathering_id = many.query.gathering_id
    gathering = gatherings_visible_to(viewer).filter(pk=gathering_id).first() if gathering_id else None
    told = named(viewer, many.asked, gathering, request.at, is_somebody=bool(spread.count))
    here = many.asked.address()
    views = [(_("Iedereen"), Asked().address()), (_("Met wie jij werkt"), OWN.address())]
    views += [(view.name, view.asked) for view in views_of(viewer)]
    return render(
        request,
        "desk/analysis.html",
        {
            "spread": spread,
            "pictures": pictures_of(viewer, spread),
            "is_of_colleague": many.is_measured,
            "level_heads": level_heads(),
            "chips": [] if many.is_ticked else chips(many.asked, told),
            "is_ticked": many.is_ticked,
            "list_url": many.list_url,
            "here": request.GET.urlencode(),
            "views": [
                (name, f"{reverse('desk:analysis')}?{asked}", asked == here and not many.is_ticked)
                for name, asked in views
            ],
        },
    )


def _of_the_team(request: Any) -> HttpResponse:
    spread = team_spread(request)
    pictures = pictures_of(request.actor, spread)
    facts = {"spread": spread, "pictures": pictures, "is_few": not is_told_of(spread.count)}
    return render(request, "desk/team_analysis.html", facts)


def team_spread(request: Any) -> candidates.Spread:
    """The totals of the whole organisation, for who reads no candidate."""
    return candidates.team_spread_of(request.actor, timezone.localdate(request.at))


def spread_of(request: Any, many: Many) -> candidates.Spread:
    """The totals of these, as far as the viewer may read them."""
    return candidates.spread_of(
        request.actor,
        many.found,
        count=many.count,
        day=timezone.localdate(request.at),
        is_by_hand=many.is_ticked or many.asked.is_by_hand,
    )
