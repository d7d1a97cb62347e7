"""The filters above the list, and the same ones for the download."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.keys import key_in
from werktop.catalogue.choices import Sector, WorkForm
from werktop.employers.models import Size
from werktop.employers.queries import Filters, colleagues_in_contact
from werktop.ui.widgets import DayInput

from .forms import term_choices

STANDINGS = {
    "active": _("actief in het laatste half jaar"),
    "quiet": _("een half jaar niets gebeurd"),
    "chance": _("er is een kans"),
    "covenant": _("met een convenant"),
    "covenant_ends": _("convenant loopt binnen twee maanden af"),
    "pso": _("met een PSO-trede"),
}


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
    size = forms.ChoiceField(
        label=_("Hoeveel mensen"), required=False, choices=[("", _("alles")), *Size.choices]
    )
    contact = forms.ChoiceField(label=_("Ons vaste gezicht"), required=False)
    standing = forms.ChoiceField(
        label=_("Hoe het ermee staat"), required=False, choices=[("", _("alles")), *STANDINGS.items()]
    )
    joined = forms.DateField(label=_("Aangesloten vanaf"), required=False, widget=DayInput)
    own = forms.BooleanField(label=_("alleen van onze organisatie"), required=False)

    def __init__(self, viewer: Actor, at: datetime, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer, self.at = viewer, at
        everything = ("", gettext("alles"))
        speaking = [("mine", gettext("ik")), ("none", gettext("nog niemand")), *colleagues_in_contact(viewer)]
        for name, choices in (("term", term_choices(viewer)), ("contact", speaking)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [everything, *choices]

    def filters(self, sort: str) -> Filters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        contact = asked.get("contact", "")
        contact_id = self.viewer.id if contact == "mine" else key_in(contact)
        return Filters(
            words=asked.get("q", ""),
            place=asked.get("place", ""),
            sectors=[asked["sector"]] if asked.get("sector") else [],
            term_ids=[UUID(asked["term"])] if asked.get("term") else [],
            work_forms=[asked["form"]] if asked.get("form") else [],
            joined_from=asked.get("joined"),
            is_own=asked.get("own", False),
            size=asked.get("size", ""),
            contact_id=contact_id,
            has_no_contact=contact == "none",
            standing=asked.get("standing", ""),
            at=self.at,
            sort=sort,
        )
