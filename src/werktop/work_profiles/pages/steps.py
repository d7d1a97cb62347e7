"""The steps of the talk about work at an employer: each asks a few things on one screen, and is saved by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts.queries import colleagues_in_region
from werktop.audit.versions import version_of
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import WorkForm
from werktop.catalogue.picking import pick_groups
from werktop.employers import queries as employers
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput
from werktop.work_profiles import queries
from werktop.work_profiles.choices import Because, Day, HowSure, PartOfDay, Trait
from werktop.work_profiles.models import WorkProfile

from .amounts import AmountField

Ticks = forms.CheckboxSelectMultiple


class Step(VersionedForm):
    """A screen of the talk. `TITLE` stands above it; `FACTS` are what it asks, of `queries.facts_of`."""

    TITLE: ClassVar[Any] = ""
    FACTS: ClassVar[tuple[str, ...]] = ()

    def __init__(self, viewer: Any, profile: WorkProfile, posted: Any = None) -> None:
        self.viewer, self.profile = viewer, profile
        self.taken_from_firm = False
        super().__init__(posted, initial=self.answers(profile))

    def facts(self) -> dict[str, Any]:
        """What was answered, as `change_work_profile` takes it."""
        return {name: self.cleaned_data[name] for name in self.FACTS}

    def answers(self, profile: WorkProfile) -> dict[str, Any]:
        """What the form starts from, with its version. Where nothing was said yet it takes over what the employer's page says."""
        kept = queries.facts_of(profile)
        facts = {name: kept[name] for name in self.FACTS}
        shown = self.shown(facts)
        said = self.from_firm(shown) if not any(shown.values()) else {}
        self.taken_from_firm = any(said.values())
        return shown | said | {"version": version_of(facts)}

    def shown(self, facts: dict[str, Any]) -> dict[str, Any]:
        """These facts as the questions ask them."""
        return facts

    def from_firm(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        """What is known of the firm already."""
        return {}


class WorkStep(Step):
    TITLE = _("Wat voor werk is het?")
    FACTS = ("what", "forms", "places", "own_words")
    ASKED_AS = {"forms": "work_forms"}

    what = forms.CharField(
        label=_("Wat voor werk?"),
        max_length=120,
        error_messages={"required": _("Schrijf in een paar woorden wat voor werk het is.")},
    )
    work_forms = forms.MultipleChoiceField(
        label=_("In welke vorm kan het?"), required=False, choices=WorkForm.choices, widget=Ticks
    )
    places = forms.IntegerField(label=_("Voor hoeveel mensen?"), required=False, min_value=1, max_value=999)
    own_words = forms.CharField(
        label=_("Wat de werkgever erover zegt"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 5}),
    )

    def answers(self, profile: WorkProfile) -> dict[str, Any]:
        """The forms of work are those of the employer, until somebody says which of them it is."""
        found = super().answers(profile)
        if not found["work_forms"] and profile.employer.work_forms:
            found["work_forms"], self.taken_from_firm = list(profile.employer.work_forms), True
        return found

    def shown(self, facts: dict[str, Any]) -> dict[str, Any]:
        return {self.question_of(name): value for name, value in facts.items()}

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[self.question_of(name)] for name in self.FACTS}


class AsksStep(Step):
    TITLE = _("Wat vraagt het van iemand, en wat geeft het?")
    FACTS = ("terms", "requirement_ids")
    ASKED_AS = {"requirement_ids": "requirements"}

    terms = forms.MultipleChoiceField(label=_("Wie past er?"), required=False, widget=Ticks)
    requirements = forms.MultipleChoiceField(
        label=_("Wat moet iemand echt hebben?"), required=False, widget=Ticks
    )

    def __init__(self, viewer: Any, profile: WorkProfile, posted: Any = None) -> None:
        super().__init__(viewer, profile, posted)
        self.fields["terms"].choices = pick_groups(
            viewer, can=gettext("Wat iemand kan"), likes=gettext("Waar iemand van houdt")
        )
        self.fields["requirements"].choices = [
            (str(each.pk), each.label) for each in catalogue.requirements()
        ]
        self.kept = {str(each["term_id"]): each for each in queries.asked_of(profile)}
        for key, term in catalogue.terms_by_id([UUID(key) for key in self.kept]).items():
            if not catalogue.is_shown_to(viewer, term):
                continue
            self.fields[f"how-{key}"] = forms.ChoiceField(
                label=term.label,
                required=False,
                choices=HOW if term.kind == "competency" else HOW_MUCH,
                initial=how_of(self.kept[str(key)]),
            )

    @property
    def hows(self) -> list[Any]:
        """The questions how much each thing counts that is asked already."""
        return [self[name] for name in self.fields if name.startswith("how-")]

    def shown(self, facts: dict[str, Any]) -> dict[str, Any]:
        return {
            "terms": [str(each["term_id"]) for each in facts["terms"]],
            "requirements": [str(key) for key in facts["requirement_ids"]],
        }

    def from_firm(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        return {"terms": [str(key) for key in employers.noted_term_ids(self.profile.employer_id)]}

    def facts(self) -> dict[str, Any]:
        """New ones must be there already, and count as most do; of the others it was said."""
        terms = []
        for key in self.cleaned_data["terms"]:
            how = self.cleaned_data.get(f"how-{key}") or how_of(self.kept.get(key, {}))
            terms.append({"term_id": UUID(key), "is_learnable": how[0] == "l", "weight": int(how[1])})
        return {
            "terms": sorted(terms, key=lambda each: str(each["term_id"])),
            "requirement_ids": sorted((UUID(key) for key in self.cleaned_data["requirements"]), key=str),
        }


HOW = [
    ("m3", _("moet iemand al kunnen, telt zwaar")),
    ("m2", _("moet iemand al kunnen")),
    ("m1", _("moet iemand al kunnen, telt licht")),
    ("l3", _("is hier te leren, telt zwaar")),
    ("l2", _("is hier te leren")),
    ("l1", _("is hier te leren, telt licht")),
]
HOW_MUCH = [("m3", _("telt zwaar")), ("m2", _("telt mee")), ("m1", _("telt licht"))]


def how_of(asked: Mapping[str, Any]) -> str:
    """How much something counts, as one answer."""
    return f"{'l' if asked.get('is_learnable') else 'm'}{asked.get('weight', 2)}"


class PlaceStep(Step):
    TITLE = _("Hoe is het daar?")
    FACTS = ("traits", "place_words", "address", "place", "is_step_free", "travel")

    traits = forms.MultipleChoiceField(
        label=_("Zo is het er"), required=False, choices=Trait.choices, widget=Ticks
    )
    place_words = forms.CharField(label=_("In eigen woorden"), required=False, max_length=300)
    address = forms.CharField(label=_("Straat en huisnummer"), required=False, max_length=120)
    place = forms.CharField(label=_("Plaats"), required=False, max_length=80)
    is_step_free = forms.BooleanField(label=_("Het gebouw is drempelvrij"), required=False)
    travel = forms.CharField(label=_("Hoe kom je er?"), required=False, max_length=200)

    def answers(self, profile: WorkProfile) -> dict[str, Any]:
        found = super().answers(profile)
        if not found["place"] and not found["address"]:
            firm = profile.employer
            found |= {"address": firm.address, "place": firm.place, "is_step_free": firm.is_step_free}
            self.taken_from_firm = bool(firm.address or firm.place)
        return found


class HoursStep(Step):
    TITLE = _("Wanneer werkt iemand, en wat verdient het?")
    FACTS = ("hours_min", "hours_max", "days", "times", "wage_min_cents", "wage_max_cents", "wage_words")

    hours_min = forms.IntegerField(label=_("Uren per week, minstens"), required=False)
    hours_max = forms.IntegerField(label=_("Uren per week, hoogstens"), required=False)
    days = forms.MultipleChoiceField(
        label=_("Op welke dagen?"), required=False, choices=Day.choices, widget=Ticks
    )
    times = forms.MultipleChoiceField(
        label=_("Op welke tijden?"), required=False, choices=PartOfDay.choices, widget=Ticks
    )
    wage_min_cents = AmountField(label=_("Loon per uur in euro, vanaf"))
    wage_max_cents = AmountField(label=_("Loon per uur in euro, tot"))
    wage_words = forms.CharField(
        label=_("Of in woorden: een cao, een schaal"), required=False, max_length=120
    )


class WhenStep(Step):
    TITLE = _("Wanneer begint het?")
    FACTS = ("from_date", "is_expected", "because", "how_sure", "until_date")

    from_date = forms.DateField(label=_("Vanaf wanneer?"), required=False, widget=DayInput)
    is_expected = forms.BooleanField(
        label=_("Dit is wat de werkgever verwacht, nog geen afspraak"), required=False
    )
    because = forms.ChoiceField(
        label=_("Waarom komt er werk?"),
        required=False,
        choices=[("", _("nog niet gevraagd")), *Because.choices],
    )
    how_sure = forms.ChoiceField(
        label=_("Hoe zeker is het?"), required=False, choices=[("", _("nog niet gevraagd")), *HowSure.choices]
    )
    until_date = forms.DateField(
        label=_("Tot wanneer, als het tijdelijk is"), required=False, widget=DayInput
    )


class WhoStep(Step):
    TITLE = _("Hoe komt iemand aan de slag?")
    FACTS = ("is_open_hiring", "select_count", "select_how", "select_by_date", "to_call_id", "contact_id")
    ASKED_AS = {"to_call_id": "to_call", "contact_id": "contact"}

    is_open_hiring = forms.BooleanField(
        label=_("Open hiring: wie zich het eerst aanmeldt, krijgt het werk"), required=False
    )
    select_count = forms.IntegerField(label=_("Hoeveel kandidaten wil de werkgever spreken?"), required=False)
    select_how = forms.CharField(label=_("Hoe kiest de werkgever?"), required=False, max_length=200)
    select_by_date = forms.DateField(label=_("Voor wanneer?"), required=False, widget=DayInput)
    to_call = forms.ChoiceField(label=_("Wie bellen we bij het bedrijf?"), required=False)
    contact = forms.ChoiceField(label=_("Wie bij ons is contactpersoon?"), required=False)

    def __init__(self, viewer: Any, profile: WorkProfile, posted: Any = None) -> None:
        super().__init__(viewer, profile, posted)
        nobody = ("", gettext("nog niet gekozen"))
        people = profile.employer.entrepreneurs.order_by("first_name", "id")
        called = [
            (str(each.pk), each.name) for each in people if each.is_active or each.pk == profile.to_call_id
        ]
        ours = [
            (str(each.pk), f"{each.name}, {each.organisation_name}") for each in colleagues_in_region(viewer)
        ]
        if profile.contact and str(profile.contact_id) not in dict(ours):
            ours.append((str(profile.contact_id), profile.contact.name))
        self.fields["to_call"].choices = [nobody, *called]
        self.fields["contact"].choices = [nobody, *ours]

    def shown(self, facts: dict[str, Any]) -> dict[str, Any]:
        keys = {"to_call": facts["to_call_id"], "contact": facts["contact_id"]}
        return {name: facts[name] for name in self.FACTS[:4]} | {
            name: str(key or "") for name, key in keys.items()
        }

    def from_firm(self, shown: Mapping[str, Any]) -> dict[str, Any]:
        people = list(self.profile.employer.entrepreneurs.filter(is_active=True)[:2])
        return {"to_call": str(people[0].pk) if len(people) == 1 else ""}

    def answers(self, profile: WorkProfile) -> dict[str, Any]:
        """Nobody searches a list of all colleagues for the own name: who asks is proposed, until somebody is chosen."""
        found = super().answers(profile)
        return found | {"contact": found["contact"] or str(self.viewer.acts_for or self.viewer.id)}

    def facts(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {name: said[name] for name in self.FACTS[:4]} | {
            "to_call_id": UUID(said["to_call"]) if said["to_call"] else None,
            "contact_id": UUID(said["contact"]) if said["contact"] else None,
        }


STEPS: Mapping[str, type[Step]] = {
    "werk": WorkStep,
    "vraagt": AsksStep,
    "omgeving": PlaceStep,
    "tijden": HoursStep,
    "begin": WhenStep,
    "wie": WhoStep,
}
"""By the word in the address, in the order of the talk."""
NAMES: Mapping[str, Any] = {
    "werk": _("Het werk"),
    "vraagt": _("Wat het vraagt"),
    "omgeving": _("De omgeving"),
    "tijden": _("Uren en loon"),
    "begin": _("Begin"),
    "wie": _("Wie en hoe"),
}
