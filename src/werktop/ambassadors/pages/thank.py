"""Thanks to an entrepreneur, with what the bringing in led to: a message that is ready, and can be changed before it goes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.messages import thanks_words
from werktop.ambassadors.queries.yields import yield_of
from werktop.ambassadors.refusals import NothingSaid
from werktop.audit.refusals import NotVisible, Refusal, keep_typed
from werktop.employers import queries as employers


class ThanksForm(forms.Form):
    """The words that go."""

    words = forms.CharField(
        label=gettext_lazy("Wat je schrijft"),
        help_text=gettext_lazy("Verander het gerust. Schrijf niets over een kandidaat."),
        max_length=1500,
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": NothingSaid.text},
    )


def page(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """One tap sends it."""
    person = employers.entrepreneur_for(request.actor, entrepreneur_id)
    if not employers.can_edit(request.actor, person.employer):
        raise NotVisible()
    led_to = yield_of(person)
    start = {"words": thanks_words(person, led_to)}
    form = ThanksForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            commands.thank_entrepreneur(
                actor=request.actor, at=request.at, key=request.request_key, entrepreneur_id=entrepreneur_id,
                words=form.cleaned_data["words"],
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Het bericht aan %(name)s is onderweg.") % {"name": person.name})
            return redirect("employers:employer", employer_id=person.employer_id)
    return render(request, "ambassadors/thank.html", {"form": form, "person": person, "led_to": led_to})
