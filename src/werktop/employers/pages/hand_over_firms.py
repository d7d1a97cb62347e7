"""The firms of one colleague get another contact person in one go: when somebody leaves, or the work is divided anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from werktop.accounts.queries import colleagues_of
from werktop.audit.actors import Actor
from werktop.audit.keys import key_in
from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import commands, queries
from werktop.employers.commands.contact_people import FirmsWhy, NobodyTakesFirms, NoFirmChosen, WhyFirmsGo


class HandOverFirmsForm(forms.Form):
    """To whom, why, and which firms: all, until one is unticked."""

    to_id = forms.TypedChoiceField(
        label=gettext_lazy("Aan wie?"), coerce=UUID, error_messages={"required": NobodyTakesFirms.text}
    )
    why = forms.ChoiceField(
        label=gettext_lazy("Waarom?"),
        choices=FirmsWhy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": WhyFirmsGo.text},
    )
    employer_ids = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Welke bedrijven?"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": NoFirmChosen.text},
    )

    def __init__(self, viewer: Actor, from_id: UUID, typed: Any) -> None:
        firms = [(str(each.pk), each.name) for each in queries.firms_spoken_for(viewer, from_id)]
        super().__init__(typed, initial={"employer_ids": [key for key, _name in firms]})
        others = [(str(each.pk), each.name) for each in colleagues_of(viewer) if each.pk != from_id]
        for name, choices in (("to_id", [("", _("kies een collega")), *others]), ("employer_ids", firms)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


def page(request: Any) -> HttpResponse:
    """First whose; then to whom, why and which."""
    speakers = queries.speakers_of(request.actor)
    asked = key_in(request.GET.get("van"))
    chosen = next((each for each in speakers if each[0] == asked), None)
    if chosen is None:
        return render(request, "employers/hand_over_firms.html", {"speakers": speakers})
    form = HandOverFirmsForm(request.actor, chosen[0], request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            count = commands.hand_over_firms(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                from_id=chosen[0],
                **form.cleaned_data,
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            said = ngettext("%(n)d bedrijf is overgedragen.", "%(n)d bedrijven zijn overgedragen.", count)
            messages.success(request, said % {"n": count})
            return redirect("employers:hand_over_firms")
    facts = {"form": form, "chosen": chosen, "name": chosen[1]}
    return render(request, "employers/hand_over_firms.html", facts, status=422 if form.errors else 200)
