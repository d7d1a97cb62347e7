"""One step of the own plan: done, not yet after all, a remark, or taken away; the same of what to learn; where the plan leads,
taken away; or what a course did."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.ui.addresses import is_sent_from_here

from .plan import Typed, plan_shown


def page(request: Any, row_id: UUID) -> HttpResponse:
    """Which button says what; back on the plan."""
    who = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "candidate_id": request.actor.id,
    }
    answer = request.POST.get("answer", "")
    if answer in ("done", "open"):
        commands.tick_own_step(**who, row_id=row_id, is_done=answer == "done")
        words = _("Gedaan. Goed zo!") if answer == "done" else _("Goed. De stap staat weer open.")
    elif answer == "remark":
        said = Typed(row_id, request.POST.get("remark", ""), stopped_for=request.POST.get("stopped_for", ""))
        if said.question:
            return plan_shown(request, candidates.own_row(request.actor), typed=said)
        try:
            commands.remark_on_step(**who, row_id=row_id, remark=said.words)
        except commands.NothingIsSaid:
            messages.info(request, _("Schrijf eerst een paar woorden."))
            return redirect("portal:plan")
        except commands.NoLongerThere:
            return _gone(request, said.words)
        words = _("Bewaard. Onze collega’s die mensen aan werk helpen, kunnen het lezen.")
    elif answer == "remove":
        commands.remove_own_step(**who, row_id=row_id)
        words = _("Weggehaald.")
    elif answer in ("learned", "not_learned"):
        commands.tick_own_goal(**who, row_id=row_id, is_done=answer == "learned")
        words = _("Mooi, dat kunt u nu!") if answer == "learned" else _("Goed. Het staat er weer bij.")
    elif answer == "remove_goal":
        commands.remove_own_goal(**who, row_id=row_id)
        words = _("Weggehaald.")
    elif answer == "remove_leads":
        commands.remove_own_perspective(**who, row_id=row_id)
        words = _("Weggehaald.")
    elif answer == "outcome":
        posted = {name: request.POST.get(name, "") for name in ("words", "outcome", "stopped_for", "version")}
        typed = Typed(row_id, **posted)
        if typed.question:
            return plan_shown(request, candidates.own_row(request.actor), typed=typed)
        try:
            commands.write_own_outcome(
                **who,
                row_id=row_id,
                words=typed.words,
                outcome=typed.outcome,
                version=typed.version,
            )
        except commands.NothingIsSaid:
            messages.info(request, _("Kies eerst of het hielp, of schrijf een paar woorden."))
            return redirect("portal:plan")
        except commands.NoLongerThere:
            return _gone(request, typed.words)
        except ChangedMeanwhile as refusal:
            shown_again(request, refusal)
            return plan_shown(request, candidates.own_row(request.actor), typed=typed)
        words = _("Bewaard. Onze collega’s die mensen aan werk helpen, kunnen het lezen.")
    else:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    messages.success(request, words)
    return redirect("portal:plan")


def _gone(request: Any, typed: str) -> HttpResponse:
    """Back on the plan, with what was typed here to copy."""
    words = " ".join(typed.split()) if is_sent_from_here(request) else ""
    said = (
        _("Dit staat niet meer op uw pagina. U schreef: “%(words)s”.")
        if words
        else _("Dit staat niet meer op uw pagina.")
    )
    messages.error(request, said % {"words": words[:400]} if words else said)
    return redirect("portal:plan")
