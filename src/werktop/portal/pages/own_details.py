"""Mijn gegevens: an entrepreneur puts right the own name, how to be reached, and languages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.own_pages import COOKIE, session_of
from werktop.audit.refusals import Refusal, keep_typed
from werktop.audit.versions import ChangedMeanwhile
from werktop.catalogue.choices import Language
from werktop.employers import commands
from werktop.employers import queries as employers
from werktop.portal.firm_frame import shown, with_version


class DetailsForm(forms.Form):
    """Who somebody is and how to reach them."""

    first_name = forms.CharField(
        label=gettext_lazy("Voornaam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": gettext_lazy("Vul uw voornaam in.")},
    )
    last_name = forms.CharField(
        label=gettext_lazy("Achternaam"),
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    email = forms.CharField(
        label=gettext_lazy("E-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy(
                "Vul uw e-mailadres in. Daar sturen wij de code heen waarmee u hier komt."
            )
        },
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefoonnummer"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Welke talen spreekt u?"),
        required=False,
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)


def page(request: Any) -> HttpResponse:
    """GET shows how it is now; POST changes it. Who typed another address than the one where the code came in asks a new code."""
    person = employers.own_entrepreneur(request.actor)
    now = {name: getattr(person, name) for name in DetailsForm.base_fields if name != "version"}
    now["version"] = employers.own_version(person)
    form = DetailsForm(request.POST if request.method == "POST" else None, initial=now)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_own_details(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                entrepreneur_id=person.pk,
                **form.cleaned_data,
            )
        except ChangedMeanwhile:
            # what was typed stays, and the next press is about what stands there now
            form.data = with_version(request.POST, now["version"])
            words = _("Een collega veranderde dit intussen. Kijk na wat u typte, en bewaar het opnieuw.")
            form.add_error(None, words)
            status = 409
        except Refusal as refusal:
            keep_typed(request, form, _to_a_guest(refusal))
        else:
            return _saved(request)
    return shown(request, "portal/own_details.html", {"person": person, "form": form}, status=status)


def _saved(request: Any) -> HttpResponse:
    if session_of(request.COOKIES.get(COOKIE, ""), at=request.at) is None:
        messages.success(request, _("Bewaard. Vraag een code op uw nieuwe adres om verder te gaan."))
        return redirect("portal:way_in")
    messages.success(request, _("Bewaard."))
    return redirect("portal:own_firm")


def _to_a_guest(refusal: Refusal) -> Refusal:
    """What colleagues read about such a fault, said to the entrepreneur."""
    words = {
        "email": _("Dit is geen volledig e-mailadres. Er staat een @ in."),
        "phone": _("Dit telefoonnummer klopt niet. Schrijf tien cijfers, of begin met + en het land."),
    }
    return Refusal(words[refusal.field], field=refusal.field) if refusal.field in words else refusal
