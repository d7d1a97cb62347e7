"""The list of an organisation's colleagues, for the functional administrator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries
from werktop.accounts.roles import Role

PER_PAGE = 25


class FilterForm(forms.Form):
    """Search, one role, and whether to show who left."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    role = forms.ChoiceField(
        label=_("Rol"),
        required=False,
        choices=[("", _("alle rollen")), *((value, capfirst(label)) for value, label in Role.choices)],
    )
    left = forms.BooleanField(label=_("ook wie weg is"), required=False)

    def asked(self, sort: str) -> dict[str, Any]:
        """What was asked for, in the words of `found_colleagues`."""
        self.is_valid()
        typed = self.cleaned_data
        return {
            "words": typed.get("q", ""),
            "role": typed.get("role", ""),
            "with_left": typed.get("left", False),
            "sort": sort,
        }

    def found(self, request: Any) -> Any:
        """The colleagues that fit, in the order of the address."""
        return queries.found_colleagues(request.actor, **self.asked(request.GET.get("sort", "")))


def page(request: Any) -> HttpResponse:
    """Names with their roles here."""
    form = FilterForm(request.GET)
    shown = Paginator(form.found(request), PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "id": account.pk,
            "name": account.name,
            "email": account.email,
            "phone": account.phone,
            "roles": [Role(m.role).label for m in account.roles_here],
            "is_invited": not account.has_usable_password(),
        }
        for account in shown
    ]
    return render(
        request,
        "accounts/colleagues.html",
        {"form": form, "page": shown, "rows": rows, "count": shown.paginator.count},
    )
