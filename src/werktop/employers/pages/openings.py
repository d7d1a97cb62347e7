"""Work that an employer expects: noted, changed and closed from the employer's page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.changing import NOT_YET, change
from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import commands, queries
from werktop.employers.models import Opening
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput


class OpeningForm(forms.Form):
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


def note(request: Any, employer_id: UUID) -> HttpResponse:
    """Anybody in the region who works with employers may note what is coming."""
    employer = queries.employer_for(request.actor, employer_id)
    form = OpeningForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.note_opening(
                actor=request.actor, at=request.at, key=request.request_key, employer_id=employer_id,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect("employers:employer", employer_id=employer_id)
    return render(request, "employers/note_opening.html", {"form": form, "employer": employer})


class ChangeOpeningForm(OpeningForm, VersionedForm):
    """The same of what stands there."""


def change_page(request: Any, opening_id: UUID) -> HttpResponse:
    """What is expected, put right or closed; below it what stood there before."""
    opening = queries.opening_for(request.actor, opening_id)
    form = ChangeOpeningForm(request.POST if request.method == "POST" else None, initial=_answers(opening))
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("what", "places", "from_date")}
        went = change(
            request,
            form,
            commands.change_opening,
            about=("opening", opening.pk),
            now=lambda: _answers(queries.opening_for(request.actor, opening_id)),
            **facts,
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect(f"{reverse('employers:employer', args=[opening.employer_id])}#to-come")
    shown = {
        "form": form,
        "opening": opening,
        "employer": opening.employer,
        "earlier": queries.earlier_of(opening),
        "overtaken": went.overtaken,
    }
    return render(request, "employers/change_opening.html", shown, status=went.status)


def _answers(opening: Opening) -> dict[str, Any]:
    return queries.opening_facts(opening) | {"version": queries.opening_version(opening)}


def close(request: Any, opening_id: UUID) -> HttpResponse:
    """Filled, or gone; with "open" in the post it is expected again."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "opening_id": opening_id}
    status = request.POST.get("status", Opening.Status.GONE)
    if status == Opening.Status.OPEN:
        employer_id = commands.reopen_opening(**asked)
        messages.success(request, _("Het werk komt er weer aan."))
        return redirect("employers:employer", employer_id=employer_id)
    if status not in Opening.Status.values:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    employer_id = commands.close_opening(status=status, **asked)
    return redirect(f"{reverse('employers:employer', args=[employer_id])}?afgesloten={opening_id}")
