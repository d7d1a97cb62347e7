"""Courses and other help: the list of the own organisation, to choose from when one is noted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.catalogue import commands, queries


class InstrumentForm(forms.Form):
    """A name, as colleagues say it."""

    name = forms.CharField(
        label=gettext_lazy("Cursus of hulp"),
        max_length=120,
        error_messages={"required": commands.InstrumentIsNameless.text},
    )


def page(request: Any) -> HttpResponse:
    """A POST adds a name, takes one off the list (`away`), or puts it back (`back_on`)."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
    for name in ("away", "back_on"):
        if name in request.POST:
            commands.retire_instrument(
                **asked, instrument_id=_key(request.POST[name]), is_back=name == "back_on"
            )
            words = _("Staat weer op de lijst.") if name == "back_on" else _("Wordt niet meer aangeboden.")
            messages.success(request, words)
            return redirect("catalogue:instruments")
    form = InstrumentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.offer_instrument(**asked, name=form.cleaned_data["name"])
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Staat op de lijst."))
            return redirect("catalogue:instruments")
    rows = list(queries.instruments(request.actor))
    return render(request, "catalogue/instruments.html", {"form": form, "rows": rows})


def _key(said: str) -> UUID:
    if (key := key_in(said)) is None:
        raise NotVisible()
    return key
