"""The list of the own organisation's candidates, narrowed by all that is known of them."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.keys import keys_in
from werktop.candidates import queries as candidates
from werktop.candidates.pages.told_list import NOTED, kept_list
from werktop.catalogue.choices import Language
from werktop.regions import queries as regions

from ..queries import listed_candidates, names_looked_up, numbers_of, views_of
from .asked import SEVERAL, asked_in, months_before, weeks_before
from .choices import chips, offered
from .filters import QUICK, FilterForm
from .ticks import ticked
from .views import address_of

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """Search, filters with their numbers, order and pages; the gate logs whom the page shows."""
    viewer, asked = request.actor, asked_in(request.GET)
    views = views_of(viewer)
    start = next((v for v in views if v.is_start and v.account_id == viewer.id), None)
    if not request.GET and start is not None and start.asked:
        return redirect(address_of(start.asked))
    query = names_looked_up(viewer, asked.query(viewer, request.at))
    numbers = numbers_of(
        viewer, query, unspoken=weeks_before(request.at), untouched=months_before(request.at)
    )
    told = offered(viewer, asked, numbers, request.at)
    paginator = Paginator(listed_candidates(viewer, query), PER_PAGE)
    paginator.count = numbers.counted.all  # counted already
    shown = paginator.get_page(request.GET.get("page"))
    chosen = ticked(request)
    rows = [_row(each, chosen, request.at) for each in shown]
    noted = _noted(request)
    request.shown_people.append(("candidate", [row["id"] for row in rows] + [c.pk for c in noted]))
    here = {row["id"] for row in rows}
    return render(
        request,
        "desk/candidates.html",
        {
            "form": FilterForm(asked, told),
            "quick": QUICK,
            "chips": chips(asked, told),
            "chosen": [(name, value) for name in SEVERAL for value in asked.said.get(name, ())],
            "asked": asked.address(),
            "views": [(v.name, address_of(v.asked), v.asked == asked.address()) for v in views],
            "sort": asked.sort,
            "page": shown,
            "rows": rows,
            "heads": _heads(asked.sort),
            "count": numbers.counted.all,
            "is_of_colleague": asked.measures_a_colleague(viewer),
            "is_filtered": asked.is_narrowed,
            "is_unfolded": any(asked.said.get(name) for name in list(FilterForm.base_fields)[QUICK:]),
            "ticked": len(chosen),
            "ticked_elsewhere": len(chosen - here),
            "asks_telling": bool(rows) and bool(asked.one("telling")) and viewer.can("edit_candidates"),
            "kept_list": kept_list(request),
            "noted": noted,
            "noted_names": ", ".join(c.name for c in noted),
            "can_edit": viewer.can("edit_candidates"),
            "can_invite": viewer.can("plan_gatherings"),
            "can_import": viewer.can("import_people"),
        },
    )


def _heads(sort: str) -> list[dict[str, str]]:
    """The heads that turn the order: a press sorts by this, and another the other way round."""
    found = []
    for name, text, only in (
        ("name", _("Naam"), ""),
        ("place", _("Plaats"), ""),
        ("spoken", _("Gesproken"), ""),
        ("picture", _("Beeld"), "wide"),
    ):
        is_up, is_down = (sort or "name") == name, sort == f"-{name}"
        found.append(
            {
                "text": text,
                "only": only,
                "turn": f"-{name}" if is_up else name,
                "order": "ascending" if is_up else "descending" if is_down else "",
                "drawing": "sort-up" if is_up else "sort-down" if is_down else "sort",
            }
        )
    return found


def _noted(request: Any) -> list[Any]:
    """Who was noted just now as told: right after it, while it can still be taken back."""
    if not request.GET.get("genoteerd") or not request.actor.can("edit_candidates"):
        return []
    keys = keys_in(request.session.get(NOTED, []))
    told = candidates.candidates_visible_to(request.actor, with_left=True)
    return list(told.filter(pk__in=keys, informed_date=timezone.localdate(request.at)))


def _row(candidate: Any, chosen: Any, at: Any) -> dict[str, Any]:
    terms = sorted(
        candidate.terms.all(), key=lambda t: (t.source == "own_words", t.term.kind, t.term.position)
    )
    place = regions.place_of(candidate.postcode)
    return {
        "id": candidate.pk,
        "name": candidate.name,
        "sub": candidate.assigned_to.first_name if candidate.assigned_to else "",
        "terms": [t.term.label for t in terms[:3]],
        "more": max(0, len(terms) - 3),
        "place": place.name if place else candidate.postcode or _("onbekend"),
        "languages": ", ".join(str(Language(code).label) for code in candidate.languages),
        "spoken": _since(candidate.spoken_at, at) or _("nog niet"),
        "picture": _since(candidate.picture_at, at) or _("nog leeg"),
        "has_left": candidate.left_at is not None,
        "is_ticked": candidate.pk in chosen,
    }


def _since(moment: Any, at: Any) -> str:
    """How long ago, as one would say it: today, some days, some weeks; then the month."""
    if moment is None:
        return ""
    days = (timezone.localdate(at) - timezone.localdate(moment)).days
    if days <= 0:
        return _("vandaag")
    if days < 14:
        return ngettext("%(count)d dag geleden", "%(count)d dagen geleden", days) % {"count": days}
    if days < 92:
        return ngettext("%(count)d week geleden", "%(count)d weken geleden", days // 7) % {"count": days // 7}
    return date_format(timezone.localtime(moment), "F Y")
