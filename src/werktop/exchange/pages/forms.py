"""Choosing a file and saying what it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.exchange.kinds import KINDS
from werktop.exchange.models import UploadState


class UploadForm(forms.Form):
    """`kinds` are those that the colleague may take over; a single one is chosen already."""

    kind = forms.ChoiceField(
        label=_("Wat voor lijst is het?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat voor lijst het is.")},
    )
    file = forms.FileField(
        label=_("Bestand"),
        allow_empty_file=True,  # what is wrong with it is said by who reads it
        widget=forms.FileInput({"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Kies een bestand: een Excel-werkmap (.xlsx) of CSV.")},
    )

    def __init__(self, kinds: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(kind, KINDS[kind].title) for kind in kinds]
        if len(kinds) == 1:
            field.initial = kinds[0]


class FilterForm(forms.Form):
    """What the list of the last seven days is narrowed to; what cannot be read narrows nothing."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    state = forms.ChoiceField(
        label=_("Stand"), required=False, choices=[("", _("alles")), *UploadState.choices]
    )


class RowForm(forms.Form):
    """One row of the list, by the number that Excel shows; what is no number narrows nothing."""

    rij = forms.IntegerField(label=_("Zoek een rij"), required=False, min_value=1, max_value=1_048_576)
