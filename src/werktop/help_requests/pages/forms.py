"""The questions about a help request and a hand-over."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.accounts.standing_in import colleagues_to_choose, named_with_absence
from werktop.audit.actors import Actor
from werktop.help_requests.commands.handing import receiver_fault
from werktop.help_requests.models import Consent, Topic
from werktop.help_requests.refusals import ConsentIsMissing, ConsentIsToCome, NothingAsked
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput


class HelpRequestForm(VersionedForm):
    """What somebody asks, who sees to it and by when."""

    words = forms.CharField(
        label=_("Wat vraagt iemand, in eigen woorden?"),
        help_text=_("De vraag, niet wat iemand heeft. “Kan iemand mee kijken naar mijn brieven?”"),
        max_length=400,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": NothingAsked.text},
    )
    topic = forms.ChoiceField(label=_("Waar gaat het over?"), choices=Topic.choices)
    due_date = forms.DateField(
        label=_("Voor wanneer?"), help_text=_("Dan staat het op Vandaag."), widget=DayInput
    )
    owner_id = forms.TypedChoiceField(label=_("Wie zorgt ervoor?"), coerce=UUID)

    def __init__(
        self, *args: Any, viewer: Actor, at: datetime, owner_id: UUID | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = colleagues_to_choose(viewer, at)
        if owner_id and str(owner_id) not in names:
            names = {str(owner_id): gettext("een collega die hier niet meer werkt"), **names}
        field = self.fields["owner_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(names.items())

    def facts(self) -> dict[str, Any]:
        """What was answered, as the commands take it."""
        return {name: self.cleaned_data[name] for name in ("words", "topic", "due_date", "owner_id")}


class HandOverForm(forms.Form):
    """To whom, what that person reads, and that the candidate agreed."""

    to_account_id = forms.TypedChoiceField(
        label=_("Een relatiemanager uit de regio"), required=False, coerce=UUID, empty_value=None
    )
    to_name = forms.CharField(label=_("Naam"), required=False, max_length=80)
    to_work = forms.CharField(
        label=_("Werk"),
        help_text=_("Bijvoorbeeld: schuldhulp, taalschool, RMC."),
        required=False,
        max_length=80,
    )
    to_email = forms.EmailField(label=_("E-mailadres"), required=False)
    reach = forms.CharField(
        label=_("Wie is het, en hoe gaat contact goed?"),
        max_length=200,
        error_messages={"required": _("Schrijf wie het is, en hoe je iemand bereikt.")},
    )
    words = forms.CharField(
        label=_("Wat vraag je?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Schrijf in een paar woorden wat je vraagt.")},
    )
    consent_how = forms.ChoiceField(
        label=_("Hoe zei de kandidaat ja?"),
        choices=Consent.choices,
        widget=forms.RadioSelect,
        error_messages={"required": ConsentIsMissing.text},
    )
    consent_date = forms.DateField(
        label=_("Wanneer?"),
        widget=DayInput,
        error_messages={"required": _("Kies de dag waarop de kandidaat ja zei.")},
    )

    def __init__(self, *args: Any, viewer: Actor, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = timezone.localdate(at)
        people = accounts.colleagues_in_region(viewer, accounts.Role.RELATIONSHIP_MANAGER)
        names = {each.pk: f"{each.name}, {each.organisation_name}" for each in people if each.pk != viewer.id}
        field = self.fields["to_account_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", gettext("niet in deze lijst")),
            *((str(key), name) for key, name in named_with_absence(viewer, names, at).items()),
        ]

    def clean(self) -> dict[str, Any]:
        """All that is wrong at once: of who is asked, and of when the candidate agreed, as the command refuses it."""
        typed = self.cleaned_data
        if not self.errors.keys() & {"to_account_id", "to_email"}:
            asked = {name: typed[name] for name in ("to_account_id", "to_name", "to_email")}
            if fault := receiver_fault(**asked):
                self.add_error(fault.field, fault.text)
        if (day := typed.get("consent_date")) and day > self.today:
            self.add_error("consent_date", ConsentIsToCome.text)
        return typed
