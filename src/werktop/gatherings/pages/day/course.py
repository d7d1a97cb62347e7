"""The course of the day: the doors open, rounds begin and end, it is over, and the guests are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.commands import day as commands
from werktop.gatherings.commands.talk_on import ask_talk_on
from werktop.gatherings.day_refusals import TapUnclear
from werktop.gatherings.queries.day import gathering_on_the_day


def start(request: Any, gathering_id: UUID) -> HttpResponse:
    """The doors open; early only with `sure`."""
    commands.start_day(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        is_sure=request.POST.get("sure") == "on",
    )
    return redirect("gatherings:day", gathering_id)


def take_back_start(request: Any, gathering_id: UUID) -> HttpResponse:
    """The day has not begun after all."""
    commands.take_back_start(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    return redirect("gatherings:day", gathering_id)


def finish(request: Any, gathering_id: UUID) -> HttpResponse:
    """The gathering is over."""
    commands.finish_day(
        actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id
    )
    messages.success(request, _("Het gesprek is afgesloten. Op de tafelschermen blijft niets staan."))
    return redirect("gatherings:day", gathering_id)


def ask(request: Any, gathering_id: UUID) -> HttpResponse:
    """Everybody who came is asked with whom to talk on."""
    told = ask_talk_on(actor=request.actor, at=request.at, key=request.request_key, gathering_id=gathering_id)
    words = ngettext("%(n)s gast krijgt de vraag.", "%(n)s gasten krijgen de vraag.", told["asked"])
    said = [words % {"n": told["asked"]}]
    if told["to_call"]:
        words = ngettext("Bel %(n)s gast zelf.", "Bel %(n)s gasten zelf.", told["to_call"])
        said.append(words % {"n": told["to_call"]})
    messages.success(request, " ".join(said))
    back = "matches:after" if request.POST.get("back") == "after" else "gatherings:day"
    return redirect(back, gathering_id)


ROUND_STEPS: dict[str, Callable[..., Any]] = {
    "begin": commands.begin_round,
    "end": commands.end_round,
    "take_back": commands.take_back_round,
}


def a_round(request: Any, gathering_id: UUID, round_number: int) -> HttpResponse:
    """A round begins, ends, or turns out to have begun by mistake: `what` is one of `ROUND_STEPS`."""
    gathering_on_the_day(request.actor, gathering_id)
    step = ROUND_STEPS.get(request.POST.get("what", ""))
    if step is None:
        raise TapUnclear()
    step(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        number=round_number,
    )
    return redirect("gatherings:day", gathering_id)
