"""One search box over names, from the head of every page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from werktop.regions import queries as regions

from ..queries import Found, found_by_name

MOST = 10
"""As many of one kind as stand on the page; the kind's own list has them all."""


class FindForm(forms.Form):
    """What somebody is called, about."""

    q = forms.CharField(
        label=_("Naam"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )


def page(request: Any) -> HttpResponse:
    """Candidates, employers and the people there who are named like what was typed; the gate logs who is shown."""
    form = FindForm(request.GET)
    form.is_valid()
    words = " ".join(form.cleaned_data.get("q", "").replace("\x00", "").split())
    found = found_by_name(request.actor, words, MOST)
    for each in found:
        if each.kind != "employer":
            request.shown_people.append((each.kind, [row.pk for row in each.rows]))
    return render(
        request,
        "desk/find.html",
        {
            "form": form,
            "words": words,
            "kinds": [_kind(each, words) for each in found if each.count],
            "sees_candidates": request.actor.can("see_candidates"),
            "said": _said(sum(each.count for each in found)),
        },
    )


def _said(count: int) -> str:
    return ngettext("%(count)d gevonden", "%(count)d gevonden", count) % {"count": count}


def _kind(found: Found, words: str) -> dict[str, Any]:
    title, all_words, lists = {
        "candidate": (
            gettext("Kandidaten"),
            gettext("Alle in de lijst van kandidaten"),
            "desk:candidates",
        ),
        "employer": (
            gettext("Werkgevers"),
            gettext("Alle in de lijst van werkgevers"),
            "employers:employers",
        ),
        # the list of employers finds a firm by its people
        "entrepreneur": (
            gettext("Mensen bij werkgevers"),
            gettext("Hun werkgevers in de lijst"),
            "employers:employers",
        ),
    }[found.kind]
    asked = {"q": words, "left": "on"} if found.kind == "candidate" else {"q": words}
    return {
        "id": found.kind,
        "title": title,
        "count": found.count,
        "all_url": f"{reverse(lists)}?{urlencode(asked)}" if found.count > len(found.rows) else "",
        "all_words": all_words,
        "rows": [_row(found.kind, row) for row in found.rows],
    }


def _row(kind: str, row: Any) -> dict[str, Any]:
    if kind == "candidate":
        place = regions.place_of(row.postcode)
        with_whom = row.assigned_to.first_name if row.assigned_to else ""
        sub = ", ".join(filter(None, (place.name if place else row.postcode, with_whom)))
        url = reverse("candidates:candidate", args=[row.pk])
    elif kind == "employer":
        sub, url = row.place, reverse("employers:employer", args=[row.pk])
    else:
        sub, url = row.employer.name, reverse("employers:employer", args=[row.employer_id])
    return {
        "key": row.pk,
        "name": row.name,
        "avatar": "candidate" if kind == "candidate" else "entrepreneur",
        "sub": sub,
        "url": url,
        "has_left": kind == "candidate" and row.left_at is not None,
    }
