"""What is matched on: talents and interests, the wish, proofs and the own network."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import (
    SOURCES,
    Certificate,
    DayPart,
    HasRequirement,
    Level,
    Part,
    Source,
    Travel,
    Weekday,
)
from werktop.candidates.pages.forms import term_choices
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import RequirementGroup, WorkForm
from werktop.ui.widgets import KindedPicks

from .base import PartForm, day, line

MOST_FOUND = 12
PLACES = (Source.TABLE, Source.WORKPLACE, Source.COURSE)
"""Where others see what somebody can."""
ON_PAPER = (RequirementGroup.DRIVING, RequirementGroup.MACHINES, RequirementGroup.PAPERS)
"""Groups of requirements that a paper shows."""


def several(label: Any, choices: Any) -> forms.MultipleChoiceField:
    """A question of which several answers may hold."""
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


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
    also_seen = several(_("Ook gezien"), [each for each in SOURCES if each[0] in PLACES])
    field_order = ("term_ids", "level", "source", "also_seen", "reason")

    def ask(self, viewer: Actor, row: Part | None) -> None:
        if row is not None:
            del self.fields["term_ids"]
            if row.term.kind == catalogue.TermKind.INTEREST:
                del self.fields["level"]
            return
        del self.fields["also_seen"]
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
    day_parts = several(_("Welk deel van de dag?"), DayPart.choices)
    most_km = forms.IntegerField(
        label=_("Hoe ver van huis, in kilometer?"), required=False, min_value=1, max_value=200
    )
    travels_by = several(_("Hoe reist iemand?"), Travel.choices)
    available_date = day(_("Vanaf welke dag?"))
    work_forms = several(_("In welke vorm?"), WorkForm.choices)

    def clean(self) -> dict[str, Any]:
        """The fewest hours are not more than the most."""
        typed = self.cleaned_data
        fewest, most = typed.get("hours_min"), typed.get("hours_max")
        if fewest and most and fewest > most:
            self.add_error("hours_min", _("Minstens is hier meer dan hoogstens. Wissel de twee om."))
        return typed


class OccupationForm(PartForm):
    """One of some three thousand occupations, found by a few letters."""

    searched: str | None = ""

    occupation_id = forms.TypedChoiceField(
        label=_("Kies een beroep"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Zoek een beroep, en kies er een."),
            "invalid_choice": _("Dit beroep kennen we niet. Zoek het opnieuw."),
        },
    )

    def ask(self, viewer: Actor, row: Part | None) -> None:
        if row is not None:
            del self.fields["occupation_id"]
            self.searched = None
            return
        self._offer([UUID(typed)] if _is_key(typed := str(self.data.get("occupation_id", ""))) else [])

    def look_for(self, viewer: Actor, words: str) -> None:
        if self.searched is None:
            return
        self.searched = words
        chosen = [UUID(str(key)) for key, _label in self._choices()]
        self._offer(
            [*chosen, *(each.id for each in catalogue.find(viewer, words, ["occupation"], MOST_FOUND))]
        )

    def _choices(self) -> Any:
        field = self.fields["occupation_id"]
        assert isinstance(field, forms.ChoiceField)
        return field.choices

    def _offer(self, keys: list[UUID]) -> None:
        found = catalogue.occupations(keys)
        field = self.fields["occupation_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(key), found[key].label) for key in dict.fromkeys(keys) if key in found]


def _is_key(typed: str) -> bool:
    try:
        UUID(typed)
    except ValueError:
        return False
    return True


def asked_by_work(groups: Any = RequirementGroup) -> list[tuple[str, list[tuple[str, str]]]]:
    """What work may ask, under its groups."""
    known = catalogue.requirements_by_id().values()
    return [
        (
            str(RequirementGroup(group).label),
            [(str(each.pk), each.label) for each in known if each.group == group],
        )
        for group in groups
    ]


class CertificateForm(PartForm):
    requirement_id = forms.TypedChoiceField(
        label=_("Welk bewijs?"), coerce=UUID, required=False, empty_value=None
    )
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=Certificate.Kind.choices)
    name = line(_("Waarvoor?"), 120, is_asked=False)
    got_date = day(_("Behaald op"))
    valid_until = day(_("Geldig tot en met"))

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        field = self.fields["requirement_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("een ander bewijs")), *asked_by_work(ON_PAPER)]
        self.fields["name"].help_text = _("Alleen bij een ander bewijs.")

    def clean(self) -> dict[str, Any]:
        """Another paper has a name, and no paper ends before it was got."""
        typed = self.cleaned_data
        if not typed.get("requirement_id") and not typed.get("name") and "name" not in self.errors:
            self.add_error("name", _("Schrijf waarvoor het is, of kies hierboven welk bewijs het is."))
        got, until = typed.get("got_date"), typed.get("valid_until")
        if got and until and until < got:
            self.add_error(
                "valid_until", _("Dit is voor de dag waarop het behaald is. Kijk de twee dagen na.")
            )
        return typed


class RequirementForm(PartForm):
    requirement_id = forms.TypedChoiceField(label=_("Wat vraagt werk?"), coerce=UUID)
    answer = forms.ChoiceField(
        label=_("Kan of mag iemand dit?"), choices=HasRequirement.Answer.choices, widget=forms.RadioSelect
    )

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        if row is not None:
            del self.fields["requirement_id"]
            return
        field = self.fields["requirement_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("kies")), *asked_by_work()]


class FirmForm(PartForm):
    firm_name = line(_("Welk bedrijf?"), 120)
    words = line(_("Wie kent iemand daar?"), 200, is_asked=False)
