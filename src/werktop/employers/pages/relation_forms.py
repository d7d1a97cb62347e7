"""One short form for each kind of what is known of a firm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.employers import queries
from werktop.employers.commands.relation import DayIsMissing, WhereIsMissing, WordsAreMissing, YesIsNobodys
from werktop.employers.models import (
    KINDS,
    PEOPLE,
    Employer,
    Establishment,
    Fulfilment,
    SocialReturn,
    Story,
    Training,
)
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

IDEAS = (
    _("Een werkervaringsplaats aanbieden"),
    _("Het personeelsbeleid inclusief maken"),
    _("In de missie zetten dat iedereen mee kan doen"),
    _("Kiezen bij welke functies iemand kan beginnen"),
    _("Een collega laten opleiden tot mentor of buddy"),
    _("Mantelzorgvriendelijk worden, met keurmerk"),
    _("Open hiring: wie zich het eerst meldt, begint"),
)
"""Steps that other firms took, to choose from; what is chosen stands in the field and can be said in own words."""


def day_field(label: Any, *, required: bool = False) -> forms.DateField:
    """A day; one that is needed says so in words of the house."""
    return forms.DateField(
        label=label, required=required, widget=DayInput, error_messages={"required": DayIsMissing.text}
    )


def words_field(label: Any, most: int, *, rows: int = 0) -> forms.CharField:
    """Words that cannot be left out."""
    widget = forms.Textarea({"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        label=label, max_length=most, widget=widget, error_messages={"required": WordsAreMissing.text}
    )


class RelationForm(VersionedForm):
    """The questions of a kind. Each starts with what the row says; a new one with `starts`."""

    kind: ClassVar[str]
    starts: ClassVar[Mapping[str, Any]] = {}
    who = ""
    """What is asked of the people of the firm, where the kind names one of them."""

    def __init__(
        self, viewer: Any, at: datetime, employer: Employer, *args: Any, row: Any = None, **kwargs: Any
    ) -> None:
        kwargs["initial"] = (
            self.answers_of(row) if row else dict(self.starts) | self.today(timezone.localdate(at))
        ) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        if self.kind in PEOPLE:
            field = self.fields["person"]
            assert isinstance(field, forms.ChoiceField)
            asked = employer.entrepreneurs.order_by("-is_active", "first_name", "id")
            known = getattr(row, f"{PEOPLE[self.kind]}_id", None)
            named = [(str(each.pk), each.name) for each in asked if each.is_active or each.pk == known]
            # where there is one alone, that is who is asked
            is_sure = field.required and len(named) == 1
            field.choices = [*([] if is_sure else [("", gettext("nog niet gekozen"))]), *named]

    @classmethod
    def today(cls, day: Any) -> dict[str, Any]:
        """What a new one starts with, of the day."""
        return {}

    @classmethod
    def answers_of(cls, row: Any) -> dict[str, Any]:
        """What a row says, as the answers that the form starts with."""
        said = queries.said_by(row)
        if cls.kind in PEOPLE:
            said["person"] = str(said.pop(f"{PEOPLE[cls.kind]}_id") or "")
        return said | {"version": queries.said_version(row)}

    def question_of(self, fact: str) -> str:
        """The question that asks for this fact."""
        return "person" if fact == f"{PEOPLE.get(self.kind, '')}_id" else super().question_of(fact)

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `note_relation`."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        if self.kind in PEOPLE:
            person = typed.pop("person")
            typed[f"{PEOPLE[self.kind]}_id"] = UUID(person) if person else None
        return typed


class EstablishmentForm(RelationForm):
    kind = "establishment"
    name = forms.CharField(label=Establishment.SAYS["name"], max_length=120, required=False)
    postcode = forms.CharField(label=Establishment.SAYS["postcode"], max_length=10, required=False)
    place = forms.CharField(label=Establishment.SAYS["place"], max_length=80, required=False)
    address = forms.CharField(label=Establishment.SAYS["address"], max_length=120, required=False)
    is_step_free = forms.BooleanField(label=Establishment.SAYS["is_step_free"], required=False)
    branch_number = forms.CharField(label=Establishment.SAYS["branch_number"], max_length=20, required=False)


class TrainingForm(RelationForm):
    kind = "training"
    person = forms.ChoiceField(label=_("Wie?"))
    what = forms.ChoiceField(
        label=Training.SAYS["what"], choices=Training.What.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(label=Training.SAYS["words"], max_length=120, required=False)
    trained_date = day_field(Training.SAYS["trained_date"])


class ExpectationForm(RelationForm):
    kind = "expectation"
    words = words_field(_("Wat spraken jullie af?"), 2000, rows=3)
    person = forms.ChoiceField(label=_("Met wie?"), required=False)
    agreed_date = day_field(_("Sinds wanneer?"))

    @classmethod
    def today(cls, day: Any) -> dict[str, Any]:
        """Agreed today."""
        return {"agreed_date": day}


class CovenantForm(RelationForm):
    kind = "covenant"
    words = words_field(_("Waarover gaat het?"), 2000, rows=3)
    signed_date = day_field(_("Getekend op"), required=True)
    until_date = day_field(_("Loopt tot"))


class SocialReturnForm(RelationForm):
    kind = "social_return"
    words = words_field(SocialReturn.SAYS["words"], 120)
    promised = forms.IntegerField(label=SocialReturn.SAYS["promised"], min_value=1, max_value=100_000_000)
    unit = forms.ChoiceField(
        label=SocialReturn.SAYS["unit"], choices=SocialReturn.Unit.choices, widget=forms.RadioSelect
    )
    until_date = day_field(SocialReturn.SAYS["until_date"])


class FulfilmentForm(RelationForm):
    kind = "fulfilment"
    social_return = forms.ChoiceField(label=_("Van welke afspraak?"))
    words = words_field(Fulfilment.SAYS["words"], 200)
    amount = forms.IntegerField(label=Fulfilment.SAYS["amount"], min_value=1, max_value=100_000_000)
    done_date = day_field(Fulfilment.SAYS["done_date"], required=True)
    ASKED_AS = {"social_return_id": "social_return"}

    def __init__(
        self, viewer: Any, at: datetime, employer: Employer, *args: Any, row: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(viewer, at, employer, *args, row=row, **kwargs)
        field = self.fields["social_return"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (str(each.pk), f"{each.words} ({each.get_unit_display()})")
            for each in queries.rows_about(viewer, employer, "social_return")
        ]

    @classmethod
    def today(cls, day: Any) -> dict[str, Any]:
        """Done today."""
        return {"done_date": day}

    @classmethod
    def answers_of(cls, row: Any) -> dict[str, Any]:
        """The promise stands there by its key."""
        said = super().answers_of(row)
        return said | {"social_return": str(said["social_return_id"])}

    def facts(self) -> dict[str, Any]:
        """The promise by its key."""
        typed = super().facts()
        return typed | {"social_return_id": UUID(typed.pop("social_return"))}


class StepForm(RelationForm):
    kind = "step"
    words = words_field(_("Wat gaan ze doen, in hun eigen woorden?"), 200)
    person = forms.ChoiceField(label=_("Wie pakt het op?"), required=False)
    by_date = day_field(_("Vóór wanneer?"))
    done_date = day_field(_("Gedaan op"))


class StoryForm(RelationForm):
    kind = "story"
    words = words_field(_("Het verhaal van het bedrijf"), 2000, rows=5)
    told_at = forms.MultipleChoiceField(
        label=Story.SAYS["told_at"],
        choices=Story.Told.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": WhereIsMissing.text},
    )
    person = forms.ChoiceField(label=_("Wie zei ja?"), error_messages={"required": YesIsNobodys.text})
    yes_date = day_field(Story.SAYS["yes_date"], required=True)
    taken_back_date = day_field(Story.SAYS["taken_back_date"])

    @classmethod
    def today(cls, day: Any) -> dict[str, Any]:
        """Said today."""
        return {"yes_date": day}


FORMS: dict[str, type[RelationForm]] = {
    each.kind: each
    for each in (
        EstablishmentForm, TrainingForm, ExpectationForm, CovenantForm, SocialReturnForm, FulfilmentForm, StepForm, StoryForm,
    )
}  # fmt: skip
assert FORMS.keys() == KINDS.keys()

QUESTIONS: dict[str, Any] = {
    "establishment": _("Waar werken ze nog meer?"),
    "training": _("Wie leerde om mensen te begeleiden?"),
    "expectation": _("Wat verwachten jullie van elkaar?"),
    "covenant": _("Welk convenant tekende dit bedrijf?"),
    "social_return": _("Wat beloofde dit bedrijf bij een contract?"),
    "fulfilment": _("Wat is er gedaan?"),
    "step": _("Welke stap gaan ze zetten?"),
    "story": _("Welk verhaal mogen we vertellen?"),
}
WHY: dict[str, Any] = {
    "establishment": _("Dan weet je waar het werk is, en wie er binnen kan komen."),
    "training": _("Wie iemand begeleidt, begint beter met een training."),
    "expectation": _("Wat jullie afspraken, weet zo ook wie het van je overneemt."),
    "covenant": _("Voor het afloopt, zie je dat bij Vandaag."),
    "social_return": _("Je ziet hier steeds wat er al gedaan is, en wat nog niet."),
    "fulfilment": _("Een plek, uren, een stage, een rondleiding: wat samen is afgesproken telt."),
    "step": _("Klein mag. Het is hun eigen plan, in hun eigen woorden."),
    "story": _(
        "Alleen het verhaal van het bedrijf zelf. Gaat het ook over iemand die er werkt? Schrijf dat alleen op als die "
        "persoon zelf ja zei."
    ),
}
PLACES = {
    "establishment": "about", "training": "people", "expectation": "relation", "covenant": "relation",
    "social_return": "relation", "fulfilment": "relation", "step": "relation", "story": "told",
}  # fmt: skip
"""Where on the page of the firm each kind stands."""
TAPS = {"step": ("done", "done_date"), "story": ("taken_back", "taken_back_date")}
"""What a press on the page says of a row without its form: the word in the post, and the day that it sets."""
