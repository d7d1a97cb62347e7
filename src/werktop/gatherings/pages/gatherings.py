"""The list of the region's gatherings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..moments import moment_of
from ..queries.gathering_list import Coming, coming_to, gatherings_found

PER_PAGE = 25


class FilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    when = forms.ChoiceField(
        label=_("Welke"),
        required=False,
        choices=[
            ("", _("wat nog komt")),
            ("past", _("wat geweest is")),
            ("cancelled", _("wat niet doorging")),
        ],
    )


def page(request: Any) -> HttpResponse:
    """Search, what comes or what has been, pages."""
    form = FilterForm(request.GET)
    form.is_valid()
    when = form.cleaned_data.get("when") or "coming"
    found = gatherings_found(request.actor, at=request.at, when=when, words=form.cleaned_data.get("q", ""))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    coming = coming_to(request.actor, list(shown))
    return render(
        request,
        "gatherings/gatherings.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {"gathering": each, "when": moment_of(each), "who": _who_comes(coming[each.pk])}
                for each in shown
            ],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "can_plan": request.actor.can("plan_gatherings"),
        },
    )


def _who_comes(coming: Coming) -> str:
    """How many said yes, as far as the viewer may know; "" where nobody was asked yet."""
    if not coming.is_asked:
        return ""
    said = [
        words % {"count": count}
        for words, count in (
            (
                ngettext("%(count)s kandidaat", "%(count)s kandidaten", coming.candidates or 0),
                coming.candidates,
            ),
            (
                ngettext("%(count)s ondernemer", "%(count)s ondernemers", coming.entrepreneurs or 0),
                coming.entrepreneurs,
            ),
        )
        if count is not None
    ]
    return ", ".join(said) or gettext("aantallen onder de tien zie je hier niet")
