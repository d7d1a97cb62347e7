"""Another time, place or number. Guests who were asked hear about a new time or place."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.accounts.changing import NOT_YET, Change, change

from ..commands.changing import change_gathering
from ..models import Gathering
from ..queries.gatherings import gathering_of_editor
from .forms import ChangeGatheringForm, answers_of
from .words import frame_of, shown_as_it_is

CHANGES_WHAT_IS_ASKED = tuple(
    f"gatherings.{verb}" for verb in ("change_gathering", "add_chairs", "close_tables", "apply_proposed_plan")
)


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The form with what is known; it says beforehand who gets a message. Nothing is lost where a colleague was quicker:
    then it says what stands there now."""
    gathering = gathering_of_editor(request.actor, gathering_id)
    if request.method != "POST" and (refused := shown_as_it_is(request, gathering)):
        return refused
    asked = {"viewer": request.actor, "zone": gathering.time_zone}
    if request.method != "POST":
        return _shown(request, gathering, ChangeGatheringForm(initial=answers_of(gathering), **asked))
    form = ChangeGatheringForm(request.POST, **asked)
    if not form.is_valid():
        return _shown(request, gathering, form)
    went = change(
        request,
        form,
        change_gathering,
        about=("gathering", gathering_id),
        verbs=CHANGES_WHAT_IS_ASKED,
        now=lambda: answers_of(gathering_of_editor(request.actor, gathering_id)),
        **form.facts(),
    )
    if not went.is_saved:
        return _shown(request, gathering, form, went)
    messages.success(request, _in_words(went.outcome))
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
    if done["told"]:
        words.append(
            ngettext(
                "%(count)d gast krijgt bericht.",
                "%(count)d gasten krijgen bericht.",
                done["told"],
            )
            % {"count": done["told"]}
        )
    if done["hosts"]:
        words.append(
            ngettext(
                "%(count)d tafelhost krijgt een e-mail.",
                "%(count)d tafelhosts krijgen een e-mail.",
                done["hosts"],
            )
            % {"count": done["hosts"]}
        )
    return " ".join(words)


def _shown(
    request: Any, gathering: Gathering, form: ChangeGatheringForm, went: Change = NOT_YET
) -> HttpResponse:
    return render(
        request,
        "gatherings/change_gathering.html",
        {"form": form, "overtaken": went.overtaken} | frame_of(request.actor, gathering, request.at),
        status=went.status,
    )
