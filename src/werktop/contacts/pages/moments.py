"""The list of the own organisation's contact moments."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.contacts import queries
from werktop.contacts.models import Channel
from werktop.contacts.moments import how_in_words, said_in_words, who_in_words
from werktop.ui.widgets import DayInput

PER_PAGE = 25


class MomentFilterForm(forms.Form):
    """Everything may be left open. What cannot be read narrows nothing."""

    q = forms.CharField(
        label=_("Zoek een naam of woorden"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    channel = forms.ChoiceField(label=_("Hoe"), required=False)
    since = forms.DateField(label=_("Vanaf"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Tot en met"), required=False, widget=DayInput)
    colleague = forms.ChoiceField(label=_("Collega"), required=False)

    def __init__(self, *args: Any, viewer: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = accounts.colleagues_of(viewer, accounts.Role.RELATIONSHIP_MANAGER)
        for name, choices in (
            ("channel", [("", gettext("alles")), *Channel.choices]),
            ("colleague", [("", gettext("iedereen")), *((str(a.pk), a.name) for a in colleagues)]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def filters(self) -> queries.MomentFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return queries.MomentFilters(
            words=asked.get("q", ""),
            channel=asked.get("channel", ""),
            from_date=asked.get("since"),
            to_date=asked.get("until"),
            by_id=UUID(asked["colleague"]) if asked.get("colleague") else None,
        )


def page(request: Any) -> HttpResponse:
    """Search, filters and pages; the gate logs whom the page names."""
    form = MomentFilterForm(request.GET, viewer=request.actor)
    shown = Paginator(queries.found_moments(request.actor, form.filters()), PER_PAGE).get_page(
        request.GET.get("page")
    )
    rows = list(shown)
    request.shown_people += [(kind, [key]) for kind, key in queries.people_named(rows)]
    return render(
        request,
        "contacts/moments.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {
                    "row": row,
                    "how": how_in_words(row),
                    "who": who_in_words(row),
                    "said": said_in_words(row),
                }
                for row in rows
            ],
            "count": shown.paginator.count,
            "is_of_colleague": form.cleaned_data.get("colleague", "") not in ("", str(request.actor.id)),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "can_edit": request.actor.can("edit_candidates"),
        },
    )
