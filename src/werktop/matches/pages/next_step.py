"""One next step: who to call, about what; and another idea in its place."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again

from ..commands import choose_next_step, finish_next_step
from ..ideas import ideas_for
from ..queries import steps
from .pair_words import who_takes_up
from .pairs import idea_in, step_options


def page(request: HttpRequest, next_step_id: UUID) -> HttpResponse:
    """Show the step with who to call and the other ideas; a POST chooses one of them."""
    step = steps.step_for(request.actor, next_step_id)
    row, refusal = step.row, None
    is_own = row.organisation_id == request.actor.organisation_id
    chosen = request.POST.get("idea", "")
    if request.method == "POST":
        try:
            _choose(request, step, chosen)
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            messages.success(request, _("De volgende stap is gekozen."))
            return redirect("matches:next_step", next_step_id=next_step_id)
    options = []
    if is_own and not row.done_at:
        ideas = ideas_for(row.gathering_id, [row.candidate_id]).get(row.candidate_id, [])
        options = step_options(step, ideas)
    request.shown_people.append(("candidate", [row.candidate_id]))
    return render(
        request,
        "matches/next_step.html",
        {
            "step": step,
            "is_own": is_own,
            "words": step.words_for(request.actor.organisation_id),
            "who": who_takes_up(step, request.actor.organisation_id),
            "options": [{**each, "is_chosen": each["value"] == chosen} for each in options],
            "refusal": refusal,
        },
        status=refusal.status if refusal else 200,
    )


def _choose(request: HttpRequest, step: steps.Step, chosen: str) -> None:
    introducer, firm = step.row.introducer_id, step.row.firm_id
    if chosen:
        try:
            introducer, firm = idea_in(chosen)
        except ValueError:
            raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw.")) from None
    choose_next_step(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        next_step_id=step.row.pk,
        introducer_id=introducer,
        firm_id=firm,
    )


def finish_step(request: HttpRequest, next_step_id: UUID) -> HttpResponse:
    """A next step was taken."""
    finish_next_step(actor=request.actor, at=request.at, key=request.request_key, next_step_id=next_step_id)
    step = steps.step_for(request.actor, next_step_id)
    messages.success(request, _("Genoteerd."))
    return redirect("matches:after", gathering_id=step.row.gathering_id)
