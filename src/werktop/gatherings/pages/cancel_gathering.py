"""A gathering does not happen: who hears of it, and whom to call."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal, keep_typed

from ..commands.cancelling import cancel_gathering
from ..moments import moment_of
from ..queries.calls import hearing_before
from ..queries.cockpit import preparations_of
from ..queries.gatherings import gathering_of_editor
from ..queries.others_to_tell import others_to_tell
from .words import frame_of, shown_as_it_is


class CancelForm(forms.Form):
    """Why, for colleagues; guests are not told the reason."""

    reason = forms.CharField(label=_("Waarom gaat het niet door?"), required=False, max_length=200)


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Asks first; then tells everyone who was invited."""
    gathering = gathering_of_editor(request.actor, gathering_id)
    if request.method != "POST" and (refused := shown_as_it_is(request, gathering)):
        return refused
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            cancel_gathering(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering.pk,
                reason=form.cleaned_data["reason"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Het gesprek gaat niet door. Hieronder staat wie het hoort, en hoe."))
            return redirect("gatherings:gathering", gathering_id=gathering.pk)
    return render(
        request,
        "gatherings/cancel_gathering.html",
        {
            "form": form,
            "others": others_to_tell(request.actor, gathering, request.at, is_off=True),
            # in numbers: the names to call stand once, where they are ticked
            "hearing": hearing_before(request.actor, gathering, request.at),
            "preparations": [moment_of(each, is_inside=True) for each in preparations_of(gathering)],
        }
        | frame_of(request.actor, gathering, request.at),
    )
