"""Zo bereiken wij u: how the candidate wants to be reached, and the strong login that is tied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.commands import end_pairing
from werktop.accounts.own_pages import strong_login_of
from werktop.audit.refusals import Refusal, keep_typed
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands
from werktop.candidates import queries as candidates
from werktop.portal.own_frame import shown

WAYS = (
    ("email", gettext_lazy("E-mail")),
    ("sms", gettext_lazy("Sms")),
    ("call", gettext_lazy("Bellen")),
    ("letter", gettext_lazy("Brief")),
)


class ReachForm(forms.Form):
    """How, and where."""

    preferred_channel = forms.ChoiceField(
        label=gettext_lazy("Hoe wilt u bericht krijgen?"), choices=WAYS, widget=forms.RadioSelect
    )
    email = forms.CharField(
        label=gettext_lazy("E-mailadres"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefoonnummer"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    version = forms.CharField(required=False, widget=forms.HiddenInput)


def page(request: Any) -> HttpResponse:
    """GET shows how it is now; POST changes it, or ends the tie of the login by which one is here."""
    candidate = candidates.own_row(request.actor)
    who = {"actor": request.actor, "at": request.at, "key": request.request_key}
    if request.POST.get("answer") == "untie":
        end_pairing(**who, holder_kind="candidate", own_page_id=candidate.pk)
        messages.success(request, _("De koppeling is gestopt. U bent uitgelogd."))
        return redirect("portal:way_in")
    now = {
        "preferred_channel": candidate.preferred_channel,
        "email": candidate.email,
        "phone": candidate.phone,
        "version": candidates.reach_version(candidate),
    }
    form = ReachForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            commands.choose_how_to_be_reached(**who, candidate_id=candidate.pk, **form.cleaned_data)
        except ChangedMeanwhile as refusal:
            form.data = _with_what_stands(request.POST.dict(), now, refusal.names)
            words = _("Dit is intussen veranderd. Kijk na wat er staat, en bewaar het opnieuw.")
            form.add_error(None, words)
            for name in refusal.names:
                if form.data.get(name, "") != now[name]:
                    form.add_error(name, _("Nu staat er: %(now)s") % {"now": _said(name, now[name])})
        except Refusal as refusal:
            keep_typed(request, form, _to_a_guest(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("portal:choices")
    tie = strong_login_of("candidate", candidate.pk)
    return shown(request, "portal/choices.html", {"candidate": candidate, "form": form, "tie": tie})


def _with_what_stands(typed: dict[str, str], now: dict[str, str], names: Iterable[str]) -> dict[str, str]:
    """What was typed; of `names`, which were changed meanwhile, what the candidate left as it was is as it stands now."""
    touched = candidates.reach_touched(typed.get("version", ""), typed)
    left = {name: now[name] for name in names if name not in touched}
    return typed | left | {"version": now["version"]}


def _said(name: str, value: str) -> str:
    return str(dict(WAYS).get(value, value) if name == "preferred_channel" else value) or "–"


def _to_a_guest(refusal: Refusal) -> Refusal:
    """What colleagues read about such a fault, said to the candidate."""
    words = {
        "email": _("Dit is geen volledig e-mailadres. Er staat een @ in."),
        "phone": _("Dit telefoonnummer klopt niet, of er is geen manier over om u te bereiken."),
        "preferred_channel": _("Zo kunnen wij u niet bereiken. Vul eerst het adres of nummer daarvoor in."),
        "postcode": _("Voor een brief missen wij uw postcode. Bel ons, dan zetten wij die erbij."),
    }
    if refusal.field in words:
        field = refusal.field if refusal.field != "postcode" else "preferred_channel"
        return Refusal(words[refusal.field], field=field)
    return refusal
