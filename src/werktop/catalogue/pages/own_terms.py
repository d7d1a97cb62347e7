"""The words that an organisation added for itself, and a form for the next one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.catalogue import commands, queries
from werktop.catalogue.used import used_in

from .forms import OwnTermForm


def page(request: Any) -> HttpResponse:
    """For the functional administrator; another organisation has a page of its own."""
    form = OwnTermForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.add_own_term(actor=request.actor, at=request.at, key=request.request_key, **form.facts())
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(
                request, _("%(word)s staat in de lijst.") % {"word": capfirst(form.cleaned_data["label_nl"])}
            )
            return redirect("catalogue:own_terms")
    terms = list(queries.own_terms(request.actor))
    used = used_in(request.actor, [term.pk for term in terms])
    rows = [{"term": term, "used": used[term.pk]} for term in terms]
    return render(request, "catalogue/own_terms.html", {"form": form, "rows": rows})
