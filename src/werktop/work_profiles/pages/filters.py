"""The filters above the list of work, and the same ones for the download."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.catalogue.choices import Sector, WorkForm
from werktop.catalogue.picking import pick_groups
from werktop.work_profiles.choices import HowSure, Status
from werktop.work_profiles.quarters import days_of, quarters_from
from werktop.work_profiles.queries import WorkFilters

AHEAD = 9
"""So many quarters can be chosen: two years and the one that runs."""
UNDATED = "undated"


class WorkFilterForm(forms.Form):
    """Everything may be left open: then all that runs. What cannot be read narrows nothing."""

    q = forms.CharField(
        label=_("Zoek werk of bedrijf"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    status = forms.ChoiceField(
        label=_("Hoe het staat"),
        required=False,
        choices=[
            ("", _("wat loopt")),
            ("all", _("alles")),
            *Status.choices,
            ("closed", _("alles wat afgesloten is")),
        ],
    )
    form = forms.ChoiceField(
        label=_("Vorm van werk"), required=False, choices=[("", _("alles")), *WorkForm.choices]
    )
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("alles")), *Sector.choices])
    place = forms.CharField(label=_("Plaats of postcode"), required=False, max_length=40)
    quarter = forms.ChoiceField(label=_("Begint in"), required=False)
    sure = forms.ChoiceField(
        label=_("Hoe zeker"), required=False, choices=[("", _("alles")), *HowSure.choices]
    )
    term = forms.ChoiceField(label=_("Vraagt of geeft"), required=False)
    expected = forms.BooleanField(label=_("alleen wat verwacht wordt"), required=False)
    hiring = forms.BooleanField(label=_("alleen open hiring"), required=False)
    own = forms.BooleanField(label=_("alleen door ons genoteerd"), required=False)

    def __init__(self, viewer: Actor, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = pick_groups(viewer, can=gettext("Wat iemand kan"), likes=gettext("Waar iemand van houdt"))
        self.fields["term"].choices = [("", gettext("alles")), *groups]
        self.fields["quarter"].choices = [
            ("", gettext("alles")),
            *((each, quarter_in_words(each)) for each in quarters_from(today, AHEAD)),
            (UNDATED, gettext("nog geen datum")),
        ]

    def filters(self, sort: str) -> WorkFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        status, quarter = asked.get("status", ""), asked.get("quarter", "")
        return WorkFilters(
            words=asked.get("q", ""),
            status={"": "running", "all": ""}.get(status, status),
            forms=[asked["form"]] if asked.get("form") else [],
            sector=asked.get("sector", ""),
            place=asked.get("place", ""),
            quarter=days_of(quarter) if quarter else None,
            is_undated=quarter == UNDATED,
            how_sure=asked.get("sure", ""),
            is_expected=asked.get("expected", False),
            is_open_hiring=asked.get("hiring", False),
            term_ids=[UUID(asked["term"])] if asked.get("term") else [],
            is_own=asked.get("own", False),
            sort=sort,
        )


def quarter_in_words(quarter: str) -> str:
    """ "1e kwartaal 2027"."""
    year, _dash, number = quarter.partition("-")
    return gettext("kwartaal %(number)s van %(year)s") % {"number": number, "year": year}
