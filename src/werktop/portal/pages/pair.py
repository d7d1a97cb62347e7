"""Koppelen: who logged in elsewhere for the first time types the code that a colleague handed over in person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy

from werktop.accounts.commands import tie
from werktop.audit.refusals import Refusal, keep_typed
from werktop.portal.commands import tell_of_pairing
from werktop.portal.own_frame import let_in
from werktop.portal.strong import forget, logged_in_here


class PairingForm(forms.Form):
    """The code, with or without spaces."""

    code = forms.CharField(
        label=gettext_lazy("De koppelcode"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Typ de negen cijfers die u van ons kreeg.")},
    )


def page(request: Any) -> HttpResponse:
    """Once, and the next login leads to the own page at once."""
    mark = logged_in_here(request)
    if not mark:
        return redirect("portal:way_in")
    form = PairingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            token, kind, key = tie(at=request.at, subject_mark=mark, code=form.cleaned_data["code"])
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            tell_of_pairing(at=request.at, kind=kind, candidate_id=key)
            return forget(let_in(request, token))
    return render(request, "portal/pair.html", {"form": form})
