"""The filters above the list, and the same ones for the download."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.queries import Filters
from werktop.catalogue.choices import Language

from .forms import term_choices


class FilterForm(forms.Form):
    """Everything may be left open. What cannot be read narrows nothing."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    place = forms.CharField(label=_("Plaats of postcode"), required=False, max_length=40)
    term = forms.ChoiceField(label=_("Kan of houdt van"), required=False)
    language = forms.ChoiceField(label=_("Taal"), required=False)
    sharing = forms.ChoiceField(
        label=_("Delen"),
        required=False,
        choices=[("", _("iedereen")), ("yes", _("gedeeld")), ("no", _("niet gedeeld"))],
    )
    erasing = forms.ChoiceField(
        label=_("Wordt gewist"),
        required=False,
        choices=[("", _("iedereen")), ("all", _("binnen een maand")), ("mine", _("van mij of niemand"))],
    )
    telling = forms.ChoiceField(
        label=_("Verteld"),
        required=False,
        choices=[
            ("", _("iedereen")),
            ("all", _("nog niet verteld")),
            ("mine", _("nog niet, van mij of niemand")),
        ],
    )
    step_free = forms.BooleanField(label=_("drempelvrije tafel nodig"), required=False)
    mine = forms.BooleanField(label=_("alleen mijn kandidaten"), required=False)
    left = forms.BooleanField(label=_("ook wie gestopt is"), required=False)

    def __init__(self, viewer: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = [("", gettext("alles"))]
        for name, choices in (
            ("term", [*anything, *term_choices(viewer)]),
            ("language", [*anything, *Language.choices]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def filters(self, sort: str) -> Filters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return Filters(
            words=asked.get("q", ""),
            place=asked.get("place", ""),
            term_ids=[UUID(asked["term"])] if asked.get("term") else [],
            languages=[asked["language"]] if asked.get("language") else [],
            is_shared={"yes": True, "no": False}.get(asked.get("sharing", "")),
            is_step_free_needed=asked.get("step_free", False),
            is_mine=asked.get("mine", False),
            is_erased_soon=bool(asked.get("erasing")),
            is_mine_or_nobodys="mine" in (asked.get("erasing"), asked.get("telling")),
            is_untold=bool(asked.get("telling")),
            with_left=asked.get("left", False),
            sort=sort,
        )
