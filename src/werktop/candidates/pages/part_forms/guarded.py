"""What is guarded, or is about being in touch: life domains, what a law asks, how contact goes well."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, Domain, Income, Part, Score, Source, Standing, Way
from werktop.candidates.queries import domains_in_use, scores_of

from .base import SAID, PartForm, SaidForm, day


class AdjustmentForm(PartForm):
    way = forms.ChoiceField(label=_("Wat doen we?"), choices=Way.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Nog iets erbij?"),
        help_text=_("Bijvoorbeeld: bel na drie uur, leg het stap voor stap uit."),
        max_length=200,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Something else is said in words."""
        typed = self.cleaned_data
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
    law = forms.ChoiceField(label=_("Volgens welke wet?"), choices=[("", _("kies")), *Income.Law.choices])
    since_date = day(_("Sinds"))


class StandingForm(ByLawForm):
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=[("", _("kies")), *Standing.Kind.choices])
    answer = forms.ChoiceField(
        label=_("Staat iemand erin?"), choices=Standing.Answer.choices, widget=forms.RadioSelect
    )
    on_date = day(_("Nagekeken of besloten op"))


SCORES = [(score.value, f"{score.value}: {score.label}") for score in Score]


class DomainForm(SaidForm):
    """Of what is new: a question for each domain of life in use, answered where it was talked about; else one score."""

    ANSWERS: ClassVar[list[tuple[Any, Any]]] = [(Source.TOGETHER.value, Source.TOGETHER.label), *SAID]

    score = forms.TypedChoiceField(
        label=_("Hoe gaat het?"), choices=SCORES, coerce=int, widget=forms.RadioSelect({"class": "large"})
    )
    is_about_work = None  # type: ignore[assignment]  # a reason is about the person

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        if row is not None:
            return
        del self.fields["score"]
        for domain in domains_in_use(viewer.organisation_id):
            self.fields[domain] = forms.TypedChoiceField(
                label=capfirst(Domain(domain).label),
                choices=[("", _("niet besproken")), *SCORES],
                coerce=int,
                required=False,
                empty_value=None,
            )

    def told_about(self, candidate: Candidate) -> None:
        """How it went the last time."""
        for domain, score in scores_of(candidate).items():
            if domain in self.fields:
                self.fields[domain].help_text = gettext("Vorige keer: %(score)s") % {
                    "score": SCORES[score - 1][1]
                }

    def clean(self) -> dict[str, Any]:
        """At least one domain was talked about."""
        typed = self.cleaned_data
        if "score" not in self.fields and not self.scored and not self.errors:
            self.add_error(None, _("Kies bij minstens één leefgebied hoe het gaat."))
        return typed

    @property
    def scored(self) -> dict[str, int]:
        """What was talked about, by domain."""
        return {name: each for name in Domain.values if (each := self.cleaned_data.get(name))}

    def facts(self) -> dict[str, Any]:
        """In the words of `note_domains`, or of `note_part` for the one that stands there."""
        if "score" in self.fields:
            return super().facts()
        return {"scores": self.scored} | {name: self.cleaned_data[name] for name in ("source", "reason")}
