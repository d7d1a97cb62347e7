"""Where the plan leads, and what somebody wants to learn."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .base import IN_WORDS, TALKED, SaidForm, day, line


class PerspectiveForm(SaidForm):
    words = line(_("Waar werken jullie naartoe? Eén zin."), 200)


class GoalForm(SaidForm):
    words = line(_("Wat wil iemand leren?"), 200)
    done_date = day(_("Gehaald op"))


class MotivationForm(SaidForm):
    ANSWERS = TALKED

    words = forms.CharField(
        label=_("Waar komt iemand zijn bed voor uit?"),
        help_text=_(
            "Eén zin, liefst zoals iemand het zelf zegt: “Ik wil mijn kinderen laten zien dat het kan.”"
        ),
        max_length=200,
        error_messages={"required": IN_WORDS},
    )
