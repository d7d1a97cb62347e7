"""The filters above the list of candidates: the quick ones in sight, the rest in a fold."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.candidates.queries import KINDS
from werktop.ui.widgets import LongSelect

from .asked import SEVERAL, Asked
from .choices import Offered

QUICK = 5
"""So many questions stand in sight."""


def words_of(label: Any) -> forms.CharField:
    """A question to answer in words."""
    return forms.CharField(label=label, required=False, max_length=80)


def choice_of(label: Any) -> forms.ChoiceField:
    """A question to answer by a choice."""
    return forms.ChoiceField(label=label, required=False, widget=LongSelect)


class FilterForm(forms.Form):
    """Everything may be left open. Of what may be chosen several times the next one is chosen here; what was stands beside it."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    locals()["with"] = choice_of(KINDS["with"])
    term = choice_of(KINDS["term"])
    unspoken = choice_of(_("Niet gesproken"))
    untouched = choice_of(_("Beeld verouderd"))
    level = choice_of(KINDS["level"])
    seen = choice_of(KINDS["seen"])
    lang = choice_of(KINDS["lang"])
    dutch = choice_of(KINDS["dutch"])
    licence = choice_of(KINDS["licence"])
    may = choice_of(KINDS["may"])
    paper = choice_of(KINDS["paper"])
    certificate = words_of(_("Naam van het bewijs"))
    work = words_of(_("Soort werk"))
    occupation = choice_of(KINDS["occupation"])
    workform = choice_of(KINDS["workform"])
    hours = choice_of(KINDS["hours"])
    day = choice_of(KINDS["day"])
    daypart = choice_of(KINDS["daypart"])
    km = choice_of(KINDS["km"])
    by = choice_of(KINDS["by"])
    learn = choice_of(KINDS["learn"])
    learning = words_of(_("Wat iemand wil leren"))
    knows = choice_of(KINDS["knows"])
    firm = words_of(_("Kent mensen bij (bedrijf)"))
    plan = choice_of(KINDS["plan"])
    place = words_of(_("Plaats of postcode"))
    locals()["in"] = choice_of(KINDS["in"])
    gathering = choice_of(_("Uitgenodigd voor"))
    need = choice_of(KINDS["need"])
    asks = choice_of(KINDS["asks"])
    sharing = choice_of(_("Delen"))
    erasing = choice_of(_("Wordt gewist"))
    telling = choice_of(_("Verteld"))
    left = forms.BooleanField(label=_("ook wie gestopt is"), required=False)

    def __init__(self, asked: Asked, told: Offered) -> None:
        initial = {name: asked.one(name) for name in self.base_fields if name not in SEVERAL}
        super().__init__(initial=initial | {"left": bool(asked.one("left"))})
        anything, another = gettext("alles"), gettext("kies er nog een")
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField):
                choices = [*told.choices.get(name, ())]
                chosen = asked.one(name)
                if name not in SEVERAL and chosen and chosen not in dict(choices):
                    choices.append((chosen, told.name(name, chosen)))
                is_more = name in SEVERAL and bool(chosen)
                field.choices = [("", another if is_more else anything), *choices]
