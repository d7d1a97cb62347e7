"""The chip of a chance: what changes at a firm and is no vacancy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.contacts.refusals import FirmIsMissing
from werktop.employers import spans
from werktop.employers.kinds import CHANCE_KINDS

from .chip import Chip
from .who import keys_in


class ChanceChip(Chip):
    """Something changes at a firm."""

    kind, icon, tint = "chance", "sprout", "work"
    KNOWN_BY = ("change", "employer")
    change = forms.ChoiceField(label=_("Wat voor kans is het?"), choices=CHANCE_KINDS)
    what = forms.CharField(
        label=_("Wat verandert er?"),
        max_length=200,
        error_messages={"required": _("Schrijf in een paar woorden wat er verandert.")},
    )
    when = forms.ChoiceField(label=_("Wanneer ongeveer?"), required=False)
    employer = forms.ChoiceField(label=_("Bij welk bedrijf?"), required=False)

    def set_up(self) -> None:
        """Firms that the sentence names, and when it may be."""
        self.options("employer", [("", gettext("kies een bedrijf")), *self.understood.firms])
        self.options("when", spans.choices(self.understood.today, str(self["when"].value() or "")))

    def head(self) -> str:
        """Which kind, and when."""
        kind = dict(CHANCE_KINDS).get(self["change"].value(), "")
        when = spans.in_words(*spans.read_or_none(str(self["when"].value() or "")))
        said = gettext("Kans: %(kind)s") % {"kind": kind}
        return capfirst(", ".join(filter(None, (said, when))))

    def said(self) -> str:
        """What changes, and where."""
        return f"{self['what'].value() or ''}{self.firm()}"

    def look_at(self, asked: list[str]) -> None:
        """See `Chip`."""
        if self._firm(asked) is None and "employer" not in self.errors:
            self.add_error("employer", FirmIsMissing.text)

    def _firm(self, asked: list[str]) -> Any:
        return keys_in([*asked, self.cleaned_data.get("employer", "")])["employer_id"]

    def facts(self, asked: list[str]) -> dict[str, Any]:
        """See `Chip`."""
        done = self.cleaned_data
        day, span = spans.read(done["when"])
        return {
            "kind": "chance",
            "change": done["change"],
            "words": done["what"],
            "expected_date": day,
            "span": span,
            "employer_id": self._firm(asked),
        }
