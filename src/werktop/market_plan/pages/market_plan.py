"""The market plan: who should be in the network, who approaches them, and where the network is thin."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.catalogue.choices import Sector
from werktop.market_plan import queries
from werktop.market_plan.models import Standing

from .forms import FilterForm

PER_PAGE = 25
MOST_COVERED = 12
"""So many sectors or places stand in the picture; the list has them all."""
MOST_WITHOUT = 30
"""So many in which nobody is planned; those with the fewest who take part first."""
BY = {"sector": "sector", "plaats": "place"}


def page(request: Any) -> HttpResponse:
    """Picture, filters, order and pages. `?per=plaats` shows the picture by place."""
    form = FilterForm(request.actor, request.GET)
    found = queries.found_targets(request.actor, form.filters(request))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    per = request.GET.get("per", "sector")
    covered = queries.coverage(request.actor, BY.get(per, "sector"))
    planned = [each for each in covered if each.has_plan]
    without = sorted((each for each in covered if not each.has_plan), key=lambda each: each.taking_part)
    today = timezone.localdate(request.at)
    return render(
        request,
        "market_plan/market_plan.html",
        {
            "form": form,
            "page": shown,
            "rows": [line_of(each) | {"is_late": is_late(each, today)} for each in shown],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "can_edit": request.actor.can("edit_employers"),
            "covered": planned[:MOST_COVERED],
            "more_covered": max(0, len(planned) - MOST_COVERED),
            "without_plan": without[:MOST_WITHOUT],
            "ways": [
                {"label": _("Per sector"), "url": "?per=sector", "is_current": per != "plaats"},
                {"label": _("Per plaats"), "url": "?per=plaats", "is_current": per == "plaats"},
            ],
            "per": "plaats" if per == "plaats" else "sector",
        },
    )


def line_of(target: Any) -> dict[str, Any]:
    """One firm of the plan, as a line of a list shows it."""
    return {
        "row": target,
        "sector": Sector(target.sector).label if target.sector else "",
        "standing": standing_words(target),
        "is_joined": target.joined_date is not None,
    }


def standing_words(target: Any) -> str:
    """How it stands in words; who takes part takes part, whatever was noted before."""
    if target.joined_date is not None and target.standing != Standing.LEFT_OUT:
        return _("doet mee")
    return str(Standing(target.standing).label)


def is_late(target: Any, today: date) -> bool:
    """Whether this firm would have been approached by now."""
    waits = target.standing == Standing.TO_APPROACH and target.joined_date is None
    return bool(waits and target.by_date and target.by_date < today)
