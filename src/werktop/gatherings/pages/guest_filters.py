"""What the people to choose from are narrowed to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from werktop.catalogue.choices import Language, Sector

from ..queries.scene import REACHES, Wanted


class EntrepreneurFilter(forms.Form):
    """Everything may be left open."""

    kind = forms.CharField(widget=forms.HiddenInput, required=False)
    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    place = forms.CharField(label=_("Plaats of postcode"), required=False, max_length=40)
    within = forms.ChoiceField(label=_("Hoe ver"), required=False)
    language = forms.ChoiceField(
        label=_("Spreekt"), required=False, choices=[("", _("maakt niet uit")), *Language.choices]
    )
    term = forms.ChoiceField(label=_("Kan of houdt van"), required=False)
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("alles")), *Sector.choices])
    rested = forms.BooleanField(label=_("niet kort geleden uitgenodigd"), required=False)

    def __init__(self, *args: Any, words: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = ("", _now("maakt niet uit"))
        for name, choices in (
            ("within", [(str(km), _now("tot %(km)s km") % {"km": km}) for km in REACHES]),
            ("term", [(str(key), label) for key, label in words.items()]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [anything, *choices]

    def wanted(self) -> Wanted:
        """What was asked for, in the words of the query. What cannot be read narrows nothing."""
        self.is_valid()
        typed = self.cleaned_data
        return Wanted(
            words=typed.get("q", ""),
            language=typed.get("language", ""),
            term_id=UUID(typed["term"]) if typed.get("term") else None,
            place=typed.get("place", ""),
            within_km=int(typed.get("within") or 0),
            is_mine=typed.get("mine", False),
            is_not_lately=typed.get("rested", False),
            whose=typed.get("whose") or "own",
            sector=typed.get("sector", ""),
        )


class CandidateFilter(EntrepreneurFilter):
    """With what only candidates have."""

    sector = None  # type: ignore[assignment]
    mine = forms.BooleanField(label=_("van mij"), required=False)
    whose = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        choices=[
            ("", _("onze kandidaten")),
            ("others", _("andere organisaties")),
            ("all", _("de hele regio")),
        ],
    )


class OwnCandidateFilter(CandidateFilter):
    """For who brings candidates to another organisation's gathering: the own ones alone."""

    whose = None  # type: ignore[assignment]
