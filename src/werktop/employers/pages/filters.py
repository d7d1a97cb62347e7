"""The filters above the list, and the same ones for the download."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.catalogue.choices import Sector, WorkForm
from werktop.employers.queries import Filters
from werktop.ui.widgets import DayInput

from .forms import term_choices


class FilterForm(forms.Form):
    """Everything may be left open. What cannot be read narrows nothing."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    place = forms.CharField(label=_("Plaats of postcode"), required=False, max_length=40)
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("alles")), *Sector.choices])
    term = forms.ChoiceField(label=_("Zoekt iemand die"), required=False)
    form = forms.ChoiceField(
        label=_("Vorm van werk"), required=False, choices=[("", _("alles")), *WorkForm.choices]
    )
    joined = forms.DateField(label=_("Aangesloten vanaf"), required=False, widget=DayInput)
    own = forms.BooleanField(label=_("alleen van onze organisatie"), required=False)

    def __init__(self, viewer: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["term"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("alles")), *term_choices(viewer)]

    def filters(self, sort: str) -> Filters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return Filters(
            words=asked.get("q", ""),
            place=asked.get("place", ""),
            sectors=[asked["sector"]] if asked.get("sector") else [],
            term_ids=[UUID(asked["term"])] if asked.get("term") else [],
            work_forms=[asked["form"]] if asked.get("form") else [],
            joined_from=asked.get("joined"),
            is_own=asked.get("own", False),
            sort=sort,
        )
