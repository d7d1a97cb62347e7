"""The choices between two records that become one, for the pages of every room that brings records together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _


class CompareForm(forms.Form):
    """One choice for each thing that differs (with `name`, `words`, `kept`, `other`, `can_both` and `first`: what is ticked at
    first), and the version of what was seen."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, differs: Sequence[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.differs = list(differs)
        for each in self.differs:
            choices = [("kept", each.kept), ("other", each.other)]
            if each.can_both:
                choices.append(("both", _("allebei")))
            self.fields[f"keep_{each.name}"] = forms.ChoiceField(
                label=each.words, choices=choices, initial=each.first, widget=forms.RadioSelect
            )

    def choices(self) -> dict[str, str]:
        """What was chosen, by name of what differs."""
        return {each.name: self.cleaned_data[f"keep_{each.name}"] for each in self.differs}

    def rows(self) -> list[Any]:
        """The fields to show, in order."""
        return [self[f"keep_{each.name}"] for each in self.differs]

    def anew(self, version: str) -> CompareForm:
        """The same choices over what stands there now."""
        typed = {name: self.data.get(name) for name in self.fields}
        return CompareForm(self.differs, typed | {"version": version})
