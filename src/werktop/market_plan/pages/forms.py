"""The questions about firms of the plan, and the filters above the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.keys import key_in
from werktop.catalogue.choices import Sector
from werktop.market_plan.models import Standing
from werktop.market_plan.queries import JOINED, Filters
from werktop.regions import queries as regions
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

Choices = list[tuple[str, Any]]
LATE = "late"


def organisation_choices(viewer: Actor) -> Choices:
    """Who may approach a firm: the organisations of the region."""
    if viewer.region_id is None:
        return []
    return [(str(each.pk), each.name) for each in regions.organisations_in(viewer.region_id)]


class AboutFirms(forms.Form):
    """What holds of one firm, or of several that are put in the plan together."""

    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("nog niet gekozen")), *Sector.choices]
    )
    place = forms.CharField(label=_("Plaats of bedrijventerrein"), max_length=80, required=False)
    why = forms.CharField(label=_("Waarom horen ze in het netwerk?"), max_length=200, required=False)
    in_contact = forms.CharField(
        label=_("Wie van de overheid heeft er al contact?"), max_length=160, required=False
    )
    by_date = forms.DateField(label=_("Benaderd vóór"), required=False, widget=DayInput)


class PlanForm(AboutFirms):
    """Firms to put in the plan, a line each."""

    names = forms.CharField(
        label=_("Welke bedrijven? Eén op elke regel"),
        max_length=8000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Schrijf ten minste één bedrijf op.")},
    )
    organisation = forms.ChoiceField(label=_("Wie benadert ze?"), required=False)
    field_order = ("names", "organisation")

    def __init__(self, viewer: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("nog niemand")), *organisation_choices(viewer)]

    def asked(self) -> dict[str, Any]:
        """What was filled in, in the words of `plan_firms`."""
        said = dict(self.cleaned_data)
        said["names"] = said["names"].splitlines()
        said["organisation_id"] = key_in(said.pop("organisation"))
        return said


class TargetForm(VersionedForm, AboutFirms):
    """What is known of one firm of the plan."""

    name = forms.CharField(
        label=_("Bedrijf of instelling"),
        max_length=120,
        error_messages={"required": _("Vul de naam van het bedrijf in.")},
    )
    field_order = ("name",)


class FilterForm(forms.Form):
    """Everything may be left open: then all that is still on the list."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    standing = forms.ChoiceField(
        label=_("Hoe het staat"),
        required=False,
        choices=[
            ("", _("alles op de lijst")),
            (LATE, _("te laat: had benaderd moeten zijn")),
            *Standing.choices[:-1],
            (JOINED, _("doet mee")),
            Standing.choices[-1],
        ],
    )
    who = forms.ChoiceField(label=_("Wie benadert"), required=False)
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("alles")), *Sector.choices])
    place = forms.CharField(label=_("Plaats of bedrijventerrein"), required=False, max_length=80)

    def __init__(self, viewer: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", gettext("iedereen")),
            ("mine", gettext("ik")),
            ("ours", gettext("onze organisatie")),
            ("nobody", gettext("nog niemand")),
            *organisation_choices(viewer),
        ]

    def filters(self, request: Any) -> Filters:
        """What was asked for, in the words of the query. What cannot be read narrows nothing."""
        self.is_valid()
        asked = self.cleaned_data
        standing = asked.get("standing", "")
        return Filters(
            words=asked.get("q", ""),
            sector=asked.get("sector", ""),
            place=asked.get("place", ""),
            standing="" if standing == LATE else standing,
            who=asked.get("who", ""),
            is_late_on=timezone.localdate(request.at) if standing == LATE else None,
            sort=request.GET.get("sort", ""),
        )
