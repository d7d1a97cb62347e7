"""Another time, place or number. Guests who were asked hear about a new time or place."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.refusals import Refusal, keep_typed

from ..commands.changing import change_gathering
from ..models import Gathering
from ..queries.gatherings import gathering_of_editor
from .forms import PlaceAndTimeForm, answers_of
from .words import frame_of, shown_as_it_is


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The form with what is known; it says beforehand who gets a message."""
    gathering = gathering_of_editor(request.actor, gathering_id)
    if request.method != "POST" and (refused := shown_as_it_is(request, gathering)):
        return refused
    asked = {"viewer": request.actor, "zone": gathering.time_zone}
    if request.method != "POST":
        return _shown(request, gathering, PlaceAndTimeForm(initial=answers_of(gathering), **asked))
    form = PlaceAndTimeForm(request.POST, **asked)
    if not form.is_valid():
        return _shown(request, gathering, form)
    facts = {name: value for name, value in form.facts().items() if value is not None}
    facts |= {name: form.cleaned_data[name] for name in ("travel_tip",)}
    try:
        done = change_gathering(
            actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering.pk, **facts
        )
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return _shown(request, gathering, form)
    messages.success(request, _in_words(done))
    return redirect("gatherings:gathering", gathering_id=gathering.pk)


def _in_words(done: dict[str, int]) -> str:
    words = [_("Bewaard.")]
    if done["tables"]:
        words.append(
            ngettext(
                "Er is %(count)d tafel bij gekomen, voor de kandidaten die je meer uitnodigt.",
                "Er zijn %(count)d tafels bij gekomen, voor de kandidaten die je meer uitnodigt.",
                done["tables"],
            )
            % {"count": done["tables"]}
        )
    if done["came"]:
        words.append(
            ngettext(
                "%(count)d gast van de wachtlijst kan nu komen en hoort dat.",
                "%(count)d gasten van de wachtlijst kunnen nu komen en horen dat.",
                done["came"],
            )
            % {"count": done["came"]}
        )
    return " ".join(words)


def _shown(request: Any, gathering: Gathering, form: PlaceAndTimeForm) -> HttpResponse:
    return render(
        request,
        "gatherings/change_gathering.html",
        {"form": form} | frame_of(request.actor, gathering, request.at),
    )
