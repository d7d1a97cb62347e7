"""Typ de code: six digits out of the mail open the own page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts import commands, visitors
from werktop.audit.refusals import Refusal
from werktop.portal.asking import asked_here, forget
from werktop.portal.own_frame import let_in

MOST_AN_HOUR = 40
"""Codes typed from one place in an hour; what one question bears is counted by the command."""


class CodeForm(forms.Form):
    """The code, with or without spaces."""

    code = forms.CharField(
        label=gettext_lazy("Uw code"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": gettext_lazy("Typ de zes cijfers uit de mail.")},
    )


def page(request: Any) -> HttpResponse:
    """GET asks the code; POST opens the page of whose code it is. Which browser asked is in its cookie."""
    question_id = asked_here(request)
    if question_id is None:
        return redirect("portal:way_in")
    form = CodeForm(request.POST if request.method == "POST" else None)
    status, is_over = 200, False
    if request.method == "POST" and form.is_valid():
        typed = commands.count_question(
            address=visitors.address_of(request), at=request.at, what=" own code typed"
        )
        if typed > MOST_AN_HOUR:
            form.add_error(None, _("Er is hier te vaak een code getypt. Probeer het over een uur nog eens."))
            status = 429
        else:
            try:
                token = commands.enter_code(
                    at=request.at, question_id=question_id, code=form.cleaned_data["code"]
                )
            except Refusal as refusal:
                is_over = isinstance(refusal, commands.CodeIsOver)
                form.add_error(None if is_over else "code", refusal.text)
            else:
                return forget(let_in(request, token))
    return render(request, "portal/enter_code.html", {"form": form, "is_over": is_over}, status=status)
