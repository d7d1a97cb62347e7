"""The list of an organisation's colleagues, for the functional administrator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries
from werktop.accounts.roles import Role

PER_PAGE = 25


class FilterForm(forms.Form):
    """Search, and whether to show who left."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    left = forms.BooleanField(label=_("ook wie weg is"), required=False)


def page(request: Any) -> HttpResponse:
    """Names with their roles here."""
    form = FilterForm(request.GET)
    form.is_valid()
    found = queries.found_colleagues(
        request.actor, form.cleaned_data.get("q", ""), with_left=form.cleaned_data.get("left", False)
    )
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "id": account.pk,
            "name": account.name,
            "email": account.email,
            "phone": account.phone,
            "roles": [Role(m.role).label for m in account.roles_here],
        }
        for account in shown
    ]
    return render(
        request,
        "accounts/colleagues.html",
        {"form": form, "page": shown, "rows": rows, "count": shown.paginator.count},
    )
