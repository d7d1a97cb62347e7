"""The questions about a placement, and the filters above the list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.keys import key_in
from werktop.catalogue.choices import WorkForm
from werktop.employers import queries as employers
from werktop.placements.models import UNPAID, Ended, Footing
from werktop.placements.queries import Filters, colleagues_to_call, firms_with_placements
from werktop.placements.terms import Terms, footing_that_follows, refused
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput
from werktop.work_profiles import queries as work_profiles
from werktop.work_profiles.spans import hours_in_words, minutes_of


class PlacementForm(VersionedForm):
    """What work, since when and in which form; the rest can come later, but for what the form of work asks (`terms`). `footing` is
    asked of who may see it alone."""

    ASKED_AS: ClassVar[Mapping[str, str]] = {
        "week_minutes": "hours", "entrepreneur_id": "entrepreneur", "work_profile_id": "work_profile",
    }  # fmt: skip
    what = forms.CharField(
        label=gettext_lazy("Wat voor werk is het?"), max_length=120,
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden wat voor werk het is.")},
    )  # fmt: skip
    started_date = forms.DateField(
        label=gettext_lazy("Eerste werkdag"), widget=DayInput,
        error_messages={"required": gettext_lazy("Vul de eerste werkdag in.")},
    )  # fmt: skip
    work_form = forms.ChoiceField(
        label=gettext_lazy("In welke vorm?"), choices=[("", gettext_lazy("kies een vorm")), *WorkForm.choices],
        error_messages={"required": gettext_lazy("Kies in welke vorm iemand werkt.")},
    )  # fmt: skip
    hours = forms.CharField(
        label=gettext_lazy("Uren per week"), required=False, max_length=8,
        widget=forms.TextInput({"inputmode": "decimal", "size": 6}),
    )  # fmt: skip
    expected_end_date = forms.DateField(
        label=gettext_lazy("Loopt naar verwachting tot"), required=False, widget=DayInput
    )
    entrepreneur = forms.ChoiceField(label=gettext_lazy("Bij wie op de werkplek?"), required=False)
    work_profile = forms.ChoiceField(label=gettext_lazy("Hoort bij dit werk"), required=False)
    footing = forms.ChoiceField(
        label=gettext_lazy("Met loon of met behoud van uitkering?"), required=False,
        choices=[("", gettext_lazy("nog niet bekend")), *Footing.choices],
    )  # fmt: skip
    takes_no_paid_work = forms.BooleanField(
        label=gettext_lazy("Het komt niet in de plaats van iemands betaalde werk"), required=False
    )
    leave_given = forms.BooleanField(
        label=gettext_lazy("Wie de uitkering betaalt, zei ja voor de eerste dag"), required=False
    )

    def __init__(
        self, viewer: Any, employer_id: Any, *args: Any, with_footing: bool, row: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = {str(each.pk): each.name for each in employers.people_of_firm(viewer, employer_id)}
        work = {str(each.pk): each.what for each in work_profiles.work_profiles_of(viewer, employer_id)}
        if row is not None and row.entrepreneur:
            people.setdefault(str(row.entrepreneur_id), row.entrepreneur.name)
        if row is not None and row.work_profile:
            work.setdefault(str(row.work_profile_id), row.work_profile.what)
        self._choose("entrepreneur", people, _("nog niemand"))
        self._choose("work_profile", work, _("geen werkprofiel"))
        if not with_footing:
            del self.fields["footing"]
        form = self["work_form"].value()
        self.is_unpaid = form in UNPAID
        """Whether two more things are asked: of work without wages alone."""
        if not with_footing and form != WorkForm.TRIAL:
            del self.fields["leave_given"]

    def _choose(self, name: str, found: dict[str, str], none: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", none), *found.items()]

    def clean_hours(self) -> str:
        """Hours as people write them; at most sixty."""
        words = str(self.cleaned_data["hours"])
        if words.strip() and minutes_of(words) is None:
            raise ValidationError(_("Vul de uren in als 24 of 4,5; hoogstens 60."))
        return words

    def clean(self) -> dict[str, Any]:
        """All that the form of work asks for and is not there yet, each at its question. How long it may last the command says."""
        typed: dict[str, Any] = super().clean() or {}
        if "work_form" not in typed or {"hours", "expected_end_date", "started_date"} & set(self.errors):
            return typed
        footing = footing_that_follows(typed["work_form"], typed.get("footing", ""))
        said = Terms(
            typed["work_form"], footing, minutes_of(typed["hours"]), typed["started_date"], typed["expected_end_date"],
            typed.get("leave_given", False), typed["takes_no_paid_work"],
        )  # fmt: skip
        for refusal in refused(said, lambda: None):
            if refusal.field in self.fields:
                self.add_error(refusal.field, refusal.text)
        return typed

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of the commands."""
        typed = self.cleaned_data
        found = {name: typed[name] for name in ("what", "started_date", "work_form", "expected_end_date")}
        found |= {
            "week_minutes": minutes_of(typed["hours"]),
            "entrepreneur_id": key_in(typed["entrepreneur"]),
        }
        if "work_profile" in self.fields:
            found["work_profile_id"] = key_in(typed["work_profile"])
        asked = ("footing", "takes_no_paid_work", "leave_given")
        return found | {name: typed[name] for name in asked if name in self.fields}


class NewPlacementForm(PlacementForm):
    """The same, with who is called about it."""

    contact = forms.ChoiceField(label=gettext_lazy("Wie van ons is te bellen?"))

    def __init__(self, viewer: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, *args, **kwargs)
        found = {str(each.pk): each.name for each in colleagues_to_call(viewer)}
        field = self.fields["contact"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(found.items())
        self.initial.setdefault("contact", str(viewer.id))


class EndForm(forms.Form):
    """The last day, and why."""

    ended_date = forms.DateField(
        label=gettext_lazy("Laatste werkdag"), widget=DayInput,
        error_messages={"required": gettext_lazy("Vul de laatste werkdag in.")},
    )  # fmt: skip
    reason = forms.ChoiceField(
        label=gettext_lazy("Waarom eindigde het?"), choices=[("", gettext_lazy("kies waarom")), *Ended.choices],
        error_messages={"required": gettext_lazy("Kies waarom het eindigde.")},
    )  # fmt: skip


def answers_of(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the form starts from."""
    keys = {name: str(facts.get(f"{name}_id") or "") for name in ("entrepreneur", "work_profile")}
    minutes = facts.get("week_minutes")
    return dict(facts) | keys | {"hours": hours_in_words(minutes) if minutes else ""}


class FilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=gettext_lazy("Zoek een naam, bedrijf of werk"), required=False, max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )  # fmt: skip
    standing = forms.ChoiceField(
        label=gettext_lazy("Hoe het staat"),
        required=False,
        choices=[
            ("", gettext_lazy("alles")),
            ("running", gettext_lazy("loopt")),
            ("ended", gettext_lazy("geëindigd")),
        ],
    )
    work_form = forms.ChoiceField(
        label=gettext_lazy("Vorm"), required=False, choices=[("", gettext_lazy("alle")), *WorkForm.choices]
    )
    employer = forms.ChoiceField(label=gettext_lazy("Bedrijf"), required=False)
    mine = forms.BooleanField(label=gettext_lazy("waarvoor ik te bellen ben"), required=False)

    def __init__(self, viewer: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["employer"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("alle")), *firms_with_placements(viewer)]

    def filters(self, sort: str) -> Filters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return Filters(
            words=asked.get("q", ""),
            standing=asked.get("standing", ""),
            work_form=asked.get("work_form", ""),
            employer_id=key_in(asked.get("employer")),
            is_mine=asked.get("mine", False),
            sort=sort,
        )
