"""Bedrijven die ik ken: the candidate's own network, in own words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import shown


class FirmForm(forms.Form):
    """One firm, and whom the candidate knows there."""

    firm_name = forms.CharField(
        label=gettext_lazy("Welk bedrijf kent u?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Vul de naam van het bedrijf in.")},
    )
    words = forms.CharField(
        label=gettext_lazy("Hoe kent u het? Bijvoorbeeld: ik werkte er, of mijn zus werkt er."),
        max_length=200,
        required=False,
    )


def page(request: Any) -> HttpResponse:
    """What was named, and one form to name another."""
    candidate = candidates.own_row(request.actor)
    form = FirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.name_firm(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                candidate_id=candidate.pk,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard. Dank u."))
            return redirect("portal:firms")
    gone_id = key_in(request.GET.get("weg", ""))
    facts = {
        "candidate": candidate,
        "form": form,
        "firms": candidates.own_firms(candidate),
        "gone_id": gone_id,
        "gone": candidates.removed_firm(candidate, gone_id) if gone_id else "",
    }
    return shown(request, "portal/firms.html", facts)
