"""A course or other help: what is expected of it beforehand, and what it did, looked at together."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import CandidateTerm, InstrumentUse, Outcome, Part
from werktop.catalogue import queries as catalogue

from .base import PartForm, about_work, day


def _told(label: Any, why: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=why, max_length=400, required=False, widget=forms.Textarea({"rows": 2})
    )


def _outcome(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=[("", _("nog niet bekeken")), *Outcome.choices],
        required=False,
        widget=forms.RadioSelect,
    )


class InstrumentForm(PartForm):
    """Chosen from the list of the organisation, or typed. Both look at it, so nobody is asked who said it."""

    FOLDED: ClassVar[tuple[str, ...]] = ("reason",)

    ASKED_AS: ClassVar[dict[str, str]] = {"name": "picked"}
    AFTERWARDS: ClassVar[tuple[str, ...]] = (
        "seen_date",
        "outcome",
        "candidate_words",
        "colleague_outcome",
        "colleague_words",
        "grew",
    )

    source = None  # type: ignore[assignment]

    picked = forms.ChoiceField(label=_("Welke cursus of hulp?"), required=False)
    name = forms.CharField(label=_("Staat het er niet bij? Typ het."), max_length=120, required=False)
    is_listed = forms.BooleanField(label=_("Zet het op de lijst van onze organisatie"), required=False)
    expectation = _told(
        _("Wat verwachten jullie ervan?"),
        _("Schrijf het samen op, voor het begint. Dan zie je straks of het klopte."),
    )
    from_date = day(_("Vanaf"), is_asked=True)
    until_date = day(_("Tot"))
    seen_date = day(_("Samen bekeken op"))
    outcome = _outcome(_("Hielp het, volgens de kandidaat?"))
    candidate_words = _told(_("Wat veranderde er, in de woorden van de kandidaat?"))
    colleague_outcome = _outcome(_("Hielp het, volgens jou?"))
    colleague_words = _told(_("Wat zag jij veranderen?"))
    grew = forms.TypedMultipleChoiceField(
        label=_("Wat groeide?"), coerce=UUID, required=False, widget=forms.CheckboxSelectMultiple
    )
    is_about_work = about_work()

    def ask(self, viewer: Actor, row: Part | None) -> None:
        """The list of the organisation, and what this candidate can."""
        super().ask(viewer, row)
        names = catalogue.instruments_offered(viewer)
        noted = row.name if isinstance(row, InstrumentUse) else ""
        if noted and noted not in names:
            names = [noted, *names]
        if noted:
            self.initial["picked"], self.initial["name"] = noted, ""
        picked, grew = self.fields["picked"], self.fields["grew"]
        assert isinstance(picked, forms.ChoiceField) and isinstance(grew, forms.ChoiceField)
        picked.choices = [("", gettext("staat er niet bij")), *((name, name) for name in names)]
        if not names:
            del self.fields["picked"]
            self.fields["name"].label = _("Welke cursus of hulp?")
        terms = CandidateTerm.objects.filter(candidate=self.candidate).select_related("term")
        can = terms.filter(term__kind=catalogue.TermKind.COMPETENCY).order_by("term__position", "id")
        grew.choices = [(str(each.term_id), each.term.label) for each in can]
        if not grew.choices:
            del self.fields["grew"]

    @property
    def asked_first(self) -> list[Any]:
        """What is known beforehand."""
        return [bound for bound in super().asked_first if bound.name not in self.AFTERWARDS]

    @property
    def asked_afterwards(self) -> list[Any]:
        """What is looked at together when it is over."""
        return [self[name] for name in self.AFTERWARDS if name in self.fields]

    @property
    def is_looked_at(self) -> bool:
        """Whether that is asked at once: something of it was typed, or stands there."""
        said = self.data if self.is_bound else self.initial
        return any(said.get(name) for name in self.AFTERWARDS)

    def clean(self) -> dict[str, Any]:
        """It has a name, and begins before it ends and before it is looked at."""
        typed = self.cleaned_data
        if not typed.get("name") and not typed.get("picked"):
            self.add_error("name", _("Kies een cursus of hulp, of typ wat het is."))
        for name in ("until_date", "seen_date"):
            begins, then = typed.get("from_date"), typed.get(name)
            if begins and then and begins > then:
                self.add_error(name, _("Dit is voor het begin. Kijk de twee dagen na."))
        return typed

    def facts(self) -> dict[str, Any]:
        """What was typed goes before what was chosen."""
        said = super().facts()
        picked = said.pop("picked", "")
        return said | {"name": said["name"] or picked, "is_listed": bool(said["name"] and said["is_listed"])}
