"""What somebody can and likes, and whom somebody knows."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.candidates.models import SOURCES, Level, Part, Source
from werktop.candidates.pages.forms import term_choices
from werktop.catalogue import queries as catalogue
from werktop.ui.widgets import KindedPicks

from .base import PartForm, line, several

PLACES = (Source.TABLE, Source.WORKPLACE, Source.COURSE)
"""Where others see what somebody can."""


class TermForm(PartForm):
    FOLDED = ()

    term_ids = forms.TypedMultipleChoiceField(
        label=_("Talent of interesse"),
        coerce=UUID,
        widget=KindedPicks,
        error_messages={"required": _("Kies hier één woord of meer.")},
    )
    level = forms.TypedChoiceField(
        label=_("Hoe ver?"),
        choices=[("", _("weten we nog niet")), *Level.choices],
        required=False,
        coerce=int,
        empty_value=None,
    )
    also_seen = several(_("Ook gezien"), [each for each in SOURCES if each[0] in PLACES])
    field_order = ("term_ids", "level", "source", "also_seen", "reason")

    def ask(self, viewer: Actor, row: Part | None) -> None:
        if row is not None:
            del self.fields["term_ids"]
            if row.term.kind == catalogue.TermKind.INTEREST:
                del self.fields["level"]
            return
        del self.fields["also_seen"]
        field = self.fields["term_ids"]
        assert isinstance(field, forms.ChoiceField) and isinstance(field.widget, KindedPicks)
        field.choices = term_choices(viewer)
        interests = catalogue.terms(viewer, catalogue.TermKind.INTEREST).values_list("pk", flat=True)
        field.widget.kinds = {str(key): "interest" for key in interests}
        self.fields["level"].help_text = _("Alleen voor wat iemand kan. Bij een interesse telt het niet.")


class FirmForm(PartForm):
    firm_name = line(_("Welk bedrijf?"), 120, unanswered=_("Vul de naam van het bedrijf in."))
    words = line(_("Wie kent iemand daar?"), 200, is_asked=False)
