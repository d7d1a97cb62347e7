"""A gathering does not happen: who hears of it, and whom to call."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal, keep_typed

from ..commands.planning import cancel_gathering
from ..queries.cockpit import answers_of
from ..queries.gatherings import gathering_of_editor
from ..queries.guests import guests_to_call
from .words import frame_of


class CancelForm(forms.Form):
    """Why, for colleagues; guests are not told the reason."""

    reason = forms.CharField(label=_("Waarom gaat het niet door?"), required=False, max_length=200)


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Asks first; then tells everyone who was invited."""
    gathering = gathering_of_editor(request.actor, gathering_id)
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            told = cancel_gathering(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering.pk,
                reason=form.cleaned_data["reason"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _told(told))
            return redirect("gatherings:gathering", gathering_id=gathering.pk)
    to_call = guests_to_call(request.actor, gathering)
    request.shown_people.append(
        ("candidate", [r.candidate_id for r in to_call if r.candidate_id and r.is_named])
    )
    answers = answers_of(gathering)
    return render(
        request,
        "gatherings/cancel_gathering.html",
        {
            "form": form,
            "to_call": to_call,
            "asked": sum(a.yes + a.open + a.waiting for a in answers.values()),
        }
        | frame_of(request.actor, gathering),
    )


def _told(count: int) -> str:
    text = ngettext(
        "Het gesprek gaat niet door. %(count)s gast krijgt een bericht.",
        "Het gesprek gaat niet door. %(count)s gasten krijgen een bericht.",
        count,
    )
    return text % {"count": count}
