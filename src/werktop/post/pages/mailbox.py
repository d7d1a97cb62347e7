"""Proefpostbus: in the demo and in tests, what everyone would have received."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import NotVisible
from werktop.post import queries

ON_A_PAGE = 50


class SearchForm(forms.Form):
    """Looking for one person's mail."""

    search = forms.CharField(label=_("Zoek"), required=False, max_length=100)


def page(request: Any) -> HttpResponse:
    """The messages of one's own organisation, latest first. Outside demo and tests there is no such page."""
    if not settings.HAS_MAILBOX_PAGE:
        raise NotVisible()
    form = SearchForm(request.GET)
    search = form.cleaned_data["search"] if form.is_valid() else ""
    found = Paginator(queries.mailbox(request.actor, search=search), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    for kind in {m.to_kind for m in found}:
        request.shown_people.append((kind, [m.to_id for m in found if m.to_kind == kind]))
    return render(request, "post/mailbox.html", {"page": found, "form": form})
