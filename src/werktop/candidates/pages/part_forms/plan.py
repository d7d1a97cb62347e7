"""The plan and its goals, and what a course or other help did."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import PartForm, SaidForm, about_work, day, line


class PerspectiveForm(SaidForm):
    words = line(_("Waar werken jullie naartoe? Eén zin."), 200)


class GoalForm(PartForm):
    words = line(_("Wat wil iemand leren?"), 200)
    done_date = day(_("Gehaald op"))
    is_about_work = about_work()


class InstrumentForm(SaidForm):
    name = line(_("Welke cursus of hulp?"), 120)
    from_date = day(_("Vanaf"), is_asked=True)
    until_date = day(_("Tot"))
    candidate_words = forms.CharField(
        label=_("Wat veranderde er, in de woorden van de kandidaat?"),
        max_length=400,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    colleague_words = forms.CharField(
        label=_("Wat zag jij veranderen?"), max_length=400, required=False, widget=forms.Textarea({"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        """It begins before it ends."""
        typed = self.cleaned_data
        begins, ends = typed.get("from_date"), typed.get("until_date")
        if begins and ends and begins > ends:
            self.add_error("until_date", _("Dit is voor het begin. Kijk de twee dagen na."))
        return typed
