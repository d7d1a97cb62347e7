"""What was proposed for a new work profile, to tick, change and keep."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.catalogue.choices import WorkForm
from werktop.ui.widgets import DayInput
from werktop.work_profiles.choices import Day, PartOfDay, Trait
from werktop.work_profiles.proposing import Asked, Proposal

from .amounts import AmountField

MUST, LEARN, NOT = "must", "learn", "no"
HOW = [(MUST, _("moet iemand al kunnen")), (LEARN, _("is hier te leren")), (NOT, _("niet overnemen"))]
FACTS = (
    "what", "places", "hours_min", "hours_max", "days", "times", "from_date", "place", "forms", "wage_min_cents",
    "wage_max_cents", "wage_words", "traits", "place_words", "own_words",
)  # fmt: skip
Ticks = forms.CheckboxSelectMultiple


class ProposalForm(forms.Form):
    """The facts as they were found, with each competency as a question of its own."""

    what = forms.CharField(
        label=_("Wat voor werk?"),
        max_length=120,
        error_messages={"required": _("Schrijf in een paar woorden wat voor werk het is.")},
    )
    places = forms.IntegerField(label=_("Voor hoeveel mensen?"), required=False, min_value=1, max_value=999)
    hours_min = forms.IntegerField(label=_("Uren per week, minstens"), required=False)
    hours_max = forms.IntegerField(label=_("Uren per week, hoogstens"), required=False)
    days = forms.MultipleChoiceField(
        label=_("Op welke dagen?"), required=False, choices=Day.choices, widget=Ticks
    )
    times = forms.MultipleChoiceField(
        label=_("Op welke tijden?"), required=False, choices=PartOfDay.choices, widget=Ticks
    )
    from_date = forms.DateField(label=_("Vanaf wanneer?"), required=False, widget=DayInput)
    place = forms.CharField(label=_("Plaats"), required=False, max_length=80)
    wage_min_cents = AmountField(label=_("Loon per uur in euro, vanaf"))
    wage_max_cents = AmountField(label=_("Loon per uur in euro, tot"))
    wage_words = forms.CharField(
        label=_("Of in woorden: een cao, een schaal"), required=False, max_length=120
    )
    traits = forms.MultipleChoiceField(
        label=_("Zo is het er"), required=False, choices=Trait.choices, widget=Ticks
    )
    place_words = forms.CharField(
        label=_("Hoe het daar is, in eigen woorden"), required=False, max_length=300
    )
    own_words = forms.CharField(
        label=_("Wat de werkgever erover zegt"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
    )
    likes = forms.MultipleChoiceField(label=_("Voor wie houdt van"), required=False, widget=Ticks)
    needs = forms.MultipleChoiceField(label=_("Moet iemand echt hebben"), required=False, widget=Ticks)
    # last, for from here on it is the name of a question
    forms = forms.MultipleChoiceField(
        label=_("In welke vorm kan het?"), required=False, choices=WorkForm.choices, widget=Ticks
    )

    def __init__(self, proposal: Proposal, data: Any = None) -> None:
        self.proposal = proposal
        likes = [str(each.row.pk) for each in proposal.likes]
        needs = [str(each.row.pk) for each in proposal.needs if each.is_must]
        super().__init__(data, initial={"places": 1, **proposal.facts, "likes": likes, "needs": needs})
        for each in proposal.competencies:
            self.fields[_name(each)] = forms.ChoiceField(
                label=each.row.label,
                choices=HOW,
                initial=MUST if each.is_must else LEARN,
                required=False,
                help_text=_quoted(each),
            )
        for name, found in (("likes", proposal.likes), ("needs", proposal.needs)):
            self.fields[name].choices = [(str(each.row.pk), _told(each)) for each in found]

    @property
    def competencies(self) -> list[Any]:
        """The question about each competency that was found."""
        return [self[_name(each)] for each in self.proposal.competencies]

    def facts(self) -> dict[str, Any]:
        """What was kept, as `note_work_profile` takes it, with what the work asks."""
        said = self.cleaned_data
        terms = [
            {"term_id": each.row.pk, "is_learnable": how == LEARN, "weight": 2}
            for each in self.proposal.competencies
            if (how := said.get(_name(each)) or NOT) != NOT
        ]
        terms += [{"term_id": UUID(key), "is_learnable": False, "weight": 2} for key in said["likes"]]
        return {name: said[name] for name in FACTS if name in self.fields} | {
            "terms": terms,
            "requirement_ids": [UUID(key) for key in said["needs"]],
        }


def _name(each: Asked) -> str:
    return f"term-{each.row.pk}"


def _quoted(each: Asked) -> str:
    return gettext("in de tekst: “%(words)s”") % {"words": each.words} if each.words else ""


def _told(each: Asked) -> str:
    """A word with what the text says of it; what is only welcome says so, and is not ticked."""
    label = str(each.row.label)
    if each.words:
        label = f"{label} (“{each.words}”)"
    return label if each.is_must else gettext("%(what)s: mag later komen") % {"what": label}
