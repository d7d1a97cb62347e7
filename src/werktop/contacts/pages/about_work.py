"""The tick by which a word stays that may name a diagnosis: asked only where one was typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.catalogue.suspicions import suspicion_in


def about_work() -> forms.BooleanField:
    """The tick."""
    return forms.BooleanField(
        label=_("Zo laten staan: het gaat over werk, een cursus of een bedrijf"), required=False
    )


class AboutWorkForm(forms.Form):
    """A form with words about somebody; `SAYS`: the names of those questions."""

    SAYS: tuple[str, ...] = ()
    is_about_work = about_work()

    @property
    def may_stay(self) -> bool:
        """Whether a word was stopped for that may stand where it is not about the person."""
        typed: list[Any] = [self.data.get(self.add_prefix(name), "") for name in self.SAYS]
        return any(suspicion_in(str(words)) for words in typed)
