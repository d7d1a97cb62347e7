"""The questions about proposals: whom, for what, why; and the filters above the list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.employers import queries as employers
from werktop.proposals.models import DECISIONS, How, Status
from werktop.proposals.queries import Filters

SAID = [
    ("", gettext_lazy("nog niet gevraagd: wij vragen het")),
    *((each.value, each.label) for each in How if each is not How.OWN),
]
DECIDED = [(each.value, each.label) for each in DECISIONS]


class PersonForm(forms.Form):
    """One candidate: why this fits, and whether the candidate said yes."""

    reason = forms.CharField(
        label=gettext_lazy("Waarom past dit?"), max_length=300, widget=forms.Textarea({"rows": 2}),
        error_messages={"required": gettext_lazy("Schrijf in één zin waarom dit past. De kandidaat en de werkgever lezen die.")},
    )  # fmt: skip
    said_how = forms.ChoiceField(label=gettext_lazy("Zei ja"), choices=SAID, required=False)


class WhoDecidesForm(forms.Form):
    """Who of the firm decides."""

    entrepreneur = forms.ChoiceField(
        label=gettext_lazy("Wie beslist er bij het bedrijf?"),
        error_messages={"required": gettext_lazy("Kies wie er bij het bedrijf beslist.")},
    )

    def __init__(self, viewer: Any, work: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = employers.entrepreneurs_in_region(viewer).filter(employer_id=work.employer_id)
        field = self.fields["entrepreneur"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(each.pk), each.name) for each in people]
        if work.to_call_id and str(work.to_call_id) in dict(field.choices):
            self.initial["entrepreneur"] = str(work.to_call_id)

    def chosen(self) -> UUID:
        """The key of who decides."""
        return UUID(self.cleaned_data["entrepreneur"])


class FilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=gettext_lazy("Zoek een naam, bedrijf of werk"), required=False, max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )  # fmt: skip
    standing = forms.ChoiceField(
        label=gettext_lazy("Hoe het staat"),
        required=False,
        choices=[
            ("", gettext_lazy("alles")),
            ("running", gettext_lazy("loopt")),
            ("to_tell", gettext_lazy("beslist, nog te vertellen")),
            ("decided", gettext_lazy("beslist")),
            ("ended", gettext_lazy("ging niet door")),
        ],
    )
    mine = forms.BooleanField(label=gettext_lazy("alleen van mijn kandidaten"), required=False)

    def filters(self, sort: str) -> Filters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return Filters(
            words=asked.get("q", ""),
            standing=asked.get("standing", ""),
            is_mine=asked.get("mine", False),
            sort=sort,
        )


def status_words(row: Any) -> str:
    """How it stands, and whether the candidate still has to hear it."""
    label = str(Status(row.status).label)
    is_untold = row.status in DECISIONS and row.told_at is None
    return ", ".join((label, _("nog te vertellen"))) if is_untold else label
