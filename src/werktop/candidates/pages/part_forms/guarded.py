"""What is guarded, or is about being in touch: what a law asks, how contact goes well."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import Income, Part, Source, Standing, Way

from .base import PartForm, SaidForm, day


class AdjustmentForm(SaidForm):
    is_about_work = None  # type: ignore[assignment]  # how contact goes well is about the person
    way = forms.ChoiceField(label=_("Wat doen we?"), choices=Way.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Nog iets erbij?"),
        help_text=_("Bijvoorbeeld: bel na drie uur, leg het stap voor stap uit."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Something else is said in words."""
        typed = super().clean()
        if typed.get("way") == Way.OTHER and not typed.get("words"):
            self.add_error("words", _("Schrijf in een paar woorden wat je anders doet."))
        return typed


KNOWN_FROM = [
    (Source.OWN_WORDS.value, Source.OWN_WORDS.label),
    (Source.FILE.value, _("uit een brief, een register of een bestand")),
    (Source.COLLEAGUE.value, _("van een collega")),
]


class ByLawForm(PartForm):
    """What a law asks: where it is known from is chosen, and nothing is filled in."""

    FOLDED = ("reason",)

    source = forms.ChoiceField(label=_("Hoe weten we dit?"), choices=KNOWN_FROM, widget=forms.RadioSelect)

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        if row is None:
            self.initial.pop("source", None)

    @property
    def asked_first(self) -> list[Any]:
        """Where it is known from stands last."""
        return [*(bound for bound in super().asked_first if bound.name != "source"), self["source"]]


class IncomeForm(ByLawForm):
    law = forms.ChoiceField(label=_("Welke uitkering?"), choices=[("", _("kies")), *Income.Law.choices])
    since_date = day(_("Sinds"))
    until_date = day(_("Gestopt op"))


class StandingForm(ByLawForm):
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=[("", _("kies")), *Standing.Kind.choices])
    answer = forms.ChoiceField(
        label=_("Staat iemand erin?"), choices=Standing.Answer.choices, widget=forms.RadioSelect
    )
    on_date = day(_("Nagekeken of besloten op"))
