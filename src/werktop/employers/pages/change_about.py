"""What a firm makes, what it is like there, and where it stands in the registers."""

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
from werktop.audit.refusals import NotVisible, note_faults
from werktop.employers import commands, queries, trade_register
from werktop.employers.commands.facts import employer_faults
from werktop.employers.models import Employer, PsoStep, Size
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

NONE = ("", gettext_lazy("nog niet gevraagd"))


def _words(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=2000, required=False, widget=forms.Textarea({"rows": 3}))


class AboutForm(VersionedForm):
    """All of it may stay empty."""

    process = _words(gettext_lazy("Wat maken ze, en hoe gaat dat?"))
    how_it_is = _words(gettext_lazy("Hoe is het om daar te zijn?"))
    culture = _words(gettext_lazy("Hoe gaan ze met elkaar om?"))
    mission = _words(gettext_lazy("Waar gaan ze voor?"))
    size = forms.ChoiceField(
        label=gettext_lazy("Hoeveel mensen werken er?"), required=False, choices=[NONE, *Size.choices]
    )
    sbi_code = forms.CharField(label=gettext_lazy("SBI-code"), max_length=10, required=False)
    register_number = forms.CharField(
        label=gettext_lazy("KVK-nummer"), max_length=12, required=False,
        widget=forms.TextInput({"inputmode": "numeric"}),
    )  # fmt: skip
    pso_step = forms.ChoiceField(
        label=gettext_lazy("Trede op de PSO-ladder"),
        required=False,
        choices=[("", gettext_lazy("geen, of nog niet gevraagd")), *PsoStep.choices],
    )
    pso_until_date = forms.DateField(label=gettext_lazy("Geldig tot"), required=False, widget=DayInput)

    def __init__(self, employer: Employer, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.employer = employer

    def clean(self) -> None:
        """All that is wrong is said at once, also what only the command knows."""
        typed = {
            name: self.cleaned_data.get(name) or "" for name in ("sbi_code", "register_number", "pso_step")
        }
        until = self.cleaned_data.get("pso_until_date")
        known = {"name": self.employer.name, "sector": self.employer.sector, "pso_until_date": until}
        note_faults(self, employer_faults(known | typed))


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """The questions with what is known; below it what stood there before."""
    employer = queries.employer_for(request.actor, employer_id)
    if not queries.can_edit(request.actor, employer):
        raise NotVisible()
    typed = request.POST if request.method == "POST" else None
    form = AboutForm(employer, typed, initial=_answers(employer))
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.change_employer,
            about=("employer", employer_id),
            now=lambda: _answers(queries.employer_for(request.actor, employer_id)),
            verbs=("employers.change_employer",),
            **{name: value for name, value in form.cleaned_data.items() if name != "version"},
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect(f"{reverse('employers:employer', args=[employer_id])}#about")
    names = {name: field.label for name, field in form.fields.items() if name != "version"}
    shown = {
        "form": form,
        "employer": employer,
        "overtaken": went.overtaken,
        "has_register": trade_register.is_offered(),
        "before": queries.facts_before(employer, names),
    }
    return render(request, "employers/change_about.html", shown, status=went.status)


def _answers(employer: Employer) -> dict[str, Any]:
    return queries.about_facts_of(employer) | {"version": queries.about_version(employer)}
