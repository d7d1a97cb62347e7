"""One idea of an entrepreneur with the answer, and one that a colleague heard."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.models import Idea, IdeaKind, IdeaState
from werktop.ambassadors.queries import ideas
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.ui.panels import panels_of

from .forms import WORDS, IdeaForm


class AnswerForm(forms.Form):
    """What is done with it; the entrepreneur reads the words."""

    state = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het ervoor?"), choices=IdeaState.choices, widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=gettext_lazy("Wat deden jullie ermee?"),
        help_text=gettext_lazy("Wie het idee had, leest dit op de eigen pagina."),
        required=False,
        max_length=600,
        widget=WORDS,
    )


def one(request: Any, idea_id: UUID) -> HttpResponse:
    """The idea in the own words, what was answered, and the way on: a gathering made of it."""
    row = ideas.idea_for(request.actor, idea_id)
    may_answer = ideas.can_answer(request.actor, row)
    start = {"state": row.state, "answer": row.answer}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and not may_answer:
        raise NotVisible()
    if request.method == "POST" and form.is_valid():
        try:
            commands.answer_idea(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                idea_id=row.pk,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard. De ondernemer leest het op de eigen pagina."))
            return redirect("ambassadors:idea", idea_id=row.pk)
    return render(
        request,
        "ambassadors/idea.html",
        {
            "row": row,
            "form": form,
            "may_answer": may_answer,
            "earlier": ideas.earlier_of_idea(row),
            "gathering_url": _gathering_url(request, row),
            "panels": panels_of(request, row),
        },
    )


def take_back(request: Any, idea_id: UUID) -> HttpResponse:
    """It was noted by mistake."""
    commands.take_back_idea(actor=request.actor, at=request.at, key=request.request_key, idea_id=idea_id)
    messages.success(request, _("Weggehaald."))
    return redirect("ambassadors:ideas")


def new(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """What an entrepreneur told a colleague; `?soort=` says of which kind."""
    person = employers.entrepreneur_for(request.actor, entrepreneur_id)
    if not employers.can_edit(request.actor, person.employer):
        raise NotVisible()
    asked = request.GET.get("soort", "")
    kind = asked if asked in IdeaKind.values else IdeaKind.GATHERING.value
    form = IdeaForm(kind, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.propose_idea(
                actor=request.actor, at=request.at, key=request.request_key, entrepreneur_id=entrepreneur_id,
                kind=kind, **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect("employers:employer", employer_id=person.employer_id)
    kinds = [
        {"label": label, "url": f"?soort={value}", "is_current": value == kind}
        for value, label in IdeaKind.choices
    ]
    return render(request, "ambassadors/new_idea.html", {"form": form, "person": person, "kinds": kinds})


def _gathering_url(request: Any, row: Idea) -> str:
    if not request.actor.can("plan_gatherings") or row.kind == IdeaKind.APPROACH:
        return ""
    asked = {"idea": str(row.pk)}
    return f"{reverse('gatherings:new_gathering')}?{urlencode(asked)}"
