"""One word of the own organisation: change it, retire it, take it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.catalogue import commands, queries

from .forms import OwnTermForm, answers_of


def page(request: Any, own_term_id: UUID) -> HttpResponse:
    """What is changed reads the new way wherever it is noted already."""
    term = queries.own_term(request.actor, own_term_id)
    form = OwnTermForm(request.POST if request.method == "POST" else None, initial=answers_of(term))
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_own_term,
            about=("own_term", term.pk),
            now=lambda: answers_of(queries.own_term(request.actor, own_term_id)),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect("catalogue:own_terms")
    return render(
        request,
        "catalogue/own_term.html",
        {"form": form, "term": term, "overtaken": went.overtaken},
        status=went.status,
    )
