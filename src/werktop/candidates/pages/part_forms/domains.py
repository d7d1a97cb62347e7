"""Domains of life, looked at together: each folded with what was said the last time, and only what changed is asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.domain_words import score_in_words, scores_in_words
from werktop.candidates.models import LOW, Candidate, Domain, DomainScore, Part
from werktop.candidates.queries import domains_in_use, scores_of

from .base import TALKED, SaidForm


class DomainForm(SaidForm):
    """Of what is new: a question for each domain of life in use, answered where it was talked about; else one score."""

    ANSWERS = TALKED

    score = forms.TypedChoiceField(
        label=_("Hoe gaat het?"), coerce=int, widget=forms.RadioSelect({"class": "large"})
    )
    is_rest_the_same = forms.BooleanField(
        label=_("Wat ik hieronder niet kies, is zoals vorige keer"),
        help_text=_(
            "Vink dit aan als jullie alles langsliepen. Anders blijft wat je niet kiest, niet besproken."
        ),
        required=False,
    )
    is_about_work = None  # type: ignore[assignment]  # a reason is about the person

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        self.last: dict[str, int] = {}
        if isinstance(row, DomainScore):
            del self.fields["is_rest_the_same"]
            score = self.fields["score"]
            assert isinstance(score, forms.ChoiceField)
            score.choices = scores_in_words(row.domain)
            return
        del self.fields["score"]
        for domain in domains_in_use(viewer.organisation_id):
            self.fields[domain] = forms.TypedChoiceField(
                label=capfirst(Domain(domain).label),
                choices=[("", _("niet besproken")), *scores_in_words(domain)],
                coerce=int,
                required=False,
                empty_value=None,
                widget=forms.RadioSelect({"class": "large"}),
            )

    def told_about(self, candidate: Candidate) -> None:
        """How it went the last time."""
        if "score" in self.fields:
            return
        self.last = {domain: score for domain, score in scores_of(candidate).items() if domain in self.fields}
        if not self.last:
            del self.fields["is_rest_the_same"]
        for domain, last in self.last.items():
            field = self.fields[domain]
            assert isinstance(field, forms.ChoiceField)
            same = gettext("%(score)s (zoals vorige keer)")
            scores = scores_in_words(domain)
            told = [(value, same % {"score": words} if value == last else words) for value, words in scores]
            field.choices = [("", _("niet besproken")), *told]

    @property
    def asked_first(self) -> list[Any]:
        """All but the domains, which stand folded."""
        return [bound for bound in super().asked_first if bound.name not in Domain.values]

    @property
    def folds(self) -> list[dict[str, Any]]:
        """A fold for each domain, with what was said the last time beside its name."""
        return [
            {
                "title": self[name].label,
                "note": self._said_last(name),
                "asked": [self[name]],
                "is_open": bool(self[name].errors) or bool(self.is_bound and self.data.get(name)),
                "is_alone": True,
            }
            for name in self.fields
            if name in Domain.values
        ]

    def _said_last(self, domain: str) -> str:
        if domain not in self.last:
            return gettext("nog niet besproken")
        score = self.last[domain]
        said = {"score": score, "words": score_in_words(domain, score)}
        return gettext("vorige keer %(score)s: %(words)s") % said

    def clean(self) -> dict[str, Any]:
        """At least one domain was talked about."""
        typed = self.cleaned_data
        if "score" not in self.fields and not self.scored and not self.errors:
            self.add_error(None, _("Kies bij minstens één leefgebied hoe het gaat."))
        return typed

    @property
    def scored(self) -> dict[str, int]:
        """What was talked about, by domain."""
        same = self.last if self.cleaned_data.get("is_rest_the_same") else {}
        chosen = {name: each for name in Domain.values if (each := self.cleaned_data.get(name))}
        return same | chosen

    @property
    def low(self) -> list[str]:
        """Of several looked at together; one whose score is changed is asked about on the page itself."""
        return [name for name in Domain.values if (self.cleaned_data.get(name) or LOW + 1) <= LOW]

    def facts(self) -> dict[str, Any]:
        """In the words of `note_domains`, or of `note_part` for the one that stands there."""
        if "score" in self.fields:
            return super().facts()
        return {"scores": self.scored} | {name: self.cleaned_data[name] for name in ("source", "reason")}
