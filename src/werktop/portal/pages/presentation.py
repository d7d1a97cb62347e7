"""Over mij, from the side of who works with the candidate: to read, and to write a proposal that the candidate approves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.changing import NOT_YET, change
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.portal.words import asked_about
from werktop.ui.versioned import VersionedForm

VERBS = ("candidates.write_presentation", "candidates.approve_presentation")


class ProposalForm(VersionedForm):
    """The text as a colleague writes it."""

    words = forms.CharField(label=gettext_lazy("Tekst"), widget=forms.Textarea({"rows": 9}))

    def clean(self) -> None:
        """A word for what somebody has, or for a benefit, is asked about once."""
        word = asked_about(self.cleaned_data.get("words", ""))
        if word and self.data.get("stopped_for") != word:
            told = _(
                "“%(word)s” hoeft een werkgever niet te weten. Gaat het over werk of een bedrijf? Bewaar dan nog een keer."
            )
            self.add_error("words", told % {"word": word})


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """What employers read stays as it is until the candidate approves what is written here."""
    candidate = candidates.candidate_for(request.actor, candidate_id)
    found = candidates.presentation_of(candidate)

    def now() -> dict[str, Any]:
        row = candidates.presentation_of(candidate)
        words = row.words if row else candidates.draft_for(candidate)
        return {"words": words, "version": candidates.presentation_version(row)}

    form = ProposalForm(request.POST if request.method == "POST" else None, initial=now())
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.write_presentation,
            about=("candidate", candidate.pk),
            now=now,
            verbs=VERBS,
            words=form.cleaned_data["words"],
        )
        if went.is_saved:
            if went.outcome:
                words = _("Bewaard. Nu kan %(name)s de tekst goedkeuren.")
                messages.success(request, words % {"name": candidate.first_name})
            return redirect("candidates:candidate", candidate_id=candidate_id)
    facts = {
        "candidate": candidate,
        "presentation": found,
        "objection": candidates.objection_to_employers(candidate),
        "form": form,
        "stopped_for": asked_about(form.data.get("words", "")),
        "overtaken": went.overtaken,
    }
    return render(request, "portal/presentation.html", facts, status=went.status)
