"""Two files side by side: what differs is chosen, and the one becomes part of the other."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.own_pages import strong_login_of
from werktop.audit.merging import stands_for
from werktop.audit.refusals import NotVisible, Refusal, shown_again
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate
from werktop.post.readdressing import links_closed_in_words
from werktop.regions import queries as regions
from werktop.ui.comparing import CompareForm
from werktop.ui.components.phones import phone

LOOKED_AT = (
    gettext_lazy("Woont in"),
    gettext_lazy("Telefoon"),
    gettext_lazy("E-mail"),
    gettext_lazy("Vaste collega"),
    gettext_lazy("Laatst gesproken"),
    gettext_lazy("Staat erin sinds"),
)
"""What is laid side by side, whether it differs or not."""


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
            said = links_closed_in_words(closed)
            if had_login:
                said += " " + _(
                    "De eigen inlog van het andere dossier is losgemaakt. Koppel die zo nodig opnieuw, met een code."
                )
            if said.strip():
                messages.success(request, said.strip())
            kept_url = reverse("candidates:candidate", args=[candidate_id])
            return redirect(f"{kept_url}?samengevoegd={other_id}")
    return render(
        request,
        "candidates/merge_candidates.html",
        {
            "form": form,
            "kept": kept,
            "other": other,
            "differs": form.rows(),
            "refused": refused,
            "known": list(zip(LOOKED_AT, _known(kept), _known(other), strict=True)),
        },
        status=status,
    )


def _known(candidate: Candidate) -> tuple[str, ...]:
    """What helps to see who this is, in the order of `LOOKED_AT`."""
    days = (candidate.spoken_at, candidate.created_at)
    return (
        regions.postcode_with_place(candidate.postcode),
        phone(candidate.phone),
        candidate.email,
        candidate.assigned_to.name if candidate.assigned_to else "",
        *(date_format(localdate(day)) if day else "" for day in days),
    )
