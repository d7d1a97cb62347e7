"""Iemand meebrengen: an entrepreneur names a fellow in two fields, and reads what became of whom they named."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.queries.fellows import fellows_of
from werktop.ambassadors.queries.yields import yield_of
from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.portal.firm_frame import shown

MOST = 50


class BringInForm(forms.Form):
    """Two fields."""

    name = forms.CharField(
        label=gettext_lazy("Naam van het bedrijf of van de ondernemer"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul een naam in.")},
    )
    reach = forms.CharField(
        label=gettext_lazy("E-mailadres of telefoonnummer"),
        max_length=254,
        error_messages={"required": gettext_lazy("Vul een e-mailadres of een telefoonnummer in.")},
    )


def page(request: Any) -> HttpResponse:
    """GET shows the form, whom one named and what it led to; POST names one more."""
    person = employers.own_entrepreneur(request.actor)
    form = BringInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.name_fellow(
                actor=request.actor, at=request.at, key=request.request_key, entrepreneur_id=person.pk,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Dank u wel. Wij bellen, en u leest hier wat ervan komt."))
            return redirect("portal:bring_in")
    return shown(
        request,
        "portal/bring_in.html",
        {
            "person": person,
            "form": form,
            "fellows": [
                {"row": row, "words": _becomes(row), "mail": _mail(row)}
                for row in fellows_of([person.pk])[:MOST]
            ],
            "led_to": yield_of(person),
        },
    )


def _becomes(row: Any) -> str:
    said = {
        "named": _("Wij gaan bellen."),
        "called": _("Wij spraken hen."),
        "joined": _("Doet mee. Dank u wel!"),
        "not_now": _("Nu niet. Toch bedankt."),
    }
    return said[row.state]


def _mail(row: Any) -> str:
    """An address with which the own mail program opens with words to begin with: sent by the entrepreneur, or not."""
    if not row.email or row.state != "named":
        return ""
    subject = _("Werken aan werk in onze regio")
    body = _("Wij doen mee aan de prettige gesprekken in onze regio. Ik noemde jouw naam: je wordt gebeld.")
    return f"mailto:{quote(row.email, safe='@')}?subject={quote(subject)}&body={quote(body)}"
