"""A vacancy text, pasted: what it asks stands there to tick, and becomes a work profile."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import queries as employers
from werktop.work_profiles import commands, proposing
from werktop.work_profiles.choices import Status

from .proposal_form import ProposalForm

SAVE = "save"
ASK = {
    "diploma": gettext_lazy("Wat moet iemand met dat diploma kunnen? Mag dat ook in het werk blijken, of hier geleerd worden?"),
    "experience": gettext_lazy("Wat moet iemand op de eerste dag al kunnen? Wat leert iemand bij jullie in een maand?"),
    "age": gettext_lazy("Waarom die leeftijd? Vragen naar leeftijd mag alleen als het werk of de wet het echt eist."),
    "language": gettext_lazy("Waar is taal voor nodig: praten met klanten, lezen, of schrijven? Hoe goed moet dat zijn?"),
    "lifting": gettext_lazy("Tilt iemand dat alleen, en hoe vaak? Kan het lichter, of met een hulpmiddel?"),
    "letter": gettext_lazy("Mag iemand ook langskomen en laten zien wat hij kan, zonder brief en cv?"),
}  # fmt: skip
"""What to ask the employer about what is no competency, by the kind of question (`vacancy.questions`)."""


class TextForm(forms.Form):
    """The text as it was pasted."""

    text = forms.CharField(
        label=gettext_lazy("De tekst van de vacature"),
        help_text=gettext_lazy("Uit een mail, van een website, met of zonder streepjes: alles mag."),
        max_length=proposing.MOST_LETTERS,
        widget=forms.Textarea({"rows": 14}),
        error_messages={"required": gettext_lazy("Plak hier de tekst.")},
    )


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """Reading saves nothing; what is kept goes on as the talk of the work profile."""
    employer = employers.employer_for(request.actor, employer_id)
    text_form = TextForm(request.POST if request.method == "POST" else None)
    form = None
    if request.method == "POST" and text_form.is_valid():
        is_saved = request.POST.get("then") == SAVE
        proposal = proposing.from_text(
            request.actor, text_form.cleaned_data["text"], today=timezone.localdate(request.at)
        )
        form = ProposalForm(proposal, request.POST if is_saved else None)
        if is_saved and form.is_valid() and (made := keep(request, form, employer_id)):
            return redirect("work_profiles:profile", made)
    return render(
        request,
        "work_profiles/paste_vacancy.html",
        {
            "employer": employer,
            "text_form": text_form,
            "form": form,
            "questions": [(each.words, ASK[each.kind]) for each in form.proposal.questions] if form else [],
        },
    )


def keep(request: Any, form: ProposalForm, employer_id: UUID) -> UUID | None:
    """Make the work profile; None where it was refused, which the form then says."""
    try:
        made: UUID = commands.note_work_profile(
            actor=request.actor, at=request.at, key=request.request_key, employer_id=employer_id,
            status=Status.OPEN, **form.facts(),
        )  # fmt: skip
    except Refusal as refusal:
        keep_typed(request, form, refusal)
        return None
    messages.success(request, _("Genoteerd. Vraag door wat er nog ontbreekt."))
    return made
