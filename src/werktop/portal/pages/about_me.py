"""Over mij: what employers may read. The candidate corrects it and approves exactly this text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.own_pages import OWN_STRONG
from werktop.audit.refusals import Refusal, keep_typed
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import shown
from werktop.portal.words import asked_about


class WordsForm(forms.Form):
    """The text, and what stood there when the page was opened."""

    words = forms.CharField(
        label=gettext_lazy("Uw tekst"),
        widget=forms.Textarea({"rows": 9}),
        error_messages={"required": gettext_lazy("Schrijf iets over uzelf. Een paar woorden zijn genoeg.")},
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> None:
        """A word for what somebody has, or for a benefit, is asked about once before employers may read it."""
        word = asked_about(self.cleaned_data.get("words", ""))
        if word and self.data.get("answer") == "approve" and self.data.get("stopped_for") != word:
            told = _(
                "U schrijft “%(word)s”. Dat hoeft een werkgever niet te weten. Mag het zo? Kies dan nog een keer."
            )
            self.add_error("words", told % {"word": word})


def page(request: Any) -> HttpResponse:
    """GET shows the text as it stands, or a first one out of what we know; POST keeps it, approves it, or takes the approval
    back."""
    candidate = candidates.own_row(request.actor)
    found, objection = candidates.presentation_of(candidate), candidates.objection_to_employers(candidate)
    asked = {
        "words": found.words if found else candidates.draft_for(candidate),
        "version": candidates.presentation_version(found),
    }
    answer = request.POST.get("answer", "") if request.method == "POST" else ""
    who = {"actor": request.actor, "at": request.at, "key": request.request_key, "candidate_id": candidate.pk}
    if answer == "hide":
        commands.take_back_approval(**who)
        messages.success(request, _("Goed. Werkgevers lezen niets over u."))
        return redirect("portal:about_me")
    form = WordsForm(request.POST if answer else None, initial=asked)
    changed_to = ""
    if answer and form.is_valid():
        try:
            _keep(request, answer == "approve", objection is not None, who | form.cleaned_data)
        except ChangedMeanwhile as refusal:
            # what was typed stays; what stands there now is shown beside it, and the next press is about that
            stands = candidates.presentation_of(candidate)
            changed_to, version = stands.words if stands else "–", candidates.presentation_version(stands)
            form.data = {**request.POST.dict(), "version": version}
            keep_typed(request, form, refusal_in_words(refusal))
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            return redirect("portal:about_me")
    return shown(
        request,
        "portal/about_me.html",
        {
            "candidate": candidate,
            "form": form,
            "presentation": found,
            "objection": objection,
            "changed_to": changed_to,
            "stopped_for": asked_about(form.data.get("words", "")),
            "is_strong": request.actor.can(OWN_STRONG),
        },
        status=409 if changed_to else 200,
    )


def refusal_in_words(refusal: Refusal) -> Refusal:
    """That the text changed meanwhile, said to the candidate."""
    return Refusal(_("De tekst is intussen veranderd. Kijk wat er nu staat, en kies opnieuw."), field="words")


def _keep(request: Any, is_approved: bool, has_objection: bool, facts: dict[str, Any]) -> None:
    if is_approved:
        commands.approve_presentation(**facts)
        told = (
            _("Dank u. De tekst klopt nu. Door uw bezwaar leest geen werkgever hem.")
            if has_objection
            else _("Dank u. Werkgevers lezen nu deze tekst.")
        )
    else:
        commands.write_presentation(**facts)
        told = (
            _("Bewaard.")
            if has_objection
            else _("Bewaard. Werkgevers lezen deze tekst pas als u hem goedkeurt.")
        )
    messages.success(request, told)
