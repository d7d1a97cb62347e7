"""One sentence is enough to note work at an employer."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.ui.widgets import DayInput
from werktop.work_profiles import commands

FIRST = "werk"
"""The step of the talk that follows on the one sentence."""


class SentenceForm(forms.Form):
    """One sentence is enough."""

    what = forms.CharField(
        label=gettext_lazy("Wat voor werk?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden wat voor werk het is.")},
    )
    places = forms.IntegerField(
        label=gettext_lazy("Voor hoeveel mensen?"), required=False, min_value=1, max_value=999
    )
    from_date = forms.DateField(label=gettext_lazy("Vanaf wanneer?"), required=False, widget=DayInput)


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """Anybody in the region who works with employers may note what is there or coming."""
    employer = employers.employer_for(request.actor, employer_id)
    chance = _chance(request, employer_id)
    if chance and chance.closed_at and request.method == "GET":
        return redirect("employers:chance", chance_id=chance.pk)
    status = 200
    form = SentenceForm(request.POST if request.method == "POST" else None, initial=_begin(chance))
    if request.method == "POST" and form.is_valid():
        try:
            note = (
                partial(commands.note_work_of_chance, chance_id=chance.pk)
                if chance
                else commands.note_work_profile
            )
            made = note(
                actor=request.actor, at=request.at, key=request.request_key, employer_id=employer_id,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
            status = refusal.status
        else:
            if request.POST.get("then") == "next":
                return redirect("work_profiles:change_profile", made, FIRST)
            messages.success(request, _("Genoteerd."))
            return redirect("employers:employer", employer_id=employer_id)
    return render(
        request,
        "work_profiles/new_profile.html",
        {"form": form, "employer": employer},
        status=status,
    )


def _chance(request: Any, employer_id: UUID) -> Any:
    """The chance at this firm out of which work is made, as the address says; also one that is settled, of which a form still
    stood open."""
    key = key_in(request.GET.get("kans"))
    found = employers.chances_in_region(request.actor).filter(pk=key, employer_id=employer_id)
    return found.first() if key else None


def _begin(chance: Any) -> dict[str, Any]:
    return {"what": chance.words[:120], "from_date": chance.expected_date} if chance else {}
