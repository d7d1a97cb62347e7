"""Werk aanbieden: one sentence is enough, in whatever form the work is; below it what stands there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.portal.firm_frame import shown
from werktop.work_profiles import commands
from werktop.work_profiles.queries import own_work


class WorkForm(forms.Form):
    """One sentence."""

    words = forms.CharField(
        label=gettext_lazy("Wat voor werk kan er zijn?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf in één zin wat voor werk er kan zijn.")},
    )


def page(request: Any) -> HttpResponse:
    """GET asks; POST keeps the sentence as work to come, or takes one back that nobody went on with."""
    person = employers.own_entrepreneur(request.actor)
    who = {"actor": request.actor, "at": request.at, "key": request.request_key}
    if request.method == "POST" and "take_back" in request.POST:
        if (key := key_in(request.POST["take_back"])) is None:
            raise NotVisible()
        commands.take_back_offer(**who, work_profile_id=key)
        messages.success(request, _("Goed. Wij rekenen er niet meer op."))
        return redirect("portal:own_work")
    form = WorkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.offer_work(**who, entrepreneur_id=person.pk, words=form.cleaned_data["words"])
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Dank u. Wij kijken wie hierbij past, en bellen u."))
            return redirect("portal:own_work")
    return shown(
        request, "portal/own_work.html", {"person": person, "form": form, "work": own_work(request.actor)}
    )
