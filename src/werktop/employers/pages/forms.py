"""The questions about an employer and its people."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.refusals import note_faults
from werktop.catalogue.choices import Language, Sector, WorkForm
from werktop.catalogue.picking import pick_groups
from werktop.employers.commands.facts import NameIsMissing, employer_faults, person_faults
from werktop.employers.models import Employer, Entrepreneur, KnownFirm, PersonRole
from werktop.employers.queries import employer_version, entrepreneur_version
from werktop.regions.full_names import split_name
from werktop.ui.components.phones import phone
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput

Choices = list[tuple[Any, Any]]


def term_choices(viewer: Actor) -> Choices:
    """The catalogue as a pick list, in the words of who looks for people."""
    return pick_groups(viewer, can=gettext("Wat iemand kan"), likes=gettext("Waar iemand van houdt"))


class EmployerForm(VersionedForm):
    """What the firm does, and what work there may be in any form."""

    ASKED_AS = {"term_ids": "terms"}

    name = forms.CharField(
        label=_("Bedrijf of instelling"),
        max_length=120,
        error_messages={"required": _("Vul de naam van het bedrijf in.")},
    )
    sector = forms.ChoiceField(
        label=_("Sector"), required=False, choices=[("", _("nog niet gekozen")), *Sector.choices]
    )
    postcode = forms.CharField(label=_("Postcode"), max_length=10, required=False)
    place = forms.CharField(label=_("Plaats"), max_length=80, required=False)
    address = forms.CharField(label=_("Straat en huisnummer"), max_length=120, required=False)
    what_we_do = forms.CharField(
        label=_("Wat doen ze daar?"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )
    looks_for = forms.CharField(
        label=_("Wat voor werk kan er zijn?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )
    work_forms = forms.MultipleChoiceField(
        label=_("In welke vorm?"),
        required=False,
        choices=WorkForm.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    terms = forms.MultipleChoiceField(
        label=_("Wie past er?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_step_free = forms.BooleanField(label=_("Het gebouw is drempelvrij"), required=False)
    joined_date = forms.DateField(label=_("Aangesloten op"), required=False, widget=DayInput)

    def __init__(self, viewer: Actor, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["terms"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = term_choices(viewer)

    def clean(self) -> None:
        """All that is wrong is said at once, also what only the command knows."""
        typed = {name: self.cleaned_data.get(name, "") for name in ("name", "postcode")}
        note_faults(self, employer_faults(typed))

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `add_employer`."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return typed | {"term_ids": [UUID(key) for key in typed.pop("terms")]}


class PersonForm(VersionedForm):
    """Who sits at the table, and whom they know."""

    ASKED_AS = {
        "first_name": "person_name",
        "last_name": "person_name",
        "comes_to_tables": "stays_away",
    }

    person_name = forms.CharField(
        label=_("Naam"), max_length=160, error_messages={"required": NameIsMissing.text}
    )
    phone = forms.CharField(
        label=_("Telefoon"), max_length=30, required=False, widget=forms.TextInput({"inputmode": "tel"})
    )
    email = forms.CharField(
        label=_("E-mail"), max_length=254, required=False, widget=forms.TextInput({"inputmode": "email"})
    )
    languages = forms.MultipleChoiceField(
        label=_("Talen"), required=False, choices=Language.choices, widget=forms.CheckboxSelectMultiple
    )
    roles = forms.MultipleChoiceField(
        label=_("Wat doet deze persoon daar?"),
        required=False,
        choices=PersonRole.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    stays_away = forms.BooleanField(label=_("Komt niet aan tafel"), required=False)
    known_firms = forms.CharField(
        label=_("Bij wie zou deze ondernemer iemand voorstellen?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, person: Entrepreneur | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = (person.first_name, person.last_name) if person else ("", "")

    def clean(self) -> None:
        """All that is wrong is said at once, also what only the command knows."""
        typed = {name: self.cleaned_data.get(name, "") for name in ("email", "phone")}
        first_name, _last = split_name(self.cleaned_data.get("person_name", ""), known=self.known)
        note_faults(self, person_faults(typed | {"first_name": first_name}))

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `add_entrepreneur`."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        first_name, last_name = split_name(typed.pop("person_name"), known=self.known)
        return typed | {
            "first_name": first_name,
            "last_name": last_name,
            "comes_to_tables": not typed.pop("stays_away"),
            "known_firms": [line for line in typed.pop("known_firms").splitlines() if line.strip()],
        }

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's; the commands know a first name where the screen has one question for the whole name."""
        super().add_error("person_name" if field == "first_name" else field, error)


class PersonChangeForm(PersonForm):
    """The same, and whether this person still takes part."""

    is_active = forms.BooleanField(label=_("Doet mee aan gesprekken"), required=False)


def answers_of(employer: Employer, term_ids: set[UUID], joined_date: Any) -> dict[str, Any]:
    """What is known about an employer, as the answers that the form starts with."""
    return {
        **{
            n: getattr(employer, n)
            for n in EmployerForm.base_fields
            if n not in ("terms", "joined_date", "version")
        },
        "terms": [str(key) for key in term_ids],
        "joined_date": joined_date,
        "version": employer_version(employer),
    }


def person_answers_of(person: Entrepreneur, firms: list[KnownFirm]) -> dict[str, Any]:
    """What is known about an entrepreneur, as the answers that the form starts with."""
    return {
        "person_name": person.name,
        "phone": phone(person.phone),
        "email": person.email,
        "languages": person.languages,
        "roles": person.roles,
        "stays_away": not person.comes_to_tables,
        "known_firms": "\n".join(f.firm_name for f in firms),
        "is_active": person.is_active,
        "version": entrepreneur_version(person),
    }
