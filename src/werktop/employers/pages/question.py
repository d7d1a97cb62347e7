"""One question of an employer: who asks, who calls by when, and the buttons to take it, answer it or pass it on."""

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
from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import commands, queries
from werktop.employers.models.questions import OPEN
from werktop.ui.widgets import DayInput

ID_OF = "onward_%s"
"""Two forms on one page ask what was said: each field has an id of its own."""


class AnswerForm(forms.Form):
    """What was said."""

    said = forms.CharField(
        label=gettext_lazy("Wat zei je?"),
        max_length=400,
        widget=forms.Textarea({"rows": 2}),
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden wat je zei.")},
    )


class PassOnForm(forms.Form):
    """To whom it went, and by when they answer."""

    passed_to = forms.CharField(
        label=gettext_lazy("Aan wie gaf je het door?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Schrijf aan wie je het doorgaf.")},
    )
    passed_date = forms.DateField(
        label=gettext_lazy("Wanneer hoort de werkgever iets?"), required=False, widget=DayInput
    )
    said = forms.CharField(label=gettext_lazy("Wat zei je erbij?"), required=False, max_length=400)


def page(request: Any, employer_question_id: UUID) -> HttpResponse:
    """The region reads it and anybody who works with employers takes it; two at a time: one wins and the other reads who."""
    queries.question_for(request.actor, employer_question_id)
    answer, pass_on = AnswerForm(), PassOnForm(auto_id=ID_OF)
    if request.method == "POST":
        do = request.POST.get("do", "")
        who = {
            "actor": request.actor,
            "at": request.at,
            "key": request.request_key,
            "employer_question_id": employer_question_id,
        }
        form: forms.Form | None = None
        if do == "answer":
            form = answer = AnswerForm(request.POST)
        elif do == "pass_on":
            form = pass_on = PassOnForm(request.POST, auto_id=ID_OF)
        if form is None or form.is_valid():
            try:
                told = _done(do, who, form.cleaned_data if form else {}, request.POST)
            except Refusal as refusal:
                if form is None:
                    raise
                keep_typed(request, form, refusal)
            else:
                messages.success(request, told)
                return redirect("employers:question", employer_question_id=employer_question_id)
    return _shown(request, employer_question_id, answer, pass_on)


def _done(do: str, who: dict[str, Any], facts: dict[str, Any], typed: Any) -> str:
    if do == "take":
        commands.take_question(**who)
        return _("Jij bent de contactpersoon. Wie het vroeg, krijgt je naam en nummer.")
    if do == "let_go":
        commands.let_go_of_question(**who)
        return _("De vraag wacht weer op iemand.")
    if do == "answer":
        commands.answer_question(**who, **facts)
        return _("Afgerond.")
    if do == "pass_on":
        commands.pass_question_on(**who, **facts)
        return _("Doorgegeven.")
    if do == "reopen":
        commands.reopen_question(**who)
        return _("De vraag staat weer open.")
    if do == "link":
        chosen = key_in(typed.get("employer_id"))
        if chosen is not None or not typed.get("employer_id"):
            commands.link_question(**who, employer_id=chosen)
            return _("Bewaard.")
    raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))


def _shown(request: Any, key: UUID, answer: AnswerForm, pass_on: PassOnForm) -> HttpResponse:
    row = queries.question_for(request.actor, key)
    may = request.actor.can("edit_employers")
    return render(
        request,
        "employers/question.html",
        {
            "row": row,
            "is_open": row.state in OPEN,
            "is_late": row.state in OPEN and row.due_at < request.at,
            "is_mine": row.taken_by_id == request.actor.id,
            "may": may,
            "may_let_go": may and request.actor.organisation_id == row.organisation_id,
            "likely": queries.likely_firms(request.actor, row) if may else [],
            "answer": answer,
            "pass_on": pass_on,
            "earlier": queries.earlier_of_question(row),
        },
    )
