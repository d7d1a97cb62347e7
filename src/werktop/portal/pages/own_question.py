"""Een vraag stellen on the own page: who asks is known, so one field is enough; below it what was asked and who calls."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.employers import turns
from werktop.employers.commands import ask_own_question
from werktop.portal.firm_frame import shown

MOST = 20
"""So many of the questions stand here."""


class QuestionForm(forms.Form):
    """What one asks."""

    words = forms.CharField(
        label=gettext_lazy("Uw vraag"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden wat u wilt vragen.")},
    )


def page(request: Any) -> HttpResponse:
    """GET asks; POST keeps it."""
    person = employers.own_entrepreneur(request.actor)
    form = QuestionForm(request.POST if request.method == "POST" else None)
    due = date_format(turns.due_at(request.at), "l j F")
    if request.method == "POST" and form.is_valid():
        try:
            ask_own_question(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                entrepreneur_id=person.pk,
                words=form.cleaned_data["words"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(
                request, _("Dank u. Een collega belt of schrijft u uiterlijk %(day)s.") % {"day": due}
            )
            return redirect("portal:own_question")
    asked = list(employers.own_questions(request.actor)[:MOST])
    return shown(
        request, "portal/own_question.html", {"person": person, "form": form, "asked": asked, "due": due}
    )
