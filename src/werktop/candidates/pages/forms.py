"""The questions about a candidate. Each says why it is asked, or it is not asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts.standing_in import colleagues_to_choose
from werktop.audit.actors import Actor
from werktop.audit.refusals import note_faults
from werktop.candidates.commands.facts import faults_in
from werktop.candidates.commands.keeping import REACHED_BY
from werktop.candidates.commands.refusals import NameIsMissing
from werktop.candidates.models import Candidate, PreferredChannel
from werktop.candidates.queries import candidate_version
from werktop.catalogue.choices import Language
from werktop.catalogue.picking import pick_groups
from werktop.regions.full_names import split_name
from werktop.ui.components.phones import phone
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput, LongLine

Choices = list[tuple[Any, Any]]


def term_choices(viewer: Actor) -> Choices:
    """The catalogue as a pick list: what somebody is good at, then what somebody likes."""
    return pick_groups(viewer, can=gettext("Kan goed"), likes=gettext("Houdt van"))


def colleague_choices(viewer: Actor, at: datetime, candidate: Candidate | None = None) -> Choices:
    """The relationship managers of the own organisation, and nobody; also who is assigned now and has left."""
    names = colleagues_to_choose(viewer, at)
    if candidate and candidate.assigned_to:
        names.setdefault(str(candidate.assigned_to_id), candidate.assigned_to.name)
    return [("", gettext("nog niemand")), *names.items()]


NEEDS = [
    ("is_step_free_needed", _("een drempelvrije tafel")),
    ("is_interpreter_needed", _("een tolk")),
    ("is_childcare_needed", _("kinderopvang")),
    ("is_travel_paid", _("reiskosten vergoed")),
    ("has_companion", _("een stoel extra, voor wie meekomt")),
]


class CandidateForm(VersionedForm):
    """What a next gathering needs to know; the rest is folded and filled in already."""

    ASKED_AS = {
        "first_name": "name",
        "last_name": "name",
        "term_ids": "terms",
        **{need: "needs" for need, _label in NEEDS},
    }

    name = forms.CharField(label=_("Naam"), max_length=160, error_messages={"required": NameIsMissing.text})
    phone = forms.CharField(
        label=_("Telefoon"), max_length=30, required=False, widget=forms.TextInput({"inputmode": "tel"})
    )
    email = forms.CharField(
        label=_("E-mail"), max_length=254, required=False, widget=forms.TextInput({"inputmode": "email"})
    )
    address = forms.CharField(label=_("Straat en huisnummer"), max_length=120, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    languages = forms.MultipleChoiceField(
        label=_("Talen"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    terms = forms.MultipleChoiceField(
        label=_("Kan en doet graag"), required=False, widget=forms.CheckboxSelectMultiple
    )
    own_words = forms.CharField(
        label=_("In eigen woorden"), required=False, max_length=2000, widget=forms.Textarea({"rows": 3})
    )
    needs = forms.MultipleChoiceField(
        label=_("Wat is er nodig op de dag?"),
        required=False,
        choices=NEEDS,
        widget=forms.CheckboxSelectMultiple,
    )
    day_note = forms.CharField(label=_("Nog iets voor de dag"), max_length=200, required=False)
    preferred_channel = forms.ChoiceField(
        label=_("Liefst bereikt per"),
        required=False,
        choices=[("", _("wat er is ingevuld")), *PreferredChannel.choices],
    )
    assigned_to_id = forms.ChoiceField(label=_("Vaste collega"), required=False)
    hours_per_week = forms.IntegerField(label=_("Uren per week"), required=False, min_value=1, max_value=60)
    is_shared = forms.BooleanField(
        label=_("Andere organisaties in de regio mogen het profiel zonder naam vinden"), required=False
    )
    legal_ground = forms.CharField(label=_("Grondslag"), max_length=200, required=False, widget=LongLine)
    legal_purpose = forms.CharField(label=_("Doel"), max_length=200, required=False, widget=LongLine)
    informed_date = forms.DateField(
        label=_("Verteld dat we gegevens bewaren, op"), required=False, widget=DayInput
    )

    def __init__(
        self, viewer: Actor, at: datetime, *args: Any, candidate: Candidate | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._choose("terms", term_choices(viewer))
        self._choose("assigned_to_id", colleague_choices(viewer, at, candidate))
        self.known = (candidate.first_name, candidate.last_name) if candidate else ("", "")

    def _choose(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `add_candidate`; of folded questions only what was on the screen."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        needs = set(typed.pop("needs", ()))
        first_name, last_name = split_name(typed.pop("name"), known=self.known)
        return typed | {
            "first_name": first_name,
            "last_name": last_name,
            "term_ids": [UUID(key) for key in typed.pop("terms")],
            "assigned_to_id": UUID(key) if (key := typed.pop("assigned_to_id")) else None,
            **({need: need in needs for need, _label in NEEDS} if self.asks_needs else {}),
        }

    @property
    def asks_needs(self) -> bool:
        """Whether it asks what the day needs: not of a colleague who may not read it."""
        return "needs" in self.fields

    def clean(self) -> None:
        """All that is wrong is said at once, also what only the command knows."""
        typed = self.cleaned_data
        first_name, _last = split_name(typed.get("name", ""), known=self.known)
        reached = {name: typed.get(name, "") for name in REACHED_BY if name != "first_name"}
        note_faults(self, faults_in(reached | {"first_name": first_name}))

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's; the commands know a first name where the screen has one question for the whole name."""
        super().add_error("name" if field == "first_name" else field, error)


class ChangeCandidateForm(CandidateForm):
    """Who it is and how to reach somebody; what somebody wishes is a part of the picture."""

    def __init__(self, viewer: Actor, at: datetime, *args: Any, sees_needs: bool, **kwargs: Any) -> None:
        super().__init__(viewer, at, *args, **kwargs)
        del self.fields["hours_per_week"]
        if not sees_needs:
            del self.fields["needs"], self.fields["day_note"]


class NewCandidateForm(CandidateForm):
    """As it starts: not a day to fill in, but whether this colleague told what is kept. Left empty, the day stays empty
    until a message or a colleague tells."""

    is_told = forms.BooleanField(label=_("Ik heb verteld wat we bewaren"), required=False)

    def __init__(self, viewer: Actor, at: datetime, *args: Any, **kwargs: Any) -> None:
        super().__init__(viewer, at, *args, **kwargs)
        del self.fields["informed_date"]

    def facts_on(self, day: date) -> dict[str, Any]:
        """What was filled in on this day, in the words of `add_candidate`."""
        facts = self.facts()
        return facts | {"informed_date": day if facts.pop("is_told") else None}


def answers_of(candidate: Candidate, term_ids: set[UUID]) -> dict[str, Any]:
    """What is known about a candidate, as the answers that the form starts with."""
    return {
        **{
            name: getattr(candidate, name)
            for name in CandidateForm.base_fields
            if name not in ("terms", "name", "needs", "version", "hours_per_week")
        },
        "name": candidate.name,
        "phone": phone(candidate.phone),
        "terms": [str(key) for key in term_ids],
        "needs": [need for need, _label in NEEDS if getattr(candidate, need)],
        "assigned_to_id": str(candidate.assigned_to_id or ""),
        "version": candidate_version(candidate),
    }


__all__ = [
    "CandidateForm",
    "ChangeCandidateForm",
    "NewCandidateForm",
    "answers_of",
    "colleague_choices",
    "term_choices",
]
