"""Papers, and what somebody can or may of what work asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import Certificate, HasRequirement, Part
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import RequirementGroup

from .base import PartForm, SaidForm, day, line

ON_PAPER = (RequirementGroup.DRIVING, RequirementGroup.MACHINES, RequirementGroup.PAPERS)
"""Groups of requirements that a paper shows."""
KINDS = [each for each in Certificate.Kind.choices if each[0] != Certificate.Kind.LICENCE]
"""A driving licence is chosen from what work asks."""
ANSWERS = [("yes", _("Ja")), ("no", _("Nee")), ("unknown", _("Weet ik niet"))]

CAN, HAS, HAS_A = _("Kan %(what)s?"), _("Heeft %(what)s?"), _("Heeft een %(what)s?")
OF_GROUP = {
    RequirementGroup.DRIVING: HAS,
    RequirementGroup.MACHINES: HAS_A,
    RequirementGroup.PAPERS: HAS,
    RequirementGroup.TRAVEL: HAS,
}
"""How what is in a group is asked; of the other groups: whether somebody can."""
OWN_WORDS: dict[str, Any] = {
    "elektra-bewijs": _("Mag werken aan elektra (NEN 3140)?"),
    "computer": CAN,
    "fiets": _("Kan fietsen naar het werk?"),
    "reizen-voor-werk": _("Kan elke dag ergens anders werken?"),
    "vroege-dienst": _("Kan een vroege dienst draaien (voor 7 uur)?"),
    "late-dienst": _("Kan een late dienst draaien (na 18 uur)?"),
    "nachtdienst": _("Kan een nachtdienst draaien?"),
    "ploegendienst": _("Kan in ploegen werken (om en om vroeg en laat)?"),
    "wisselende-tijden": _("Kan op wisselende tijden werken?"),
    "hele-dagen": _("Kan hele dagen werken?"),
    "vog": HAS_A,
    "beveiligerspas": HAS_A,
    "startkwalificatie": HAS_A,
}
"""What reads better otherwise than the rest of its group, by code."""


def question_about(requirement: Any) -> str:
    """What is asked about somebody: "Kan tillen tot 10 kilo?"."""
    how = OWN_WORDS.get(requirement.code) or OF_GROUP.get(requirement.group, CAN)
    return str(how) % {"what": requirement.label}


def _label(requirement: Any) -> str:
    return capfirst(str(requirement.label))


def asked_by_work(
    groups: Any = RequirementGroup, said: Callable[[Any], str] = str
) -> list[tuple[str, list[tuple[str, str]]]]:
    """What work may ask, under its groups, in the words of `said`."""
    known = catalogue.requirements_by_id().values()
    return [
        (
            str(RequirementGroup(group).label),
            [(str(each.pk), said(each)) for each in known if each.group == group],
        )
        for group in groups
    ]


class CertificateForm(PartForm):
    requirement_id = forms.TypedChoiceField(
        label=_("Welk bewijs?"), coerce=UUID, required=False, empty_value=None
    )
    kind = forms.ChoiceField(label=_("Wat voor bewijs is het?"), choices=KINDS, required=False)
    name = line(_("Waarvoor?"), 120, is_asked=False)
    got_date = day(_("Behaald op"))
    valid_until = day(_("Geldig tot en met"))

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        field = self.fields["requirement_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("een ander bewijs")), *asked_by_work(ON_PAPER, _label)]
        for name in ("kind", "name"):
            self.fields[name].help_text = _("Alleen bij een ander bewijs.")

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

    def facts(self) -> dict[str, Any]:
        """What work asks says by itself what it is."""
        said = super().facts()
        return said | {"kind": said["kind"] or Certificate.Kind.CERTIFICATE}


class RequirementForm(SaidForm):
    requirement_id = forms.TypedChoiceField(label=_("Waar gaat het over?"), coerce=UUID)
    answer = forms.ChoiceField(label=_("Het antwoord"), choices=ANSWERS, widget=forms.RadioSelect)
    is_about_work = None  # type: ignore[assignment]  # no words of one's own are asked
    field_order = ("requirement_id", "answer", "source", "reason")

    def ask(self, viewer: Actor, row: Part | None) -> None:
        super().ask(viewer, row)
        if isinstance(row, HasRequirement):
            del self.fields["requirement_id"]
            self.fields["answer"].label = question_about(row.requirement)
            return
        field = self.fields["requirement_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("kies")), *asked_by_work(said=question_about)]

    @property
    def asked_first(self) -> list[Any]:
        """Who said it comes after what was said."""
        return [self[name] for name in self.fields if name not in (*self.FOLDED, "version")]
