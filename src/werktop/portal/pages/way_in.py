"""Naar mijn pagina: an e-mail address, and a code comes. The answer is the same whether anybody is known there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from werktop.accounts import commands, strong_logins, visitors
from werktop.audit.refusals import Refusal, keep_typed
from werktop.portal.asking import remember

MOST_AN_HOUR = 20
"""Questions from one place in an hour; what one address gets is counted by the command."""


class AddressForm(forms.Form):
    """Where the code goes."""

    email = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": gettext_lazy("Dit is geen volledig e-mailadres. Er staat een @ in."),
            "required": gettext_lazy("Vul uw e-mailadres in."),
        },
    )


def page(request: Any) -> HttpResponse:
    """GET asks the address; POST lays the question down and goes on to the page where the code is typed."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST" and form.is_valid():
        asked = commands.count_question(address=visitors.address_of(request), at=request.at, what=" own code")
        if asked > MOST_AN_HOUR:
            form.add_error(
                None, _("Er is hier te vaak om een code gevraagd. Probeer het over een uur nog eens.")
            )
            status = 429
        else:
            try:
                question_id = commands.ask_code(
                    actor=request.actor,
                    at=request.at,
                    key=request.request_key,
                    email=form.cleaned_data["email"],
                    language=get_language() or settings.LANGUAGE_CODE,
                )
            except Refusal as refusal:
                keep_typed(request, form, refusal)
            else:
                return remember(request, redirect("portal:enter_code"), question_id)
    return render(
        request,
        "portal/way_in.html",
        {"form": form, "login_name": strong_logins.name_of_login()},
        status=status,
    )
