"""The questions about colleagues and oneself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from werktop.accounts.models import Account
from werktop.accounts.roles import Role
from werktop.regions.languages import Language
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import LongLine

NEW_PASSWORD = {"autocomplete": "new-password"}


class RolesForm(VersionedForm):
    """What a colleague does here; more than one is fine, none takes the colleague off."""

    roles = forms.MultipleChoiceField(
        label=_("Rollen"),
        choices=[(value, capfirst(label)) for value, label in Role.choices],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class NewColleagueForm(forms.Form):
    """Who comes to work with us."""

    name = forms.CharField(label=_("Naam"), max_length=80, error_messages={"required": _("Vul een naam in.")})
    email = forms.EmailField(label=_("E-mailadres"))
    phone = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    roles = forms.MultipleChoiceField(
        label=_("Rollen"),
        choices=[(value, capfirst(label)) for value, label in Role.choices],
        widget=forms.CheckboxSelectMultiple,
    )


class ForgottenForm(forms.Form):
    """Where the link to a new password goes."""

    email = forms.EmailField(
        label=_("E-mailadres"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )


class FirstPasswordForm(forms.Form):
    """A password of one's own, by a link."""

    password = forms.CharField(
        label=_("Nieuw wachtwoord"), widget=forms.PasswordInput(NEW_PASSWORD), strip=False
    )


class OwnPasswordForm(FirstPasswordForm):
    """A new password for oneself; the old one shows that it is oneself."""

    old_password = forms.CharField(
        label=_("Wachtwoord van nu"),
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
        strip=False,
    )
    field_order = ("old_password", "password")

    def __init__(self, account: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_old_password(self) -> str:
        typed = str(self.cleaned_data["old_password"])
        if not self.account.check_password(typed):
            raise forms.ValidationError(_("Dit is niet het wachtwoord waarmee je nu inlogt."))
        return typed


class ProfileForm(forms.Form):
    """How guests and colleagues know and reach you."""

    name = forms.CharField(label=_("Naam"), max_length=80, error_messages={"required": _("Vul een naam in.")})
    phone = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    languages = forms.MultipleChoiceField(
        label=_("Talen"), choices=Language.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class OrganisationForm(VersionedForm):
    """How the organisation is reached, and what every new candidate's row says about why we keep it."""

    phone = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    return_address = forms.CharField(
        label=_("Postadres of antwoordnummer"), required=False, widget=forms.Textarea({"rows": 3})
    )
    privacy_officer = forms.CharField(
        label=_("Functionaris gegevensbescherming"), max_length=200, required=False
    )
    legal_ground = forms.CharField(label=_("Grondslag"), max_length=200, widget=LongLine)
    legal_purpose = forms.CharField(label=_("Doel"), max_length=200, widget=LongLine)
    is_told_at_first = forms.BooleanField(
        label=_("Wij vertellen wat we bewaren voordat we iemand invoeren"), required=False
    )

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `set_organisation`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
