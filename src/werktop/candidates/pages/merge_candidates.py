"""Two files side by side: what differs is chosen, and the one becomes part of the other."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.comparing import CompareForm
from werktop.accounts.own_pages import strong_login_of
from werktop.audit.merging import stands_for
from werktop.audit.refusals import NotVisible, Refusal, shown_again
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands, queries
from werktop.post.readdressing import links_closed_in_words


def page(request: Any, candidate_id: UUID, other_id: UUID) -> HttpResponse:
    """`candidate_id` is the file that stays. A refusal stands above the choices, which are kept; pressed twice it is done once."""
    try:
        kept = queries.candidate_for(request.actor, candidate_id)
        other = queries.candidate_for(request.actor, other_id)
    except NotVisible:
        if stands_for("candidate", other_id, request.actor) != candidate_id:
            raise
        messages.info(request, _("Deze twee zijn al samengevoegd."))
        return redirect("candidates:candidate", candidate_id=candidate_id)
    request.shown_people.append(("candidate", [other_id]))
    differs = queries.compared(request.actor, kept, other, request.at)
    form = CompareForm(
        differs,
        request.POST if request.method == "POST" else None,
        initial={"version": queries.version_of_both(kept, other)},
    )
    had_login = strong_login_of("candidate", other_id) is not None
    refused, status = "", 200
    if request.method == "POST" and form.is_valid():
        try:
            closed = commands.merge_candidates(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                candidate_id=candidate_id,
                other_id=other_id,
                choices=form.choices(),
                version=form.cleaned_data["version"],
            )
        except ChangedMeanwhile as refusal:
            refused, status = str(refusal.text), 409
            form = form.anew(queries.version_of_both(kept, other))
        except Refusal as refusal:
            refused, status = str(shown_again(request, refusal).text), 409
        else:
            said = _("Samengevoegd. Dertig dagen lang kan het terug.") + links_closed_in_words(closed)
            if had_login:
                said += " " + _(
                    "De sterke inlog van het andere dossier is losgemaakt. Koppel die zo nodig opnieuw, met een code."
                )
            messages.success(request, said)
            return redirect("candidates:candidate", candidate_id=candidate_id)
    return render(
        request,
        "candidates/merge_candidates.html",
        {"form": form, "kept": kept, "other": other, "differs": form.rows(), "refused": refused},
        status=status,
    )
