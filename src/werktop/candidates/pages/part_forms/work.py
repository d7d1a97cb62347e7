"""What is matched on: talents and interests, the wish, proofs and the own network."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import Certificate, Level, Part, Weekday
from werktop.candidates.pages.forms import term_choices
from werktop.catalogue import queries as catalogue
from werktop.ui.widgets import KindedPicks

from .base import PartForm, day, line


class TermForm(PartForm):
    FOLDED = ()

    term_ids = forms.TypedMultipleChoiceField(
        label=_("Talent of interesse"),
        coerce=UUID,
        widget=KindedPicks,
        error_messages={"required": _("Kies hier één woord of meer.")},
    )
    level = forms.TypedChoiceField(
        label=_("Hoe ver?"),
        choices=[("", _("weten we nog niet")), *Level.choices],
        required=False,
        coerce=int,
        empty_value=None,
    )
    field_order = ("term_ids", "level", "source", "reason")

    def ask(self, viewer: Actor, row: Part | None) -> None:
        if row is not None:
            del self.fields["term_ids"]
            if row.term.kind == catalogue.TermKind.INTEREST:
                del self.fields["level"]
            return
        field = self.fields["term_ids"]
        assert isinstance(field, forms.ChoiceField) and isinstance(field.widget, KindedPicks)
        field.choices = term_choices(viewer)
        interests = catalogue.terms(viewer, catalogue.TermKind.INTEREST).values_list("pk", flat=True)
        field.widget.kinds = {str(key): "interest" for key in interests}
        self.fields["level"].help_text = _("Alleen voor wat iemand kan. Bij een interesse telt het niet.")


class WishForm(PartForm):
    work = line(_("Wat voor werk?"), 120, is_asked=False)
    hours_min = forms.IntegerField(
        label=_("Uren per week, minstens"), required=False, min_value=1, max_value=60
    )
    hours_max = forms.IntegerField(
        label=_("Uren per week, hoogstens"), required=False, min_value=1, max_value=60
    )
    days = forms.TypedMultipleChoiceField(
        label=_("Op welke dagen?"),
        choices=Weekday.choices,
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    most_km = forms.IntegerField(
        label=_("Hoe ver van huis, in kilometer?"), required=False, min_value=1, max_value=200
    )
    transport = line(_("Hoe reist iemand?"), 40, is_asked=False)
    available_date = day(_("Vanaf welke dag?"))

    def clean(self) -> dict[str, Any]:
        """The fewest hours are not more than the most."""
        typed = self.cleaned_data
        fewest, most = typed.get("hours_min"), typed.get("hours_max")
        if fewest and most and fewest > most:
            self.add_error("hours_min", _("Minstens is hier meer dan hoogstens. Wissel de twee om."))
        return typed


class CertificateForm(PartForm):
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=Certificate.Kind.choices)
    name = line(_("Waarvoor?"), 120)
    got_date = day(_("Behaald op"))


class FirmForm(PartForm):
    firm_name = line(_("Welk bedrijf?"), 120)
    words = line(_("Wie kent iemand daar?"), 200, is_asked=False)
