"""One step of the own plan: done, not yet after all, a remark, or taken away; the same of what to learn; where the plan leads,
taken away; or what a course did."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, shown_again
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.ui.addresses import is_sent_from_here

from .plan import Typed, plan_shown

_TAKEN_AWAY = gettext_lazy("Weggehaald.")
PRESSES: dict[str, tuple[Callable[..., Any], dict[str, bool], Any]] = {
    "done": (commands.tick_own_step, {"is_done": True}, gettext_lazy("Gedaan. Goed zo!")),
    "open": (commands.tick_own_step, {"is_done": False}, gettext_lazy("Goed. De stap staat weer open.")),
    "remove": (commands.remove_own_step, {}, _TAKEN_AWAY),
    "learned": (commands.tick_own_goal, {"is_done": True}, gettext_lazy("Mooi, dat kunt u nu!")),
    "not_learned": (commands.tick_own_goal, {"is_done": False}, gettext_lazy("Goed. Het staat er weer bij.")),
    "remove_goal": (commands.remove_own_goal, {}, _TAKEN_AWAY),
    "remove_leads": (commands.remove_own_perspective, {}, _TAKEN_AWAY),
}
"""Buttons with which nothing is typed: the command, what it is told, and what the candidate then reads."""


def page(request: Any, row_id: UUID) -> HttpResponse:
    """Which button says what; back on the plan."""
    who = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "candidate_id": request.actor.id,
        "row_id": row_id,
    }
    answer = request.POST.get("answer", "")
    if answer in ("remark", "outcome"):
        return _written(request, who, is_remark=answer == "remark")
    if answer not in PRESSES:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    command, told, words = PRESSES[answer]
    command(**who, **told)
    messages.success(request, str(words))
    return redirect("portal:plan")


def _written(request: Any, who: dict[str, Any], *, is_remark: bool) -> HttpResponse:
    """A remark at a step, or what a course did; what is not saved stays typed."""
    posted = {name: request.POST.get(name, "") for name in ("outcome", "stopped_for", "version")}
    typed = Typed(who["row_id"], request.POST.get("remark" if is_remark else "words", ""), **posted)
    if typed.question:
        return plan_shown(request, candidates.own_row(request.actor), typed=typed)
    try:
        if is_remark:
            commands.remark_on_step(**who, remark=typed.words)
        else:
            commands.write_own_outcome(**who, words=typed.words, outcome=typed.outcome, version=typed.version)
    except commands.NothingIsSaid:
        nothing = (
            _("Schrijf eerst een paar woorden.")
            if is_remark
            else _("Kies eerst of het hielp, of schrijf een paar woorden.")
        )
        messages.info(request, nothing)
    except commands.NoLongerThere:
        messages.error(request, _no_longer_there(request, typed.words))
    except ChangedMeanwhile as refusal:
        shown_again(request, refusal)
        return plan_shown(request, candidates.own_row(request.actor), typed=typed)
    else:
        messages.success(request, _("Bewaard. Onze collega’s die mensen aan werk helpen, kunnen het lezen."))
    return redirect("portal:plan")


def _no_longer_there(request: Any, typed: str) -> str:
    """That it is gone, with what was typed here to copy."""
    words = " ".join(typed.split()) if is_sent_from_here(request) else ""
    if not words:
        return _("Dit staat niet meer op uw pagina.")
    return _("Dit staat niet meer op uw pagina. U schreef: “%(words)s”.") % {"words": words[:400]}
