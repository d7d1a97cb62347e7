"""A question that a colleague heard at a firm, noted there: this colleague calls back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import commands, queries


class QuestionForm(forms.Form):
    """What was asked, and by whom."""

    words = forms.CharField(
        label=gettext_lazy("Wat vraagt het bedrijf?"),
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden wat het bedrijf vraagt.")},
    )
    entrepreneur_id = forms.ChoiceField(label=gettext_lazy("Wie vraagt het?"), required=False)
    asker = forms.CharField(
        label=gettext_lazy("Of iemand anders: naam, en telefoon of e-mail"), max_length=300, required=False
    )

    def __init__(self, people: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["entrepreneur_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*((str(each.pk), each.name) for each in people), ("", _("iemand anders"))]


def page(request: Any, employer_id: UUID) -> HttpResponse:
    """Anybody in the region who works with employers may note what they hear."""
    employer = queries.employer_for(request.actor, employer_id)
    people = [each for each in queries.people_of_firm(request.actor, employer_id) if each.email or each.phone]
    form = QuestionForm(people, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        try:
            key = commands.note_question(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                employer_id=employer_id,
                words=asked["words"],
                asker=asked["asker"],
                entrepreneur_id=UUID(asked["entrepreneur_id"]) if asked["entrepreneur_id"] else None,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd. Jij bent de contactpersoon."))
            return redirect("employers:question", employer_question_id=key)
    return render(request, "employers/note_question.html", {"form": form, "employer": employer})
